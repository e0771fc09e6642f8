"""A plan as the editor shows it: its pieces with their labels, their lists grouped by quarter, their duties.

Labels are those of the paper (plans/numbering.py).
"""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db.models import Count, F, Prefetch, Q

from thiduakhenthuong.dates import ROMAN_QUARTERS

from .annexes import missing_mention
from .kinds import ItemStyle, SectionKind
from .models import Assignment, PlanItem, Section
from .numbering import number
from .tables import rows_of

DEPTHS = {
    SectionKind.SECTION: 0,
    SectionKind.ANNEX: 0,
    SectionKind.CLAUSE: 1,
    SectionKind.SUBCLAUSE: 2,
    SectionKind.POINT: 2,
    SectionKind.BULLET: 3,
}
LONELY = (SectionKind.ITEMS, SectionKind.TABLE, SectionKind.ANNEX)
COLUMN_TITLES = ("number_title", "content_title", "units_title", "coordinating_title", "deadline_title")


@dataclass
class Row:
    """An item with its label, and whether it can still move up or down."""

    item: PlanItem
    label: str
    is_first: bool = False
    is_last: bool = False
    token: UUID = field(default_factory=uuid4)  # of its button "Nhân đôi": two clicks copy once

    @property
    def is_plain(self):
        """Text alone: neither bodies nor a deadline to show."""
        return not self.item.deadline_raw and not self.item.assignments.all()


@dataclass
class Group:
    """The items of one quarter; quarter None is a list (or the beginning of one) outside the quarters."""

    quarter: int | None
    title: str
    rows: list = field(default_factory=list)


@dataclass
class Piece:
    """One section with what the editor shows of it."""

    section: Section
    label: str
    in_annex: bool
    is_first: bool
    is_last: bool
    groups: list = field(default_factory=list)  # of a list of items
    duties: list = field(default_factory=list)  # rows below any other piece
    token: UUID = field(default_factory=uuid4)

    @property
    def is_list(self):
        return self.section.kind == SectionKind.ITEMS

    @property
    def is_table(self):
        return self.section.kind == SectionKind.TABLE

    @property
    def rows(self):
        """Of a table: its rows, each a list of cells; the first are the column titles."""
        return rows_of(self.section.text)

    @property
    def depth(self):
        return DEPTHS.get(self.section.kind, 0)

    @property
    def sibling_kind(self):
        """What is most likely inserted above it."""
        return SectionKind.PARAGRAPH if self.section.kind in LONELY else self.section.kind

    @property
    def following_kind(self):
        """What is most likely inserted below it: text below a heading, else one more of its kind."""
        return SectionKind.PARAGRAPH if self.section.is_heading else self.sibling_kind

    @property
    def short_words(self):
        """What a screen reader calls it: "II. NỘI DUNG"."""
        words = "danh sách nhiệm vụ" if self.is_list else f"{'bảng ' if self.is_table else ''}{self.section.text[:40]}"
        return f"{self.label} {words}".strip()

    @property
    def layout_words(self):
        """How a list appears, in one line: "Bảng: TT, Nội dung, Đơn vị thực hiện"."""
        layout = self.section.layout
        if layout.style != ItemStyle.TABLE:
            return layout.get_style_display()
        titles = (getattr(layout, name) for name in COLUMN_TITLES)
        return f"{layout.get_style_display()}: " + ", ".join(title for title in titles if title)


@dataclass
class Outline:
    """The pieces of a plan in order."""

    pieces: list

    def piece(self, pk):
        return next((piece for piece in self.pieces if piece.section.pk == pk), None)

    def row(self, pk):
        """The piece and the row of an item, or (None, None)."""
        for piece in self.pieces:
            for row in [*piece.duties, *(row for group in piece.groups for row in group.rows)]:
                if row.item.pk == pk:
                    return piece, row
        return None, None

    @property
    def missing_mention(self):
        """The sentence by which the body should mention the annexes, where it does not."""
        return missing_mention([piece.section for piece in self.pieces])

    @property
    def unmatched_items(self):
        """The ids of items with bodies nobody could place, once for each such body."""
        items = (item for piece in self.pieces for item in piece.section.items.all())
        return [item.pk for item in items for a in item.assignments.all() if not a.is_matched]


def _sections(plan):
    """Sections with layouts, items and assignments in three queries, whatever the size of the plan."""
    assignments = Prefetch("assignments", Assignment.objects.order_by("position", "pk"))
    remarks = Count("comments", filter=Q(comments__resolved_at=None))
    items = PlanItem.objects.order_by(F("quarter").asc(nulls_first=True), "position", "pk").annotate(remarks=remarks)
    items = Prefetch("items", items.prefetch_related(assignments))
    sections = plan.sections.select_related("layout").annotate(remarks=remarks)
    return list(sections.order_by("position", "pk").prefetch_related(items))  # counting drops the usual order


def outline_of(plan):
    """The plan for the editor."""
    sections = _sections(plan)
    labels, pieces, in_annex = number(sections), [], False
    for i, section in enumerate(sections):
        in_annex = in_annex or section.kind == SectionKind.ANNEX
        label = labels.sections[section.pk]
        piece = Piece(section, label, in_annex, is_first=i == 0, is_last=i == len(sections) - 1)
        _fill(piece, labels)
        pieces.append(piece)
    _mark_annexes([piece for piece in pieces if piece.section.kind == SectionKind.ANNEX])
    return Outline(pieces)


def _mark_annexes(annexes):
    """An annex moves among the annexes."""
    for i, piece in enumerate(annexes):
        piece.is_first, piece.is_last = i == 0, i == len(annexes) - 1


def _fill(piece, labels):
    items = list(piece.section.items.all())
    for item in items:
        item.section = piece.section  # spares a query for each item
    rows = [Row(item, labels.items.get(item.pk, "")) for item in items]
    if piece.is_list:
        piece.groups = _groups(rows, piece.section.layout)
    else:
        piece.duties = rows
    _mark_edges(rows, by_quarter=len(piece.groups) > 1)


def _groups(rows, layout):
    """Four quarters, always all of them, and before them what belongs to none; a list without quarters is one group."""
    outside = [row for row in rows if row.item.quarter is None]
    if outside and len(outside) == len(rows):
        return [Group(None, "", outside)]
    heading = layout.quarter_heading or "Quý {quarter}"
    groups = [Group(None, "Không theo quý", outside)] if outside else []
    for quarter, roman in ROMAN_QUARTERS.items():
        of_quarter = [row for row in rows if row.item.quarter == quarter]
        groups.append(Group(quarter, heading.replace("{quarter}", roman), of_quarter))
    return groups


def _mark_edges(rows, *, by_quarter):
    """The first row moves up only into an earlier quarter, the last down only into a later one."""
    if not rows:
        return
    first, last = rows[0], rows[-1]
    first.is_first = not by_quarter or first.item.quarter in (None, 1)
    last.is_last = not by_quarter or last.item.quarter == 4
