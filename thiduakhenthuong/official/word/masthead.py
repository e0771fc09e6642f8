"""The head of a document in Word: issuer and national motto side by side, number and date below, type and subject."""

from .. import wording
from ..pieces import LONG_PLACE, TEXT_WIDTH, place_length
from .elements import cell, paragraph, row, run, table, text_paragraph

_NAMES, _SMALL_NAMES = 67, 64  # mm of the left half
_SUBJECT_WIDTH = 140  # mm
_LETTER = {True: 0.69, False: 0.46}  # mean width of a bold letter in em, of capitals and of small letters
_POINT = 25.4 / 72


def masthead(document):
    """The elements from the top of the page to the line under the subject."""
    small = 1 if place_length(document) > LONG_PLACE else 0
    left = _SMALL_NAMES if small else _NAMES
    right = TEXT_WIDTH - left
    names = row(cell(left, *_issuer(document, small, left)), cell(right, *_nation(small, right)))
    marks = row(cell(left, *_number(document)), cell(right, _place_date(document, small)))
    return [table((left, right), names, marks), *_name(document)]


def _issuer(document, small, width):
    superior = [document.superior.upper()] if document.superior else []
    lines = [text_paragraph("Superior", line, size=13 - small) for line in superior]
    lines += [text_paragraph("Issuer", line.upper(), size=13 - small) for line in document.issuer]
    if document.issuer:
        length = min(width_of(document.issuer[-1].upper(), 13 - small), width - 2)
        lines.append(rule(0.42 * length, width))
    return lines


def _nation(small, width):
    size = 14 - small
    return [
        text_paragraph("Nation", wording.NATION, size=13 - small),
        text_paragraph("Motto", wording.MOTTO, size=size),
        rule(width_of(wording.MOTTO, size), width),
    ]


def _number(document):
    lines = [text_paragraph("Number", f"Số: {wording.number_text(document.number, document.symbol)}")]
    if document.draft:
        lines.append(paragraph("DraftMark", run(" DỰ THẢO ", boxed=True)))
    return lines


def _place_date(document, small):
    date = wording.date_text(document.day, document.month, document.year)
    return text_paragraph("PlaceDate", f"{document.place}, {date}", size=14 - small)


def _name(document):
    length = min(width_of(wording.plain(document.subject), 14), _SUBJECT_WIDTH)
    return [
        text_paragraph("Title", document.type_name.upper()),
        text_paragraph("Subject", document.subject),
        rule(0.38 * length, TEXT_WIDTH),
    ]


def rule(length, within):
    """A short line in the middle: the upper border of an empty paragraph. Both in millimetres."""
    return paragraph("Rule", indent=max((within - length) / 2, 0.1))


def width_of(text, size):
    """About how wide a bold text is, in millimetres."""
    return sum(_LETTER[letter.isupper()] if letter != " " else 0.25 for letter in text) * size * _POINT
