"""The head of a task table: title rows, one to three rows of column titles, the row of column numbers "(1) (2) (3)"."""

import re
from dataclasses import dataclass, field

from .columns import Column, column_of, columns_of, merge_titles
from .markup import plain
from .segments import fitted_row, segments_of

_FIRST_ROWS = 3  # rows above the column titles, at most
_COLUMN_NUMBER = re.compile(r"^\(?\s*(?:\d{1,2}|[A-Ea-e])\s*\)?(?:\s*=.{1,20})?$")
_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,2})?[.)]?$")
_ENDS = re.compile(r"^(?:bắt đầu|kết thúc|từ|đến|hoàn thành)$", re.IGNORECASE)


@dataclass
class TableHead:
    """Column kinds and titles; `above` are title rows over the table; the data begin at row `start`."""

    columns: list[Column]
    titles: list[str]
    start: int
    above: list = field(default_factory=list)
    upper: list[str] = field(default_factory=list)  # titles of an upper header row that stand over no single column


def head_of(table):
    """The head of a table of tasks, or None where it has none."""
    for at, row in enumerate(table.rows[: _FIRST_ROWS + 1]):
        found = _titles_at(table, at)
        if found:
            return found
        if not (_is_title_row(row) or is_column_numbers(row)):
            return None
    return None


def rows_below(table, head):
    """The rows below the head, each with a cell for each column; `head` gets one title a column."""
    segments = segments_of(head.titles, table.rows[len(head.above) : head.start])
    rows = table.rows[head.start :]
    if len(segments) < len(head.titles):
        head.columns = [head.columns[first] for first, _ in segments]
        head.titles = [head.titles[first] for first, _ in segments]
        rows = [fitted_row(row, segments) for row in rows]
    _find_numbers(head, rows)
    return rows


def _find_numbers(head, rows):
    """A first column without title that holds numbers is the number column."""
    if Column.NUMBER in head.columns or head.titles[0]:
        return
    cells = [plain(row.cells[0]) for row in rows if row.cells[0].strip()]
    if cells and 2 * sum(bool(_NUMBER.match(cell)) for cell in cells) >= len(cells):
        head.columns[0] = Column.NUMBER


def is_column_numbers(row):
    """A row that numbers the columns: "(1) (2) (3)", "A B 1 2"."""
    filled = [plain(cell) for cell in row.cells if cell.strip()]
    return len(filled) >= 3 and all(_COLUMN_NUMBER.match(cell) for cell in filled)


def _is_title_row(row):
    return len({plain(cell) for cell in row.cells if cell.strip()}) == 1


def _titles_at(table, at):
    """The head whose column titles begin at row `at`: of as many rows as belong to it."""
    rows, above = table.rows[at : at + 3], table.rows[:at]
    upper = _spread(rows[0])
    found = TableHead(columns_of(upper), upper, at + 1, above) if columns_of(upper) else None
    lower = upper
    for depth, row in enumerate(rows[1:], 2):
        merged = _with_row_below(lower, row)
        if merged is None:
            break
        lost = [title for title in dict.fromkeys(upper) if title and not any(title in cell for cell in merged)]
        found, lower = TableHead(columns_of(merged), merged, at + depth, above, lost), merged
    return _after_numbers(found, table)


def _after_numbers(head, table):
    if head and head.start < len(table.rows) and is_column_numbers(table.rows[head.start]):
        head.start += 1
    return head


def _spread(row):
    """The titles of a header row, that of a merged cell over each column it takes."""
    titles = [plain(cell) for cell in row.cells]
    for column, count in row.spans.items():
        titles[column : column + count] = [titles[column]] * count
    return titles


def _with_row_below(titles, row):
    """Titles together with those of the row below, or None where that row holds tasks already."""
    lower = [plain(cell) for cell in row.cells]
    if _is_one_period(lower):
        return None
    if row.covered:
        content = [at for at, title in enumerate(titles) if column_of(title) in (Column.CONTENT, Column.NUMBER)]
        if not set(content) & row.covered:
            return None
        lower = [cell if at not in row.covered else "" for at, cell in enumerate(_spread(row))]
        merged = [_joined(*pair) for pair in zip(titles, lower, strict=True)]
        return merged if columns_of(merged) else None
    if not merge_titles(titles, lower):
        return None
    return [_joined(*pair) for pair in zip(titles, lower + [""] * (len(titles) - len(lower)), strict=True)]


def _is_one_period(cells):
    """Nothing but "QUÝ I" or "Tháng 02": it opens a group, for a header would name several periods."""
    named = {cell for cell in cells if cell}
    return len(named) == 1 and column_of(*named) == Column.MARK


def _joined(upper, lower):
    """One title of two rows; a lower one that says little alone is completed."""
    if re.fullmatch(r"(?i:iv|i{1,3})", lower):
        return f"Quý {lower}"
    if re.fullmatch(r"\d{1,2}", lower):
        return f"Tháng {lower}"
    return f"{upper} {lower}" if upper and upper != lower and _ENDS.match(lower) else lower or upper
