"""A unit's list from a spreadsheet or pasted rows: looked through row by row, saved whole or not at all."""

import json
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from awards.models import Nomination, Nominee
from awards.nominating.sheets.columns import COLUMNS, MOST, NAME, TITLE
from awards.nominating.sheets.review import NEW
from tests.awards.making import create_award, create_campaign, create_nomination, create_nominee
from tests.factories import create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db
AWARD = "Lao động tiên tiến"


@pytest.fixture
def office():
    return create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")


@pytest.fixture
def ward(office):
    return create_unit(name="Ủy ban nhân dân phường Tân An", parent=office)


@pytest.fixture
def campaign(office):
    return create_campaign(unit=office)


@pytest.fixture
def editor(client, ward):
    user = create_user(role=Role.EDITOR, unit=ward)
    client.force_login(user)
    return user


def address(campaign, unit, word=""):
    return f"{campaign.get_absolute_url()}nhap/{unit.pk}/{word}"


def line(**told):
    """The cells of a row, in the order of the table."""
    told = {NAME: "Trần Thị Bé", TITLE: AWARD} | {title.replace("_", " "): text for title, text in told.items()}
    return [told.get(title, "") for title in COLUMNS]


def paste(client, campaign, unit, *rows):
    return client.post(address(campaign, unit), {"text": "\n".join("\t".join(cells) for cells in rows)})


def save(client, campaign, unit, review, **more):
    form = review.context["form"]
    sent = {"rows": form.rows_text, "token": str(form["token"].value())}
    sent |= {f"hs-{row.number}": row.choice for row in review.context["rows"] if row.options}
    return client.post(address(campaign, unit, "luu/"), sent | more)


def faults(review):
    return [row.faults for row in review.context["rows"]]


class TestTemplate:
    def test_offers_the_titles_of_the_round_and_holds_no_formula(self, client, editor, campaign, ward):
        campaign.titles.add(create_award(name="=1+1").title)
        data = client.get(address(campaign, ward, "mau/")).content
        book = load_workbook(BytesIO(data))
        sheet, lists = book.worksheets
        assert [cell.value for cell in sheet[3]] == list(COLUMNS)
        assert {cell.value for cell in lists["C"]} >= {AWARD, "=1+1"}
        assert {cell.data_type for row in lists for cell in row} <= {"s", "n"}

    def test_what_was_filled_in_comes_back(self, client, editor, campaign, ward):
        book = load_workbook(BytesIO(client.get(address(campaign, ward, "mau/")).content))
        book.worksheets[0].append(line(Từ_năm="2024"))
        stream = BytesIO()
        book.save(stream)
        review = client.post(address(campaign, ward), {"file": SimpleUploadedFile("bang.xlsx", stream.getvalue())})
        assert faults(review) == [[]] and not Nomination.objects.exists()
        save(client, campaign, ward, review)
        row = Nomination.objects.get()
        assert (row.nominee.name, row.from_year, row.to_year, row.unit) == ("Trần Thị Bé", 2024, 2026, ward)


