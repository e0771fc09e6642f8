"""A plan's year by month: what falls due in each, how much of it is done or late; with places on a drawing.

Bars stand beside each other on a wide screen and lie below each other on a phone.
"""

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from .board import Counts, counts_by

MONTHS = range(1, 13)

# Where things stand in the drawings, in their own units.
STEP, BAR, TALLEST, TOP = 88, 60, 200, 30  # columns
ROW, THICK, LABEL, LONGEST = 44, 28, 62, 220  # rows of a phone
ROOM_FOR_WORDS = 18  # a column's segment that is lower carries no number
ROOM_FOR_WORDS_ACROSS = 34


@dataclass(frozen=True)
class Segment:
    """Tasks of one kind within a bar, from `start` on, so long; a bar is as long as the busiest month."""

    kind: str
    sign: str
    count: int
    start: int
    length: int

    @property
    def words(self):
        return f"{self.sign} {self.count}".strip()


@dataclass(frozen=True)
class Month:
    number: int
    counts: Counts
    most: int  # tasks of the busiest month
    is_now: bool

    @property
    def waiting(self):
        """Not late and not reported to the end: still to come, or no longer waited for."""
        return self.counts.given - self.counts.done - self.counts.not_done - self.counts.late

    @property
    def middle(self):
        return STEP * self.number - STEP // 2

    @property
    def left(self):
        return self.middle - BAR // 2

    @property
    def row(self):
        return ROW * (self.number - 1)

    @property
    def top(self):
        """Where the column ends, for the number above it."""
        return TOP + TALLEST - _scaled(self.counts.given, self.most, TALLEST)

    @property
    def end(self):
        """Where the row ends."""
        return LABEL + _scaled(self.counts.given, self.most, LONGEST)

    @property
    def columns(self):
        """From the ground up: (segment, its upper edge, whether its number has room)."""
        return [(s, TOP + TALLEST - s.start - s.length, s.length >= ROOM_FOR_WORDS) for s in self._segments(TALLEST)]

    @property
    def rows(self):
        """From the left: (segment, its left edge, whether its number has room)."""
        return [(s, LABEL + s.start, s.length >= ROOM_FOR_WORDS_ACROSS) for s in self._segments(LONGEST)]

    def _segments(self, longest):
        """In whole units, so that together they are exactly as long as the bar."""
        kinds = (("done", "✓"), ("not_done", "✕"), ("late", "!"))
        counted = [(kind, sign, getattr(self.counts, kind)) for kind, sign in kinds] + [("waiting", "", self.waiting)]
        before = 0
        for kind, sign, count in counted:
            start, end = (_scaled(n, self.most, longest) for n in (before, before + count))
            before += count
            if count:
                yield Segment(kind, sign, count, start, end - start)


@dataclass(frozen=True)
class Timeline:
    """Twelve months, and what is due in none of them."""

    months: list[Month]
    rest: Counts
    today_across: int | None  # where the line for today stands, None outside the year
    today_down: int | None

    width, height = STEP * 12, TOP + TALLEST + 30
    narrow_width, narrow_height = LABEL + LONGEST + 46, ROW * 12
    ground, bar, thick = TOP + TALLEST, BAR, THICK

    @cached_property
    def total(self):
        return sum((month.counts for month in self.months), self.rest)


def timeline_of(plan, tasks, *, today):
    """The year of a plan, for these of its tasks. One query; days are fewer than tasks, and no engine counts months."""
    counts = defaultdict(Counts)
    for day, found in counts_by(tasks, "due_on", today).items():
        counts[day.month if day and day.year == plan.year else None] += found
    rest = counts.pop(None, Counts())
    most = max((found.given for found in counts.values()), default=1)
    this_year = today.year == plan.year
    months = [Month(n, counts[n], most, is_now=this_year and n == today.month) for n in MONTHS]
    passed = today.month - 1 + (today.day - 0.5) / monthrange(today.year, today.month)[1]
    return Timeline(months, rest, *((round(STEP * passed), round(ROW * passed)) if this_year else (None, None)))


def _scaled(count, most, longest):
    return round(longest * count / most)
