"""Page numbers, and the line printed at the head or foot of every page: no part of the text."""

import re
from collections import Counter

from .markup import plain

_PAGE_NUMBER = re.compile(r"^(?:trang\s*)?[-–|]?\s*\d{1,3}\s*(?:[/|]\s*\d{1,3}\s*)?[-–|]?$", re.IGNORECASE)
_PAGE_BEHIND = re.compile(r"\btrang\s*:?\s*\d{1,3}(?:\s*/\s*\d{1,3})?\s*$", re.IGNORECASE)
_LENGTH = 160


def is_page_number(text):
    """ "3", "- 3 -", "Trang 3/10"."""
    return bool(_PAGE_NUMBER.match(text))


def is_picture(text):
    """ "![](hinh.jpeg)": what a converter leaves where a seal, a signature or a picture stood."""
    return text.startswith("![") and text.endswith(")")


def running_heads(texts):
    """Those of the texts, in order, that return beside the page numbers: what to leave out besides the numbers."""
    beside, signs = Counter(), [_sign(text) for text in texts]
    for index, text in enumerate(texts):
        near = [texts[at] for at in (index - 1, index + 1) if 0 <= at < len(texts)]
        numbered = any(is_page_number(other) for other in near) or _PAGE_BEHIND.search(text)
        if numbered and 0 < len(text) <= _LENGTH and not is_page_number(text):
            beside[signs[index]] += 1
    counted = Counter(signs)
    heads = {sign for sign, count in beside.items() if count > 1 and counted[sign] <= count + 1}
    return {text for text, sign in zip(texts, signs, strict=True) if sign in heads}


def _sign(text):
    """What stays the same from page to page: all but the number of the page."""
    return _PAGE_BEHIND.sub("", plain(text)).casefold() if len(text) <= _LENGTH else ""
