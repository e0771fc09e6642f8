"""What a changed document says otherwise than the plan that stands, old beside new. Knows no Django."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from thiduakhenthuong.dates import ROMAN_QUARTERS, period_words
from thiduakhenthuong.text import search_key

from ..kinds import SectionKind
from .fields import FOOT, HEAD, ROLE_WORDS, words_of

ALIKE = 0.6  # share of equal words from which an item counts as changed, not as another one
_FILLED_IN = ("superior", "issuer_lines", "symbol", "place")  # what is not printed comes from the issuer (heads.py)
LONG = 2_000  # words above which a changed text is marked whole: comparing word by word takes too long
NEAR = 12  # places around its own at which a changed text is looked for: all of them would take minutes


@dataclass(frozen=True)
class Difference:
    """One thing that differs: where, as it stands in the plan, as the document has it now. One of both may be empty."""

    where: str
    before: str
    after: str

    @property
    def sides(self):
        """Both texts as pairs (words, whether only this side has them), line breaks kept."""
        old, new = _tokens(self.before), _tokens(self.after)
        blocks = SequenceMatcher(a=old, b=new, autojunk=False).get_matching_blocks() if len(old) < LONG else []
        return _marked(old, [(b.a, b.size) for b in blocks]), _marked(new, [(b.b, b.size) for b in blocks])


def _tokens(text):
    """Words and the space after each."""
    return re.findall(r"\S+\s*", text)


def _marked(tokens, same):
    """Stretches of tokens as texts, each with whether the other side lacks it."""
    parts, at = [], 0
    for start, size in [*same, (len(tokens), 0)]:
        parts += [("".join(tokens[at:start]), True), ("".join(tokens[start : start + size]), False)]
        at = start + size
    return [(text, changed) for text, changed in parts if text]


def differences(before, after):
    """What `after` (a draft) says otherwise than `before`. Order and labels alone are no difference."""
    found = [_named(before, after, key, label) for key, label in (HEAD | FOOT).items() if key != "issuer"]
    found += _paired("Đoạn", _texts(before), _texts(after))
    found += _paired("Nhiệm vụ", _items(before), _items(after))
    return [difference for difference in found if difference]


def _named(before, after, key, label):
    old, new = words_of(before, key), words_of(after, key)
    if key in _FILLED_IN and not new:
        return None
    return None if _same(old, new) else Difference(label, old, new)


def _same(old, new):
    return old.split() == new.split()


def _texts(draft):
    return [" ".join(s.text.split()) for s in draft.sections if s.kind != SectionKind.ITEMS and s.text.strip()]


def _items(draft):
    return ["\n".join(_item_words(item)) for section in draft.sections for item in section.items]


def _item_words(item):
    """An item with all that is told of it, a line each, whatever its printed order."""
    yield item.text
    if item.quarter:
        yield f"Quý {ROMAN_QUARTERS[item.quarter]}"
    if item.deadline:
        yield f"Thời hạn: {period_words(item.deadline.start, item.deadline.end) or item.deadline.raw}"
    for role, words in ROLE_WORDS.items():
        named = sorted(unit.text for unit in item.units if unit.role == role)
        if named:
            yield f"{words}: {'; '.join(named)}"


def _paired(where, old, new):
    """Texts of both sides, equal ones left out, the rest paired with the most alike in order."""
    matcher = SequenceMatcher(a=list(map(search_key, old)), b=list(map(search_key, new)), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield from _stretch(where, old[a:b], new[c:d])


def _stretch(where, old, new):
    left = dict(enumerate(map(_Words, new)))
    for n, words in enumerate(map(_Words, old)):
        at = n * len(new) // len(old)
        near = (k for k in range(at - NEAR, at + NEAR + 1) if k in left)
        partner = next((k for k in near if words.is_like(left[k])), None)
        after = left.pop(partner).text if partner is not None else ""
        if not _same(words.text, after):
            yield Difference(where, words.text, after)
    yield from (Difference(where, "", words.text) for words in left.values())


class _Words:
    """The words of a text, made once: it is compared with many others. `bag` holds each word with its number."""

    def __init__(self, text):
        self.text, self.words = text, search_key(text).split()
        self.bag = {(word, n) for word, times in Counter(self.words).items() for n in range(times)}

    def is_like(self, other):
        """Whether enough words are the same in order; cheap where too few are the same at all."""
        enough = ALIKE * (len(self.words) + len(other.words)) / 2
        return len(self.bag & other.bag) >= enough and self._ratio(other) >= ALIKE

    def _ratio(self, other):
        return SequenceMatcher(a=self.words, b=other.words, autojunk=False).ratio()
