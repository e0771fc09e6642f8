"""Lines → paragraphs and tables, in order.

A table is lines with places (Word, PDF), or what text shows as one (text_blocks.py).
"""

from itertools import groupby

from .grid import Table, grid_table
from .markup import is_emphasised, is_rule, tidy
from .paragraphs import Paragraph
from .text_blocks import TextReader


def read_blocks(lines):
    """The blocks of a region."""
    blocks = []
    for table, found in groupby(lines, lambda line: line.place and line.place.table):
        part = list(found)
        blocks += TextReader(part).read() if table is None else _real_table(part)
    return blocks


def _real_table(lines):
    """The table of lines that have places; one of a single column is a frame around ordinary paragraphs."""
    lines = [line for line in lines if line.text]
    table = grid_table(lines) if lines else Table()
    if table.width > 1:
        return [table]
    texts = ((tidy(line.text.replace("\t", " ")), line) for line in lines)
    return [Paragraph(text, (line.number,) * 2, is_emphasised(line.text)) for text, line in texts if not is_rule(text)]
