"""Rows copied from a spreadsheet, as text with tabs: with the titles of the columns, or in the order of the table."""

import csv
from io import StringIO

from thiduakhenthuong.text import clean, search_key

from .columns import COLUMNS, LONGEST, NEEDED


def rows_pasted(text):
    """(number, texts by column) of each line that holds anything."""
    lines = list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
    columns, first = COLUMNS, 0
    for number, cells in enumerate(lines):
        keys = [search_key(cell) for cell in cells]
        if all(search_key(title) in keys for title in NEEDED):
            columns = [next((title for title in COLUMNS if search_key(title) == key), None) for key in keys]
            first = number + 1
            break
    found = []
    for number, cells in enumerate(lines[first:], first + 1):
        told = dict.fromkeys(COLUMNS, "")
        told |= {title: clean(cell[:LONGEST]) for title, cell in zip(columns, cells, strict=False) if title}
        if any(told.values()):
            found.append((number, told))
    return found
