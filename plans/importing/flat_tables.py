"""Tables that a careless extraction of text flattened: every cell on a line of its own, column titles first.

TT / Nội dung / Đơn vị thực hiện / Thời gian / 1 / Tổng kết công tác … / Sở Nội vụ / Tháng 01 / 2 / …
"""

import re

from ..kinds import SectionKind
from .columns import Column, column_of, columns_of
from .deadlines import read_deadline
from .grid import Row, Table
from .labels import split_label
from .markup import plain, tidy
from .quarters import time_heading
from .unit_names import NAME_TAILS, begins_unit

_NUMBER = re.compile(r"^(\d{1,3})[.)]?$")
_MOST_COLUMNS = 7
_LONGEST_CELL = 12  # lines
_TIMES = (Column.DEADLINE, Column.START, Column.END, Column.QUARTER)
_UNITS = (Column.UNITS, Column.LEAD, Column.COORDINATING)


def opens_flat_table(line):
    """Is the line the title of a number column, alone?"""
    return len(line.text) < 20 and column_of(tidy(line.text)) == Column.NUMBER


def flat_table(filled, start):
    """The table that opens at `start` of the filled lines, pairs (index, line), and the index of the line after it.

    None where they show none: it needs a number column in front, at least two further titles, and two numbered rows.
    """
    titles = _titles([tidy(line.text) for _, line in filled[start : start + _MOST_COLUMNS + 1]])
    columns = columns_of([plain(title) for title in titles])
    if columns is None or len(columns) < 3:
        return None
    first = start + len(titles)
    rows, end = _rows(filled, first, columns)
    if sum(len(row.cells) > 1 for row in rows) < 2:
        return None
    head = Row(titles, (filled[start][1].number, filled[first - 1][1].number))
    return Table([head, *rows]), filled[end - 1][0] + 1


def _titles(texts):
    """The texts up to the first that is a row's number or a heading over rows."""
    end = next((at for at, text in enumerate(texts) if _NUMBER.match(text) or time_heading(text)), len(texts))
    return texts[:end]


def _rows(filled, at, columns):
    """The rows that begin at `at`, and where they end."""
    rows, number = [], 0
    while at < len(filled):
        text = tidy(filled[at][1].text)
        found = _NUMBER.match(text)
        if time_heading(text):
            rows.append(Row([text], (filled[at][1].number,) * 2))
            at += 1
        elif found and int(found.group(1)) == number + 1:
            number, end = number + 1, _end_of_row(filled, at + 1, number + 2, columns)
            rows.append(_row(filled[at:end], columns))
            at = end
        elif column_of(text) == Column.NUMBER and _repeats(filled[at : at + len(columns)], columns):
            at += len(columns)  # the titles again, at a page break
        else:
            break
    return rows, at


def _repeats(filled, columns):
    found = [column_of(tidy(line.text)) for _, line in filled]
    return sum(map(bool, found)) == len(columns)


def _end_of_row(filled, start, following, columns):
    """Where a row ends: at the next number, a heading, a section, or a gap once its columns may be filled."""
    timed = always = not any(column in _TIMES for column in columns)
    last = min(start + _LONGEST_CELL * len(columns), len(filled))
    for at in range(start, last):
        text = tidy(filled[at][1].text)
        found = _NUMBER.match(text)
        if found and int(found.group(1)) == following:
            return at
        if time_heading(text) and (timed or text.isupper()):
            return at
        if split_label(text).kind == SectionKind.SECTION or column_of(text) == Column.NUMBER:
            return at
        if at - start >= len(columns) - 1 and _is_gap(filled, at) and not _is_gap(filled, at - 1):
            return at
        timed = always or bool(len(text) <= 40 and read_deadline(text, year=2024))
    return last


def _is_gap(filled, at):
    """A blank line stands above."""
    return filled[at][0] - filled[at - 1][0] > 1


def _row(lines, columns):
    """The lines of a row told apart: as many as columns, or by where units and times begin."""
    texts = [tidy(line.text) for _, line in lines]
    span = (lines[0][1].number, lines[-1][1].number)
    if len(texts) == len(columns):
        return Row(texts, span)
    cells = [[] for _ in columns]
    cells[0], at = [texts[0]], 1
    for index, text in enumerate(texts[1:], 1):
        at = _column_for(text, at, cells, columns, texts[index + 1 :])
        cells[at].append(text)
    joined = {column: run_on if column == Column.CONTENT else "\n".join for column in columns}
    return Row([joined[column](parts) for column, parts in zip(columns, cells, strict=True)], span)


def run_on(parts):
    """One text of `parts`, the lines of a cell that were wrapped; bullets begin lines of their own."""
    return "".join(("\n" if _is_point(part) else " ") + part for part in parts).strip()


def _is_point(part):
    """A bullet; a dash before "Khen thưởng" goes on with the name above."""
    return part[:1] in "-+•" and not NAME_TAILS.match(part[1:].lstrip())


def _column_for(text, at, cells, columns, rest):
    """The column a line belongs to: a later one whose kind it shows, once the present one has some text."""
    if not cells[at]:
        return at
    for later in range(at + 1, len(columns)):
        passed = columns[at + 1 : later]
        if _shows(text, columns[later], columns[at]) and not any(_shows(t, c, None) for t in rest for c in passed):
            return later
    return at


def _shows(text, column, present):
    """Does a line look like what a column holds, and not like more of the present one?"""
    if column in _TIMES:
        return len(text) <= 60 and bool(read_deadline(text, year=2024))
    if column in _UNITS:
        return begins_unit(text.lstrip("-+• ")) and present not in _UNITS
    return column == Column.CONTENT and present in (*_UNITS, *_TIMES)
