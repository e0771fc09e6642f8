"""When a draft is signed, as far as it tells: from the earliest possible day to the latest."""

from datetime import date

from thiduakhenthuong.dates import month_period


def signing_days(draft):
    """(first, last); a blank day leaves the month, a blank month the year, a blank year nothing."""
    year, month, day = draft.signed_year, draft.month, draft.day
    if not year:
        return None, None
    try:
        if month and day:
            return (date(year, month, day),) * 2
        return month_period(year, month) if month else (date(year, 1, 1), date(year, 12, 31))
    except ValueError:  # 31/02 in a file
        return None, None
