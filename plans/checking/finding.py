"""What a check finds, where it is, and the facts a check may rely on. Plain data; no Django."""

from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

# How the paper calls the two ends of a document, and what stands before the changes that an amendment lists.
HEAD, FOOT, WORDS = "dau", "cuoi", "loi-dan"
_ORDER = {HEAD: (-2, 0), WORDS: (-1, 0), FOOT: (10**6, 0)}


@dataclass(frozen=True)
class Place:
    """Head, foot, words, a piece by its position, or an item of a piece; `ref` and `line` where they are known."""

    end: str = ""  # HEAD, FOOT or WORDS
    section: int | None = None
    item: int | None = None
    line: int | None = None  # of the source, for a draft read from a file
    ref: str = ""  # "dau", "muc-12", "nhiem-vu-7", for a stored plan
    words: str = ""  # what people call it: "Nhiệm vụ 7", "Mục II.1"

    @property
    def order(self):
        """Document order."""
        if self.end:
            return _ORDER[self.end]
        return (self.section, -1 if self.item is None else self.item)


@dataclass(frozen=True)
class Finding:
    """Something to look at. `mended` is the whole text of the field with the mend in it, None where there is none."""

    place: Place
    reason: str  # one Vietnamese sentence
    blocks: bool = False  # the decree demands it: the plan cannot be issued
    words: tuple[str, ...] = ()  # the exact words meant
    instead: tuple[str, ...] = ()  # what would stand there, one for each of the words
    field: str = ""  # which text of the place: "text", "recipients" …
    text: str = ""  # that text as it was checked
    mended: str | None = None
    law: str = ""

    @property
    def key(self):
        """The same only as long as nothing of the finding and of its text has changed."""
        told = (self.place.ref, self.field, self.text, self.reason, *self.words, self.mended or "")
        return sha256("\0".join(told).encode()).hexdigest()[:32]

    @property
    def changes(self):
        """Pairs (words, what would stand instead), each once."""
        return list(dict.fromkeys(zip(self.words, self.instead, strict=True))) if self.mended is not None else []

    def at(self, ref, words):
        return replace(self, place=replace(self.place, ref=ref, words=words))


@dataclass(frozen=True)
class Spot:
    """Words within a text, from `start` to `end`, and what would stand there instead if that is known."""

    start: int
    end: int
    reason: str
    instead: str | None = None
    law: str = ""


@dataclass(frozen=True)
class EndedBody:
    """A body that no longer exists on the day of the plan."""

    names: tuple[str, ...]  # its wordings that mean no other body
    ended_on: date
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """What the rules need to know besides the draft. Days are None where the document does not tell."""

    year: int | None = None  # planned for
    first_day: date | None = None  # the earliest day it may be signed on
    last_day: date | None = None  # the latest
    ended: tuple[EndedBody, ...] = ()
    assigned: dict = field(default_factory=dict)  # wording of an assignment → EndedBody
    continues: bool = False  # amends or replaces an issued plan
    looks_back: bool = False  # no plan: it names who did something, also bodies that ended since
    at_issue: bool = False  # number and day must be there
