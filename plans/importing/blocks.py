"""Lines → paragraphs and tables, in order.

A table is lines with places (Word, PDF), rows with bars, or rows with tabs under a row of column titles.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from ..kinds import SectionKind
from .columns import columns_of
from .flat_tables import flat_table, opens_flat_table
from .grid import Row, Table, grid_table
from .labels import split_label
from .markup import is_emphasised, is_rule, plain, tidy
from .quarters import time_heading

_BAR_RULE = re.compile(r"^[|\s:+-]+$")
_LOOK_AHEAD = 5  # plain lines inside a cell of a tab table, at most


@dataclass
class Paragraph:
    """Text with its emphasis, the lines it stands on, and whether the source sets all of it as a heading."""

    text: str
    lines: tuple[int, int]
    emphasised: bool = False
    gap: bool = False  # a blank line stands above


def read_blocks(lines):
    """The blocks of a region."""
    blocks = []
    for table, found in groupby(lines, lambda line: line.place and line.place.table):
        part = list(found)
        blocks += _Reader(part).read() if table is None else _real_table(part)
    return blocks


def _real_table(lines):
    """The table of lines that have places; one of a single column is a frame around ordinary paragraphs."""
    lines = [line for line in lines if line.text]
    table = grid_table(lines) if lines else Table()
    if table.width > 1:
        return [table]
    texts = ((tidy(line.text.replace("\t", " ")), line) for line in lines)
    return [Paragraph(text, (line.number,) * 2, is_emphasised(line.text)) for text, line in texts if not is_rule(text)]


class _Reader:
    def __init__(self, lines):
        self.lines = lines
        self.blocks = []
        self.table = None  # the open table
        self.by_tabs = False
        self.gap = False

    def read(self):
        until = 0  # the lines before it are read
        for index, line in enumerate(self.lines):
            if index < until:
                continue
            if not line.text:
                self.gap = True
                continue
            if line.text.startswith("|"):
                self._bars(line)
            elif "\t" in line.text and self._takes_tabs(line):
                self._add_row(line.text.split("\t"), line.number)
            elif flat := opens_flat_table(line) and flat_table(self.lines[index:]):
                self.table, until = None, index + flat[1]
                self.blocks.append(flat[0])
            else:
                self._plain(index, line)
            self.gap = False
        return self.blocks

    def _bars(self, line):
        if _BAR_RULE.match(line.text):
            return
        if self.table is None or self.by_tabs:
            self._open(by_tabs=False)
        self._add_row(line.text.strip().removeprefix("|").removesuffix("|").split("|"), line.number)

    def _takes_tabs(self, line):
        """A line with tabs is a row where a table is open, or opens one where its cells are column titles."""
        if self.table is not None and self.by_tabs:
            return True
        if not columns_of([plain(cell) for cell in line.text.split("\t")]):
            return False
        self._open(by_tabs=True)
        return True

    def _open(self, *, by_tabs):
        self.table, self.by_tabs = Table(), by_tabs
        self.blocks.append(self.table)

    def _add_row(self, cells, number):
        self.table.rows.append(Row([tidy(cell) for cell in cells], (number, number)))

    def _plain(self, index, line):
        text = tidy(line.text.replace("\t", " "))
        if self.table is not None and self.by_tabs:
            if time_heading(text):
                self._add_row([text], line.number)
                return
            if self._table_goes_on(index):
                self._into_last_cell(text, line.number)
                return
        if self.table is None or self.by_tabs or not is_rule(text):
            self.table = None
        if not is_rule(text):
            self.blocks.append(Paragraph(text, (line.number, line.number), is_emphasised(line.text), self.gap))

    def _table_goes_on(self, index):
        """A row follows within a few lines, and no section opens before it."""
        ahead = [line for line in self.lines[index : index + 3 * _LOOK_AHEAD] if line.text][: _LOOK_AHEAD + 1]
        for line in ahead:
            if line.text.count("\t"):
                return True
            if split_label(tidy(line.text)).kind == SectionKind.SECTION:
                return False
        return False

    def _into_last_cell(self, text, number):
        row = self.table.rows[-1]
        at = max((i for i, cell in enumerate(row.cells) if cell), default=0)
        row.cells[at] = f"{row.cells[at]}\n{text}".strip()
        row.lines = (row.lines[0], number)
