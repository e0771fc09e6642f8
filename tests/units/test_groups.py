"""Who belongs to a group that follows a rule: the members, the groups of a unit and of several say the same."""

from datetime import date

import pytest

from tests.factories import create_area, create_group, create_unit
from units.models import Area, Unit, UnitGroup

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    """A commune under a district under a province under the country."""
    areas = [create_area(name="Trung ương", type_word="", level=Area.Level.CENTRAL)]
    for name, level in (("Cần Thơ", "province"), ("Cái Răng", "district"), ("Lê Bình", "commune")):
        areas.append(create_area(name=name, level=level, parent=areas[-1]))
    return areas


def communes_of(area):
    rule = {"member_kind": Unit.Kind.PEOPLES_COMMITTEE, "member_level": Area.Level.COMMUNE}
    return create_group(name="UBND cấp xã", membering="rule", area=area, **rule)


@pytest.mark.parametrize("above", range(4))
def test_a_commune_belongs_to_the_rule_of_every_area_above_it(chain, above):
    commune, group = create_unit(area=chain[-1]), communes_of(chain[above])
    assert list(group.units(on=date(2024, 1, 1))) == [commune]
    assert list(UnitGroup.holding(commune)) == [group]
    assert list(UnitGroup.holding_any(Unit.objects.all())) == [group]


@pytest.mark.parametrize("other", [{"kind": Unit.Kind.DIVISION}, {"area": 2}, {"area": "elsewhere"}])
def test_another_kind_level_or_place_does_not(chain, other):
    place = other.pop("area", 3)
    area = create_area(level="commune") if place == "elsewhere" else chain[place]
    unit, group = create_unit(area=area, **other), communes_of(chain[1])
    assert list(group.units(on=date(2024, 1, 1))) == []
    assert list(UnitGroup.holding(unit)) == list(UnitGroup.holding_any(Unit.objects.all())) == []


def test_areas_within_one_or_several(chain):
    assert list(Area.objects.within(chain[2]).order_by("pk")) == chain[2:]
    several = Area.objects.filter(level__in=["central", "commune"])
    assert list(Area.objects.within(several).order_by("pk")) == chain
