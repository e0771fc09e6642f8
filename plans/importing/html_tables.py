"""Tables written in HTML, as programs that read scans put them into text: <table> … </table>, cells merged by spans."""

from html.parser import HTMLParser

from thiduakhenthuong.text import clean

from ..reading.lines import Place, SourceLine
from .grid import WIDEST, grid_table

_TALLEST = 60  # rows a merged cell takes, at most
_LONGEST = 2000  # lines of one table


def opens_html_table(line):
    """Does a table in HTML begin on this line?"""
    return line.text.lstrip().lower().startswith("<table")


def html_table(lines, start):
    """The table that begins at `start` and the index of the line after it; None where it is not closed or empty."""
    reader = _Cells(lines[start].number)
    for at in range(start, min(start + _LONGEST, len(lines))):
        reader.feed(lines[at].text + "\n")
        if reader.closed:
            reader.end_cell()
            return (grid_table(reader.lines), at + 1) if reader.lines else None
    return None


class _Cells(HTMLParser):
    """Gathers the text of each cell as lines with places."""

    def __init__(self, first):
        super().__init__()
        self.first, self.lines, self.closed = first, [], False
        self.row, self.taken, self.place, self.text = -1, set(), None, ""

    def handle_starttag(self, tag, attrs):
        if tag in ("tr", "caption"):
            self.end_cell()
            self.row += 1
            if tag == "caption":
                self._open({})
        elif tag in ("td", "th"):
            self.end_cell()
            self._open(dict(attrs))
        elif tag in ("br", "p", "li"):
            self.text += "\n"

    def handle_endtag(self, tag):
        if tag in ("td", "th", "caption"):
            self.end_cell()
        self.closed = self.closed or tag == "table"

    def handle_data(self, data):
        self.text += data.replace("\n", " ")

    def _open(self, attrs):
        columns, rows = (_count(attrs.get(name), most) for name, most in (("colspan", WIDEST), ("rowspan", _TALLEST)))
        column, self.row = 0, max(self.row, 0)
        while (self.row, column) in self.taken:
            column += 1
        columns = min(columns, max(WIDEST - column, 0))  # what stands beyond the last column reaches nowhere
        self.taken |= {(self.row + r, column + c) for r in range(rows) for c in range(columns)}
        self.place, self.text = Place(0, self.row, min(column, WIDEST - 1), max(columns, 1), rows), ""

    def end_cell(self):
        """Close the open cell and keep its paragraphs; text outside of cells goes into none."""
        if self.place is not None:
            number = self.first + self.getpos()[0] - 1
            texts = [text for text in map(clean, self.text.split("\n")) if text]
            self.lines += [SourceLine(number, text, text, self.place) for text in texts]
        self.place, self.text = None, ""


def _count(value, most):
    return min(max(int(value), 1), most) if value and value.isdecimal() and len(value) < 5 else 1
