"""All that one draft says otherwise than another, in the order of the document."""

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum

from ..reviewing.fields import FOOT, HEAD, words_of
from . import words
from .entries import Entry, entries_of
from .facts import item_facts, piece_facts, quarter_facts, told_of
from .pairing import moved, paired


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


_WORDS = {"amendment_words": "Lời dẫn"}
KIND_WORDS = {Kind.ADDED: "Thêm", Kind.REMOVED: "Bỏ", Kind.MOVED: "Chuyển chỗ", Kind.CHANGED: "Sửa"}


@dataclass(frozen=True)
class Change:
    """One thing that differs: its words on both sides (one may be empty) and what else is to be said of it.

    `old` and `new` are the piece or item on either side; a field of head or foot has neither. `behind` is where the
    thing stands in the old text that something new or displaced follows now.
    """

    kind: Kind
    where: str
    before: str = ""
    after: str = ""
    facts: tuple[str, ...] = ()
    old: Entry | None = None
    new: Entry | None = None
    behind: str = ""

    @property
    def kind_words(self):
        return KIND_WORDS[self.kind]

    @property
    def title(self):
        """Where it is, for the head of a line."""
        return self.where[:1].upper() + self.where[1:]

    @property
    def says_otherwise(self):
        """Whether words came or went."""
        return not words.same(self.before, self.after)

    @property
    def sides(self):
        """Both texts as pairs (words, whether only this side has them)."""
        return words.sides(self.before, self.after)

    @property
    def is_item(self):
        entry = self.new or self.old
        return entry is not None and entry.is_item


def compare(before, after):
    """What `after` says otherwise than `before`. Numbers that only follow from the order are no difference."""
    old, new = entries_of(before), entries_of(after)
    pairs = [
        *paired([e for e in old if not e.is_item], [e for e in new if not e.is_item]),
        *paired([e for e in old if e.is_item], [e for e in new if e.is_item]),
    ]
    whole = [(one, other) for one, other in pairs if one and other]
    lists = {one.at: other.at for one, other in whole if not one.is_item}
    displaced = _displaced(whole, lists)
    found = [_change(one, other, _moves(one, other, lists, displaced)) for one, other in pairs]
    steady = [(one, other) for one, other in whole if one.at not in displaced]
    content = sorted((_placed(change, steady) for change in found if change), key=_places(whole))
    return [*_fields(before, after, HEAD | _WORDS), *content, *_fields(before, after, FOOT)]


def _fields(before, after, labels):
    for key, label in labels.items():
        old, new = words_of(before, key), words_of(after, key)
        if not words.same(old, new):
            yield Change(_kind_of(old, new), label, old, new)


def _kind_of(old, new):
    if old and new:
        return Kind.CHANGED
    return Kind.ADDED if new else Kind.REMOVED


def _displaced(pairs, lists):
    """Places in the old text of what left its order: pieces among all pieces, items in their quarter of their list."""
    runs = defaultdict(list)
    for one, other in pairs:
        if not one.is_item:
            runs[()].append((one, other))
        elif one.item.quarter == other.item.quarter and lists.get(one.list_at) == other.list_at:
            runs[one.list_at, one.item.quarter].append((one, other))
    return set().union(*(moved(run) for run in runs.values()))


def _moves(old, new, lists, displaced):
    """How something changed its place, as facts."""
    if old is None or new is None:
        return
    if old.at in displaced:
        yield f"chuyển chỗ, nay là {new.where}" if new.where != old.where else "chuyển chỗ"
    elif old.is_item and lists.get(old.list_at) != new.list_at:
        yield f"chuyển từ {_holder(old)} sang {_holder(new)}"
    if old.is_item:
        yield from quarter_facts(old.item, new.item)


def _holder(entry):
    """What an item belongs to."""
    if entry.is_duty:
        return entry.where.removeprefix("việc giao tại ")
    return entry.within or "danh sách nhiệm vụ"


def _change(old, new, moves):
    if old is None:
        told = told_of(new.item) if new.is_item else ()
        return Change(Kind.ADDED, new.where, after=new.text, facts=tuple(told), new=new)
    if new is None:
        return Change(Kind.REMOVED, old.where, before=old.text, old=old)
    moves, others = list(moves), list(_own_facts(old, new))
    same = words.same(old.text, new.text)
    if same and not moves and not others:
        return None
    kind = Kind.MOVED if same and not others else Kind.CHANGED
    return Change(kind, old.where, old.text, new.text, (*moves, *others), old, new)


def _own_facts(old, new):
    return item_facts(old.item, new.item) if old.is_item else piece_facts(old.section, new.section)


def _placed(change, steady):
    """With what it follows, where it came to a place: among pieces, or among the items of its quarter."""
    if not change.new or change.kind == Kind.CHANGED:
        return change
    before = [(other.at, one.where) for one, other in steady if _leads_to(other, change.new)]
    return replace(change, behind=max(before)[1]) if before else change


def _leads_to(other, entry):
    """Whether an entry stands before another in the same run."""
    if other.at >= entry.at or other.is_item != entry.is_item:
        return False
    return not entry.is_item or (other.list_at, other.item.quarter) == (entry.list_at, entry.item.quarter)


def _places(pairs):
    """Where a change belongs in the new text: what is gone comes after what it stood behind."""
    kept = sorted((one.at, other.at) for one, other in pairs)

    def place(change):
        if change.new:
            return change.new.at, 0, 0
        before = [new for old, new in kept if old < change.old.at]
        return (before[-1] if before else -1), 1, change.old.at

    return place
