"""Records of people, collectives and households: kept, found, seen only where needed, every look noted."""

from datetime import date, timedelta

import pytest

from awards.models import AwardHeld, DisciplinePeriod, Initiative, Nominee, NomineeEvent, NomineeViewed, YearGrade
from tests.awards.making import create_award, create_held, create_initiative, create_nominee
from tests.factories import create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
LIST = "/khen-thuong/ho-so/"


@pytest.fixture
def office():
    return create_unit(name="Ủy ban nhân dân phường Cái Khế")


@pytest.fixture
def editor(client, office):
    user = create_user(role=Role.EDITOR, unit=office, full_name="Lê Thị Hạnh")
    client.force_login(user)
    return user


def url(nominee, *parts):
    return nominee.get_absolute_url() + "".join(f"{part}/" for part in parts)


def names(response):
    return [nominee.name for nominee in response.context["page"]]


class TestKeeping:
    def test_a_record_begins_with_where_its_nominee_works(self, client, editor, office):
        sent = {
            "name": "Trần  Thị Bé",
            "first_year": "1985",
            "sex": "female",
            "unit": office.code,
            "position": "Kế toán",
        }
        response = client.post(f"{LIST}them/ca-nhan/", sent | {"since": "01/02/2020"})
        nominee = Nominee.objects.get()
        assert response.url == nominee.get_absolute_url()
        assert (nominee.name, nominee.first_year, nominee.sex, nominee.search_key) == (
            "Trần Thị Bé",
            1985,
            "female",
            "tran thi be",
        )
        posting = nominee.postings.get()
        assert (posting.unit, posting.position, posting.valid_from) == (office, "Kế toán", date(2020, 2, 1))
        event = nominee.events.get()
        assert (event.kind, event.by, event.unit, event.address) == ("added", editor, office, "127.0.0.1")

    @pytest.mark.parametrize(("kind", "stored"), [("tap-the", "collective"), ("ho-gia-dinh", "household")])
    def test_collectives_and_households_have_records_too(self, client, editor, office, kind, stored):
        client.post(f"{LIST}them/{kind}/", {"name": "Tổ dân phố số 3", "unit": office.code})
        assert Nominee.objects.get().kind == stored

    def test_not_at_a_unit_one_does_not_work_for(self, client, editor):
        other = create_unit(name="Ủy ban nhân dân phường Tân An")
        response = client.post(f"{LIST}them/ca-nhan/", {"name": "Trần Thị Bé", "unit": other.code})
        assert (response.status_code, Nominee.objects.count()) == (422, 0)

    def test_a_unit_has_one_record(self, client, editor, office):
        create_nominee(name="Phường", kind="collective", unit=office, body=office)
        sent = {"name": "Phường Cái Khế", "unit": office.code, "body": office.code}
        response = client.post(f"{LIST}them/tap-the/", sent)
        assert (response.status_code, Nominee.objects.count()) == (422, 1)
        assert "Đơn vị này đã có hồ sơ" in response.text

    def test_each_part_is_added_and_shown_in_its_year(self, client, editor, office):
        nominee, title = create_nominee(unit=office), create_award(name="Chiến sĩ thi đua cơ sở").title
        held = {"title": title.pk, "merit": "work", "from_year": 2023, "decision": "15/QĐ-UBND"}
        held |= {"decided_on": "20/12/2023", "decided_by": "Chủ tịch UBND phường"}
        parts = {
            "xep-loai": {"year": 2022, "grade": "HTXSNV"},
            "sang-kien": {"title": "Số hóa hồ sơ", "level": "unit", "recognised_on": "01/06/2021"},
            "ky-luat": {"form": "warning", "valid_from": "01/03/2019", "valid_to": "28/02/2020", "decision": "Số 3"},
            "xem-xet": {"matter": "complaint", "valid_from": "01/03/2018", "decision": "Công văn số 5"},
            "khen-thuong": held,
            "cong-tac": {"unit": office.code, "valid_from": "01/01/2018", "valid_to": "31/12/2018"},
        }
        for version, (part, sent) in enumerate(parts.items(), 1):
            assert client.post(url(nominee, part, "them"), sent | {"version": version}).status_code == 302, part
        years = {year.year: year for year in client.get(url(nominee)).context["years"]}
        assert list(years) == [2023, 2022, 2021, 2019, 2018]
        assert (years[2023].awards[0].title, years[2022].grades[0].grade) == (title, "HTXSNV")
        assert (years[2021].initiatives[0].title, years[2019].discipline[0].form) == ("Số hóa hồ sơ", "warning")
        assert years[2018].examinations[0].matter == "complaint"
        assert (nominee.postings.count(), nominee.events.count()) == (2, 6)

    def test_a_change_leaves_what_stood_before(self, client, editor, office):
        nominee = create_nominee(unit=office)
        grade = YearGrade.objects.create(nominee=nominee, year=2023, grade="HTNV")
        sent = {"year": 2023, "grade": "HTTNV", "version": 1}
        client.post(url(nominee, "xep-loai", grade.pk, "sua"), sent)
        grade.refresh_from_db()
        assert (grade.grade, nominee.events.get().details) == ("HTTNV", {"grade": "HTNV"})

    def test_what_was_entered_by_mistake_is_taken_out_with_a_reason(self, client, editor, office):
        nominee = create_nominee(unit=office)
        held = create_held(nominee=nominee)
        response = client.post(url(nominee, "khen-thuong", held.pk, "xoa"), {"because": "", "version": 1})
        assert (response.status_code, AwardHeld.objects.count()) == (422, 1)
        client.post(url(nominee, "khen-thuong", held.pk, "xoa"), {"because": "Nhầm người", "version": 1})
        event = nominee.events.get()
        assert (AwardHeld.objects.count(), event.kind, event.details["decision"]) == (0, "removed", "12/QĐ-UBND")

    def test_the_last_posting_stays(self, client, editor, office):
        nominee = create_nominee(unit=office)
        posting = nominee.postings.get()
        response = client.post(url(nominee, "cong-tac", posting.pk, "xoa"), {"because": "Nhầm", "version": 1})
        assert (response.status_code, nominee.postings.count()) == (422, 1)

    def test_a_revoked_award_stays_on_record(self, client, editor, office):
        nominee = create_nominee(unit=office)
        held = create_held(nominee=nominee)
        sent = {"on": "01/03/2025", "because": "Quyết định số 9", "version": 1}
        client.post(url(nominee, "khen-thuong", held.pk, "thu-hoi"), sent)
        held.refresh_from_db()
        assert (held.revoked_on, held.revoked_because) == (date(2025, 3, 1), "Quyết định số 9")
        assert "Đã thu hồi ngày 01/03/2025: Quyết định số 9" in client.get(url(nominee)).text
        again = client.post(url(nominee, "khen-thuong", held.pk, "thu-hoi"), sent | {"version": 2})
        assert (again.status_code, nominee.events.count()) == (422, 1)

    @pytest.mark.parametrize(
        ("part", "sent", "words"),
        [
            ("xep-loai", {"year": 2023, "grade": "HTNV"}, "Năm này đã có xếp loại"),
            ("xep-loai", {"year": 2100, "grade": "HTNV"}, "Năm này chưa đến"),
            ("xep-loai", {"year": "hai", "grade": "HTNV"}, "Hãy ghi năm đủ bốn chữ số"),
            ("sang-kien", {"title": "X", "level": "unit", "recognised_on": "01/01/2100"}, "chưa đến"),
            ("sang-kien", {"title": "X", "others": "999999"}, "không phải hồ sơ cùng loại"),
            ("ky-luat", {"form": "warning", "valid_from": "02/02/2020", "valid_to": "01/02/2020"}, "không được trước"),
            ("khen-thuong", {"from_year": 2023, "to_year": 2022}, "Năm cuối không được trước năm đầu"),
            ("cong-tac", {"unit": "khong-co-don-vi-nay"}, "Không có đơn vị nào"),
        ],
    )
    def test_what_is_wrong_is_said(self, client, editor, office, part, sent, words):
        nominee = create_nominee(unit=office)
        YearGrade.objects.create(nominee=nominee, year=2023, grade="HTNV")
        response = client.post(url(nominee, part, "them"), sent | {"version": 1})
        assert (response.status_code, words in response.text) == (422, True), response.context["form"].errors

    def test_an_award_of_another_kind_of_recipient_is_not_offered(self, client, editor, office):
        create_award(name="Tập thể lao động xuất sắc", recipient="collective")
        page = client.get(url(create_nominee(unit=office), "khen-thuong", "them"))
        assert "Tập thể lao động xuất sắc" not in page.text


