"""Base salaries and legal instruments, kept by administrators."""

from datetime import date

import pytest

from awards.models import BaseSalary, CatalogueEvent, Instrument
from tests.awards.making import create_instrument, create_salary
from tests.factories import create_user
from units.models import Role

pytestmark = pytest.mark.django_db
SALARY = {"amount": "2.700.000", "rounded_up_to": "1", "basis": "Nghị định mới", "certainty": "A"}
ADD = "/khen-thuong/luong-co-so/them/"


@pytest.fixture
def admin(client):
    user = create_user(role=Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def test_a_new_salary_ends_the_one_before(client, admin):
    old = create_salary()
    client.post(ADD, SALARY | {"valid_from": "01/07/2027", "version": old.pk})
    new, old = BaseSalary.objects.all()
    assert (old.valid_to, new.valid_from, new.amount) == (date(2027, 6, 30), date(2027, 7, 1), 2_700_000)
    assert (new.events.get().by, new.events.get().kind) == (admin, "added")


def test_the_first_salary_of_all(client, admin):
    client.post(ADD, SALARY | {"valid_from": "01/07/2027"})
    assert BaseSalary.objects.get().amount == 2_700_000


def test_not_before_the_newest(client, admin):
    old = create_salary()
    response = client.post(ADD, SALARY | {"valid_from": "01/07/2024", "version": old.pk})
    assert (response.status_code, "Hãy ghi một ngày sau đó" in response.text) == (422, True)


def test_the_second_of_two_people_is_told(client, admin):
    old = create_salary()
    for day in ("01/07/2027", "01/08/2027"):
        response = client.post(ADD, SALARY | {"valid_from": day, "version": old.pk})
    assert (response.status_code, "Có người vừa thay đổi mục này" in response.text) == (422, True)
    assert BaseSalary.objects.count() == 2


def test_a_wrong_amount_is_corrected_on_the_same_day_only(client, admin):
    client.post(ADD, SALARY | {"amount": "27.000.000", "valid_from": "01/07/2025"})
    salary = BaseSalary.objects.get()
    client.post(f"/khen-thuong/luong-co-so/{salary.pk}/sua/", SALARY | {"version": salary.version})
    assert BaseSalary.objects.get().amount == 2_700_000
    assert CatalogueEvent.objects.latest("pk").details == {"amount": "27000000"}


def test_a_salary_in_use_is_never_overwritten(client, admin):
    salary = create_salary()
    response = client.post(f"/khen-thuong/luong-co-so/{salary.pk}/sua/", SALARY | {"version": 1}, follow=True)
    assert "Hãy thêm mức mới từ một ngày khác" in response.text
    assert BaseSalary.objects.get().amount == 2_340_000


@pytest.mark.parametrize(
    ("amount", "words"), [("0", "Hãy ghi một số tiền lớn hơn 0."), ("hai triệu", "ví dụ 2.530.000")]
)
def test_an_amount_is_a_sum_of_money(client, admin, amount, words):
    response = client.post(ADD, SALARY | {"amount": amount, "valid_from": "01/07/2027"})
    assert (response.status_code, words in response.text) == (422, True), response.context["form"].errors


def test_an_instrument_is_added_and_changed_with_what_was_known_before(client, admin):
    known = {"name": "Nghị định số 1/2027/NĐ-CP", "subject": "Thi đua", "valid_from": "01/03/2027", "certainty": "B"}
    client.post("/khen-thuong/van-ban/them/", known | {"code": "ND1"})
    instrument = Instrument.objects.get(code="ND1")
    sent = known | {"valid_to": "01/03/2030", "certainty": "A", "version": instrument.version}
    client.post("/khen-thuong/van-ban/ND1/sua/", sent)
    instrument.refresh_from_db()
    assert (instrument.valid_to, instrument.certainty) == (date(2030, 3, 1), "A")
    assert CatalogueEvent.objects.latest("pk").details == {"valid_to": "", "certainty": "B"}


def test_two_people_at_one_instrument(client, admin):
    instrument = create_instrument(code="ND152")
    sent = {"name": "Một", "subject": "Thi đua", "certainty": "A", "version": 1}
    client.post("/khen-thuong/van-ban/ND152/sua/", sent)
    response = client.post("/khen-thuong/van-ban/ND152/sua/", sent | {"name": "Hai"})
    assert (response.status_code, "Có người vừa thay đổi mục này" in response.text) == (422, True)
    instrument.refresh_from_db()
    assert (instrument.name, instrument.version) == ("Một", 2)


def test_a_code_stands_once(client, admin):
    create_instrument(code="ND152")
    sent = {"code": "ND152", "name": "Một", "subject": "Thi đua", "certainty": "A"}
    assert client.post("/khen-thuong/van-ban/them/", sent).status_code == 422
