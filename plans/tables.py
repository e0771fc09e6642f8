r"""A table as text: a line is a row, bars part its cells, the first line holds the column titles.

A later line without bars is a heading across the table. A bar that belongs to the words is written `\|`. So a table is
typed, compared, searched and kept like any other text.
"""

import re

from thiduakhenthuong.official.document import Column, Row, RowGroup, TaskTable
from thiduakhenthuong.official.wording import plain

from .draft import SectionDraft
from .kinds import SectionKind

_BAR = re.compile(r"(?<!\\)\|")
_RULED = re.compile(r"[\s|:-]*-[\s|:-]*")  # the line below the titles in Markdown's tables
_FIGURE = re.compile(r"[*\d.,%/–-]{0,10}")
_WIDTHS = (12, 15, 18, 24, 28, 34, 42, 50, 62)  # mm; each is a class of paper.css
_LETTER, _CAPITAL, _BOLD, _PADDING = 2.3, 3.4, 2.75, 3.4  # mm: letters of 13 pt, any bold one; both sides of a cell
_SENTENCE, _ROOM = 20, 30  # letters of a cell that says more than a name or a figure; mm it needs


def rows_of(text):
    """The rows of a table, each a list of cells; the first are the column titles."""
    return [_cells(line) for line in text.split("\n") if line.strip() and not _RULED.fullmatch(line)]


def text_of(rows):
    """Rows as the text of a table; a row of one cell is a heading."""
    return "\n".join(_line([_escaped(str(cell)) for cell in row]) for row in rows)


def from_pasted(text):
    """What was copied out of a spreadsheet or a Word table has tabs between its cells."""
    return text.replace("\t", " | ")


def table_piece(rows):
    """A piece of a draft that holds these rows."""
    return SectionDraft(SectionKind.TABLE, text_of(rows))


def table_of(text, *, ref="", width):
    """The table as it is printed on a text so many mm wide. Short rows are filled up, none loses a cell."""
    titles, *rows = rows_of(text) or [[""]]
    count = max(map(len, [titles, *rows]))
    rows = [row if len(row) == 1 else _filled(row, count) for row in rows]
    titles = _filled(titles, count)
    groups = tuple(RowGroup(title, tuple(Row(tuple(row)) for row in below)) for title, below in _groups(rows, count))
    return TaskTable(_columns(titles, [row for row in rows if len(row) == count], width), groups, ref)


def _cells(line):
    """A bar at both ends is a frame, as in Markdown."""
    line = line.strip()
    if len(line) > 1 and line.startswith("|") and line.endswith("|") and not line.endswith(r"\|"):
        line = line[1:-1]
    return [cell.strip().replace(r"\|", "|") for cell in _BAR.split(line)]


def _line(cells):
    line = " | ".join(cells)
    return f"| {line} |" if len(cells) > 1 and not (cells[0] and cells[-1]) else line


def _escaped(cell):
    return " ".join(cell.split()).replace("|", r"\|")


def _filled(row, count):
    return [*row, *[""] * (count - len(row))]


def _groups(rows, count):
    """(heading, rows below it); rows before the first heading stand below an empty one."""
    groups = [("", [])]
    for row in rows:
        if len(row) == 1 < count:
            groups.append((row[0], []))
        else:
            groups[-1][1].append(row)
    return groups if groups[0][1] or len(groups) == 1 else groups[1:]


def _columns(titles, rows, width):
    """Figures and dates stand in narrow columns, centred; words share what is left by how much they say."""
    cells = list(zip(*rows, strict=True)) if rows else [()] * len(titles)
    figures = [_are_figures(column) for column in cells]
    least = [_least_width(title, column) for title, column in zip(titles, cells, strict=True)]
    says = [0 if f else sum(map(len, (t, *column))) for f, t, column in zip(figures, titles, cells, strict=True)]
    longest = max(range(len(titles)), key=says.__getitem__)
    left = width - sum(mm for mm, is_figure in zip(least, figures, strict=True) if is_figure)
    widths = [
        mm if is_figure else max(mm, _class_below(left * told / max(sum(says), 1)))
        for mm, is_figure, told in zip(least, figures, says, strict=True)
    ]
    return tuple(
        Column(title, None if n == longest else widths[n], centred=figures[n]) for n, title in enumerate(titles)
    )


def _are_figures(cells):
    """Nearly all that say something; the last row may say "Cộng"."""
    told = [cell for cell in cells if cell]
    return bool(told) and sum(map(bool, map(_FIGURE.fullmatch, told))) * 3 >= len(told) * 2


def _least_width(title, cells):
    """So that no word is broken: titles are bold."""
    needed = max(
        [len(word) * _BOLD for word in title.split()]
        + [sum(map(_letter_width, word)) for cell in cells for word in plain(cell).split()]
        + [0]
    )
    if any(len(cell) > _SENTENCE for cell in cells):
        needed = max(needed, _ROOM)
    return next((mm for mm in _WIDTHS if mm >= needed + _PADDING), _WIDTHS[-1])


def _letter_width(letter):
    return _CAPITAL if letter.isupper() else _LETTER


def _class_below(mm):
    return max((width for width in _WIDTHS if width <= mm), default=_WIDTHS[0])
