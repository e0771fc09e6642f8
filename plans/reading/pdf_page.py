"""One page of a PDF as plain data: letters with their places, ruling lines, the share that pictures cover.

Places are in points, x from the left and y downwards from the top of the page as it is shown. Annotations, scripts and
attached files are never loaded. Only this file, pdf_drawing.py and pdf_fonts.py talk to pdfium.
"""

import ctypes
import math
from dataclasses import dataclass, field
from statistics import median

import pypdfium2.raw as pdfium

from .pdf_drawing import Rule, form_objects, matrix_of, page_objects, product, rules_of
from .pdf_fonts import Font, font_of, letter_of

_CHANCE = 0.3  # of the size: how much recognised sizes differ
_FORMS_IN_FORMS = 8
_RULES = 100_000  # on one page: more of them draw a picture
_UPRIGHT = math.radians(3)


@dataclass(slots=True)
class Letter:
    """A drawn character: from `x0` to `x1` on the baseline `y`, `size` high."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: Font
    spaced: bool = False  # a blank is drawn before it


@dataclass
class Page:
    """What stands on a page."""

    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    slanted: str = ""  # text set neither level nor upright, such as a watermark
    unmapped: int = 0  # letters whose code says nothing
    doubtful: int = 0  # letters whose code the font does not explain: they may be right or wrong
    unseen: int = 0  # letters drawn invisibly: the text layer of a scan
    picture: float = 0.0  # share of the page that pictures cover, at most 1


def read_page(page):
    """The `Page` of a pdfium page."""
    return _PageReader(page).read()


class _PageReader:
    def __init__(self, page):
        self.raw = page.raw
        self.turn = page.get_rotation()
        left, bottom, right, top = page.get_bbox()
        self.box = left, bottom, right, top
        size = (right - left, top - bottom)
        self.page = Page(*(size if self.turn in (0, 180) else reversed(size)))
        self.fonts = {}
        self.slanted = []

    def read(self):
        self._letters()
        self._objects(page_objects(self.raw), None, _FORMS_IN_FORMS)
        self.page.slanted = "".join(self.slanted).strip()
        if self.page.unseen > len(self.page.letters) / 2:
            _even_out(self.page.letters)
        return self.page

    def place(self, x, y):
        """A point of the page's own coordinates as it is shown."""
        left, bottom, right, top = self.box
        if self.turn == 0:
            return x - left, top - y
        if self.turn == 90:
            return y - bottom, x - left
        if self.turn == 180:
            return right - x, y - bottom
        return top - y, right - x

    def _letters(self):
        text = pdfium.FPDFText_LoadPage(self.raw)
        if not text:
            return
        try:
            for index in range(pdfium.FPDFText_CountChars(text)):
                self._letter(text, index)
        finally:
            pdfium.FPDFText_ClosePage(text)

    def _letter(self, text, index):
        code = pdfium.FPDFText_GetUnicode(text, index)
        drawn = pdfium.FPDFText_GetTextObject(text, index)
        if not drawn or (code in (10, 13, 32) and pdfium.FPDFText_IsGenerated(text, index)):
            return
        style = self._style(text, index, drawn)
        letter = letter_of(code, style.font)
        if not letter:
            self.page.unmapped += 1
            return
        if style.slanted:
            self.slanted.append(letter)
            return
        pdfium.FPDFText_GetLooseCharBox(text, index, _BOX)
        pdfium.FPDFText_GetCharOrigin(text, index, _X, _Y)
        x0, y = self.place(_X.value, _Y.value)
        x1 = x0 + abs(_BOX.right - _BOX.left if self.turn in (0, 180) else _BOX.top - _BOX.bottom)
        if 0 <= y <= self.page.height and -1 <= x0 <= self.page.width:
            self.page.unseen += style.unseen
            self.page.doubtful += pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
            self.page.letters.append(Letter(letter, x0, x1, y, style.size, style.font))

    def _style(self, text, index, drawn):
        key = ctypes.addressof(drawn.contents)
        style = self.fonts.get(key)
        if style is None:
            style = self.fonts[key] = _style_of(text, index, drawn, self.turn)
        return style

    def _objects(self, objects, matrix, depth):
        """Ruling lines and pictures, also of the forms that stand on the page."""
        for drawn in objects:
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind == pdfium.FPDF_PAGEOBJ_PATH and len(self.page.rules) < _RULES:
                self.page.rules += rules_of(drawn, matrix, self.place)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(drawn, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
                self._objects(form_objects(drawn), product(matrix_of(drawn), matrix), depth - 1)

    def _picture(self, drawn, matrix):
        a, b, c, d, *_ = product(matrix_of(drawn), matrix)
        share = abs(a * d - b * c) / max(self.page.width * self.page.height, 1)
        self.page.picture = min(self.page.picture + share, 1.0)


def _even_out(letters):
    """One size for the letters of a recognised scan that differ by chance only."""
    usual = median(letter.size for letter in letters)
    for letter in letters:
        if abs(letter.size - usual) < _CHANCE * usual:
            letter.size = usual


@dataclass(slots=True)
class _Style:
    font: Font
    size: float
    slanted: bool
    unseen: bool


_X, _Y = ctypes.c_double(), ctypes.c_double()
_BOX, _MATRIX = pdfium.FS_RECTF(), pdfium.FS_MATRIX()


def _style_of(text, index, drawn, turn):
    pdfium.FPDFText_GetMatrix(text, index, _MATRIX)
    a, b, c, d = _MATRIX.a, _MATRIX.b, _MATRIX.c, _MATRIX.d
    angle = math.atan2(b, a) - math.radians(turn)
    slant = abs(math.remainder(angle, 2 * math.pi))
    mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
    heavy = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(c, d)
    font = font_of(pdfium.FPDFTextObj_GetFont(drawn), stroked=heavy)
    return _Style(font, size, slant > _UPRIGHT, mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
