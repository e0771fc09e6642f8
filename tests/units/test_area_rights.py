"""Who rules a place: the body at its top, and nobody who only calls a lower body by that kind (goal S9)."""

import pytest

from tests.factories import create_unit, create_user
from units.access import may_edit_area
from units.models import Role, Unit

pytestmark = pytest.mark.django_db

REFUSED = "trông coi cả địa bàn"


def administrator(unit):
    return create_user(role=Role.ADMINISTRATOR, unit=unit)


@pytest.mark.parametrize("kind", ["peoples_committee", "central"])
def test_a_division_does_not_become_the_ruler_of_its_district(client, division, kind):
    client.force_login(administrator(division))
    response = client.post(f"/don-vi/{division.pk}/sua/", {"name": division.name, "kind": kind, "version": 1})
    assert response.status_code == 422
    assert REFUSED in response.text
    assert Unit.objects.get(pk=division.pk).kind == "division"


@pytest.mark.parametrize("kind", ["peoples_committee", "central"])
def test_a_department_adds_no_body_that_rules_the_city(client, city, kind):
    department = create_unit(name="Sở Công Thương", kind="department", parent=city)
    client.force_login(administrator(department))
    response = client.post(f"/don-vi/{department.pk}/them/", {"name": "Ủy ban mới", "kind": kind})
    assert response.status_code == 422
    assert REFUSED in response.text
    assert not Unit.objects.filter(name="Ủy ban mới").exists()


@pytest.mark.parametrize("kind", ["peoples_committee", "central"])
def test_a_body_below_another_of_the_same_place_rules_nothing(client, city, district, kind):
    """Whatever its kind says, and however it came to say so."""
    below = create_unit(name="Ủy ban trong ủy ban", kind=kind, parent=district)
    client.force_login(administrator(below))
    for area in (district.area, city.area):
        assert client.get(f"/dia-ban/{area.pk}/sua/").status_code == 403
    assert client.get(f"/don-vi/{city.pk}/sua/").status_code == 403


def test_a_ruling_body_keeps_its_kind_when_an_administrator_of_its_own_saves_other_facts(client, division):
    below = create_unit(name="Ủy ban cũ", parent=division)
    client.force_login(administrator(division))
    changed = {"name": "Ủy ban cũ sửa", "kind": "peoples_committee", "version": 1}
    assert client.post(f"/don-vi/{below.pk}/sua/", changed).status_code == 302


def test_the_committees_at_the_top_rule_their_place_and_those_inside(client, city, district):
    above, own = administrator(city), administrator(district)
    assert may_edit_area(above, city.area)
    assert may_edit_area(above, district.area)
    assert may_edit_area(own, district.area)
    assert not may_edit_area(own, city.area)


def test_who_rules_the_place_may_set_the_kind(client, district, division):
    client.force_login(administrator(district))
    changed = {"name": division.name, "kind": "peoples_committee", "version": 1}
    assert client.post(f"/don-vi/{division.pk}/sua/", changed).status_code == 302
    added = {"name": "Ủy ban lâm thời", "kind": "peoples_committee"}
    assert client.post(f"/dia-ban/{district.area_id}/don-vi/them/", added).status_code == 302