class TestInitiatives:
    def test_co_authors_share_one(self, client, editor, office):
        first, second = (create_nominee(name=name, unit=office) for name in ("Lê Văn Một", "Lê Văn Hai"))
        sent = {"title": "Số hóa", "level": "unit", "recognised_on": "01/06/2024", "others": second.pk, "version": 1}
        client.post(url(first, "sang-kien", "them"), sent)
        assert set(Initiative.objects.get().authors.all()) == {first, second}
        assert (first.events.count(), second.events.count()) == (1, 1)
        assert "2 tác giả" in client.get(url(second)).text

    def test_an_author_out_of_sight_stays(self, client, editor, office):
        here, away = create_nominee(unit=office), create_nominee(name="Người nơi khác")
        shared = create_initiative(here, away)
        page = client.get(url(here, "sang-kien", shared.pk, "sua"))
        assert str(away.pk) not in page.context["form"]["others"].value().split()
        sent = {"title": "Tên mới", "level": "unit", "recognised_on": "01/06/2024", "others": "", "version": 1}
        client.post(url(here, "sang-kien", shared.pk, "sua"), sent)
        assert (set(shared.authors.all()), Initiative.objects.get().title) == ({here, away}, "Tên mới")

    def test_who_changes_it_from_the_other_author_is_told(self, client, editor, office):
        first, second = (create_nominee(name=name, unit=office) for name in ("Lê Văn Một", "Lê Văn Hai"))
        shared = create_initiative(first, second)
        sent = {"title": "Một", "level": "unit", "recognised_on": "01/06/2024", "version": 1}
        client.post(url(first, "sang-kien", shared.pk, "sua"), sent | {"others": second.pk})
        late = client.post(url(second, "sang-kien", shared.pk, "sua"), sent | {"title": "Hai", "others": first.pk})
        assert (late.status_code, Initiative.objects.get().title) == (422, "Một")


