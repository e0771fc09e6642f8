"""The text column lines stand in: the margins of pages, the edges of cells. Paragraphs are measured by it."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

FLUSH = 3  # points from the right edge, at most, of a line drawn out to it
_JUSTIFIED = 0.25  # of all lines are flush where text is justified
_ENOUGH_LINES = 8  # on pages of one kind, to tell their margins
_SAME_EDGE = 4  # points


@dataclass(frozen=True)
class Column:
    """Left and right edge of the text that lines are measured by, and how it is set."""

    left: float
    right: float
    justified: bool = False
    starts: frozenset = frozenset()  # distances from the left edge, in whole points, at which several lines begin

    @property
    def middle(self):
        return (self.left + self.right) / 2


def text_column(lines, left, right):
    """The `Column` of lines between two edges."""
    flush = sum(abs(right - line.x1) < FLUSH for line in lines)
    begun = Counter(round(line.x0 - left) for line in lines)
    starts = frozenset(near for start, count in begun.items() if count > 2 for near in range(start - 1, start + 2))
    return Column(left, right, flush >= max(3, _JUSTIFIED * len(lines)), starts)


def margins_of(pages, sizes):
    """The text column of each page: that of all pages as wide, or of all odd or even ones if mirrored."""
    alike = {}
    for number, (lines, (width, _)) in enumerate(zip(pages, sizes, strict=True)):
        alike.setdefault(round(width), ([], []))[number % 2].extend(lines)
    columns = {width: _mirrored(*halves, width) for width, halves in alike.items()}
    return [columns[round(width)][number % 2] for number, (width, _) in enumerate(sizes)]


def _mirrored(odd, even, width):
    """The text columns of odd and of even pages, which are one unless both edges stand aside by as much."""
    columns = _edges(odd, width), _edges(even, width)
    aside, right_aside = columns[0].left - columns[1].left, columns[0].right - columns[1].right
    if min(len(odd), len(even)) >= _ENOUGH_LINES and abs(aside) > _SAME_EDGE and abs(aside - right_aside) < _SAME_EDGE:
        return columns
    return (_edges(odd + even, width),) * 2


def _edges(lines, width):
    if not lines:
        return Column(0, width)
    left = _shared(sorted(line.x0 for line in lines))
    column = text_column(lines, left, -_shared(sorted(-line.x1 for line in lines)))
    # The right margin of an office paper is never wider than its left one.
    return (
        column
        if column.justified and column.right > width - left - FLUSH
        else text_column(lines, left, max(width - left, *(line.x1 for line in lines)))
    )


def _shared(places):
    """The first place that two lines share, or the first one."""
    return next((a for a, b in pairwise(places) if b - a < 2), places[0])
