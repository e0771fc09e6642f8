"""Who does the work of TĐKT: kept by the offices of awards, counted by forms 0604 and 0605, seen by nobody else."""

from datetime import date, timedelta
from io import BytesIO
from uuid import uuid4

import pdfplumber
import pytest
from django.db import IntegrityError, transaction
from openpyxl import load_workbook

from awards import keeping
from awards.editing import Refused
from awards.models import StaffEvent, StaffMember, StaffOffice, StaffViewed
from awards.statistics.counting import counted, ids_behind
from awards.statistics.forms import FORMS
from tests.awards.making import create_staff_member, create_staff_office
from tests.factories import create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
LIST = "/khen-thuong/nhan-su/"
STATISTICS = "/khen-thuong/thong-ke/"
MAKERS = [create_staff_office, create_staff_member]
FORM_OF = [(create_staff_office, "0604"), (create_staff_member, "0605")]


@pytest.fixture
def office():
    return create_unit(name="Sở Nội vụ", kind="department")


@pytest.fixture
def editor(client, office):
    user = create_user(role=Role.EDITOR, unit=office, full_name="Lê Thị Hạnh")
    client.force_login(user)
    return user


def sent(model, keeper, **more):
    values = {"unit": keeper.code, "token": str(uuid4())}
    if model is StaffOffice:
        values |= {"name": "Phòng Thi đua - Khen thưởng", "kind": "division"}
    else:
        values |= {"name": "Trần Thị Bình", "sex": "female", "birth_year": "1985", "training": "master"}
        values |= {"since_year": "2018", "valid_from": "01/07/2025"}
    return values | more


def cells(key, user, *, year=2025):
    """Those that are not empty, as {(row, column): count}."""
    table = counted(FORMS[key], year, user=user)
    return {(row.key, column.key): count for row, found in table for column, count in found if count}


def rows_of_people(user, *, year=2025):
    return [row for row, column in cells("0605", user, year=year) if column == "tong"]


class TestAdding:
    @pytest.mark.parametrize("model", [StaffOffice, StaffMember])
    def test_a_row_is_added_with_its_event(self, client, editor, office, model):
        response = client.post(f"{LIST}{model.part}/them/", sent(model, office))
        added = model.objects.get()
        assert response.url == added.get_absolute_url() == f"{LIST}{model.part}/{added.pk}/"
        assert added.unit == office
        event = added.events.get()
        assert (event.note, event.by, event.unit, event.address) == (f"Thêm {model.word}", editor, office, "127.0.0.1")
        assert event.request_id
        page = client.get(response.url).text
        assert f"Thêm {model.word} – Lê Thị Hạnh" in page
        assert added.name in client.get(LIST).text

    @pytest.mark.parametrize("model", [StaffOffice, StaffMember])
    def test_sent_twice_it_is_added_once(self, client, editor, office, model):
        values = sent(model, office)
        urls = {client.post(f"{LIST}{model.part}/them/", values).url for _ in range(2)}
        assert (len(urls), model.objects.count(), StaffEvent.objects.count()) == (1, 1, 1)

    @pytest.mark.parametrize(
        ("model", "change", "words"),
        [
            (StaffOffice, {"name": "-"}, "Hãy ghi tên có chữ cái hoặc chữ số."),
            (StaffOffice, {"kind": ""}, "Hãy điền mục này."),
            (StaffOffice, {"unit": "khong-co"}, "Không có đơn vị nào"),
            (StaffOffice, {"unit": ""}, "Hãy ghi tên hoặc mã đơn vị."),
            (StaffOffice, {"valid_from": "02/07/2025", "valid_to": "01/07/2025"}, "không được trước ngày bắt đầu"),
            (StaffOffice, {"valid_from": "31/02/2025"}, "Hãy ghi ngày theo dạng ngày/tháng/năm"),
            (StaffOffice, {"valid_from": "01/09/1945"}, "Hãy ghi một ngày từ 02/09/1945."),
            (StaffMember, {"sex": ""}, "Hãy điền mục này."),
            (StaffMember, {"birth_year": "tám lăm"}, "Hãy ghi năm đủ bốn chữ số"),
            (StaffMember, {"birth_year": "1939"}, "Hãy ghi năm sinh từ 1940 đến"),
            (StaffMember, {"birth_year": str(date.today().year - 15)}, "Hãy ghi năm sinh từ 1940 đến"),
            (StaffMember, {"since_year": "2000"}, "phải đủ 16 tuổi"),
            (StaffMember, {"since_year": str(date.today().year + 1)}, "Hãy ghi năm bắt đầu, không sau năm"),
            (StaffMember, {"training": "khác"}, "Hãy chọn một lựa chọn hợp lệ"),
        ],
    )
    def test_what_is_wrong_is_said(self, client, editor, office, model, change, words):
        response = client.post(f"{LIST}{model.part}/them/", sent(model, office, **change))
        assert (response.status_code, model.objects.count()) == (422, 0)
        assert words in response.text

    @pytest.mark.parametrize("change", [{"birth_year": "1940"}, {"since_year": "2001"}])
    def test_what_lies_at_the_border_is_taken(self, client, editor, office, change):
        assert client.post(f"{LIST}nguoi/them/", sent(StaffMember, office, **change)).status_code == 302

    def test_not_at_a_unit_one_does_not_work_for(self, client, editor):
        other = create_unit(name="Ủy ban nhân dân tỉnh Lâm Đồng")
        assert client.post(f"{LIST}to-chuc/them/", sent(StaffOffice, other)).status_code == 422

    def test_the_database_knows_how_old_one_must_be_and_of_what_an_event_is(self, office):
        with pytest.raises(IntegrityError), transaction.atomic():
            create_staff_member(unit=office, birth_year=1985, since_year=2000)
        with pytest.raises(IntegrityError), transaction.atomic():
            StaffEvent.objects.append(note="Của không ai", by=None)


