"""Ruling lines → tables with merged cells; letters in cells are taken out of the page's text.

A grid has an edge wherever any rule of the table stands; cells of the grid with no rule between them are one.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from .pdf_page import Rule

_TOUCH = 3.5  # points: rules nearer than this meet
_GRID_LIMIT = 40_000  # cells of one grid
_RULE_LIMIT = 2_000  # rules on a page, joined: more of them draw a picture


@dataclass(eq=False)
class Cell:
    """A cell of the grid with how many of its rows and columns it takes, and what is drawn in it."""

    row: int
    column: int
    rows: int
    columns: int
    letters: list = field(default_factory=list, repr=False)


@dataclass(eq=False)
class Grid:
    """A ruled table on one page: edges of its columns from the left, of its rows from the top."""

    page: int
    xs: list[float]
    ys: list[float]
    cells: list[Cell]

    @property
    def top(self):
        return self.ys[0]

    @property
    def bottom(self):
        return self.ys[-1]

    def holds(self, x, y):
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def cell_at(self, x, y):
        """The cell that holds a point inside of the grid."""
        row = min(max(bisect_right(self.ys, y), 1), len(self.ys) - 1) - 1
        column = min(max(bisect_right(self.xs, x), 1), len(self.xs) - 1) - 1
        return self._owners[row, column]

    @cached_property
    def _owners(self):
        return {
            (cell.row + r, cell.column + c): cell
            for cell in self.cells
            for r in range(cell.rows)
            for c in range(cell.columns)
        }


def grids_of(rules, page):
    """The tables that the rules of a page draw, from the top. Single boxes and underlines are none."""
    merged = _merged(rules)
    if len(merged) > _RULE_LIMIT:
        return []
    grids = [grid for group in _groups(merged) if (grid := _grid(group, page))]
    grids.sort(key=lambda grid: grid.top)
    return [grid for grid in grids if not any(_inside(grid, other) for other in grids if other is not grid)]


def _inside(inner, outer):
    return outer.holds(inner.xs[0], inner.ys[0]) and outer.holds(inner.xs[-1], inner.ys[-1])


def _merged(rules):
    """Rules that overlap or meet end to end as one."""
    merged = []
    for upright in (False, True):
        ordered = sorted((r for r in rules if r.upright == upright), key=lambda r: r.at)
        for track in _tracks(ordered):
            merged += _joined_ends(track)
    return merged


def _tracks(ordered):
    """Rules of one direction in groups that stand at the same place."""
    track = []
    for rule in ordered:
        if track and rule.at - track[0].at > _TOUCH:
            yield track
            track = []
        track.append(rule)
    if track:
        yield track


def _joined_ends(track):
    at = sum(rule.at for rule in track) / len(track)
    joined = []
    for rule in sorted(track, key=lambda r: r.start):
        if joined and rule.start - joined[-1].end <= _TOUCH:
            joined[-1].end = max(joined[-1].end, rule.end)
        else:
            joined.append(Rule(rule.upright, at, rule.start, rule.end))
    return joined


def _groups(rules):
    """Rules that meet one another, directly or through others."""
    level = [rule for rule in rules if not rule.upright]
    upright = [rule for rule in rules if rule.upright]
    owner = {id(rule): rule for rule in rules}

    def find(rule):
        while owner[id(rule)] is not rule:
            owner[id(rule)] = owner[id(owner[id(rule)])]
            rule = owner[id(rule)]
        return rule

    for one in level:
        for other in upright:
            if _meet(one, other):
                owner[id(find(one))] = find(other)
    groups = {}
    for rule in rules:
        groups.setdefault(id(find(rule)), []).append(rule)
    return groups.values()


def _meet(level, upright):
    return (
        level.start - _TOUCH <= upright.at <= level.end + _TOUCH
        and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH
    )


def _grid(rules, page):
    level = [rule for rule in rules if not rule.upright]
    upright = [rule for rule in rules if rule.upright]
    if not level or not upright:
        return None
    xs = _edges([r.at for r in upright], [r.start for r in level], [r.end for r in level])
    ys = _edges([r.at for r in level], [r.start for r in upright], [r.end for r in upright])
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _GRID_LIMIT:
        return None
    cells = _cells(xs, ys, level, upright)
    return Grid(page, xs, ys, cells) if len(cells) > 1 else None


def _edges(places, starts, ends):
    """Where rules stand, and where the crossing ones reach beyond the outermost: a table may lack its outer rules."""
    edges = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _TOUCH:
            edges.append(place)
    if min(starts) < edges[0] - 4 * _TOUCH:
        edges.insert(0, min(starts))
    if max(ends) > edges[-1] + 4 * _TOUCH:
        edges.append(max(ends))
    return edges


def _cells(xs, ys, level, upright):
    """Cells of the grid, those without a rule between them as one."""
    walls = _walls(upright, xs, ys)  # (column edge, row) with a rule
    floors = _walls(level, ys, xs)  # (row edge, column) with a rule
    cells, taken = [], set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            columns = 1
            while column + columns < len(xs) - 1 and (column + columns, row) not in walls:
                if (row, column + columns) in taken:
                    break
                columns += 1
            rows = 1
            while row + rows < len(ys) - 1 and _open_below(row + rows, column, columns, floors, walls):
                rows += 1
            taken |= {(row + r, column + c) for r in range(rows) for c in range(columns)}
            cells.append(Cell(row, column, rows, columns))
    return cells


def _open_below(row, column, columns, floors, walls):
    """No rule above this row over the whole width, and none that parts it."""
    inner = range(column + 1, column + columns)
    return all((row, c) not in floors for c in range(column, column + columns)) and all(
        (edge, row) not in walls for edge in inner
    )


def _walls(rules, edges, across):
    """(edge, span) for every span between two `across` edges that a rule at that edge covers."""
    walls = set()
    for rule in rules:
        edge = min(range(len(edges)), key=lambda i: abs(edges[i] - rule.at))
        for span, (start, end) in enumerate(pairwise(across)):
            if min(end, rule.end) - max(start, rule.start) > 0.6 * (end - start):
                walls.add((edge, span))
    return walls


def fill(grids, letters):
    """Put each letter into the cell it stands in; returns those outside of every grid."""
    outside = []
    for letter in letters:
        x, y = (letter.x0 + letter.x1) / 2, letter.y - 0.25 * letter.size
        grid = next((grid for grid in grids if grid.holds(x, y)), None)
        (grid.cell_at(x, y).letters if grid else outside).append(letter)
    return outside
