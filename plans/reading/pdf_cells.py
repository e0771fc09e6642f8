"""The cells of a ruled table, its parts on several pages as one → pieces with places."""

from dataclasses import dataclass
from typing import NamedTuple

from .lines import Place
from .pdf_cell_paragraphs import cell_paragraphs, runs_over
from .pdf_lines import gather_lines
from .pdf_margins import FLUSH, Column
from .pdf_text import runs_of

_SAME_EDGE = 4  # points
_NUMBERED = 0.7  # of the rows have a number where rows are numbered
_FLUSH_LINES = 4  # at least, to call a column justified
_PADDING = 1, 8  # points between a cell's edge and its text, at least and at most


class Piece(NamedTuple):
    """Runs of one paragraph, and its place where it stands in a table."""

    runs: list
    place: Place | None = None


def goes_on(grids, grid):
    """Whether a table on the next page has the same columns. Two tables on one page are never one."""
    last = grids[-1]
    if grid.page == last.page:
        return False
    few, many = sorted((last.xs, grid.xs), key=len)
    ends = abs(few[0] - many[0]) <= _SAME_EDGE and abs(few[-1] - many[-1]) <= _SAME_EDGE
    return ends and all(_nearest(many, edge, within=_SAME_EDGE) is not None for edge in few)


def _nearest(edges, place, within=None):
    index = min(range(len(edges)), key=lambda i: abs(edges[i] - place))
    return None if within is not None and abs(edges[index] - place) > within else index


def table_pieces(grids, table):
    """The paragraphs of a table's cells, its parts on several pages counted on as one."""
    edges = max((grid.xs for grid in grids), key=len)
    cells = list(_laid_out(grids, edges))
    columns = _text_columns(cells, edges)
    pieces = []
    for cell in _cut_rows_joined(cells, columns):
        for paragraph in cell_paragraphs(cell.lines, columns[cell.column, cell.columns]):
            place = Place(table, cell.row, cell.column, cell.columns, cell.rows)
            pieces.append(Piece(runs_of(paragraph), place))
    return pieces


@dataclass
class _Laid:
    """A cell in the grid of the whole table, with its lines."""

    page: int
    row: int
    column: int
    rows: int
    columns: int
    lines: list


def _laid_out(grids, edges):
    row = 0
    for grid in grids:
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            first = _nearest(edges, grid.xs[cell.column])
            columns = _nearest(edges, grid.xs[cell.column + cell.columns]) - first
            lines = gather_lines(cell.letters, grid.page)
            if lines:  # blanks are letters too
                yield _Laid(grid.page, row + cell.row, first, cell.rows, columns, lines)
        row += len(grid.ys) - 1


def _text_columns(cells, edges):
    """Where text may stand in cells of each column and width: the edges less the padding that all cells show."""
    least, most = _PADDING
    shown = [line.x0 - edges[cell.column] for cell in cells for line in cell.lines]
    padding = min(max(min(shown, default=least), least), most)
    alike = {}
    for cell in cells:
        alike.setdefault((cell.column, cell.columns), []).append(cell.lines)
    return {
        (first, columns): _text_column(lines, edges[first] + padding, edges[first + columns] - padding)
        for (first, columns), lines in alike.items()
    }


def _text_column(cells, left, right):
    """The column of cells' lines; justified where most lines that others follow are drawn out to one edge."""
    drawn_to = max(line.x1 for lines in cells for line in lines)
    followed = [line for lines in cells for line in lines[:-1]]
    flush = sum(drawn_to - line.x1 < FLUSH for line in followed)
    if drawn_to > right - FLUSH and flush >= max(_FLUSH_LINES, len(followed) / 2):
        return Column(left, drawn_to, justified=True)
    return Column(left, max(right, drawn_to))


def _cut_rows_joined(cells, columns):
    """Cells, those of a row that a page break cut through as one.

    The row goes on where the first new one of a page has no number, if all others have or the words of a cell run on.
    """
    rows = {}
    for cell in cells:
        rows.setdefault((cell.page, cell.row), []).append(cell)
    header = [cell.lines[0].text for cell in next(iter(rows.values()), [])]
    numbered = _is_numbered(rows.values())
    last, joined = None, []
    for (page, _), row in rows.items():
        if last and last[0].page < page and _is_cut(last, row, columns, numbered=numbered):
            joined += _into(last, row)
            continue
        joined += row
        if not (last and last[0].page < page and [cell.lines[0].text for cell in row] == header):
            last = row  # the header printed again stands between the parts of a row
    return sorted(joined, key=lambda cell: (cell.row, cell.column))


def _is_numbered(rows):
    """Whether nearly every row has something in its first column."""
    rows = [row for row in rows if len(row) > 1]
    return sum(row[0].column == 0 for row in rows) > _NUMBERED * len(rows)


def _is_cut(above, row, columns, *, numbered):
    if min(cell.column for cell in row) == 0:
        return False
    if numbered and len(above) > 1 and above[0].column == 0:
        return True
    last = {cell.column: cell for cell in above}
    pairs = [(last[cell.column], cell) for cell in row if cell.column in last]
    return any(
        cell.lines[0].text[:1].islower()
        and runs_over(upper.lines[-1], cell.lines[0], columns[upper.column, upper.columns])
        for upper, cell in pairs
    )


def _into(above, row):
    """Put the lines of a row into the one above; returns the cells that had nothing there, moved up."""
    last = {cell.column: cell for cell in above}
    moved = []
    for cell in row:
        if cell.column in last:
            last[cell.column].lines += cell.lines
        else:
            cell.row = above[0].row
            moved.append(cell)
    above += moved
    return moved
