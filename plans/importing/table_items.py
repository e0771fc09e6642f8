"""The cells of table rows → items: text, deadline, units with their roles."""

import re
from dataclasses import dataclass, field, replace

from ..draft import Finding, ItemDraft
from ..kinds import AssignmentRole
from .columns import Column
from .labelled_lines import take_labelled
from .markup import plain
from .quarters import time_heading
from .table_times import set_time
from .units_cell import is_ditto, named_row, own_wording, read_units

_SUB_POINT = re.compile(r"(?<=[;.:])\s+-\s+(?=[A-ZĐÀ-Ỹ])")
_NUMBER_IN_TEXT = re.compile(r"^(?P<mark>\**)(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.)](?P=mark)\s+(?=\D)")
_MARK = re.compile(r"^(?:[-–•+*]|\d{1,2}[.)])\s*(?=\S)")
_NOBODY = re.compile(r"^(?:[\s\-–—./0]*|không(?: có)?)$", re.IGNORECASE)
_MARKED = re.compile(r"^(?:[x×✓✔√+●•*]|có)$", re.IGNORECASE)
_ROLES = {
    Column.UNITS: AssignmentRole.RESPONSIBLE,
    Column.LEAD: AssignmentRole.LEAD,
    Column.COORDINATING: AssignmentRole.COORDINATING,
}


@dataclass
class Cells:
    """What stands in each column for one item, gathered over the rows it takes."""

    quarter: int | None
    month: str  # "Tháng 01" where the item stands under the heading of a month
    lines: tuple[int, int]
    texts: dict = field(default_factory=dict)  # lists of parts by column
    other: list = field(default_factory=list)  # "Ghi chú: …" of columns without a place of their own
    same: set = field(default_factory=set)  # columns in which a merged cell of the row above goes on
    marks: list = field(default_factory=list)  # titles of the columns marked with x: "Quý I"

    def add(self, column, cell):
        """One more part. Text cut in the middle of a sentence goes on in its line, other parts begin a new one."""
        parts = self.texts.setdefault(column, [])
        if not cell:
            return
        goes_on = parts and column == Column.CONTENT and cell[0].islower() and not parts[-1].endswith((".", ";", ":"))
        parts += [" " if goes_on else "\n", cell] if parts else [cell]

    def add_other(self, title, cell):
        if plain(cell):
            self.other.append(f"{title}: {cell}" if title else cell)

    def mark(self, title, cell):
        """A cell under "Quý I" or "Tháng 3" that is marked; one with more to say keeps it."""
        if plain(cell):
            self.marks.append(title)
        if plain(cell) and not _MARKED.match(plain(cell)):
            self.add_other(title, cell)

    def get(self, column):
        return "".join(self.texts.get(column, ()))


def read_items(tasks, head, draft):
    """The items of gathered rows; a ditto mark or a merged cell repeats what the item above says."""
    items, labelled = [], {}
    for cells in tasks:
        item = _item(cells, head, items[-1] if items else None, labelled, draft)
        items.append(item)
        labelled[item.label] = item
    return items


def _item(cells, head, above, labelled, draft):
    number = plain(cells.get(Column.NUMBER)).strip(".)( ")
    item = ItemDraft(
        _text(cells.get(Column.CONTENT)), cells.quarter or _marked_quarter(cells), number or None, lines=cells.lines
    )
    if Column.NUMBER not in head.columns:
        _number_from_text(item)
    _name_units(item, cells, above, labelled, draft, alone=Column.COORDINATING not in head.columns)
    if not set(_ROLES) & set(head.columns):
        take_labelled(item, draft)
    set_time(item, cells, above, head, draft)
    item.text = "\n".join([item.text, *cells.other]).strip("\n")
    return item


def _text(cell):
    """A cell's text with its sub-points on lines of their own."""
    lines = (line.strip() for line in _SUB_POINT.sub("\n- ", cell).split("\n"))
    return "\n".join(line for line in lines if line)


def bulleted_parts(cell):
    """The texts of a cell of bullets or numbered lines of one kind; deeper lines stay with the one above."""
    kind = _mark(cell)
    if not kind:
        return [cell]
    parts = []
    for line in cell.split("\n"):
        parts += [line] if _mark(line) == kind else []
        parts[-1] += f"\n{line}" if _mark(line) != kind else ""
    return parts


def _mark(line):
    """The bullet a line begins with, "1" for a number, "" for neither."""
    found = _MARK.match(line)
    return "" if not found else "1" if line[0].isdigit() else line[0]


def _number_from_text(item):
    """In a table without a column of numbers they may stand before the text."""
    found = _NUMBER_IN_TEXT.match(item.text)
    if found:
        item.label, item.text = found.group("number"), found.group("mark") + item.text[found.end() :]


def _name_units(item, cells, above, labelled, draft, *, alone):
    """Units of every units column. `alone`: there is one such column, worded as one text."""
    for column, role in _ROLES.items():
        text = cells.get(column)
        source = _same_units(text, column, cells, above, labelled)
        if source:
            item.units += [replace(unit) for unit in source.units if alone or unit.role == role]
            if column != Column.COORDINATING:
                item.units_wording = text or source.units_wording
        if source and text:
            message = f"Ô đơn vị ghi “{text}” được hiểu là như nhiệm vụ {named_row(text) or 'đứng trên'}."
            draft.findings.append(Finding("note", message, item.lines[0]))
        elif not source and not _NOBODY.match(text):
            units = read_units(text, role=role)
            item.units += units
            if column != Column.COORDINATING:
                item.units_wording = own_wording(text, units, single_column=alone)


def _same_units(text, column, cells, above, labelled):
    """The item whose units count for this cell too, or None."""
    if not above or not (is_ditto(text) or (column in cells.same and not text)):
        return None
    return labelled.get(named_row(text), above)


def _marked_quarter(cells):
    """The quarter a table arranges its item in by a mark in that quarter's column alone."""
    heading = time_heading(cells.marks[0]) if len(cells.marks) == 1 else None
    return heading.quarter if heading and not heading.month else None
