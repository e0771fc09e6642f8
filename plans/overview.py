"""How a plan's items spread over the year: counts by unit and month, with places on a drawing of them."""

from collections import Counter
from dataclasses import dataclass

from thiduakhenthuong.dates import QUARTERS, ROMAN_QUARTERS, quarter_period, quarter_words
from thiduakhenthuong.text import sort_key

NOBODY = "Không nêu đơn vị"

# Where things stand in the drawing, in its own units.
LABEL_WIDTH = 290
CELL_WIDTH = 48
ROW_HEIGHT = 40
HEAD_HEIGHT = 54
LABEL_LETTERS = 37  # of one line of a unit's name
NARROW_CELL = 82  # on a phone each quarter is a drawing of its own, names above the cells
NARROW_ROW = 76
NARROW_LETTERS = 46


@dataclass(frozen=True)
class Column:
    """A month, or what stands in a quarter (or nowhere) without naming a month."""

    key: tuple
    short: str
    title: str
    x: int

    @property
    def long(self):
        """ "tháng 3", "cả quý"."""
        return {"month": self.title, "quarter": "cả quý", "rest": "khác"}[self.key[0]]

    @property
    def middle(self):
        return self.x + CELL_WIDTH // 2


@dataclass(frozen=True)
class Cell:
    """How many items; `heat` 0 to 4 follows the number."""

    column: Column
    count: int

    @property
    def heat(self):
        return min(self.count, 4)


@dataclass(frozen=True)
class Row:
    """One unit."""

    name: str
    lines: list[str]  # its name on at most two lines
    y: int
    cells: list[Cell]

    @property
    def short_name(self):
        """Its name on one line of a phone."""
        return self.name if len(self.name) <= NARROW_LETTERS else self.name[:NARROW_LETTERS].rsplit(" ", 1)[0] + "…"

    @property
    def total(self):
        return sum(cell.count for cell in self.cells)

    @property
    def middle(self):
        return self.y + ROW_HEIGHT // 2


@dataclass(frozen=True)
class NarrowCell:
    """A cell of a phone's drawing."""

    cell: Cell
    x: int


@dataclass(frozen=True)
class NarrowRow:
    """A unit's four cells below its name."""

    row: Row
    y: int
    cells: list[NarrowCell]


@dataclass(frozen=True)
class NarrowQuarter:
    """One quarter (or the rest) on a phone, with the units that have something in it."""

    title: str
    rows: list[NarrowRow]

    @property
    def height(self):
        return NARROW_ROW * len(self.rows)


@dataclass(frozen=True)
class Overview:
    """The whole drawing."""

    columns: list[Column]
    rows: list[Row]
    sums: list[Cell]  # items by column, each counted once however many units it has

    @property
    def width(self):
        return LABEL_WIDTH + CELL_WIDTH * len(self.columns)

    @property
    def height(self):
        return HEAD_HEIGHT + ROW_HEIGHT * len(self.rows)

    @property
    def total(self):
        return sum(cell.count for cell in self.sums)

    @property
    def quarter_heads(self):
        """Name and middle of the four columns of each quarter."""
        return [(quarter_words(q), LABEL_WIDTH + CELL_WIDTH * (4 * q - 2)) for q in QUARTERS]

    @property
    def quarter_lines(self):
        """Where a line parts two quarters."""
        return [LABEL_WIDTH + CELL_WIDTH * 4 * q for q in range(5)]

    @property
    def narrow_quarters(self):
        found = [_narrow(quarter_words(q), self.rows, 4 * q - 4) for q in QUARTERS]
        found.append(_narrow("Không nêu tháng và quý", self.rows, 16))
        return [quarter for quarter in found if quarter.rows]


def overview_of(plan):
    """Count the items of a plan by the month they fall due in. Two queries."""
    counts, sums = Counter(), Counter()
    for item in plan.items.select_related("section").prefetch_related("assignments__unit", "assignments__group"):
        key = _column_key(item, plan.year)
        sums[key] += 1
        for name in _names(item):
            counts[name, key] += 1
    columns = _columns(with_rest=sums["rest",] > 0)
    return Overview(columns, _rows(counts, columns), [Cell(column, sums[column.key]) for column in columns])


def _column_key(item, year):
    """("month", 3), ("quarter", 1) or ("rest",)."""
    end = item.deadline_end
    whole_quarters = [quarter_period(year, quarter) for quarter in QUARTERS]
    if end and end.year == year and (item.deadline_start, end) not in whole_quarters:
        return ("month", end.month)
    if end and end.year == year:
        return ("quarter", (end.month + 2) // 3)
    return ("quarter", item.quarter) if item.quarter else ("rest",)


def _names(item):
    named = [a.unit.name if a.unit else a.group.name if a.group else a.printed for a in item.assignments.all()]
    return set(named) or {NOBODY}


def _columns(*, with_rest):
    keys = []
    for quarter in QUARTERS:
        roman = ROMAN_QUARTERS[quarter]
        keys += [(("month", m), str(m), f"tháng {m}") for m in range(3 * quarter - 2, 3 * quarter + 1)]
        keys.append((("quarter", quarter), f"Q.{roman}", f"quý {roman}, không nêu tháng"))
    if with_rest:
        keys.append((("rest",), "Khác", "không nêu tháng và quý, hoặc ngoài năm kế hoạch"))
    return [Column(*key, x=LABEL_WIDTH + CELL_WIDTH * i) for i, key in enumerate(keys)]


def _rows(counts, columns):
    names = sorted({name for name, _ in counts}, key=lambda name: (name == NOBODY, sort_key(name)))
    return [
        Row(name, _two_lines(name), HEAD_HEIGHT + ROW_HEIGHT * i, [Cell(c, counts[name, c.key]) for c in columns])
        for i, name in enumerate(names)
    ]


def _two_lines(name):
    lines = [""]
    for word in name.split():
        if len(lines[-1]) + len(word) < LABEL_LETTERS:
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
    return [lines[0], lines[1] + "…"] if len(lines) > 2 else lines


def _narrow(title, rows, first):
    """The rows with something in the four columns from `first`, drawn below each other."""
    busy = [row for row in rows if any(cell.count for cell in row.cells[first : first + 4])]
    return NarrowQuarter(title, [_narrow_row(row, i, first) for i, row in enumerate(busy)])


def _narrow_row(row, i, first):
    cells = [NarrowCell(cell, NARROW_CELL * x) for x, cell in enumerate(row.cells[first : first + 4])]
    return NarrowRow(row, NARROW_ROW * i, cells)