class TestChanging:
    @pytest.mark.parametrize("make", MAKERS)
    def test_a_change_leaves_what_stood_before(self, client, editor, office, make):
        row = make(unit=office)
        before, url = row.name, f"{row.get_absolute_url()}sua/"
        assert client.post(url, sent(type(row), office, name="Tên khác", version=1)).status_code == 302
        row.refresh_from_db()
        event = row.events.get()
        assert (row.name, row.version, event.note) == ("Tên khác", 2, f"Sửa {row.word}")
        assert event.details["name"] == before

    @pytest.mark.parametrize("make", MAKERS)
    def test_the_second_of_two_people_sees_that_there_was_a_first(self, client, editor, office, make):
        row = make(unit=office)
        url = f"{row.get_absolute_url()}sua/"
        client.post(url, sent(type(row), office, name="Tên thứ nhất", version=1))
        response = client.post(url, sent(type(row), office, name="Tên thứ hai", version=1))
        assert response.status_code == 422
        assert f"Có người vừa thay đổi mục này trong lúc bạn sửa (Lê Thị Hạnh: Sửa {row.word})" in response.text
        assert "Tên thứ hai" in response.text
        row.refresh_from_db()
        assert (row.name, row.events.count()) == ("Tên thứ nhất", 1)

    def test_a_new_name_moves_it_in_the_list(self, client, editor, office):
        first, second = create_staff_member(unit=office, name="Vũ An"), create_staff_member(unit=office, name="An Vũ")
        assert client.get(LIST).context["members"]["now"] == [first, second]
        client.post(f"{first.get_absolute_url()}sua/", sent(StaffMember, office, name="Vũ Yến", version=1))
        assert client.get(LIST).context["members"]["now"] == [second, first]


