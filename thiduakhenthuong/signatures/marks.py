"""Marks put onto a page - a number, a date, a seal, a text - and whether they may hide what the paper says.

A number goes onto its empty line in the head, a seal over titles and names of the signature; everywhere else a mark
over words may change their meaning.
"""

import re
from contextlib import closing
from ctypes import byref

import pypdfium2.raw as pdfium

from thiduakhenthuong.text import clean_line

_HEAD = 0.75  # of the height of the first page: from there up are its head, number and date
_SHORT = 40  # letters
_GIVEN = re.compile(r"\d{1,2}$|\d+/")  # day, month or number that stood there already
_EDGE = 1  # points: what a mark only touches it does not hide
_ROMAN = set("IVXLC")
_HIDE_NOTHING = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_LINK,
    pdfium.FPDF_ANNOT_POPUP,
    pdfium.FPDF_ANNOT_WIDGET,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
}


def words_under(page, rectangle):
    """The words of a page (pypdfium2's) under a rectangle of its own coordinates."""
    x0, y0, x1, y1 = rectangle
    with closing(page.get_textpage()) as text:
        return clean_line(text.get_text_bounded(x0 + _EDGE, y0 + _EDGE, x1 - _EDGE, y1 - _EDGE))


def may_hide(words, page, number, rectangle):
    """Whether a mark over these words, of the page of that number, is no number, date or seal in its place."""
    if number == 1 and rectangle[1] >= page.get_height() * _HEAD:
        return len(words) > _SHORT or any(map(_GIVEN.match, words.split()))
    return any(_tells(word.strip('.,:;-()/“”"')) for word in words.split())


def _tells(word):
    """Titles and names in the signature are in capitals; sentences, numbers and headings are not only."""
    return word[:1].islower() or word[:1].isdigit() or (bool(word) and set(word) <= _ROMAN)


def hidden_words(page, number):
    """The passages of a page that its annotations may hide."""
    for rectangle in _rectangles(page):
        words = words_under(page, rectangle)
        if may_hide(words, page, number, rectangle):
            yield words


def _rectangles(page):
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note, place = pdfium.FPDFPage_GetAnnot(page.raw, index), pdfium.FS_RECTF()
        hides = note and pdfium.FPDFAnnot_GetSubtype(note) not in _HIDE_NOTHING
        if hides and pdfium.FPDFAnnot_GetRect(note, byref(place)):
            yield place.left, place.bottom, place.right, place.top
        if note:
            pdfium.FPDFPage_CloseAnnot(note)
