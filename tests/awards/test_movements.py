"""Phong trào thi đua: entered, found, changed, taken out; seen by the offices of awards at the unit and above it."""

from datetime import date
from uuid import uuid4

import pytest

from awards.models import Movement
from tests.awards.making import create_movement
from tests.factories import create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
LIST = "/khen-thuong/phong-trao/"
ADD = f"{LIST}them/"


@pytest.fixture
def office():
    return create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")


@pytest.fixture
def editor(client, office):
    user = create_user(role=Role.EDITOR, unit=office, full_name="Lê Thị Hạnh")
    client.force_login(user)
    return user


def sent(office, **more):
    values = {"unit": office.code, "name": "Dân vận khéo", "level": "province", "scope": "place", "method": "theme"}
    values |= {"basis": "Kế hoạch số 12/KH-UBND ngày 15/01/2026", "launched_on": "15/01/2026", "ends_on": "31/12/2026"}
    return values | {"token": str(uuid4())} | more


def change(client, movement, office, **more):
    return client.post(f"{movement.get_absolute_url()}sua/", sent(office, version=movement.version) | more)


class TestEntering:
    def test_what_was_entered_stands_with_who_did_it(self, client, editor, office):
        response = client.post(ADD, sent(office))
        movement = Movement.objects.get()
        assert response.url == movement.get_absolute_url()
        assert (movement.unit, movement.launched_on, movement.ends_on) == (
            office,
            date(2026, 1, 15),
            date(2026, 12, 31),
        )
        event = movement.events.get()
        assert (event.by, event.unit, event.address) == (editor, office, "127.0.0.1")
        assert event.request_id
        page = client.get(response.url).text
        for words in ("Dân vận khéo", "15/01/2026 – 31/12/2026", "Theo chuyên đề", "Lê Thị Hạnh"):
            assert words in page

    def test_sent_twice_it_is_one(self, client, editor, office):
        values = sent(office)
        urls = {client.post(ADD, values).url for _ in range(2)}
        assert (len(urls), Movement.objects.count()) == (1, 1)

    @pytest.mark.parametrize(
        ("fault", "words"),
        [
            ({"ends_on": "14/01/2026"}, "không được trước ngày phát động"),
            ({"launched_on": "01/09/1945"}, "Hãy ghi một ngày từ 02/09/1945"),
            ({"ends_on": "31/12/9999"}, "đến hết năm 2100"),
            ({"launched_on": "mai"}, "Hãy ghi ngày theo dạng"),
            ({"name": "…"}, "Hãy ghi tên có chữ cái"),
            ({"basis": ""}, "Hãy điền mục này"),
            ({"level": "x"}, "Hãy chọn"),
            ({"unit": "khong-co"}, "Không có đơn vị nào"),
            ({"token": "x"}, "mở lại rồi lưu"),
        ],
    )
    def test_what_is_wrong_is_said_and_nothing_is_written(self, client, editor, office, fault, words):
        response = client.post(ADD, sent(office) | fault)
        assert (response.status_code, Movement.objects.count()) == (422, 0)
        assert words in response.text

    def test_not_at_a_unit_one_does_not_work_for(self, client, editor):
        assert client.post(ADD, sent(create_unit(name="Ủy ban nhân dân tỉnh Lâm Đồng"))).status_code == 422
        assert not Movement.objects.exists()


class TestChanging:
    def test_a_change_keeps_what_stood_before(self, client, editor, office):
        movement = create_movement(unit=office)
        assert change(client, movement, office, name="Tên mới").status_code == 302
        movement.refresh_from_db()
        assert (movement.name, movement.version, movement.unit) == ("Tên mới", 2, office)
        details = movement.events.get().details
        assert details["name"] == "Cả nước thi đua xây dựng nông thôn mới"
        assert details["launched_on"] == "2026-01-01"
        assert "level" not in details

    def test_of_two_people_the_second_is_told_and_keeps_the_words(self, client, editor, office):
        movement = create_movement(unit=office)
        change(client, movement, office)
        second = change(client, movement, office, name="Của tôi")
        assert (second.status_code, Movement.objects.get().name) == (422, "Dân vận khéo")
        assert "Có người vừa thay đổi" in second.text and 'value="Của tôi"' in second.text

    def test_taken_out_with_a_reason_it_counts_nowhere_and_stays_to_be_read(self, client, editor, office):
        movement = create_movement(unit=office)
        address = f"{movement.get_absolute_url()}bo/"
        assert client.post(address, {"because": "", "version": 1}).status_code == 422
        assert client.post(address, {"because": "Nhập trùng", "version": 1}).status_code == 302
        assert movement.name not in client.get(LIST).text
        page = client.get(movement.get_absolute_url()).text
        assert "Bỏ phong trào: Nhập trùng" in page and "không còn tính" in page
        assert [change(client, movement, office).status_code, client.get(address).status_code] == [403, 403]


class TestSeeing:
    @pytest.mark.parametrize(
        ("role", "place", "status"),
        [
            (Role.EDITOR, "own", 200),
            (Role.SECRETARY, "above", 200),
            (Role.APPROVER, "own", 200),
            (Role.REPORTER, "own", 404),
            (Role.EDITOR, "below", 404),
            (Role.EDITOR, "elsewhere", 404),
        ],
    )
    def test_by_whom(self, client, office, role, place, status):
        ward = create_unit(name="Ủy ban nhân dân phường Tân An", parent=office)
        places = {"above": office, "own": ward, "elsewhere": create_unit()}
        places["below"] = create_unit(name="Phòng Văn hóa", kind="division", parent=ward)
        movement = create_movement(unit=ward)
        client.force_login(create_user(role=role, unit=places[place]))
        assert client.get(movement.get_absolute_url()).status_code == status
        if role != Role.REPORTER:
            assert (movement.name in client.get(LIST).text) == (status == 200)

    def test_who_only_approves_changes_nothing(self, client, office):
        movement = create_movement(unit=office)
        client.force_login(create_user(role=Role.APPROVER, unit=office))
        assert "Bỏ phong trào" not in client.get(movement.get_absolute_url()).text
        assert [change(client, movement, office).status_code, client.post(ADD, sent(office)).status_code] == [403, 403]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"q": "van kheo"}, ["Dân vận khéo"]),
            ({"q": "dong nai"}, ["Dân vận khéo", "Nông thôn mới"]),
            ({"nam": "2025"}, ["Nông thôn mới"]),
            ({"cap": "unit"}, ["Nông thôn mới"]),
            ({"nam": "hai", "cap": "'", "trang": "x"}, ["Dân vận khéo", "Nông thôn mới"]),
            ({"q": "khong co"}, []),
        ],
    )
    def test_found_by_name_office_year_and_level(self, client, editor, office, query, found):
        create_movement(unit=office, name="Dân vận khéo")
        create_movement(unit=office, name="Nông thôn mới", level="unit", launched_on=date(2025, 3, 1))
        assert [movement.name for movement in client.get(LIST, query).context["page"]] == found

    def test_a_name_is_only_text(self, client, editor, office):
        for markup in MARKUP:
            create_movement(unit=office, name=markup, basis=markup)
        pages = [client.get(LIST).text, *(client.get(row.get_absolute_url()).text for row in Movement.objects.all())]
        assert not any(markup in page for page in pages for markup in MARKUP)

    @pytest.mark.parametrize("rows", [1, 30])
    def test_the_number_of_queries_does_not_grow(self, client, editor, office, rows, django_assert_max_num_queries):
        for _ in range(rows):
            create_movement(unit=office)
        with django_assert_max_num_queries(6):
            assert client.get(LIST).status_code == 200