class TestReview:
    def test_nothing_is_saved_before_it_was_looked_through(self, client, editor, campaign, ward):
        review = paste(client, campaign, ward, line(), line(Loại="Tập thể"))
        assert review.status_code == 200
        assert faults(review) == [[], ["Danh hiệu “Lao động tiên tiến” không có trong đợt này cho tập thể."]]
        assert (Nomination.objects.count(), Nominee.objects.count()) == (0, 0)

    @pytest.mark.parametrize(
        ("told", "words"),
        [
            ({NAME: ""}, "Chưa ghi tên."),
            ({TITLE: ""}, "Chưa ghi danh hiệu"),
            ({"Loại": "Người"}, "Loại “Người” không có"),
            ({"Giới tính": "?"}, "Giới tính: hãy ghi"),
            ({"Năm sinh hoặc thành lập": "90"}, "hãy ghi năm đủ bốn chữ số"),
            ({"Đến năm": "2027"}, "không sau 2026"),
            ({"Từ năm": "2025", "Đến năm": "2024"}, "Năm cuối không được trước năm đầu."),
            ({"Đơn vị": "Khong co"}, "Không có đơn vị nào"),
            ({"Số hồ sơ": "99999"}, "Không có hồ sơ số 99999"),
            ({"Số hồ sơ": "²"}, "Không có hồ sơ số ²"),
        ],
    )
    def test_what_is_wrong_is_said_beside_the_row(self, client, editor, campaign, ward, told, words):
        review = paste(client, campaign, ward, line(**told, **{"Chức vụ, công việc": "Kế toán"}))
        assert len(faults(review)[0]) == 1 and words in faults(review)[0][0]
        assert save(client, campaign, ward, review).status_code == 422
        assert not Nomination.objects.exists()

    def test_rows_with_their_titles_in_any_order(self, client, editor, campaign, ward):
        review = paste(client, campaign, ward, [TITLE.upper(), NAME], [AWARD, "Ngô Văn Hai"], ["", ""])
        assert [(row.number, row.name, row.faults) for row in review.context["rows"]] == [(2, "Ngô Văn Hai", [])]

    def test_one_record_of_that_name_is_taken(self, client, editor, campaign, ward):
        known = create_nominee(name="Trần Thị Bé", unit=ward)
        review = paste(client, campaign, ward, line())
        assert review.context["rows"][0].choice == str(known.pk) and f"Hồ sơ số {known.pk}" in review.text
        save(client, campaign, ward, review)
        assert (Nomination.objects.get().nominee, Nominee.objects.count()) == (known, 1)

    def test_among_several_a_person_chooses(self, client, editor, campaign, ward):
        first, second = (create_nominee(name="Trần Thị Bé", unit=ward) for _ in range(2))
        review = paste(client, campaign, ward, line())
        again = save(client, campaign, ward, review)
        assert (again.status_code, "Hãy chọn hồ sơ" in again.text, Nomination.objects.count()) == (422, True, 0)
        save(client, campaign, ward, again, **{"hs-1": second.pk})
        assert Nomination.objects.get().nominee == second and first.nominations.count() == 0

    def test_of_another_year_of_birth_it_may_be_somebody_else(self, client, editor, campaign, ward):
        create_nominee(name="Trần Thị Bé", unit=ward, first_year=1971)
        review = paste(client, campaign, ward, line(**{"Năm sinh hoặc thành lập": "1990"}))
        assert review.context["rows"][0].choice == "" and "1971" not in review.text
        save(client, campaign, ward, review, **{"hs-1": "moi"})
        assert Nomination.objects.get().nominee.first_year == 1990

    def test_a_record_out_of_reach_is_not_found(self, client, editor, campaign, ward):
        far = create_nominee(name="Trần Thị Bé")
        review = paste(client, campaign, ward, line(**{"Số hồ sơ": str(far.pk)}))
        assert "Không có hồ sơ số" in faults(review)[0][0]

    def test_nominated_already_or_twice_in_the_list(self, client, editor, campaign, ward):
        known = create_nominee(name="Trần Thị Bé", unit=ward)
        other = create_nominee(name="Ngô Văn Hai", unit=ward)
        create_nomination(campaign=campaign, unit=ward, nominee=known)
        twice = line(**{NAME: "Ngô Văn Hai"})
        review = paste(client, campaign, ward, line(), twice, twice)
        assert [bool(row.faults) for row in review.context["rows"]] == [True, False, True], other

    @pytest.mark.parametrize("text", ["", " \t \n", "\t".join(COLUMNS)])
    def test_an_empty_list_is_said(self, client, editor, campaign, ward, text):
        assert client.post(address(campaign, ward), {"text": text}).status_code == 422

    def test_too_long_a_list_is_said(self, client, editor, campaign, ward):
        response = paste(client, campaign, ward, *[line() for _ in range(MOST + 1)])
        assert (response.status_code, "tách thành nhiều lần" in response.text) == (422, True)

    def test_another_spreadsheet_is_refused(self, client, editor, campaign, ward):
        stream = BytesIO()
        Workbook().save(stream)
        response = client.post(address(campaign, ward), {"file": SimpleUploadedFile("x.xlsx", stream.getvalue())})
        assert (response.status_code, "không phải bảng tải từ trang này" in response.text) == (422, True)


