"""The words of an uploaded file against those of the issued paper: what is missing, what came in, on which page.

What offices put onto a paper after it was issued - number, date, words of a seal or a signature - is an addition and
no change of the text.
"""

import re
from difflib import SequenceMatcher

from .report import Difference, TextReport

LISTED = 50
_EXACT = 4_000  # words: longer stretches are compared with the heuristics of difflib, else they take minutes
_LONG_STAMP = 60  # words
_SIGNED_BY = re.compile(
    r"(ký (số )?bởi|người ký|được ký|signed by|digitally signed|cơ quan:|email:|thời gian( ký)?:|ngày ký|giờ ký|sao y)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,4}(/[\w-]+)?")
_BEFORE_NUMBER = re.compile(r"(số:?|ngày|tháng|năm)", re.IGNORECASE)

SCAN = "bản chụp, không so được chữ"
NOTHING_ISSUED = "không có bản đã ban hành để so"


def compare(issued, uploaded):
    """A `TextReport` of two files, each as the `PageWords` of its pages."""
    before, after = _numbered(page.own for page in issued), _numbered(page.own for page in uploaded)
    found = list(_differences(before, after))
    stamped = [each for each, previous in found if _is_stamp(each, previous)]
    changed = [each for each, previous in found if not _is_stamp(each, previous)]
    changed += [Difference(n, words, "", covered=True) for n, page in enumerate(uploaded, 1) for words in page.hidden]
    stamped += [each for number, page in enumerate(uploaded, 1) for each in _stamps(number, page)]
    return TextReport("", changed[:LISTED], max(len(changed) - LISTED, 0), stamped[:LISTED])


def _numbered(pages):
    return [(word, number) for number, words in enumerate(pages, 1) for word in words]


def _stamps(number, page):
    """What annotations show on a page: numbers and seals, the words of signatures."""
    own, seen = [(word, number) for word in page.own], [(word, number) for word in page.seen]
    return [each for each, _ in _differences(own, seen) if each.added]


def _differences(before, after):
    """Each stretch that differs, with the word before it."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    words = [word for word, _ in old], [word for word, _ in new]
    matcher = SequenceMatcher(None, *words, autojunk=max(map(len, words)) > _EXACT)
    for kind, i0, i1, j0, j1 in matcher.get_opcodes():
        if kind != "equal":
            previous = before[start + i0 - 1][0] if start + i0 else ""
            yield _difference(old[i0:i1], new[j0:j1]), previous


def _common(before, after):
    """How many words both begin with."""
    pairs = zip(before, after, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one[0] != other[0]), min(len(before), len(after)))


def _difference(old, new):
    page = (new or old)[0][1]
    return Difference(page, " ".join(word for word, _ in old), " ".join(word for word, _ in new))


def _is_stamp(difference, previous):
    """Words that only came in, and read as offices stamp them."""
    if difference.removed or len(difference.added.split()) > _LONG_STAMP:
        return False
    if _SIGNED_BY.match(difference.added):
        return True
    return bool(_NUMBER.fullmatch(difference.added) and _BEFORE_NUMBER.fullmatch(previous))
