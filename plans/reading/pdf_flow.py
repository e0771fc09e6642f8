"""Pages → pieces of text in reading order: paragraphs, lines of heads and feet, and what stands in table cells."""

from .pdf_cells import Piece, goes_on, table_pieces
from .pdf_columns import Block, column_blocks, head_lines
from .pdf_furniture import drop_furniture
from .pdf_lines import gather_lines
from .pdf_margins import margins_of
from .pdf_paragraphs import INDENT, paragraphs_of
from .pdf_tables import Grid, fill, grids_of
from .pdf_text import runs_of

_SAME_EDGE = 12  # points


def pieces_of(pages):
    """The pieces of a document's `Page`s, and findings on what was left out."""
    grids = [grids_of(page.rules, n) for n, page in enumerate(pages)]
    lines = [gather_lines(fill(grids[n], page.letters), n) for n, page in enumerate(pages)]
    sizes = [(page.width, page.height) for page in pages]
    lines, findings = drop_furniture(lines, sizes)
    return _Flow(margins_of(lines, sizes)).read(lines, grids), list(findings)


class _Flow:
    """Takes what stands on the pages one after another; lines and tables go on over page breaks."""

    def __init__(self, margins):
        self.margins = margins
        self.pieces = []
        self.lines = []  # that wait to become paragraphs
        self.block = None  # in two columns, that may go on
        self.grids = []  # of the table that may go on
        self.tables = 0

    def read(self, lines, grids):
        for number, (page_lines, page_grids) in enumerate(zip(lines, grids, strict=True)):
            for element in _elements(page_lines, page_grids, self.margins[number]):
                self._take(element)
        self._close_lines()
        self._close_table()
        return self.pieces

    def _take(self, element):
        if isinstance(element, Grid):
            self._close_lines()
            if self.grids and not goes_on(self.grids, element):
                self._close_table()
            self.grids.append(element)
            return
        self._close_table()
        if isinstance(element, Block):
            self._close_lines()
            self.block = element
        elif self.block and _below_left(self.block, element):
            self.block.left.append(element)  # a page break cut the left column
        else:
            self._close_block()
            self.lines.append(element)

    def _close_block(self):
        if self.block:
            column = self.margins[self.block.right[0].page]
            lines = head_lines(self.block, column) if self.block.first == 0 and not self.pieces else self.block.lines
            self.pieces += [Piece(runs_of(each)) for each in lines]
        self.block = None

    def _close_lines(self):
        self._close_block()
        paragraphs = paragraphs_of(self.lines, self.margins)
        self.pieces += [Piece(runs_of(paragraph)) for paragraph in paragraphs]
        self.lines = []

    def _close_table(self):
        if self.grids:
            self.pieces += table_pieces(self.grids, self.tables)
            self.tables += 1
        self.grids = []


def _below_left(block, line):
    """The left column goes on at the top of the next page, from its own edge: a title in the middle belongs below."""
    edge = min(part.x0 for part in block.left)
    return line.page == block.right[0].page + 1 and line.x1 < block.gutter and line.x0 - edge < INDENT


def _elements(lines, grids, column):
    """Lines, blocks in two columns and grids, from the top."""
    blocks = column_blocks(lines, column)
    placed = [(lines[block.first].y, block) for block in blocks]
    in_blocks = {index for block in blocks for index in range(block.first, block.last + 1)}
    placed += [(line.y, line) for index, line in enumerate(lines) if index not in in_blocks]
    placed += [(grid.top, grid) for grid in grids]
    return [element for _, element in sorted(placed, key=lambda pair: pair[0])]
