"""Figures in Vietnamese notation: 1.250,5. Stored and sent on as plain decimals: "1250.5"."""

import re

_PLAIN = re.compile(r"\d+(?:,\d+)?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
_DIGITS = 15  # a spreadsheet keeps no more


def read_figure(text):
    """The plain decimal a person wrote, "" for nothing. Raises ValueError; "1.5" could mean two things."""
    text = "".join(text.split())
    if not text:
        return ""
    if not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)) or sum(map(str.isdigit, text)) > _DIGITS:
        raise ValueError(text)
    whole, _, part = text.replace(".", "").partition(",")
    part = part.rstrip("0")
    return f"{whole.lstrip('0') or '0'}{'.' if part else ''}{part}"


def figure_words(plain):
    """A plain decimal as people read it; "" for none."""
    if not plain:
        return ""
    whole, _, part = plain.partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")