class TestRemoving:
    @pytest.mark.parametrize("make", MAKERS)
    def test_it_is_removed_with_a_reason_and_counts_nowhere(self, client, editor, office, make):
        row = make(unit=office)
        url = row.get_absolute_url()
        assert client.get(f"{url}bo/").status_code == 200
        assert f"Hãy ghi vì sao bỏ {row.word} này." in client.post(f"{url}bo/", {"version": 1}).text
        assert client.post(f"{url}bo/", {"version": 1, "because": "Nhập hai lần"}).url == url
        assert row.events.get().note == f"Bỏ {row.word}: Nhập hai lần"
        page = client.get(url).text
        assert "Nhập hai lần" in page
        assert "Sửa</a>" not in page
        assert row.name not in client.get(LIST).text
        assert cells("0604", editor) == cells("0605", editor) == {}
        assert [client.get(f"{url}{deed}/").status_code for deed in ("sua", "bo")] == [403, 403]

    def test_who_has_the_form_still_open_is_refused(self, client, editor, office):
        row = create_staff_office(unit=office)
        url = row.get_absolute_url()
        client.post(f"{url}bo/", {"version": 1, "because": "Nhập nhầm"})
        assert client.post(f"{url}sua/", sent(StaffOffice, office, version=2)).status_code == 403
        row.refresh_from_db()
        assert (row.version, row.events.count()) == (2, 1)
        with pytest.raises(Refused, match="Tổ chức này đã được bỏ nên không sửa được nữa"):
            keeping.change(row, values={"name": "Tên khác"}, version=2, by=editor)
        assert type(row).objects.get().version == 2


class TestSeeing:
    @pytest.mark.parametrize("make", MAKERS)
    @pytest.mark.parametrize(
        ("role", "place", "answers"),
        [
            (Role.EDITOR, "own", (200, 200, 200)),
            (Role.SECRETARY, "above", (200, 200, 200)),
            (Role.APPROVER, "own", (200, 200, 403)),
            (Role.APPROVER, "above", (200, 200, 403)),
            (Role.REPORTER, "own", (404, 404, 404)),
            (Role.CLERK, "above", (404, 404, 404)),
            (Role.ADMINISTRATOR, "above", (404, 404, 404)),
            (Role.EDITOR, "below", (200, 404, 404)),
            (Role.EDITOR, "beside", (200, 404, 404)),
            (Role.EDITOR, "elsewhere", (200, 404, 404)),
        ],
    )
    def test_own_and_above_see_it_nobody_else(self, client, make, role, place, answers):
        above = create_unit()
        places = {"above": above, "own": create_unit(name="Sở Nội vụ", parent=above), "elsewhere": create_unit()}
        places |= {"below": create_unit(name="Ban Tôn giáo", parent=places["own"])}
        places |= {"beside": create_unit(name="Sở Y tế", parent=above)}
        row = make(unit=places["own"])
        client.force_login(create_user(role=role, unit=places[place]))
        url = row.get_absolute_url()
        assert tuple(client.get(address).status_code for address in (LIST, url, f"{url}sua/")) == answers
        assert (row.name in client.get(LIST).text) is (answers[1] == 200)

    def test_personal_data_stands_on_the_page_of_the_person_alone_and_who_looks_leaves_a_line(
        self, client, editor, office
    ):
        person = create_staff_member(unit=office, birth_year=1985, since_year=2018)
        listed = [client.get(LIST).text, client.get(f"{STATISTICS}0605/tong/tong/?nam=2026").text]
        assert ["1985" in page for page in listed] == [False, False]
        assert not StaffViewed.objects.exists()
        assert "sinh năm 1985" in client.get(person.get_absolute_url()).text
        client.get(f"{person.get_absolute_url()}sua/")
        assert (
            list(StaffViewed.objects.values_list("member", "by", "address"))
            == [(person.pk, editor.pk, "127.0.0.1")] * 2
        )

    def test_who_may_not_see_a_person_leaves_no_line(self, client):
        person = create_staff_member()
        client.force_login(create_user(role=Role.EDITOR))
        assert (client.get(person.get_absolute_url()).status_code, StaffViewed.objects.count()) == (404, 0)

    def test_an_unknown_kind_is_not_found(self, client, editor):
        row = create_staff_office(unit=editor.memberships.get().unit)
        assert [client.get(f"{LIST}{path}").status_code for path in ("xe/them/", f"xe/{row.pk}/")] == [404, 404]

    def test_those_that_ended_stand_below(self, client, editor, office, today):
        for make in MAKERS:
            make(unit=office, name="Còn làm", valid_to=today)
            make(unit=office, name="An đã thôi", valid_to=today - timedelta(days=1))
        response = client.get(LIST)
        for key in ("offices", "members"):
            found = response.context[key]
            assert [[row.name for row in found[part]] for part in ("now", "former")] == [["Còn làm"], ["An đã thôi"]]
        assert "Tổ chức trước đây" in response.text

    def test_many_people_come_in_pages(self, client, editor, office):
        for number in range(51):
            create_staff_member(unit=office, name=f"Người {number:02}")
        assert "Người 50" not in client.get(LIST).text
        assert "Người 50" in client.get(LIST, {"trang": "2"}).text

    def test_the_statistics_lead_there(self, client, editor):
        page = client.get(STATISTICS).text
        assert f'href="{LIST}#to-chuc"' in page
        assert f'href="{LIST}#nguoi"' in page


