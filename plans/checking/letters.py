"""Letters of another alphabet that look like ours, and spaces at the wrong side of a mark."""

import re

from .alphabet import SMALL
from .finding import Spot

# Icelandic, African, Cyrillic and Greek letters → ours. TCVN 6909:2001 knows only ours.
LOOKALIKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"}
LOOKALIKES |= dict(zip("АВЕКМНОРСТХУасеорху", "ABEKMHOPCTXYaceopxy", strict=True))
LOOKALIKES |= dict(zip("ΑΒΕΗΙΚΜΝΟΡΤΥΧ", "ABEHIKMNOPTYX", strict=True)) | {"ο": "o"}
_LOOKALIKE = re.compile("[" + "".join(LOOKALIKES) + "]")
_SPACES = (
    (re.compile(r"(?<=[\w”)]) +(?=[,;:)])|(?<=[\w”)]) +(?=\.(?:\s|$))"), "", "Thừa dấu cách trước dấu câu."),
    (re.compile(r"(?<=\() +(?=\S)"), "", "Thừa dấu cách sau dấu mở ngoặc."),
    (
        re.compile(r"(?<=[^\W\d])- (?=[^\W\d])|(?<=[^\W\d]) -(?=[^\W\d])"),
        " - ",
        "Dấu gạch nối cần có dấu cách cả hai bên.",
    ),
    (re.compile(rf"(?<=[{SMALL}][{SMALL}])(?P<mark>[,;])(?=[{SMALL}][{SMALL}])"), None, "Thiếu dấu cách sau dấu câu."),
    (re.compile(r"(?P<mark>[,;])\s?(?P=mark)"), None, "Dấu câu gõ hai lần."),
)


_SUSPECT = re.compile(r" [,;:.)]|\( |[^\s\d]- | -[^\s\d]|[,;][^\s\d]|[,;] ?[,;]")  # quick: most texts have none


def lookalikes(passage, facts):
    """The whole word is shown, because alone the letters cannot be told apart."""
    if not _LOOKALIKE.search(passage.text):
        return
    for word in re.finditer(r"\w+", passage.text):
        if _LOOKALIKE.search(word[0]):
            right = _LOOKALIKE.sub(lambda letter: LOOKALIKES[letter[0]], word[0])
            reason = "Có chữ cái của bảng chữ khác trông giống chữ tiếng Việt (như Ð gõ thay Đ)."
            yield Spot(word.start(), word.end(), reason, right, law="TCVN 6909:2001")


def spacing(passage, facts):
    """The words around the mark are shown with it."""
    if not _SUSPECT.search(passage.text):
        return
    for written, instead, reason in _SPACES:
        for found in written.finditer(passage.text):
            spot = _around(passage.text, found, instead, reason)
            if "/" not in passage.text[spot.start : spot.end]:  # symbols of documents are written otherwise
                yield spot


def _around(text, found, instead, reason):
    start = text.rfind(" ", 0, found.start()) + 1
    start = max(start, text.rfind("\n", 0, found.start()) + 1)
    after = re.compile(r"[^\s]*").match(text, found.end())
    middle = instead
    if instead is None:
        middle = found["mark"] + (" " if len(found[0]) == 1 else "")
    right = text[start : found.start()] + middle + after[0]
    return Spot(start, after.end(), reason, right)
