"""The facts of one nomination that rules judge: plain data, gathered by gathering.py, asked of no database."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .law import Span

GRADES = ("KHTNV", "HTNV", "HTTNV", "HTXSNV")  # the lowest first
ALWAYS = Span()
WORK = "work"  # the merit that ladders count: công trạng


def years_words(thing):
    """ "2024", "2020–2024"."""
    return str(thing.to_year) if thing.from_year == thing.to_year else f"{thing.from_year}–{thing.to_year}"


@dataclass(frozen=True, slots=True)
class Held:
    """An award that is held and not revoked."""

    code: str
    title: str
    kind: str
    merit: str
    from_year: int
    to_year: int
    decision: str
    nomination: int | None = None  # of this program that brought it

    @property
    def years(self):
        return range(self.from_year, self.to_year + 1)

    @property
    def words(self):
        return f"{self.title} {years_words(self)} (Quyết định số {self.decision})"


@dataclass(frozen=True, slots=True)
class Idea:
    """An initiative or study: `elsewhere` names other nominations under way that use it."""

    pk: int
    title: str
    level: str
    year: int
    used_for: str = ""
    elsewhere: tuple = ()  # (round, title, whether it is the same nominee's)


@dataclass(frozen=True, slots=True)
class Episode:
    """Discipline or an examination, from a day to a day."""

    form: str
    words: str
    span: Span
    paper: str


@dataclass(frozen=True)
class Record:
    """What is known of the nominee through the years."""

    pk: int
    kind: str
    name: str
    is_woman: bool = False
    grades: dict = field(default_factory=dict)  # year -> grade
    held: tuple[Held, ...] = ()
    ideas: tuple[Idea, ...] = ()
    discipline: tuple[Episode, ...] = ()
    examinations: tuple[Episode, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A unit; `level` is the deciding level of its head."""

    name: str
    kind: str
    level: str
    span: Span = ALWAYS
    successors: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decider:
    """A provision in force on the day: who decides, by what, with which dossier."""

    level: str
    decided_by: str
    basis: str
    certainty: str
    papers: tuple[str, ...] = ()
    dossier_basis: str = ""
    dossier_certainty: str = ""
    copies: int | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Another nomination of the same nominee that is under way or was agreed."""

    code: str
    title: str
    kind: str
    merit: str
    from_year: int
    to_year: int
    round: str


@dataclass(frozen=True)
class Member:
    """One of a collective, in the year that counts."""

    name: str
    grade: str = ""
    titles: frozenset[str] = frozenset()
    under_way: frozenset[str] = frozenset()
    discipline: tuple[Episode, ...] = ()


@dataclass(frozen=True, slots=True)
class Cap:
    """A local share with the numbers of this unit and year."""

    title: str
    of_title: str
    percent: Decimal
    rounding: str
    at_least_one: bool
    blocks: bool
    basis: str
    count: int
    of_count: int


@dataclass(frozen=True)
class Case:
    """One nomination with all that its rules ask."""

    pk: int
    code: str
    title: str
    kind: str
    recipient: str
    from_year: int
    to_year: int
    on: date
    round: str
    round_kind: str
    merit: str
    office: Body  # that runs the round
    unit: Body  # that proposes
    record: Record
    body: Body | None = None  # the unit that a collective is
    deciders: tuple[Decider, ...] = ()
    chosen: tuple[Idea, ...] = ()
    others: tuple[Other, ...] = ()
    members: tuple[Member, ...] = ()
    caps: tuple[Cap, ...] = ()
    parts: frozenset[str] = frozenset()

    @property
    def is_work(self):
        return self.merit == WORK

    @property
    def awards(self):
        """What is held besides that which this nomination itself brought."""
        return [held for held in self.record.held if held.nomination != self.pk]

    def held(self, *codes):
        """Awards held for work (what đột xuất and chuyên đề bring is not counted upward)."""
        return [held for held in self.awards if held.code in codes and held.merit == WORK]

    def under_way(self, *codes):
        return [other for other in self.others if other.code in codes and other.merit == WORK]
