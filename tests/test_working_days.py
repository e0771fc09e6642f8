"""Days off and on of 2024 to 2026 as the Government announced them; where a term ends.

2024: thông báo 5015/TB-LĐTBXH (Tết, Quốc khánh), công văn 2450/VPCP-KGVX (29/4 for 4/5). 2025: thông báo
6150/TB-BLĐTBXH (Tết, 2/5 for 26/4, Quốc khánh). 2026: văn bản 12729/VPCP-KGVX (2/1 for 10/1), thông báo 9441/TB-BNV
(Tết, 31/8 for 22/8); Ngày Văn hóa Việt Nam by Nghị quyết 80-NQ/TW.
"""

from datetime import date, timedelta

import pytest

from thiduakhenthuong.working_days import day_off_words, end_of_term, is_working_day, working_day_before

OFF = {  # Mondays to Fridays
    2024: "01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09",
    2025: "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09",
    2026: "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11",
}
WORKED = {2024: "04/05", 2025: "26/04", 2026: "10/01 22/08"}  # Saturdays


def days(year, *, weekend):
    """The days of a year that are not what their day of the week says."""
    found = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    unusual = (day for day in found if (day.weekday() > 4) == weekend == is_working_day(day))
    return " ".join(f"{day:%d/%m}" for day in unusual if day.year == year)


@pytest.mark.parametrize("year", OFF)
def test_offices_are_closed_on_the_days_announced(year):
    assert days(year, weekend=False) == OFF[year]


@pytest.mark.parametrize("year", WORKED)
def test_offices_are_open_on_the_days_worked_instead(year):
    assert days(year, weekend=True) == WORKED[year]


def test_a_term_that_ends_with_the_new_year_of_2026_runs_to_monday():
    assert end_of_term(date(2026, 1, 1)) == date(2026, 1, 5)
    assert end_of_term(date(2026, 1, 10)) == date(2026, 1, 10)
    assert working_day_before(date(2026, 1, 5)) == date(2025, 12, 31)


def test_a_day_off_has_a_name():
    assert day_off_words(date(2026, 1, 2)) == "Ngày nghỉ (thay cho ngày 10/01/2026)"
    assert day_off_words(date(2026, 1, 3)) == "Thứ bảy"
    assert day_off_words(date(2026, 1, 10)) == ""
