"""Local shares: administrators of a place add and end them; they reach all units below."""

from datetime import date

import pytest

from awards.models import CatalogueEvent, LocalCap
from tests.awards.making import create_award, create_cap
from tests.factories import create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
LIST, ADD = "/khen-thuong/ty-le/", "/khen-thuong/ty-le/them/"


@pytest.fixture
def province():
    return create_unit()


@pytest.fixture
def administrator(client, province):
    user = create_user(role=Role.ADMINISTRATOR, unit=province)
    client.force_login(user)
    return user


@pytest.fixture
def sent(province):
    titles = create_award(name="Chiến sĩ thi đua cơ sở").title, create_award().title
    values = {"unit": province.code, "title": titles[0].pk, "of_title": titles[1].pk, "percent": "15,5"}
    return values | {"rounding": "down", "basis": "Quyết định số 14/2024/QĐ-UBND", "valid_from": "01/01/2024"}


def ending(cap):
    return f"{LIST}{cap.pk}/ket-thuc/"


def test_a_share_is_added_with_its_event(client, administrator, sent):
    assert client.post(ADD, sent).url == LIST
    cap = LocalCap.objects.get()
    event = CatalogueEvent.objects.get()
    assert (str(cap.percent), cap.blocks, event.by, event.title) == ("15.50", False, administrator, cap.title)
    assert (event.address, "15,5%" in client.get(LIST).text) == ("127.0.0.1", True)


def test_two_of_the_same_never_share_a_day(client, administrator, sent):
    client.post(ADD, sent)
    response = client.post(ADD, sent)
    assert (response.status_code, LocalCap.objects.count()) == (422, 1)
    assert "Đã có tỷ lệ áp dụng từ 01/01/2024" in response.text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"percent": "101"}, "từ 0,01 đến 100"),
        ({"percent": "nhiều"}, "Hãy ghi một số"),
        ({"basis": ""}, "Hãy điền mục này"),
        ({"valid_to": "31/12/2023"}, "Ngày kết thúc không được trước ngày bắt đầu"),
    ],
)
def test_what_is_wrong_is_said(client, administrator, sent, wrong, words):
    response = client.post(ADD, sent | wrong)
    assert (response.status_code, words in response.text) == (422, True)


def test_a_share_is_of_another_title(client, administrator, sent):
    response = client.post(ADD, sent | {"of_title": sent["title"]})
    assert (response.status_code, "danh hiệu khác" in response.text) == (422, True)


def test_not_for_a_unit_one_does_not_administer(client, administrator, sent):
    other = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")
    assert client.post(ADD, sent | {"unit": other.code}).status_code == 422
    assert not LocalCap.objects.exists()


def test_a_share_is_ended_not_changed(client, administrator, province):
    cap = create_cap(unit=province)
    client.post(ending(cap), {"on": "31/12/2025", "because": "Quyết định mới", "version": 1})
    cap.refresh_from_db()
    assert (cap.valid_to, cap.version) == (date(2025, 12, 31), 2)
    assert "Quyết định mới" in CatalogueEvent.objects.get().note


def test_who_was_second_is_told(client, administrator, province):
    cap = create_cap(unit=province)
    LocalCap.objects.update(version=2)
    response = client.post(ending(cap), {"on": "31/12/2025", "because": "Quyết định mới", "version": 1})
    assert (response.status_code, LocalCap.objects.get().valid_to) == (422, None)
    assert "Có người vừa thay đổi" in response.text


def test_units_below_read_it_and_strangers_do_not(client, province):
    create_cap(unit=province, basis="Quy chế riêng")
    for unit, seen in ((create_unit(name="Sở Nội vụ", parent=province), True), (create_unit(name="Nơi khác"), False)):
        client.force_login(create_user(role=Role.REPORTER, unit=unit))
        assert ("Quy chế riêng" in client.get(LIST).text) is seen


def test_text_is_never_markup(client, administrator, province):
    create_cap(unit=province, basis=MARKUP[0])
    assert MARKUP[0] not in client.get(LIST).text


@pytest.mark.parametrize("number", [1, 30])
def test_queries_do_not_grow(client, administrator, province, number, django_assert_max_num_queries):
    for _ in range(number):
        create_cap(unit=province)
    with django_assert_max_num_queries(8):
        client.get(LIST)
