"""Which day's bodies a plan means."""

from datetime import date

import pytest

from plans.days import day_of
from plans.draft import PlanDraft


@pytest.mark.parametrize(
    ("day", "month", "signed_year", "meant"),
    [
        (29, 12, 2023, date(2023, 12, 29)),
        (None, 12, 2023, date(2023, 12, 1)),
        (None, None, None, date(2024, 1, 1)),
        (31, 2, 2024, date(2024, 1, 1)),
        (1, 1, 99999, date(2024, 1, 1)),
    ],
)
def test_the_day_signed_as_far_as_it_is_a_day(day, month, signed_year, meant):
    assert day_of(PlanDraft(year=2024, day=day, month=month, signed_year=signed_year)) == meant
