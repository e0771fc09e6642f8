"""What the fonts of a PDF tell: bold, italic, and which characters of symbol fonts are bullets."""

import ctypes
import re
from dataclasses import dataclass

import pypdfium2.raw as pdfium

_SYMBOLS = re.compile(r"symbol|wingding|webding|dingbat", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18
_HEAVY = 600
_PRIVATE = range(0xE000, 0xF900)
_HYPHEN_AT_LINE_END = 2  # pdfium's own code for it
_NAME = ctypes.create_string_buffer(256)


@dataclass(frozen=True)
class Font:
    """A font by its name without the subset tag, as far as reading needs it."""

    name: str
    bold: bool = False
    italic: bool = False

    @property
    def symbolic(self):
        return bool(_SYMBOLS.search(self.name))


def font_of(raw, *, stroked):
    """The `Font` of a pdfium font; letters filled and `stroked` look bold."""
    _NAME.value = b""
    pdfium.FPDFFont_GetBaseFontName(raw, _NAME, len(_NAME))
    name = _NAME.value.decode("utf-8", "replace").split("+")[-1]
    flags = max(pdfium.FPDFFont_GetFlags(raw), 0)
    bold = stroked or bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD_FLAG)
    return Font(name, bold, bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG))


def letter_of(code, font):
    """The character of a code, "" where it says nothing. Bullets of symbol fonts become "•" or "-"."""
    if code == _HYPHEN_AT_LINE_END:
        return "-"
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000 or code in (0xFFFD, 0xFFFE, 0xFFFF):
        return ""
    if font.symbolic and code > 32 and (code in _PRIVATE or chr(code).isascii() or code < 256):
        return "-" if code & 0xFF == ord("-") else "•"
    return chr(code)


def is_private(letter):
    """Whether a letter stands in the area where each font does as it likes."""
    return ord(letter) in _PRIVATE
