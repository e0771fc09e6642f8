"""Ways of writing a time → one way the periods are read from: "T3/2024", "tháng Ba", "Qúy I", "l5/3"."""

import re

from .tones import new_tones

_SHORT_MONTH = re.compile(r"\bt\.?\s?(?=(?:0?[1-9]|1[0-2])(?!\d))")
_MONTH_WORDS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_WORD = re.compile(rf"\btháng (?P<word>{'|'.join(sorted(_MONTH_WORDS, key=len, reverse=True))})\b(?!\s+(?:lần|\d))")
_SCANNED = re.compile(r"(?<=\d)[loi](?=[/.\d])|\b[loi](?=\d\s?[/.]\s?\d)")  # a letter where a digit must stand
_DIGITS = {"l": "1", "i": "1", "o": "0"}


def spelt_out(text, *, year):
    """Lower-case words of a deadline in the usual spelling; "năm sau" is named."""
    words = new_tones(text).lower()
    words = _SCANNED.sub(lambda found: _DIGITS[found.group()], words)
    words = _SHORT_MONTH.sub("tháng ", words)
    words = _WORD.sub(lambda found: f"tháng {_MONTH_WORDS.index(found.group('word')) + 1}", words)
    return words.replace("năm sau", f"năm {year + 1}").replace("năm trước", f"năm {year - 1}")


def has_scanned_digits(text):
    """Does a letter stand where a digit must, as scanners write "l5/3"?"""
    return bool(_SCANNED.search(text.lower()))
