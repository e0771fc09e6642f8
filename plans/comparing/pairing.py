"""Which piece or item of one text is which of the other, and which of them changed places."""

from bisect import bisect_left
from collections import defaultdict

from .words import Bag

NEAR = 12  # places around its own at which a changed text without a key is looked for: all would take minutes


def paired(old, new):
    """Entries of both sides as pairs; None where there is no partner. By key first, then equal words, then alike."""
    partner, bags = {}, _Bags()
    for find in (_by_key, _by_words, _by_likeness):
        left = [entry for entry in old if entry.at not in partner]
        taken = {other.at for other in partner.values()}
        free = [entry for entry in new if entry.at not in taken]
        partner |= {one.at: other for one, other in find(left, free, bags)}
    found = {other.at for other in partner.values()}
    pairs = [(entry, partner.get(entry.at)) for entry in old]
    return pairs + [(None, entry) for entry in new if entry.at not in found]


class _Bags(dict):
    """The words of each text, counted once."""

    def __missing__(self, text):
        self[text] = Bag(text)
        return self[text]


def _by_key(old, new, bags):
    known = {entry.key: entry for entry in new if entry.key}
    for entry in old:
        other = known.pop(entry.key, None) if entry.key else None
        if other is not None and _fits(entry, other):
            yield entry, other


def _by_words(old, new, bags):
    """Equal words, in order where several say the same; lists of items in their order."""
    free = defaultdict(list)
    for entry in reversed(new):
        free[_family(entry), bags[entry.words].key].append(entry)
    for entry in old:
        like = free[_family(entry), bags[entry.words].key]
        if like:
            yield entry, like.pop()


def _by_likeness(old, new, bags):
    """The most alike near its own place."""
    for family in dict.fromkeys(map(_family, old)):
        ours = [entry for entry in old if _family(entry) == family]
        free = dict(enumerate(entry for entry in new if _family(entry) == family))
        count = len(free)
        for n, entry in enumerate(ours):
            at = n * count // len(ours)
            near = [k for k in range(at - NEAR, at + NEAR + 1) if k in free]
            alike = [(bags[entry.words].likeness(bags[free[k].words]), -abs(k - at), k) for k in near]
            best = max(alike, default=(0, 0, 0))
            if best[0]:
                yield entry, free.pop(best[2])


def _family(entry):
    """What can be the same thing: an item is no piece, a list is no text."""
    return entry.is_item, entry.is_duty, entry.is_list


def _fits(one, other):
    return one.is_item == other.is_item and one.is_list == other.is_list


def moved(pairs):
    """Places in the old text of those that left their order: the fewest whose going explains the new one."""
    ends, chains = [], []  # the smallest end of a rising chain of each length, and the chain itself
    for one, other in sorted(pairs, key=lambda pair: pair[0].at):
        length = bisect_left(ends, other.at)
        before = chains[length - 1] if length else None
        ends[length:] = [other.at, *ends[length + 1 :]]
        chains[length:] = [(one.at, before), *chains[length + 1 :]]
    return {one.at for one, _ in pairs} - set(_unrolled(chains[-1] if chains else None))


def _unrolled(chain):
    while chain:
        at, chain = chain
        yield at
