"""Both places of a tone mark ("hoà", "hòa") and its usual slips ("quí", "qúy") → one, of the same length."""

import re

_SLIPS = {
    "qúy": "quý", "Qúy": "Quý", "QÚY": "QUÝ", "quí": "quý", "Quí": "Quý", "QUÍ": "QUÝ", "qúi": "quý", "Qúi": "Quý",
}  # fmt: skip
_OLD = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_OLD |= {old.upper(): new.upper() for old, new in _OLD.items()} | {
    old.capitalize(): new.capitalize() for old, new in _OLD.items()
}
_SLIP = re.compile("|".join(_SLIPS))
_OPEN = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD)})(?!\w)")  # the vowels end the syllable: "hoà", not "hoàn"


def new_tones(text):
    """`text` with every tone mark where the newer rule puts it; positions in it stay the same.

    >>> new_tones("Uỷ ban xã Hoà Bình, Qúy I, hoàn thành")
    'Ủy ban xã Hòa Bình, Quý I, hoàn thành'
    """
    text = _SLIP.sub(lambda found: _SLIPS[found.group()], text)
    return _OPEN.sub(lambda found: _OLD[found.group()], text)
