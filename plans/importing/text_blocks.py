"""Lines of text → paragraphs and the tables they show.

A table is rows with bars, drawn or not, rows with tabs under column titles, a cell a line, or HTML.
"""

import re

from ..kinds import SectionKind
from .columns import columns_of
from .flat_tables import flat_table, opens_flat_table
from .grid import Row, Table
from .html_tables import html_table, opens_html_table
from .labels import split_label
from .markup import is_emphasised, is_rule, plain, tidy
from .paragraphs import Paragraph
from .quarters import time_heading
from .spaced_tables import spaced_table

_BAR_RULE = re.compile(r"^[|\s:+=-]+$")
_DRAWN_RULE = re.compile(r"^\+[-=+:]{3,}$")
_NUMBER_CELL = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-Ea-e])[.)]*$")
_BULLET = re.compile(r"^[-–•+*]\s")
_CLAUSES = (SectionKind.CLAUSE, SectionKind.SUBCLAUSE, SectionKind.SECTION)
_LOOK_AHEAD = 5  # plain lines inside a cell of a tab table, at most


class TextReader:
    """Reads lines without places; `read` gives their blocks."""

    def __init__(self, lines):
        self.lines = lines
        self.blocks = []
        self.table = None  # the open table
        self.marks = ""  # what parts its cells
        self.width = 0  # of the first row of the open table
        self.drawn = False  # rules of "+---+" part its rows, which may take several lines
        self.gap = False

    def read(self):
        until, opens = 0, self._flat_openings()  # the lines before `until` are read
        for index, line in enumerate(self.lines):
            if index < until:
                continue
            if not line.text:
                self.gap = True
                continue
            if line.text.startswith("|") or _DRAWN_RULE.match(line.text):
                self._bars(line)
            elif (marks := _inner_marks(line.text)) and self._takes_cells(index, line.text.split(marks), marks):
                self._cells(line.text.split(marks), line.number)
            elif index in opens and (flat := flat_table(*opens[index])):
                self.table, until = None, flat[1]
                self.blocks.append(flat[0])
            elif spaced := spaced_table(self.lines, index):
                self._spaced(*spaced[:2])
                until = spaced[2]
            elif opens_html_table(line) and (written := html_table(self.lines, index)):
                self.table, until = None, written[1]
                self.blocks.append(written[0])
            else:
                self._plain(index, line)
            self.gap = False
        # a rule of bars alone opens a table and adds no row to it
        return [block for block in self.blocks if not isinstance(block, Table) or block.rows]

    def _flat_openings(self):
        """Where a table with each cell on a line of its own may open: the filled lines and the place among them."""
        filled = [(index, line) for index, line in enumerate(self.lines) if line.text]
        return {index: (filled, at) for at, (index, line) in enumerate(filled) if opens_flat_table(line)}

    def _spaced(self, table, below):
        self.table = None
        self.blocks += [Paragraph(tidy(line.text), (line.number,) * 2, False, True) for line in below]
        self.blocks.append(table)

    def _bars(self, line):
        if self.table is None or self.marks != "|":
            self._open("|")
        if _DRAWN_RULE.match(line.text):
            self.drawn = self.fresh = True
            return
        if _BAR_RULE.match(line.text):
            return
        cells = line.text.strip().removeprefix("|").removesuffix("|").split("|")
        if self.drawn and not self.fresh and len(cells) == len(self.table.rows[-1].cells):
            self._into_cells([tidy(cell) for cell in cells], line.number)
        else:
            self._add_row(cells, line.number)
        self.fresh = False

    def _into_cells(self, texts, number):
        """A further line of a drawn row: its text goes on in each cell."""
        row = self.table.rows[-1]
        row.cells = [_run_on(*pair) for pair in zip(row.cells, texts, strict=True)]
        row.lines = (row.lines[0], number)

    def _takes_cells(self, index, cells, marks):
        """A line with tabs is a row where such a table is open, or opens one where its cells are column titles."""
        if self.table is not None and self.marks == marks:
            return not _is_indented_clause(cells)
        if not columns_of([plain(cell) for cell in cells]) and not self._rows_follow(index, marks):
            return False
        self._open(marks)
        return True

    def _rows_follow(self, index, marks):
        """Numbered rows of as many cells stand here and right below: a table without column titles."""
        pair = [line.text.split(marks) for line in self.lines[index : index + 6] if line.text][:2]
        if len(pair) < 2 or not 3 <= len(pair[0]) == len(pair[1]):
            return False
        numbers = [cells[0].strip().rstrip(".)") for cells in pair]
        return all(number.isdigit() for number in numbers) and int(numbers[1]) == int(numbers[0]) + 1

    def _open(self, marks):
        self.table, self.marks, self.width, self.drawn, self.fresh = Table(), marks, 0, False, True
        self.blocks.append(self.table)

    def _cells(self, cells, number):
        """A row, or the rest of one whose cells are broken over lines."""
        cells = [tidy(cell) for cell in cells]
        above = self.table.rows[-1] if self.table.rows else None
        missing = self.width - len(above.cells) if above else 0
        if missing > 0 and len(cells) - 1 <= missing and _goes_on_cell(above, cells):
            above.cells = [*above.cells[:-1], f"{above.cells[-1]}\n{cells[0]}".strip(), *cells[1:]]
            above.lines = (above.lines[0], number)
        else:
            self._add_row(cells, number)

    def _add_row(self, cells, number):
        self.table.rows.append(Row([tidy(cell) for cell in cells], (number, number)))
        self.width = self.width or len(cells)

    def _plain(self, index, line):
        text = tidy(line.text.replace("\t", " "))
        if self.table is not None and self.marks != "|":
            if time_heading(text) or self._stands_alone(index, text):
                self._add_row([text], line.number)
                return
            if self._table_goes_on(index):
                self._into_last_cell(text, line.number)
                return
        if self.table is None or self.marks != "|" or not is_rule(text):
            self.table = None
        if not is_rule(text):
            self.blocks.append(Paragraph(text, (line.number, line.number), is_emphasised(line.text), self.gap))

    def _stands_alone(self, index, text):
        """A line among rows that belongs to no cell: a title in capitals, the number of a page."""
        following = next((line.text for line in self.lines[index + 1 : index + 10] if line.text), "")
        if self.marks not in following or _is_indented_clause(following.split(self.marks)):
            return False
        is_title = text == text.upper() and len(text) > 8 and not _BULLET.match(text)
        return text.isdigit() or (is_title and not columns_of([plain(cell) for cell in following.split(self.marks)]))

    def _table_goes_on(self, index):
        """A row follows within a few lines, and no section opens before it."""
        ahead = [line for line in self.lines[index : index + 3 * _LOOK_AHEAD] if line.text][: _LOOK_AHEAD + 1]
        for line in ahead:
            if self.marks in line.text and not _is_indented_clause(line.text.split(self.marks)):
                return True
            if split_label(tidy(line.text)).kind == SectionKind.SECTION:
                return False
        return False

    def _into_last_cell(self, text, number):
        row = self.table.rows[-1]
        at = max((i for i, cell in enumerate(row.cells) if cell), default=0)
        row.cells[at] = f"{row.cells[at]}\n{text}".strip()
        row.lines = (row.lines[0], number)


def _inner_marks(text):
    """What parts the cells of a line: tabs, or bars without one in front; "" where nothing does."""
    return "\t" if "\t" in text else " | " if " | " in text else ""


def _is_indented_clause(cells):
    """A paragraph "1. …" set in by tabs, which no cell follows; a row would have its number in a cell of its own."""
    text = cells[-1]
    return len(cells) > 1 and not any(map(str.strip, cells[:-1])) and split_label(tidy(text)).kind in _CLAUSES


def _goes_on_cell(above, cells):
    """A line that begins with text where a number would stand goes on with the last cell of the numbered row above."""
    first = plain(cells[0])
    return bool(
        first
        and above.cells[0]
        and _NUMBER_CELL.match(plain(above.cells[0]))
        and not _NUMBER_CELL.match(first)
        and not time_heading(first)
    )


def _run_on(above, text):
    """Two lines of one cell: a bullet begins a line of its own, other text was wrapped."""
    if not text or not above:
        return above or text
    return f"{above}\n{text}" if _BULLET.match(text) else f"{above} {text}"
