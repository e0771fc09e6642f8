"""Several people on the same records at the same moment, on SQLite and on PostgreSQL: one is first, others are told."""

import pytest

from awards.models import Initiative, Nominee, YearGrade
from awards.nominees.keeping import add_part, change_part
from awards.nominees.merging import merge
from tests.awards.making import create_initiative, create_nominee
from tests.awards.test_race import PEOPLE, told
from tests.factories import create_unit, create_user

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two():
    unit = create_unit()
    return [create_nominee(unit=unit) for _ in range(2)]


def test_a_part_is_added_once(two):
    by = create_user()

    def add(number):
        values = {"year": 2020 + number, "grade": "HTNV"}
        add_part(nominee=Nominee.objects.get(pk=two[0].pk), model=YearGrade, values=values, version=1, by=by)

    assert told(add) == ["done"] + ["stale"] * (PEOPLE - 1)
    assert YearGrade.objects.count() == 1


def test_one_initiative_changed_from_both_its_authors_is_changed_once(two):
    shared, by = create_initiative(*two), create_user()

    def change(number):
        part, nominee = Initiative.objects.get(pk=shared.pk), Nominee.objects.get(pk=two[number % 2].pk)
        change_part(nominee=nominee, part=part, values={"title": str(number), "authors": two}, version=1, by=by)

    assert told(change) == ["done"] + ["stale"] * (PEOPLE - 1)
    assert set(Nominee.objects.values_list("version", flat=True)) == {2}


def test_two_records_merged_both_ways_at_once_are_merged_one_way(two):
    by = create_user()

    def join(number):
        kept, gone = (Nominee.objects.get(pk=row.pk) for row in (two if number % 2 else two[::-1]))
        merge(nominee=kept, other=gone, version=1, other_version=1, by=by)

    assert told(join) == ["done"] + ["stale"] * (PEOPLE - 1)
    assert Nominee.objects.standing().count() == 1
