"""Vietnamese text as stored, searched and sorted. Knows no database and no model.

`clean` is the one gate for whatever people type or files contain (goals V1-V3 of the reliability list).
"""

import re
import unicodedata

# Invisible marks that Word, web pages and scanners leave behind: soft hyphen, zero-width marks and joiners, BOM,
# bidi controls, variation selectors, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"[^\S\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOOKALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " ", "\u3000": " ", "\r": "\n", **_FULL_WIDTH})


def clean(text):
    """Text in NFC, without invisible or control characters, with ordinary spaces; line breaks are kept as \\n.

    `Ð` (Icelandic eth, from old fonts) becomes `Đ`, full-width forms become plain ones.
    """
    text = text.replace("\r\n", "\n").translate(_LOOKALIKES)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", text)  # last: a mark taken away may bring a letter and its tone together
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip("\n")


def clean_line(text):
    """Like `clean`, on one line."""
    return " ".join(clean(text).split())


def search_key(text):
    """Lower case, no diacritics, đ as d, only letters and digits with single spaces: what search compares.

    >>> search_key("Tổ chức Hội nghị, Đợt 1")
    'to chuc hoi nghi dot 1'
    """
    text = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", text))


# Order of the Vietnamese alphabet (29 letters; f, j, w, z at their Latin places) and of the six tones.
_LETTERS = {letter: f"{i:02d}" for i, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", 10)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}  # huyền hỏi ngã sắc nặng


def sort_key(text):
    """A string that sorts by code point as Vietnamese dictionaries do: letters first, tones only break ties.

    Equal on every database, whatever its collation: only digits and spaces occur in it.
    """
    letters, tones = [], []
    for char in unicodedata.normalize("NFC", text.casefold()):
        base, tone = _split_tone(char)
        if base in _LETTERS:
            letters.append(_LETTERS[base])
            tones.append(tone)
        elif base.isdigit():
            letters.append(f"0{base}")
        elif letters and letters[-1] != " ":
            letters.append(" ")
    return "".join(letters).strip() + "  " + "".join(tones)


def _split_tone(char):
    parts = unicodedata.normalize("NFD", char)
    tone = next((_TONES[c] for c in parts if c in _TONES), "0")
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES)), tone
