"""Writes real tables (with merged cells) into the texts of tests, and reads them as the readers of Word and PDF do.

{|
|-                opens a row
| TT              opens a cell; further lines are further paragraphs of it
|c2 r3| Nội dung  a cell that takes two columns and three rows; the rows below leave it out
|                 an empty cell
|}
"""

import re
from dataclasses import replace

from plans.importing.parsing import parse
from plans.reading.lines import Place, source_lines

_CELL = re.compile(r"^\|(?:(?P<spans>(?:[cr]\d+ ?)+)\|)?\s*(?P<text>.*)$")


def read_with_tables(text):
    """The draft of a text whose tables are written as above."""
    return parse(with_places(source_lines(text.split("\n"))))


def with_places(lines):
    """The lines with a place for those inside {| … |}; numbers count anew, as every paragraph of a file counts."""
    placed, table, number = [], None, 0
    for line in lines:
        if line.text.strip() == "{|":
            table, number = _Rows(number), number + 1
        elif line.text.strip() == "|}":
            table = None
        else:
            placed += [line] if table is None else table.take(line)
    return [replace(line, number=at) for at, line in enumerate(placed, 1)]


class _Rows:
    """Counts rows and columns of one table."""

    def __init__(self, number):
        self.number, self.row, self.taken, self.place = number, -1, set(), None

    def take(self, line):
        """The line with its place, in a list; nothing for row marks and empty cells."""
        if line.text.startswith("|-"):
            self.row += 1
            return []
        found = _CELL.match(line.text)
        if found:
            self._open(dict(re.findall(r"([cr])(\d+)", found.group("spans") or "")))
        text = found.group("text") if found else line.text
        return [replace(line, text=text, raw=text, place=self.place)] if text else []

    def _open(self, spans):
        columns, rows, column = int(spans.get("c", 1)), int(spans.get("r", 1)), 0
        while (self.row, column) in self.taken:
            column += 1
        self.taken |= {(self.row + r, column + c) for r in range(rows) for c in range(columns)}
        self.place = Place(self.number, self.row, column, columns, rows)
