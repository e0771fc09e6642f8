"""What every kind of file becomes: lines with numbers, and where in a table each stands. Knows no plan.

Whatever cannot be read raises `Unreadable`, whose text is one Vietnamese sentence that says what to do.
"""

from dataclasses import dataclass, field

from thiduakhenthuong.text import clean

from ..draft import Finding

LINE_LIMIT = 20_000
LINE_LENGTH_LIMIT = 100_000  # characters


class Unreadable(Exception):
    """The file cannot be read as a plan; str() is the sentence to show."""


@dataclass(frozen=True)
class Place:
    """The table cell a line stands in, all counted from 0: table in the document, row, first column of the grid.

    A merged cell takes several `columns` or `rows` of the grid; its lines stand at its first one.
    """

    table: int
    row: int
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class SourceLine:
    """One line or paragraph of the source.

    `number` counts from 1; `text` is in NFC with `**đậm**` and `*nghiêng*` and, in plain text, tabs between cells;
    `raw` is the line as it stood, which a person compares with.
    """

    number: int
    text: str
    raw: str
    place: Place | None = None  # in files that have real tables


@dataclass
class Source:
    """A file as it was read. `findings` tell what a person should know of the file itself."""

    lines: list[SourceLine]
    findings: list[Finding] = field(default_factory=list)
    encoding: str = ""  # "TCVN3", "VNI" where the letters were converted from such a font; then `raw` is unconverted


def source_lines(lines):
    """Lines of text as source lines; tabs separate cells and stay."""
    return [SourceLine(number, clean_cells(line), line) for number, line in enumerate(lines, 1)]


def clean_cells(line):
    """A line through the one gate for text, its tabs kept."""
    return "\t".join(clean(cell.replace("\n", " ")) for cell in line.split("\t")).rstrip("\t ")
