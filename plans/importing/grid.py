"""Tables as rows of cells by grid column, and how the lines of a real table (Word, PDF) become one.

A merged cell keeps its text at its first row and column; the rows below know that it reaches into them.
"""

from dataclasses import dataclass, field
from itertools import groupby

from .markup import tidy

WIDEST = 63  # columns; Word itself has no wider tables


@dataclass
class Row:
    """One row. A cell's paragraphs stand on lines of their own; a column nobody filled holds ""."""

    cells: list[str]
    lines: tuple[int, int]
    covered: frozenset[int] = frozenset()  # columns a merged cell of a row above reaches into: same as above, not empty
    spans: dict[int, int] = field(default_factory=dict)  # how many columns a cell takes, where more than one

    def across(self, column):
        """The columns the cell at `column` takes."""
        return range(column, column + self.spans.get(column, 1))


@dataclass
class Table:
    """Rows in order. `width` is the number of grid columns where the source has a real table, else 0."""

    rows: list[Row] = field(default_factory=list)
    width: int = 0

    @property
    def lines(self):
        return self.rows[0].lines[0], self.rows[-1].lines[1]


def grid_table(lines):
    """The table that lines with the same `place.table` make. Rows without any line are left out."""
    covered, width = _reach(lines)
    by_row = sorted(lines, key=lambda line: line.place.row)
    rows = [_row(list(found), width, covered.get(at, ())) for at, found in groupby(by_row, lambda line: line.place.row)]
    return Table(rows, width)


def _reach(lines):
    """The columns merged cells cover in the rows below their first, and how many columns the table has."""
    places = {line.place for line in lines}
    width = min(max(place.column + place.columns for place in places), WIDEST)
    last = max(place.row for place in places)
    covered = {}
    for place in places:
        columns = range(place.column, min(place.column + place.columns, width))
        for row in range(place.row + 1, min(place.row + place.rows, last + 1)):
            covered.setdefault(row, set()).update(columns)
    return covered, width


def _row(lines, width, covered):
    cells, spans = [[] for _ in range(width)], {}
    for line in lines:
        column = min(line.place.column, width - 1)
        cells[column].append(tidy(line.text.replace("\t", " ")))
        if min(line.place.columns, width - column) > 1:
            spans[column] = min(line.place.columns, width - column)
    numbers = [line.number for line in lines]
    texts = ["\n".join(part for part in parts if part) for parts in cells]
    return Row(texts, (min(numbers), max(numbers)), frozenset(covered), spans)
