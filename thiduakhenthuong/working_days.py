"""Working days in Việt Nam: weekends, public holidays with Tết by the lunar calendar, days off and on instead.

Bộ luật Lao động 2019, Đ.112; the yearly exchanges of days follow the Government's notices, as the package `holidays`
has them; those it lacks stand here. A period whose last day is a day off ends with the next working day: Bộ luật Dân
sự 2015, Đ.148 khoản 5.
"""

from datetime import date, timedelta
from functools import cache, lru_cache

import holidays

_DAY = timedelta(days=1)
_EXCHANGED = {  # a day off: the weekend day worked instead
    date(2026, 1, 2): date(2026, 1, 10),  # văn bản số 12729/VPCP-KGVX ngày 25/12/2025
}


@cache
def _calendar():
    calendar = holidays.country_holidays("VN", language="vi")
    for off, worked in _EXCHANGED.items():
        calendar[off] = f"Ngày nghỉ (thay cho ngày {worked:%d/%m/%Y})"
        calendar.weekend_workdays.add(worked)
    return calendar


def is_working_day(day):
    """Whether offices are open on a date."""
    return _calendar().is_working_day(day)


def day_off_words(day):
    """Why offices are closed on a date: the name of the holiday, "Thứ bảy", "Chủ nhật"; "" on a working day."""
    if is_working_day(day):
        return ""
    return _calendar().get(day) or ("Thứ bảy" if day.weekday() == 5 else "Chủ nhật")


def end_of_term(day):
    """The day a term that runs to `day` really ends: itself, or the next working day."""
    while not is_working_day(day):
        day += _DAY
    return day


@lru_cache(maxsize=64)  # a list asks it for every line
def working_day_before(day):
    """The last working day before a date. Whatever was due on it or earlier is late on `day`, and nothing else is."""
    day -= _DAY
    while not is_working_day(day):
        day -= _DAY
    return day
