"""Task tables without a header row: the columns are told by what most of their cells hold."""

import re

from ..draft import Finding
from .columns import Column
from .deadlines import read_deadline
from .group_rows import row_heading
from .markup import plain
from .table_heads import TableHead
from .unit_names import begins_unit

_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,2})?[.)]?$")
_MOST = 0.6
_TITLES = {Column.NUMBER: "TT", Column.CONTENT: "Nội dung", Column.UNITS: "Đơn vị thực hiện"}
_TITLES |= {Column.DEADLINE: "Thời gian", Column.OTHER: ""}


def head_by_shape(table, draft):
    """A head for a table whose rows show numbers, contents and units or times; None where they do not."""
    rows = [row for row in table.rows if sum(bool(cell.strip()) for cell in row.cells) >= 2]
    width = max((len(row.cells) for row in rows), default=0)
    if len(rows) < 2 or not 2 <= width <= 6:
        return None
    kinds = [_kind(_filled(rows, at), draft.year) for at in range(width)]
    columns = _with_content(kinds, rows)
    if columns is None:
        return None
    message = "Bảng không có dòng tiêu đề; các cột được hiểu theo chữ trong ô, hãy kiểm tra."
    draft.findings.append(Finding("warning", message, table.lines[0]))
    return TableHead(columns, [_TITLES[column] for column in columns], 0)


def _filled(rows, at):
    cells = (plain(row.cells[at]) for row in rows if at < len(row.cells) and not row_heading(row, [Column.NUMBER]))
    return [cell for cell in cells if cell]


def _kind(cells, year):
    """The kind of a column by most of its cells; None where they are ordinary text."""
    tests = (
        (Column.NUMBER, _NUMBER.match),
        (Column.DEADLINE, lambda cell: len(cell) <= 60 and read_deadline(cell, year=year or 2024)),
        (Column.UNITS, lambda cell: begins_unit(cell.lstrip("-–•+ ")) and len(cell) <= 250),
    )
    return next((kind for kind, test in tests if cells and _share(cells, test) >= _MOST), None)


def _share(cells, test):
    return sum(bool(test(cell)) for cell in cells) / len(cells)


def _with_content(kinds, rows):
    """The kinds with the longest column of text as contents, or None where that makes no list of tasks."""
    texts = [at for at, kind in enumerate(kinds) if kind is None and _filled(rows, at)]
    if not texts or Column.NUMBER not in kinds[:1] or not {Column.UNITS, Column.DEADLINE} & set(kinds):
        return None
    content = max(texts, key=lambda at: sum(map(len, _filled(rows, at))))
    columns = [Column.OTHER if kind is None or kind in kinds[:at] else kind for at, kind in enumerate(kinds)]
    columns[content] = Column.CONTENT
    return columns
