"""The cells of table rows → items: text, deadline, units with their roles."""

import re
from dataclasses import dataclass, field

from ..draft import Finding, ItemDraft
from ..kinds import AssignmentRole
from .columns import Column
from .item_deadlines import set_deadline
from .markup import plain
from .units_cell import is_ditto, own_wording, read_units

_SUB_POINT = re.compile(r"(?<=[;.:])\s+-\s+(?=[A-ZĐÀ-Ỹ])")
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

    def add(self, column, cell):
        """One more part. Text cut in the middle of a sentence goes on in its line, other parts begin a new one."""
        parts = self.texts.setdefault(column, [])
        if not cell:
            return
        goes_on = parts and column == Column.CONTENT and cell[0].islower() and not parts[-1].endswith((".", ";", ":"))
        parts += [" " if goes_on else "\n", cell] if parts else [cell]

    def get(self, column):
        return "".join(self.texts.get(column, ()))


def read_items(rows, columns, draft):
    """The items of gathered rows; a ditto mark repeats the units of the item above."""
    items = []
    for cells in rows:
        items.append(_item(cells, columns, items[-1] if items else None, draft))
    return items


def _item(cells, columns, above, draft):
    number = plain(cells.get(Column.NUMBER)).rstrip(".) ")
    item = ItemDraft(_text(cells.get(Column.CONTENT)), cells.quarter, number or None, lines=cells.lines)
    _name_units(item, cells, above, draft, alone=Column.COORDINATING not in columns)
    set_deadline(item, draft, cell=cells.get(Column.DEADLINE), month=cells.month)
    return item


def _text(cell):
    """A cell's text with its sub-points on lines of their own."""
    lines = (line.strip() for line in _SUB_POINT.sub("\n- ", cell).split("\n"))
    return "\n".join(line for line in lines if line)


def _name_units(item, cells, above, draft, *, alone):
    """Units of every units column. `alone`: there is one such column, worded as one text."""
    for column, role in _ROLES.items():
        text = cells.get(column)
        if is_ditto(text) and above:
            item.units += [unit for unit in above.units if alone or unit.role == role]
            item.units_wording = text if column != Column.COORDINATING else item.units_wording
            message = f"Ô đơn vị ghi “{text}” được hiểu là như nhiệm vụ đứng trên."
            draft.findings.append(Finding("note", message, item.lines[0]))
        elif text.strip():
            units = read_units(text, role=role)
            item.units += units
            if column != Column.COORDINATING:
                item.units_wording = own_wording(text, units, single_column=alone)
