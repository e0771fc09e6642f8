"""Paragraphs of a Word file → `SourceLine`s: split at line breaks, old fonts converted, formatting as marks."""

from dataclasses import dataclass, field, replace

from .lines import LINE_LENGTH_LIMIT, LINE_LIMIT, Place, SourceLine, Unreadable, clean_cells
from .old_fonts import convert_runs
from .word_marks import is_bullet, is_label, marked, without_stars
from .word_runs import Piece
from .word_safety import TOO_LONG


@dataclass
class Paragraph:
    """A paragraph as read: the automatic number before it, its pieces of text, its cell, and its first line."""

    label: str
    pieces: list[Piece] = field(default_factory=list)
    place: Place | None = None
    line: int = 0  # set where it becomes lines

    @property
    def text(self):
        return "".join(piece.text for piece in self.pieces)


def to_lines(paragraphs, name):
    """The lines of a document, and the old encoding its letters were converted from, or "". Raises Unreadable."""
    pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
    texts, encoding = convert_runs([(piece.text, piece.look.font) for piece in pieces])
    converted = iter(texts)
    lines = []
    for paragraph in paragraphs:
        now = [replace(piece, text=next(converted)) for piece in paragraph.pieces]
        paragraph.line = len(lines) + 1
        lines += _lines_of(paragraph, now, len(lines))
        if len(lines) > LINE_LIMIT or len(paragraph.text) > LINE_LENGTH_LIMIT:
            raise Unreadable(TOO_LONG.format(name=name))
    return lines, encoding


def _lines_of(paragraph, pieces, before):
    """The lines of one paragraph. In a cell none for what is empty; outside an empty paragraph is an empty line."""
    raws, rows = _split(paragraph.pieces, "\n"), _split(pieces, "\n")
    filled = [index for index, row in enumerate(rows) if any(piece.text.strip() for piece in row)]
    kept = range(filled[0], filled[-1] + 1) if filled else range(1)
    lines = []
    for index in kept:
        label = paragraph.label if index == kept.start else ""
        if not filled and label in ("- ", "+ "):
            label = ""  # a bullet before nothing
        text = clean_cells(_text(label, rows[index], in_cell=paragraph.place is not None))
        raw = label + "".join(piece.text for piece in raws[index])
        if text or paragraph.place is None:
            lines.append(SourceLine(before + len(lines) + 1, text, raw, paragraph.place))
    return lines


def _split(pieces, separator):
    """Pieces cut at each separator: a list of pieces for every part."""
    if not any(separator in piece.text for piece in pieces):
        return [pieces]
    parts = [[]]
    for piece in pieces:
        first, *others = piece.text.split(separator)
        parts[-1].append(replace(piece, text=first))
        parts += [[replace(piece, text=other)] for other in others]
    return parts


def _text(label, pieces, *, in_cell):
    """One line with its marks. Outside cells tabs part columns, but not after a typed number or as an indent."""
    columns = [_printed(part) for part in _split(pieces, "\t")]
    while len(columns) > 1 and not _joined(columns[0]).strip():
        columns.pop(0)
    if columns[0]:
        columns[0][0] = (without_stars(columns[0][0][0], opens_line=not label), columns[0][0][1])
    filled = [column for column in columns if _joined(column).strip()]
    if in_cell:
        columns = [_in_one(filled)]
    elif len(filled) > 1 and (is_bullet(_joined(filled[0])) or (len(filled) == 2 and is_label(_joined(filled[0])))):
        after = columns.index(filled[1]) + 1
        columns = [_in_one(filled[:2]), *columns[after:]]
    columns[0].insert(0, (label, None))
    return "\t".join(marked([(without_stars(text, opens_line=False), stars) for text, stars in c]) for c in columns)


def _printed(pieces):
    """Pieces as (text, stars), in capitals where they are shown so."""
    return [(p.text.upper() if p.look.capitals else p.text, p.look.stars) for p in pieces if p.text]


def _in_one(columns):
    return [piece for column in columns for piece in [*column, (" ", "")]]


def _joined(column):
    return "".join(text for text, _ in column)
