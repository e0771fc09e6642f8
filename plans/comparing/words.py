"""Two texts word by word: which words only one of them has, and whether the two are alike enough to be one text."""

import re
from collections import Counter
from difflib import SequenceMatcher

from thiduakhenthuong.text import search_key

ALIKE = 0.6  # share of equal words from which a text counts as changed, not as another one
_TOKENS = re.compile(r"(?:\w+(?:[-/.]\w+)*|[^\w\s])\s*")
LONG = 2_000  # words above which a changed text is marked whole: comparing word by word takes too long


def sides(before, after):
    """Both texts as pairs (words, whether only this side has them), line breaks kept."""
    old, new = _tokens(before), _tokens(after)
    same = _same_stretches([_word(t) for t in old], [_word(t) for t in new])
    return _marked(old, [(a, size) for a, _, size in same]), _marked(new, [(b, size) for _, b, size in same])


def same(before, after):
    """Whether nothing would be marked: spaces do not count, line breaks do."""
    return before == after or list(map(_word, _tokens(before))) == list(map(_word, _tokens(after)))


def _tokens(text):
    """Words and signs, each with the space after it; "249/KH-UBND" is one word."""
    return _TOKENS.findall(text.strip())


def _word(token):
    """A word as it counts: with the end of its line, without its spaces."""
    return token.rstrip() + ("\n" if "\n" in token else "")


def _same_stretches(old, new):
    """(start in old, start in new, length) of what both have, the common beginning and end found first."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    inner_old, inner_new = old[first : len(old) - last], new[first : len(new) - last]
    found = [(0, 0, first)]
    if max(len(inner_old), len(inner_new)) < LONG:
        blocks = SequenceMatcher(a=inner_old, b=inner_new, autojunk=False).get_matching_blocks()
        found += [(first + block.a, first + block.b, block.size) for block in blocks if block.size]
    return [*found, (len(old) - last, len(new) - last, last)]


def _common(old, new):
    """How many words both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(old), len(new)))


def _marked(tokens, common):
    """Stretches of tokens as texts, each with whether the other side lacks it."""
    parts, at = [], 0
    for start, size in [*common, (len(tokens), 0)]:
        _add(parts, "".join(tokens[at:start]), changed=True)
        _add(parts, "".join(tokens[start : start + size]), changed=False)
        at = start + size
    return parts


def _add(parts, text, *, changed):
    if text and parts and parts[-1][1] == changed:
        parts[-1] = (parts[-1][0] + text, changed)
    elif text:
        parts.append((text, changed))


class Bag:
    """The words of a text, made once: it is compared with many others. `counted` holds each word with its number."""

    def __init__(self, text):
        self.key = search_key(text)
        self.words = self.key.split()
        self.counted = {(word, n) for word, times in Counter(self.words).items() for n in range(times)}

    def likeness(self, other):
        """The share of words that are the same in order, 0 below ALIKE; cheap where too few are the same at all."""
        enough = ALIKE * (len(self.words) + len(other.words)) / 2
        if not self.words or not other.words or len(self.counted & other.counted) < enough:
            return 0
        ratio = SequenceMatcher(a=self.words, b=other.words, autojunk=False).ratio()
        return ratio if ratio >= ALIKE else 0