class TestCounting:
    @pytest.mark.parametrize(
        ("kind", "rows"),
        [
            ("department", ["tong", "vu"]),
            ("department_division", ["tong", "phong-thuoc-vu"]),
            ("board", ["tong", "ban-thuoc-so"]),
            ("division", ["tong", "phong-thuoc-so"]),
            ("other", ["tong"]),
        ],
    )
    def test_an_organisation_stands_in_its_row(self, editor, office, kind, rows):
        create_staff_office(unit=office, kind=kind)
        assert cells("0604", editor) == {(row, "so-luong"): 1 for row in rows}

    @pytest.mark.parametrize(
        ("birth_year", "row"),
        [
            (1995, "den-30"),
            (1994, "31-40"),
            (1985, "31-40"),
            (1984, "41-50"),
            (1975, "41-50"),
            (1974, "51-55"),
            (1970, "51-55"),
            (1969, "56-60"),
            (1965, "56-60"),
            (1964, "tren-60"),
        ],
    )
    def test_ages_are_those_of_the_last_day_of_the_year(self, editor, office, birth_year, row):
        create_staff_member(unit=office, birth_year=birth_year, since_year=2018)
        assert [key for key in rows_of_people(editor) if key in AGES] == [row]

    @pytest.mark.parametrize(
        ("since_year", "row"),
        [(2025, "duoi-5-nam"), (2021, "duoi-5-nam"), (2020, "5-10-nam"), (2016, "5-10-nam"), (2015, "tu-10-nam")],
    )
    def test_seniority_is_counted_in_years(self, editor, office, since_year, row):
        create_staff_member(unit=office, since_year=since_year)
        assert [key for key in rows_of_people(editor) if key.endswith("-nam")] == [row]

    @pytest.mark.parametrize("training", StaffMember.Training.values)
    def test_training_has_five_levels(self, editor, office, training):
        create_staff_member(unit=office, training=training)
        assert [key for key in rows_of_people(editor) if key in StaffMember.Training.values] == [training]

    def test_women_are_counted_among_all(self, editor, office):
        create_staff_member(unit=office)
        create_staff_member(unit=office, sex="male")
        found = cells("0605", editor)
        assert (found["tong", "tong"], found["tong", "nu"], found["31-40", "nu"]) == (2, 1, 1)

    @pytest.mark.parametrize(("make", "key"), FORM_OF)
    def test_who_is_in_force_on_the_last_day_counts(self, editor, office, make, key):
        make(unit=office, valid_from=date(2024, 12, 31), valid_to=date(2025, 12, 30))
        assert [bool(cells(key, editor, year=year)) for year in (2023, 2024, 2025)] == [False, True, False]

    @pytest.mark.parametrize(("make", "key"), FORM_OF)
    def test_in_the_running_year_today_counts(self, editor, office, today, make, key):
        make(unit=office, name="Hôm nay", valid_to=today)
        make(unit=office, name="Đến hôm qua", valid_to=today - timedelta(days=1))
        make(unit=office, name="Từ ngày mai", valid_from=today + timedelta(days=1))
        table = counted(FORMS[key], today.year, user=editor)
        assert table[0][1][0][1] == 1

    def test_nobody_counts_before_they_began(self, editor, office):
        create_staff_member(unit=office, since_year=2018)
        assert [bool(cells("0605", editor, year=year)) for year in (2017, 2018)] == [False, True]

    def test_other_offices_do_not_count(self, editor):
        for make in MAKERS:
            make()
        assert cells("0604", editor) == cells("0605", editor) == {}

    def test_the_codes_that_are_known_stand_on_the_form(self):
        assert [row.code for row in FORMS["0604"].rows] == ["01", "02", "03", "04", "05"]
        assert [row.code for row in FORMS["0605"].rows] == ["01", *[""] * 14]

    def test_each_figure_leads_to_its_rows(self, client, editor, office):
        create_staff_office(unit=office, kind="board", name="Ban Thi đua")
        create_staff_office(unit=office, kind="other", name="Tổ Thi đua")
        create_staff_member(unit=office, name="Trần Thị Bình")
        create_staff_member(unit=office, name="Lê Văn Cường", sex="male", birth_year=1970)
        for form in (FORMS["0604"], FORMS["0605"]):
            for row, found in counted(form, 2025, user=editor):
                for column, count in found:
                    assert len(ids_behind(form, 2025, row, column, user=editor)) == count
        page = client.get(f"{STATISTICS}?nam=2025").text
        for path, shown, hidden in (
            ("0604/ban-thuoc-so/so-luong/", "Ban Thi đua", "Tổ Thi đua"),
            ("0605/tong/nu/", "Trần Thị Bình", "Lê Văn Cường"),
            ("0605/51-55/tong/", "Lê Văn Cường", "Trần Thị Bình"),
        ):
            address = f"{STATISTICS}{path}?nam=2025"
            assert f'href="{address}"' in page
            behind = client.get(address).text
            assert (shown in behind, hidden in behind) == (True, False)

    def test_on_paper_and_as_a_sheet(self, client, editor, office):
        create_staff_office(unit=office)
        create_staff_member(unit=office)
        for key, words, row in (
            ("0604", "SỐ TỔ CHỨC LÀM CÔNG TÁC", ["Tổng số", "01", 1]),
            ("0605", "SỐ CÔNG CHỨC, VIÊN CHỨC LÀM CÔNG TÁC", ["Tổng số", "01", 1, 1]),
        ):
            pages = pdfplumber.open(BytesIO(client.get(f"{STATISTICS}{key}.pdf?nam=2025").content)).pages
            assert words in pages[0].extract_text()
            assert "Thông tư số 02/2023/TT-BNV" in pages[0].extract_text()
            sheet = load_workbook(BytesIO(client.get(f"{STATISTICS}{key}.xlsx?nam=2025").content)).active
            assert [cell.value for cell in sheet[5]] == row


AGES = [row.key for row in FORMS["0605"].rows if row.words.startswith("Tuổi")]


@pytest.mark.parametrize("payload", MARKUP[:6])
@pytest.mark.parametrize("make", MAKERS)
def test_words_of_ill_will_are_escaped(client, editor, office, make, payload):
    row = make(unit=office, name=payload[:200])
    of = "0604/tong/so-luong" if make is create_staff_office else "0605/tong/tong"
    url = row.get_absolute_url()
    for path in (LIST, url, f"{url}sua/", f"{url}bo/", f"{STATISTICS}{of}/?nam=2025"):
        page = client.get(path).text
        assert payload not in page, path
        assert "alert(1)" in page, path


def test_the_pages_ask_the_same_number_of_queries_at_any_size(client, editor, office, django_assert_num_queries):
    for size in (1, 29):
        for number in range(size):
            unit = create_unit(name=f"Đơn vị {size} {number}", parent=office)
            for make in MAKERS:
                make(unit=unit, name=f"Tên {size} {number}")
        for path, queries in ((LIST, 6), (f"{STATISTICS}0605/tong/tong/?nam=2025", 5)):
            client.get(path)
            with django_assert_num_queries(queries):
                assert client.get(path).status_code == 200
