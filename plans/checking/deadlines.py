"""Deadlines of items against the quarter they stand in and the day of the plan."""

from datetime import timedelta

from thiduakhenthuong.dates import ROMAN_QUARTERS, day_words, quarter_period

from .finding import Finding
from .passages import place_of

_A_MONTH = timedelta(days=31)
_GRACE = timedelta(days=15)  # the report on a quarter is due in the first days of the next


def outside_quarter(draft, facts):
    """No day of the deadline lies in the quarter; a bare end may follow shortly after it."""
    if facts.year is None:
        return
    for place, item in _dated_items(draft):
        if item.quarter is None:
            continue
        if not any(_touches(item, year) for year in {facts.year, item.deadline.end.year}):
            reason = f"Nhiệm vụ xếp ở quý {ROMAN_QUARTERS[item.quarter]} nhưng thời hạn nằm ngoài quý đó."
            yield Finding(place, reason, words=(item.deadline.raw,))


def _touches(item, year):
    """The December before the first quarter and the January after the fourth belong to the work of the quarter."""
    first, last = quarter_period(year, item.quarter)
    first -= _A_MONTH if item.quarter == 1 else timedelta(0)
    last += _A_MONTH if item.quarter == 4 else timedelta(0)
    start, end = item.deadline.start, item.deadline.end
    return end >= first and (start or end - _GRACE) <= last


def past(draft, facts):
    """A day that had gone before the plan could be signed; whole months are not held against it.

    What amends or replaces an issued plan in summer still has the items of spring.
    """
    if facts.continues:
        return
    for place, item in _dated_items(draft):
        end, start = item.deadline.end, item.deadline.start
        if facts.first_day and end < facts.first_day and start in (None, end):
            reason = f"Thời hạn ({day_words(end)}) đã qua trước ngày ban hành kế hoạch."
            yield Finding(place, reason, words=(item.deadline.raw,))


def _dated_items(draft):
    for s, section in enumerate(draft.sections):
        for i, item in enumerate(section.items):
            if item.deadline and item.deadline.end:
                yield place_of(draft, s, i), item
