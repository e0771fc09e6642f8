"""What a layout needs besides the document itself: final endings, rows too tall to keep whole, annexes, lengths.

Shared by html.py and docx.py, so that Word and PDF say the same.
"""

from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from ..dates import month_words
from . import wording
from .document import Annex, Basis, Centred, Heading, Paragraph, Row, TaskTable

TEXT_WIDTH = 165  # mm between the margins of paper.css, portrait
LANDSCAPE_TEXT_WIDTH = 257
LONG_PLACE = 41  # letters of place and date that still fit beside the issuer at 14 pt
LONGEST_PLACE = 50  # letters of place and date that fit on a line at all, in smaller type
ONE_LINE = 100  # letters; more than this fill two lines for certain
TALL = 24  # lines; about half a page of table text
_KINDS = {Basis: "basis", Heading: "heading", Paragraph: "paragraph", Centred: "centred", TaskTable: "table"}


@dataclass(frozen=True)
class Piece:
    """A block ready for a layout: its kind in one word, its final text, whether it must stay with what follows."""

    kind: str
    block: object
    text: str = ""
    groups: tuple = ()
    keep: bool = False


@dataclass(frozen=True)
class AnnexSheet:
    """An annex ready for a layout: "Phụ lục II", its title without that label, its pieces."""

    annex: Annex
    label: str
    title: str
    pieces: list


def title_of(document):
    """What the document is called in metadata and window titles."""
    return wording.plain(f"{document.type_name.capitalize()} {document.subject}".strip())


def issuer_words(document):
    """The issuer in running text."""
    return document.issuer_name or " ".join(document.issuer)


def place_length(document):
    """How many letters place and date take, with room for what is blank."""
    day, month = document.day or "000", month_words(document.month) if document.month else "000"
    return len(f"{document.place}, ngày {day} tháng {month} năm {document.year}")


def body_pieces(document):
    """The pieces of the text before the signature; the last ends with "./."."""
    pieces = _pieces(document.body, TEXT_WIDTH)
    if pieces:
        pieces[-1] = _closed(pieces[-1])
    # The signature never stands alone: the last paragraph comes along, and if that is one line the one before it too.
    kept = 1 if pieces and len(pieces[-1].text) > ONE_LINE else 2
    return [*pieces[:-kept], *(replace(piece, keep=True) for piece in pieces[-kept:])]


def _pieces(blocks, width):
    """The blocks of one run, in order; lines of căn cứ that follow each other are ended as one list."""
    pieces = []
    for is_basis, run in groupby(blocks, lambda block: isinstance(block, Basis)):
        run = list(run)
        texts = wording.list_lines([b.text for b in run]) if is_basis else [getattr(b, "text", "") for b in run]
        pieces += [_piece(block, text, width) for block, text in zip(run, texts, strict=True)]
    return pieces


def _piece(block, text, width):
    if isinstance(block, Heading) and block.level == 1:
        text = text.upper()
    groups = tuple((g, _rows(g.rows, block.columns, width)) for g in getattr(block, "groups", ()))
    return Piece(_KINDS[type(block)], block, text, groups)


def _closed(piece):
    """With "./." after the last word; a heading with nothing below it is left alone: the document is not finished."""
    if piece.kind == "table" and piece.groups:
        return _closed_table(piece)
    if piece.kind in ("paragraph", "basis") and piece.text:
        return replace(piece, text=wording.end_with(piece.text, "./."))
    return piece


def _closed_table(piece):
    *groups, (group, rows) = piece.groups
    *rows, (row, cells, tall) = rows
    *cells, (column, text) = cells
    last = (row, [*cells, (column, wording.end_with(text, "./."))], tall)
    return replace(piece, groups=(*groups, (group, [*rows, last])))


def _rows(rows: tuple[Row, ...], columns, width):
    """For each row: itself, its cells with their columns, and whether it is taller than half a page."""
    widths = [column.width for column in columns]
    rest = (width - sum(w for w in widths if w)) / max(widths.count(None), 1)
    widths = [w or rest for w in widths]
    return [(row, list(zip(columns, row.cells, strict=True)), any(map(_is_tall, row.cells, widths))) for row in rows]


def _is_tall(text, width):
    letters = max((width - 3) / 2.05, 1)  # letters of 13 pt on a line of the column
    return len(text) > 2 * letters and sum(max(ceil(len(line) / letters), 1) for line in text.split("\n")) > TALL


def annex_sheets(document):
    """The annexes in order."""
    count = len(document.annexes)
    return [_sheet(annex, annex_label(position, count)) for position, annex in enumerate(document.annexes, 1)]


def _sheet(annex, label):
    width = LANDSCAPE_TEXT_WIDTH if annex.landscape else TEXT_WIDTH
    return AnnexSheet(annex, label, wording.without_annex_label(annex.title), _pieces(annex.blocks, width))


def annex_label(position, count):
    """ "Phụ lục" alone if it is the only one, else with its Roman number."""
    return f"Phụ lục {wording.roman(position)}" if count > 1 else "Phụ lục"
