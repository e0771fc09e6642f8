"""Rows that live from a date to a date: the database and Python give the same answer."""

from datetime import date, timedelta

import pytest

from tests.factories import create_unit

DAY = date(2025, 7, 1)
ENDS = (None, DAY - timedelta(days=1), DAY, DAY + timedelta(days=1))


@pytest.mark.django_db
def test_python_and_the_database_agree_on_every_kind_of_period():
    periods = [(start, end) for start in ENDS for end in ENDS if not (start and end) or start <= end]
    units = [create_unit(valid_from=start, valid_to=end) for start, end in periods]
    found = set(type(units[0]).objects.filter(pk__in=[unit.pk for unit in units]).valid(on=DAY))
    assert {unit for unit in units if unit.is_valid(on=DAY)} == found
    assert {(unit.valid_from, unit.valid_to) for unit in found} == {
        (start, end) for start, end in periods if (start or DAY) <= DAY <= (end or DAY)
    }
