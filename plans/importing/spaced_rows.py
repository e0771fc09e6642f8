"""The lines of a table set with spaces → its rows: a number begins one, a title stands between them."""

import re

from ..kinds import SectionKind
from .centred_rows import starts_of_rows
from .columns import Column
from .flat_tables import run_on
from .grid import Row
from .labels import split_label
from .markup import tidy
from .quarters import time_heading
from .running_heads import is_page_number

NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,2}){0,2}[.)]?$")
HEAD_LINES = 6  # the titles of the columns take, at most
_GLUED = re.compile(r"(\d{1,3}[.)]?)\s+([A-ZĐÀ-Ỹ“\-+].*)")
_PIECES = re.compile(r"\S\s{2,}(?=\S)")


def is_row(line):
    """Do at least two blanks part the line into cells?"""
    return bool(_PIECES.search(line.raw.strip()))


class SpacedRows:
    """Takes line after line of the pages; a number in its column begins a row, other lines go on with one."""

    def __init__(self, columns, kinds, head_words):
        self.columns, self.kinds, self.head_words = columns, kinds, head_words
        self.rows, self.open = [], None
        numbers = [at for at, kind in enumerate(kinds) if kind == Column.NUMBER]
        self.key = numbers[0] if numbers else 0
        self.numbered = bool(numbers)
        self.centred = False  # numbers stand amid the lines of their rows
        self.content = kinds.index(Column.CONTENT)

    def read(self, page, *, further):
        """The lines of a page; a further one may be set elsewhere than the first."""
        if further:
            head, page = self._repeated_head(page)
            self.columns.fit(head, [line for line in page if is_row(line)])
        block = []
        for at, line in enumerate(page):
            text = tidy(line.text)
            if is_page_number(text) and not is_row(line) and "\f" in line.raw:
                self.rows.append(_Parts([[text]], line.number))
            elif not is_row(line) and (time_heading(text) or self._is_title(line, text)):
                self._take(block)
                block = []
                self._add([[text]], line.number)
                self.open = None
            else:
                around = [near for near in page[max(at - 1, 0) : at + 2] if is_row(near)]
                block.append((self._cells(line, around), line.number))
        self._take(block)

    def _repeated_head(self, page):
        """The lines of titles that stand again on top of a page, which make a row, and the lines without them."""
        words, top = sorted(self.head_words), 1 if page and is_page_number(tidy(page[0].text)) else 0
        for count in range(1, HEAD_LINES):
            lines = page[top : top + count]
            if sorted(" ".join(line.text for line in lines).split()) == words:
                self.rows.append(_Parts([[title] for title in self.columns.titles], lines[0].number))
                return lines, [*page[:top], *page[top + count :]]
        return [], page

    def _is_title(self, line, text):
        """A line of capitals or with a Roman number that reaches over columns."""
        titled = split_label(text).kind == SectionKind.SECTION or text == text.upper()
        return titled and self.columns.crosses(line)

    def _cells(self, line, around):
        cells = [tidy(cell) for cell in self.columns.cells(line, around)]
        if self.numbered and not cells[self.key] and (glued := _GLUED.match(cells[self.content])):
            cells[self.key], cells[self.content] = glued.groups()
        return cells

    def _take(self, block):
        """The lines between two titles or pages, parted into rows."""
        while self.open is None and block and self._repeats(block[0][0]):
            self.rows.append(_Parts([[cell] for cell in block[0][0]], block[0][1]))
            block = block[1:]
        begins = [at for at, (cells, _) in enumerate(block) if self._begins(cells)]
        self.centred = self.centred or (self.numbered and bool(begins) and begins[0] > 0 and self.open is None)
        if self.centred and begins:
            begins = starts_of_rows([cells for cells, _ in block], begins, continued=self.open is not None)
        for at, (cells, number) in enumerate(block):
            if self.open is None or at in begins:
                self._add([[cell] if cell else [] for cell in cells], number)
            else:
                self.open.extend(cells, number)

    def _repeats(self, cells):
        """The titles again, or a part of them."""
        return all(cell in title for cell, title in zip(cells, self.columns.titles, strict=True))

    def _begins(self, cells):
        content = cells[self.content]
        if self.numbered:
            return bool(NUMBER.match(cells[self.key]))
        return bool(cells[self.key] and content) and not content[0].islower()

    def _add(self, cells, number):
        self.open = _Parts(cells, number)
        self.rows.append(self.open)

    def made(self):
        """The rows of all pages in order."""
        return [parts.row(self.kinds) for parts in self.rows]


class _Parts:
    """The lines of each cell of a row."""

    def __init__(self, cells, number):
        self.cells, self.lines = cells, (number, number)

    def extend(self, cells, number):
        for parts, cell in zip(self.cells, cells, strict=True):
            parts += [cell] if cell else []
        self.lines = (self.lines[0], number)

    def row(self, kinds):
        joined = {Column.UNITS, Column.LEAD, Column.COORDINATING}
        if len(self.cells) == 1:
            return Row(self.cells[0], self.lines)
        cells = [
            "\n".join(parts) if kind in joined else run_on(parts) for parts, kind in zip(self.cells, kinds, strict=True)
        ]
        return Row(cells, self.lines)