class TestTwoPeople:
    def test_the_second_is_told_and_keeps_the_words(self, client, editor, office):
        nominee = create_nominee(unit=office)
        client.post(url(nominee, "xep-loai", "them"), {"year": 2023, "grade": "HTNV", "version": 1})
        response = client.post(url(nominee, "sua"), {"name": "Tên của tôi", "version": 1})
        assert response.status_code == 422
        assert "Có người vừa thay đổi mục này" in response.text and "Lê Thị Hạnh" in response.text
        assert 'value="Tên của tôi"' in response.text and 'name="version" value="2"' in response.text
        assert Nominee.objects.get().name == "Nguyễn Văn An"

    def test_sent_twice_it_is_done_once(self, client, editor, office):
        nominee = create_nominee(unit=office)
        sent = {"form": "warning", "valid_from": "01/03/2019", "decision": "Số 3", "version": 1}
        answers = [client.post(url(nominee, "ky-luat", "them"), sent).status_code for _ in range(2)]
        assert (answers, DisciplinePeriod.objects.count()) == ([302, 422], 1)

    def test_a_row_taken_out_meanwhile_is_said(self, client, editor, office):
        nominee = create_nominee(unit=office)
        grade = YearGrade.objects.create(nominee=nominee, year=2023, grade="HTNV")
        client.post(url(nominee, "xep-loai", grade.pk, "xoa"), {"because": "Nhầm", "version": 1})
        sent = {"year": 2023, "grade": "HTTNV", "version": 1}
        assert client.post(url(nominee, "xep-loai", grade.pk, "sua"), sent).status_code == 404


class TestFinding:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"q": "tran thi be"}, ["Trần Thị Bé"]),
            ({"q": "BÉ"}, ["Trần Thị Bé"]),
            ({"don_vi": "phong noi vu"}, ["Đặng Đức Ý"]),
            ({"loai": "household"}, ["Hộ ông Ba"]),
            ({"q": "khong co ai"}, []),
            ({"loai": "x", "trang": "y"}, ["Trần Thị Bé", "Hộ ông Ba", "Đặng Đức Ý"]),
        ],
    )
    def test_without_diacritics_by_unit_by_kind(self, client, editor, office, query, found):
        below = create_unit(name="Phòng Nội vụ", kind="division", parent=office)
        create_nominee(name="Trần Thị Bé", unit=office)
        create_nominee(name="Hộ ông Ba", kind="household", unit=office)
        create_nominee(name="Đặng Đức Ý", unit=below)
        assert names(client.get(LIST, query)) == found

    @pytest.mark.parametrize("query", ["?q=%00&don_vi=%00", "?trung=x&loai=%FF", f"?q={'a' * 300}"])
    def test_odd_input_is_answered(self, client, editor, query):
        assert client.get(LIST + query).status_code == 200

    def test_the_list_shows_no_year_of_birth(self, client, editor, office):
        create_nominee(unit=office, first_year=1971, sex="male")
        text = client.get(LIST).text
        assert "Nguyễn Văn An" in text and "1971" not in text and "Nam<" not in text


