"""How far a plan in force is: its items by quarter, each with the state of every body; or body by body.

Late first, then silent, then the others. Items of many bodies show counts; their bodies have a page of their own.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from operator import add, attrgetter
from typing import NamedTuple

from django.db.models import Case, Count, F, IntegerField, Q, Value, When

from thiduakhenthuong.dates import QUARTERS, quarter_words

from ..models import PlanItem, Task
from ..models.item import item_words
from ..models.task import unfinished
from .lateness import is_late, late_if

NAMED = 24  # so many bodies of an item are shown by name
State = Task.State
SIGNS = {State.DONE: "✓", State.IN_PROGRESS: "◐", State.NOT_STARTED: "○", State.NOT_DONE: "✕"}
_SHOWN = (
    "plan", "item", "role", "state", "due_on", "reported_at", "returned_at", "asked_until_on", "closed_at",
    "withdrawn_at", "printed", "unit",
)  # fmt: skip
_NAME_ORDER = ("unit__sort_key", "pk")
_OF_ITEM = ("pk", "quarter", "deadline_raw", "section__kind", "section__text", "text")


class Counts(NamedTuple):
    """Of tasks given to bodies."""

    given: int = 0
    done: int = 0
    in_progress: int = 0
    not_started: int = 0
    not_done: int = 0
    late: int = 0
    silent: int = 0
    asked: int = 0

    def __add__(self, other):
        return Counts(*map(add, self, other))

    @property
    def percent(self):
        """Of a hundred, how many are done; rounded down, so that 100 means all."""
        return self.done * 100 // self.given if self.given else 0

    @property
    def done_words(self):
        return f"{self.done}/{self.given}"

    @property
    def late_words(self):
        return f"{self.late} quá hạn" if self.late else ""

    @property
    def other_words(self):
        """Of what is neither done nor late; each part after a dot."""
        kinds = (
            (self.silent, "chưa báo cáo"),
            (self.in_progress, "đang thực hiện"),
            (self.not_done, "không thực hiện"),
            (self.asked, "xin gia hạn"),
        )
        return "".join(f" · {count} {words}" for count, words in kinds if count)


@dataclass(frozen=True)
class Cell:
    """One body's state of one item."""

    task: Task
    is_late: bool

    @property
    def kind(self):
        """The end of its CSS class."""
        return "late" if self.is_late else self.task.state

    @property
    def address(self):
        return self.task.get_absolute_url()

    @property
    def body(self):
        return self.task.unit_name

    @property
    def notes(self):
        """What is written out besides the sign."""
        asked = ["xin gia hạn"] if self.task.asked_until_on and not self.task.is_finished else []
        return [*asked, *(["bị trả lại"] if self.task.returned_at else [])]

    @property
    def rank(self):
        """As `in_order` has it: late ones first."""
        if self.is_late:
            return 0
        if self.task.is_finished:
            return 3
        return 1 if self.task.is_silent else 2

    @property
    def sign(self):
        return "!" if self.is_late else SIGNS[self.task.state]

    @property
    def words(self):
        """What the sign says, for who does not see it."""
        marks = ["quá hạn"] if self.is_late else []
        marks += ["chưa báo cáo"] if self.task.is_silent and not self.task.is_finished else []
        return ", ".join([self.task.get_state_display().lower(), *marks])


@dataclass
class Line:
    """An item with its counts, and its bodies where they are few."""

    item_id: int
    quarter: int | None
    deadline_raw: str
    words: str
    counts: Counts
    cells: list[Cell] = field(default_factory=list)
    open_addresses: list[Task] = field(default_factory=list)

    @property
    def has_many(self):
        return self.counts.given > NAMED


@dataclass(frozen=True)
class Stretch:
    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Board:
    counts: Counts
    stretches: list[Stretch]


def board_of(plan, tasks, *, today):
    """The board of a plan for these of its tasks. Three queries, whatever their number."""
    counts = counts_by(tasks, "item", today)
    items = PlanItem.objects.filter(pk__in=counts).values_list(*_OF_ITEM)
    lines = {pk: Line(pk, quarter, raw, item_words(*text), counts[pk]) for pk, quarter, raw, *text in items}
    few = [pk for pk, line in lines.items() if not line.has_many]
    for task in _by_name(tasks.filter(item__in=few)):
        line = lines[task.item_id]
        if task.is_open_address:
            line.open_addresses.append(task)
        else:
            line.cells.append(Cell(task, is_late(task, today)))
    for line in lines.values():  # Django takes longer to write ranks as SQL than the database to answer
        line.cells.sort(key=attrgetter("rank"))
    return Board(sum(counts.values(), Counts()), _by_quarter(lines.values()))


def counts_by(tasks, column, today):
    """{id: Counts} of tasks by one of their columns, counted by the database; open addresses count nowhere.

    One query; grouped by state too, because each count costs time for every task.
    """
    rows = tasks.order_by().values(column, "state").annotate(given=Count("unit"), **_concerns(today))
    counts = defaultdict(Counts)
    for row in rows:
        pk, state = row.pop(column), row.pop("state")
        counts[pk] += Counts(**row, **{state: row["given"]})
    return dict(counts)


def bodies_in_order(tasks, today):
    """Ids of the bodies that have tasks given to them: most late ones first, then most silent ones. One query."""
    known = {name: count for name, count in _concerns(today).items() if name != "asked"}
    bodies = tasks.given().order_by().values("unit").annotate(**known)
    return bodies.order_by("-late", "-silent", "unit").values_list("unit", flat=True)


def _concerns(today):
    return {
        "late": Count("unit", filter=late_if(today)),
        "silent": Count("unit", filter=unfinished() & Q(reported_at=None)),
        "asked": Count("unit", filter=unfinished() & Q(asked_until_on__isnull=False)),
    }


def in_order(tasks, today):
    """Late first, then silent, then what is under way, then what is finished; bodies by name. As `Cell.rank`."""
    rank = Case(
        When(late_if(today), then=Value(0)),
        When(unfinished() & Q(reported_at=None), then=Value(1)),
        When(unfinished(), then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return _by_name(tasks).order_by(rank, *_NAME_ORDER)


def _by_name(tasks):
    return tasks.only(*_SHOWN).annotate(unit_name=F("unit__name")).order_by(*_NAME_ORDER)


def _by_quarter(lines):
    titles = {quarter: quarter_words(quarter) for quarter in QUARTERS} | {None: "Cả năm, không nêu quý"}
    found = [Stretch(title, [line for line in lines if line.quarter == q]) for q, title in titles.items()]
    return [stretch for stretch in found if stretch.lines]
