"""The parts of a line that is set in columns: by tabs, by a table's bars, by runs of spaces; and text without tones."""

import re
import unicodedata
from functools import cache

from thiduakhenthuong.text import clean

from .markup import is_rule, plain, tidy

_GAP = re.compile(r"\s{3,}")
_SET_APART = re.compile(r"(?P<bold>\*\*[^*]{5,80}\*\*)[ \t]+(?=\*\*)")
_BLANK_BEFORE = (
    "số:",
    "số",
    "ngày",
    "tháng",
    "năm",
    "/",
    "sô:",
    "…",
    "..",
)  # a gap after these is left to be filled in
_BLANK_AFTER = ("/", "tháng", "năm", "…", "..")


def cells(line):
    """The texts of a line's columns without emphasis, empty ones and rules left out."""
    return [text for _, text in placed_cells(line)]


def placed_cells(line):
    """Pairs (column, text) of a line; a line break inside a cell makes two texts of one column."""
    column = line.place.column if line.place else 0
    found = []
    for index, part in enumerate(_parts(line), column):
        part = _SET_APART.sub(_on_its_own, part) if "|" in line.text else part
        texts = (plain(text) for text in tidy(part).split("\n"))
        found += [(index, text) for text in texts if text and not _decorates(text)]
    return found


def _on_its_own(found):
    """Words in bold capitals beside others are lines of one cell: "**TM. ỦY BAN NHÂN DÂN** **CHỦ TỊCH**"."""
    bold = found.group("bold")
    return f"{bold}\n" if bold == bold.upper() and " " in bold else found.group()


def _parts(line):
    if "\t" in line.text or "|" in line.text:
        return re.split(r"[\t|]", line.text.strip().removeprefix("|") if "|" in line.text else line.text)
    return _parts_by_gaps(line)


def _parts_by_gaps(line):
    """Columns made with spaces: the cleaned text has lost them, the line as it stood has not."""
    raw = line.raw.strip()
    if not _GAP.search(raw) or plain(clean(raw)) != plain(line.text):
        return [line.text]
    parts = [""]
    for piece in _GAP.split(raw):
        cut = parts[-1] and not (parts[-1].lower().endswith(_BLANK_BEFORE) or piece.lower().startswith(_BLANK_AFTER))
        parts = [*parts, piece] if cut else [*parts[:-1], f"{parts[-1]} {piece}"]
    return [clean(part) for part in parts]


def _decorates(text):
    return (is_rule(text) and len(text) > 2) or text == "*"


def fold(text):
    """Lower case without tones and marks, letter for letter: what scanners' mistakes and old spellings share."""
    return "".join(map(_base, text))


@cache
def _base(char):
    lower = char.lower()[:1]
    return "d" if lower == "đ" else unicodedata.normalize("NFD", lower)[:1]