class TestSeeing:
    def test_only_those_above_the_unit_where_the_nominee_is_today(self, client, editor, office, today):
        moved = create_nominee(unit=office)
        next_office = create_unit(name="Ủy ban nhân dân phường Tân An")
        assert client.get(url(moved)).status_code == 200
        moved.postings.update(valid_to=today - timedelta(days=1))
        assert client.get(url(moved)).status_code == 200  # nowhere else yet
        moved.postings.create(unit=next_office, valid_from=today)
        assert (client.get(url(moved)).status_code, names(client.get(LIST))) == (404, [])

    def test_after_a_move_to_another_office_the_list_is_shown(self, client, editor, office):
        nominee, away = create_nominee(unit=office), create_unit(name="Ủy ban nhân dân phường Tân An")
        sent = {"unit": away.code, "version": 1}
        response = client.post(url(nominee, "cong-tac", nominee.postings.get().pk, "sua"), sent)
        assert response.url == LIST

    def test_every_look_is_noted(self, client, editor, office):
        nominee = create_nominee(unit=office)
        for parts in ((), ("sua",), ("xep-loai", "them")):
            client.get(url(nominee, *parts))
        seen = list(NomineeViewed.objects.values_list("nominee", "by", "address"))
        assert seen == [(nominee.pk, editor.pk, "127.0.0.1")] * 3
        assert "Những lần xem gần đây" in client.get(url(nominee)).text

    def test_who_may_not_look_leaves_no_line_and_sees_nothing(self, client, office):
        nominee = create_nominee(unit=office)
        client.force_login(create_user(role=Role.EDITOR))
        assert (client.get(url(nominee)).status_code, NomineeViewed.objects.count()) == (404, 0)

    def test_an_approver_reads_and_is_offered_no_deed(self, client, office):
        nominee = create_nominee(unit=office, first_year=1971)
        create_held(nominee=nominee)
        client.force_login(create_user(role=Role.APPROVER, unit=office))
        text = client.get(url(nominee)).text
        assert "1971" in text
        assert [word for word in ("/them/", "/sua/", "/xoa/", "/thu-hoi/", "/gop/") if word in text] == []


@pytest.mark.parametrize("payload", MARKUP[:12])
def test_words_of_ill_will_are_escaped(client, editor, office, payload):
    title = create_award(name=payload[:200]).title
    nominee = create_nominee(name=payload[:200], position=payload[:200], unit=office)
    twin = create_nominee(name=payload[:200], unit=office)
    create_initiative(nominee, title=payload, used_for=payload[:300])
    create_held(nominee=nominee, title=title, revoked_on=date(2025, 1, 1), revoked_because=payload[:300])
    NomineeEvent.objects.append(nominee=nominee, kind="changed", by=editor, note=payload)
    for path in (LIST, url(nominee), url(nominee, "sua"), url(nominee, "gop", twin.pk)):
        assert payload not in client.get(path).text, path


def test_the_list_asks_the_same_number_of_queries_at_any_size(client, editor, office, django_assert_num_queries):
    for size in (1, 29):
        for number in range(size):
            create_nominee(name=f"Người {size} {number}", unit=office)
        with django_assert_num_queries(7):
            assert len(names(client.get(LIST))) in (1, 30)


def test_a_record_asks_the_same_number_of_queries_at_any_size(client, editor, office, django_assert_num_queries):
    few, many = create_nominee(name="Ít", unit=office), create_nominee(name="Nhiều", unit=office)
    title = create_award().title
    for year in range(1990, 2020):
        create_held(nominee=many, title=title, year=year)
        create_initiative(many, few, recognised_on=date(year, 5, 1)).authors.remove(few)
        YearGrade.objects.create(nominee=many, year=year, grade="HTTNV")
        NomineeEvent.objects.append(nominee=many, unit=office, kind="changed", by=editor, note="Sửa")
    create_held(nominee=few, title=title)
    create_initiative(few)
    for nominee in (few, many):
        client.get(url(nominee))
        with django_assert_num_queries(15):
            client.get(url(nominee))


def test_who_is_not_signed_in_is_sent_to_sign_in(client):
    assert client.get(LIST).url == f"/tai-khoan/dang-nhap/?next={LIST}"
