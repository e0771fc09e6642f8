"""OfficialDocument → HTML, by one set of templates for screen and paper. Knows no plan and no request.

What the templates cannot say is prepared here: endings of lists, the closing mark, which rows are too tall to keep
whole, which head needs smaller type.
"""

from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil
from pathlib import Path

from django.template.loader import render_to_string

from ..dates import month_words
from . import wording
from .document import Basis, Heading, Paragraph, Row, TaskTable

STYLESHEET = Path(__file__).resolve().parents[2] / "static" / "css" / "paper.css"
TEXT_WIDTH = 165  # mm between the margins of paper.css, portrait
LANDSCAPE_TEXT_WIDTH = 257
ONE_LINE = 100  # letters; more than this fill two lines for certain
TALL = 24  # lines; about half a page of table text
LONGEST_PLACE = 50  # letters of place and date that fit on a line at all, in smaller type
LONGEST_NUMBER = 24  # letters of number and symbol that fit below the issuer
LONG_PLACE = 41  # letters of place and date that still fit beside the issuer at 14 pt
_KINDS = {Basis: "basis", Heading: "heading", Paragraph: "paragraph", TaskTable: "table"}


@dataclass(frozen=True)
class Piece:
    """A block ready for the template: its kind in one word, its final text, whether it must stay with what follows."""

    kind: str
    block: object
    text: str = ""
    groups: tuple = ()
    keep: bool = False


def to_html(document, *, screen):
    """The document as HTML: on screen only `<article class="paper">`, with ids from `ref`; else a page to print."""
    return render_to_string(f"documents/{'screen' if screen else 'print'}.html", _context(document, ids=screen))


def standalone(document):
    """A page that needs nothing beside it: the stylesheet is inside."""
    return to_html(document, screen=False).replace("</head>", f"<style>\n{STYLESHEET.read_text()}</style>\n</head>", 1)


def title_of(document):
    """What the document is called in metadata and window titles."""
    return wording.plain(f"{document.type_name.capitalize()} {document.subject}".strip())


def _context(document, *, ids):
    return {
        "document": document,
        "ids": ids,
        "nation": wording.NATION,
        "motto": wording.MOTTO,
        "title": title_of(document),
        "type_words": document.type_name.capitalize(),
        "number": wording.number_line(document.number, document.symbol),
        "date": wording.date_line(document.day, document.month, document.year),
        "small_head": len(_place_words(document)) > LONG_PLACE,
        "long_place": len(_place_words(document)) > LONGEST_PLACE,
        "long_number": len(f"{document.number}/{document.symbol}") > LONGEST_NUMBER,
        "body": _body(document),
        "recipients": wording.list_lines(document.recipients),
        "annexes": [_annex(annex, n, document) for n, annex in enumerate(document.annexes, 1)],
    }


def _place_words(document):
    day, month = document.day or "000", month_words(document.month) if document.month else "000"
    return f"{document.place}, ngày {day} tháng {month} năm {document.year}"


def _body(document):
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


def _annex(annex, position, document):
    return {
        "annex": annex,
        "label": annex_label(position, len(document.annexes)),
        "title": wording.without_annex_label(annex.title),
        # Neighbours take page names in turn, so that each counts its own pages from 1.
        "page": f"annex-{'landscape' if annex.landscape else 'portrait'}-{'odd' if position % 2 else 'even'}",
        "pieces": _pieces(annex.blocks, LANDSCAPE_TEXT_WIDTH if annex.landscape else TEXT_WIDTH),
        "of": document.issuer_name or " ".join(document.issuer),
    }


def annex_label(position, count):
    """ "Phụ lục" alone if it is the only one, else with its Roman number."""
    return f"Phụ lục {wording.roman(position)}" if count > 1 else "Phụ lục"
