"""OfficialDocument → HTML, by one set of templates for screen and paper. Knows no plan and no request.

What the templates cannot say is prepared in pieces.py and here: which head needs smaller type, how annexes count pages.
"""

from pathlib import Path

from django.template.loader import render_to_string

from . import wording
from .pieces import LONG_PLACE, LONGEST_PLACE, annex_sheets, body_pieces, issuer_words, place_length, title_of

STYLESHEET = Path(__file__).resolve().parents[2] / "static" / "css" / "paper.css"
LONGEST_NUMBER = 24  # letters of number and symbol that fit below the issuer


def to_html(document, *, screen):
    """The document as HTML: on screen only `<article class="paper">`, with ids from `ref`; else a page to print."""
    return render_to_string(f"documents/{'screen' if screen else 'print'}.html", _context(document, ids=screen))


def standalone(document):
    """A page that needs nothing beside it: the stylesheet is inside."""
    return to_html(document, screen=False).replace("</head>", f"<style>\n{STYLESHEET.read_text()}</style>\n</head>", 1)


def _context(document, *, ids):
    return {
        "document": document,
        "ids": ids,
        "nation": wording.NATION,
        "motto": wording.MOTTO,
        "title": title_of(document),
        "type_words": document.type_name.capitalize(),
        "number": wording.number_line(document.number, document.symbol) if document.symbol else "",
        "date": wording.date_line(document.day, document.month, document.year),
        "small_head": place_length(document) > LONG_PLACE,
        "long_place": place_length(document) > LONGEST_PLACE,
        "long_number": len(f"{document.number}/{document.symbol}") > LONGEST_NUMBER,
        "body": body_pieces(document),
        "hands": wording.hands(document.authority, document.signer),
        "recipients": wording.list_lines(document.recipients),
        "annex_of": issuer_words(document),
        "annexes": [_annex(sheet, n) for n, sheet in enumerate(annex_sheets(document), 1)],
    }


def _annex(sheet, position):
    """A sheet with its page name: neighbours take names in turn, so that each counts its own pages from 1."""
    orientation = "landscape" if sheet.annex.landscape else "portrait"
    return {"sheet": sheet, "page": f"annex-{orientation}-{'odd' if position % 2 else 'even'}"}
