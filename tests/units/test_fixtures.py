"""The former areas and bodies that the five plans name: whole, consistent, and with what took over."""

from datetime import date

import pytest

from units.loading import load_fixtures, load_units
from units.models import Area, Succession, Unit, UnitGroup

from .test_loading import everything

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture
def former(db):
    load_fixtures()


def names(queryset):
    return [str(row) for row in queryset]


def test_a_second_run_changes_nothing(former):
    before = everything()
    load_fixtures()
    assert everything() == before


def test_whatever_ended_has_a_successor_or_a_reason(former):
    ended = Unit.objects.exclude(valid_to=None)
    assert ended.count() > 150
    assert names(ended.filter(ended_because="", successions_out=None)) == []
    assert names(Area.objects.exclude(valid_to=None).filter(successors=None)) == []
    assert names(Area.objects.exclude(valid_to=None).filter(ended_because="")) == []


def test_successors_begin_when_their_predecessors_have_ended(former):
    for row in Succession.objects.select_related("predecessor", "successor"):
        assert row.predecessor.valid_to < row.took_over_on
        assert row.successor.is_valid(on=row.took_over_on)
        assert row.basis


def test_no_body_outlives_its_area_or_its_parent(former):
    for unit in Unit.objects.exclude(area__valid_to=None).select_related("area"):
        assert unit.valid_to <= unit.area.valid_to
    for unit in Unit.objects.exclude(parent__valid_to=None).exclude(parent__kind="cluster").select_related("parent"):
        assert unit.valid_to <= unit.parent.valid_to


def test_63_provinces_before_and_34_after(former):
    provinces = Area.objects.filter(level="province")
    assert provinces.valid(on=BEFORE).count() == 63
    assert provinces.valid(on=AFTER).count() == 34


def test_districts_to_the_last_of_june(former):
    assert names(Area.objects.filter(code="quan-cai-rang").valid(on=BEFORE)) == ["quận Cái Răng"]
    assert names(Area.objects.filter(level="district").valid(on=AFTER)) == []


def test_what_took_over(former):
    def successors(code):
        return {unit.successor.code for unit in Succession.objects.filter(predecessor__code=code)}

    assert names(Area.objects.get(code="quan-cai-rang").successors.all()) == ["phường Cái Răng", "phường Hưng Phú"]
    assert successors("ubnd-phuong-quyet-thang-lai-chau") == {"ubnd-doan-ket-03388"}
    assert successors("ubnd-can-tho-cu") == successors("ubnd-hau-giang") == {"ubnd-can-tho"}
    assert successors("ubnd-binh-phuoc") == {"ubnd-dong-nai"}
    assert successors("so-thong-tin-va-truyen-thong-can-tho-cu") == {"so-khoa-hoc-va-cong-nghe-can-tho-cu"}
    assert Succession.objects.filter(predecessor__code="ubnd-lang-son").count() == 0


def test_groups_list_their_members(former):
    def members(name, issuer, on=date(2024, 1, 1)):
        return {unit.code for unit in UnitGroup.objects.get(name=name, issuer__code=issuer).units(on=on)}

    wards = members("Ủy ban nhân dân các phường", "ubnd-quan-cai-rang")
    assert len(wards) == 7
    assert "ubnd-phuong-le-binh-cai-rang" in wards
    cities = members("Các thành viên Cụm thi đua 5 thành phố trực thuộc Trung ương", "ubnd-can-tho-cu")
    assert cities == {"ubnd-can-tho-cu", "ubnd-ha-noi", "ubnd-ho-chi-minh-cu", "ubnd-hai-phong-cu", "ubnd-da-nang-cu"}
    assert "so-y-te-can-tho-cu" in members("Các sở, ban ngành thành phố", "ubnd-can-tho-cu")
    assert len(members("Thường trực Hội đồng nhân dân và Ủy ban nhân dân quận, huyện", "ubnd-can-tho-cu")) == 18


def test_the_whole_country_goes_beside_the_former_one(former):
    load_units("Cần Thơ")
    before = everything()
    load_fixtures()
    assert everything() == before
