"""The labels of a plan's pieces, which follow from their order: I. / 1. / 1.1. / a) / -, and of its items.

Pure: works on anything with the attributes of Section and PlanItem, and asks no database if those are prefetched.
"""

from dataclasses import dataclass, field
from itertools import groupby

from thiduakhenthuong.official.wording import roman

from .kinds import ItemStyle, SectionKind

POINTS = "abcdđeghiklmnopqrstuvxy"  # the letters of điểm: no f, j, w, z, and none with a mark but đ
CLAUSE, SUBCLAUSE, POINT = 1, 2, 3  # depths below a section
_DEPTHS = {SectionKind.CLAUSE: CLAUSE, SectionKind.SUBCLAUSE: SUBCLAUSE, SectionKind.POINT: POINT}


@dataclass
class Labels:
    """Labels by primary key; of quarter headings by (section, quarter) with the depth they stand at."""

    sections: dict = field(default_factory=dict)
    quarters: dict = field(default_factory=dict)
    items: dict = field(default_factory=dict)


def labels(sections):
    """{pk: label} of sections in their order; "" for pieces without one."""
    return number(sections).sections


def number(sections):
    """All labels of the sections of one plan, given in order. An ITEMS section needs `.items` and `.layout`."""
    found, count = Labels(), _Count()
    annexes = sum(section.kind == SectionKind.ANNEX for section in sections)
    for section in sections:
        found.sections[section.pk] = count.label_of(section, annexes)
        if section.kind == SectionKind.ITEMS:
            _number_items(section, count, found)
    return found


def by_quarter(section):
    """The items of a section as pairs (quarter or None, items)."""
    return [(quarter, list(items)) for quarter, items in groupby(section.items.all(), lambda item: item.quarter)]


def _number_items(section, count, found):
    style = section.layout.style
    if style == ItemStyle.TABLE:
        found.items.update({item.pk: str(n) for n, item in enumerate(section.items.all(), 1)})
        return
    heading_depth, item_depth = count.heading_depth(), count.below()
    for quarter, items in by_quarter(section):
        if quarter:
            found.quarters[section.pk, quarter] = (count.next(heading_depth), heading_depth)
        depth = min(heading_depth + 1, POINT) if quarter else item_depth
        for item in items:
            found.items[item.pk] = count.next(depth) if style == ItemStyle.NUMBERED else "-"


class _Count:
    """Where the numbering stands: how many annexes, sections, and at each depth since the last piece above it."""

    def __init__(self):
        self.annex = 0
        self._restart(section=0)

    def _restart(self, *, section):
        self.section = section
        self.at = {CLAUSE: 0, SUBCLAUSE: 0, POINT: 0}
        self.titled = 0  # depth of the last heading

    def label_of(self, section, annexes):
        if section.kind == SectionKind.ANNEX:
            self.annex += 1
            self._restart(section=0)
            return f"Phụ lục {roman(self.annex)}" if annexes > 1 else "Phụ lục"
        if section.kind == SectionKind.SECTION:
            self._restart(section=self.section + 1)
            return f"{roman(self.section)}."
        if section.kind == SectionKind.BULLET:
            return "-"
        return self._label_at(_DEPTHS[section.kind], section) if section.kind in _DEPTHS else ""

    def _label_at(self, depth, section):
        label = self.next(depth)
        self.titled = depth if section.titled else min(self.titled, depth - 1)
        return label

    def next(self, depth):
        """The next label at a depth; what stands deeper begins anew."""
        self.at[depth] += 1
        self.at.update({deeper: 0 for deeper in self.at if deeper > depth})
        if depth == POINT:
            return f"{point_letter(self.at[POINT])})"
        if depth == CLAUSE or not self.at[CLAUSE]:
            return f"{self.at[depth]}."
        return f"{self.at[CLAUSE]}.{self.at[SUBCLAUSE]}."

    def heading_depth(self):
        """Where headings of quarters stand: right below the last heading."""
        return min(self.titled + 1, POINT)

    def below(self):
        """Where numbered items without a quarter stand: below the clause they belong to, titled or not."""
        if self.titled == SUBCLAUSE:
            return POINT
        return SUBCLAUSE if self.at[CLAUSE] else CLAUSE


def point_letter(position):
    """1 → a, 5 → đ, 23 → y, then aa, bb …"""
    times, letter = divmod(position - 1, len(POINTS))
    return POINTS[letter] * (times + 1)
