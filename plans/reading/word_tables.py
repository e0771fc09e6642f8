"""Tables of Word files → their cells with row and column of the grid, merged cells once with all they take."""

from dataclasses import dataclass

from .lines import Place
from .word_xml import W, unwrapped, value, whole_number

_SPAN_LIMIT = 200  # columns; Word itself allows 63


@dataclass
class Cell:
    """A cell and where it stands; `rows` grows with the cells merged into it from below."""

    element: object
    row: int
    column: int
    columns: int
    rows: int = 1

    def place(self, table):
        """Its place in the table of that number."""
        return Place(table, self.row, self.column, self.columns, self.rows)


def rows_of(table):
    """The rows of a table that were not deleted, as elements."""
    return [row for row in unwrapped(table) if row.tag == f"{W}tr" and row.find(f"{W}trPr/{W}del") is None]


def is_frame(rows):
    """One column is no table but a frame round paragraphs (or round a whole document)."""
    return all(len(_cells_of(row)) <= 1 for row in rows)


def cells(rows):
    """The cells of a table in reading order. Columns follow from what cells span, as widths may disagree."""
    found, above = [], {}  # column → the cell that is merged down from there
    for index, row in enumerate(rows):
        above = _read_row(row, index, above, found)
    return found


def _read_row(row, index, above, found):
    column, open_cells, last = whole_number(value(row.find(f"{W}trPr"), "gridBefore")), {}, None
    for element in _cells_of(row):
        properties = element.find(f"{W}tcPr")
        span = min(max(whole_number(value(properties, "gridSpan"), 1), 1), _SPAN_LIMIT)
        merged = value(properties, "vMerge")
        if value(properties, "hMerge") in ("", "continue") and last is not None:
            last.columns += span
        elif merged in ("", "continue") and column in above:
            last = open_cells[column] = above[column]
            last.rows = index - last.row + 1
        else:
            last = Cell(element, index, column, span)
            found.append(last)
            if merged is not None:
                open_cells[column] = last
        column += span
    return open_cells


def _cells_of(row):
    return [cell for cell in unwrapped(row) if cell.tag == f"{W}tc"]