class TestSaving:
    def test_good_rows_are_saved_together_each_with_its_event(self, client, editor, campaign, ward):
        names = [f"Người Số {number}" for number in range(3)]
        review = paste(client, campaign, ward, *[line(**{NAME: name}) for name in names], line(**{NAME: ""}))
        response = save(client, campaign, ward, review)
        assert response.status_code == 302
        assert sorted(row.nominee.name for row in Nomination.objects.all()) == names
        event = Nomination.objects.first().events.get()
        assert (event.kind, event.by, event.unit, event.address) == ("added", editor, ward, "127.0.0.1")

    def test_where_one_cannot_be_saved_none_is(self, client, editor, campaign, ward):
        """Two rows of the same person by two records that were merged in the meantime: the second is refused."""
        known = create_nominee(name="Trần Thị Bé", unit=ward)
        review = paste(client, campaign, ward, line(**{NAME: "Ngô Văn Hai"}), line())
        create_nomination(campaign=campaign, unit=ward, nominee=known)
        response = save(client, campaign, ward, review)
        assert response.status_code == 302  # looked through anew, the second is wrong now and is left out
        assert sorted(row.nominee.name for row in Nomination.objects.all()) == ["Ngô Văn Hai", "Trần Thị Bé"]

    def test_sent_twice_it_is_saved_once(self, client, editor, campaign, ward):
        review = paste(client, campaign, ward, line())
        answers = [save(client, campaign, ward, review).status_code for _ in range(2)]
        assert (answers[0], Nomination.objects.count(), Nominee.objects.count()) == (302, 1, 1)

    def test_a_double_click_makes_no_second_namesake(self, client, editor, campaign, ward):
        review = paste(client, campaign, ward, line())
        answers = [save(client, campaign, ward, review, **{"hs-1": NEW}).status_code for _ in range(2)]
        assert (answers, Nomination.objects.count(), Nominee.objects.count()) == ([302, 302], 1, 1)

    @pytest.mark.parametrize("rows", ["", "[]", "{}", "[1]", '[[1, {"a": "b"}]]', "[" * 2000, '[["1", {}]]'])
    def test_a_broken_page_saves_nothing(self, client, editor, campaign, ward, rows):
        response = client.post(address(campaign, ward, "luu/"), {"rows": rows, "token": str(uuid4())})
        assert (response.status_code, Nomination.objects.count()) == (302, 0)

    def test_what_was_forged_is_judged_again(self, client, editor, campaign, ward):
        far = create_nominee(name="Trần Thị Bé")
        rows = json.dumps([[1, dict(zip(COLUMNS, line(), strict=True))]])
        client.post(address(campaign, ward, "luu/"), {"rows": rows, "token": str(uuid4()), "hs-1": far.pk})
        assert Nomination.objects.get().nominee != far

    def test_a_closed_round_takes_nothing(self, client, editor, campaign, ward):
        review = paste(client, campaign, ward, line())
        campaign.closed_at = "2026-01-01T00:00:00Z"
        campaign.save()
        response = save(client, campaign, ward, review)
        assert (response.status_code, "Đợt này đã đóng" in response.text) == (422, True)
        assert not Nominee.objects.exists()


def test_half_a_letter_is_a_broken_page(client, editor, campaign, ward):
    rows = json.dumps([[1, dict(zip(COLUMNS, line(), strict=True)) | {NAME: "A\ud800"}]])
    assert client.post(address(campaign, ward, "luu/"), {"rows": rows, "token": str(uuid4())}).status_code == 302
    assert not Nomination.objects.exists()


def test_the_review_asks_the_same_number_of_queries_at_any_size(
    client, editor, campaign, ward, django_assert_num_queries
):
    for name in ("Ít", "Nhiều"):
        create_nominee(name=name, unit=ward)
    client.get(address(campaign, ward))
    for size in (1, 30):
        rows = [line(**{NAME: f"Người {number}"}) for number in range(size)]
        with django_assert_num_queries(9):
            paste(client, campaign, ward, line(**{NAME: "Ít"}), *rows)
