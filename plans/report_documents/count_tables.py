"""Tables that count tasks by state: by quarter, by body; of very many bodies by how much each has done."""

from collections import Counter

from thiduakhenthuong.dates import quarter_words
from thiduakhenthuong.numbers import figure_words

from ..kinds import SectionKind
from ..models import Task
from ..tables import text_of
from .counted import NOTHING, Slot, counted

State = Task.State
STATES = (State.DONE, State.IN_PROGRESS, State.NOT_STARTED, State.NOT_DONE)  # in the order of the columns
MOST_BODIES = 150  # that have a row each in a report; bảng tổng hợp has them all
_CLASSES = (  # title, the least share in per cent
    ("Hoàn thành toàn bộ", 100),
    ("Hoàn thành từ 80% đến dưới 100%", 80),
    ("Hoàn thành từ 50% đến dưới 80%", 50),
    ("Hoàn thành dưới 50%", 0),
)


def by_quarter(facts):
    groups = [(quarter_words(q) if q else "Cả năm", tasks) for q, tasks in facts.by_quarter.items()]
    return _table("theo-quy", "Quý", groups, facts)


def by_unit(facts):
    """A row for each body, where they are not too many."""
    return every_unit(facts) if len(facts.by_unit) <= MOST_BODIES else _by_share_done(facts)


def every_unit(facts):
    """Who has the largest share done stands first."""
    groups = [(tasks[0].unit, tasks) for tasks in sorted(facts.by_unit, key=share_done, reverse=True)]
    return _table("theo-don-vi", "Cơ quan, đơn vị", groups, facts)


def by_item(facts):
    groups = [(facts.items[item].words, tasks) for item, tasks in facts.by_item.items()]
    return _table("theo-nhiem-vu", "Nhiệm vụ", groups, facts)


def _by_share_done(facts):
    """How many bodies have done all, most, some of their tasks."""
    left, groups = [(share_done(tasks), tasks) for tasks in facts.by_unit], []
    for title, least in _CLASSES:
        bodies = [tasks for share, tasks in left if share >= least]
        left = [(share, tasks) for share, tasks in left if share < least]
        if bodies:
            groups.append((f"{title}: {len(bodies)} cơ quan, đơn vị", [task for tasks in bodies for task in tasks]))
    return _table("theo-don-vi", "Mức hoàn thành", groups, facts)


def _table(name, title, groups, facts):
    if not groups:
        return Slot(name, SectionKind.PARAGRAPH, NOTHING)
    head = ["TT", title, "Số nhiệm vụ", *(state.label for state in STATES), "Quá hạn", "Tỷ lệ hoàn thành"]
    rows = [[n, group, *_cells(tasks)] for n, (group, tasks) in enumerate(groups, 1)]
    total = ["", "**Cộng**", *(f"**{cell}**" for cell in _cells(facts.tasks))]
    figures = tuple(counted(f"{group}: số nhiệm vụ", tasks) for group, tasks in groups)
    return Slot(name, SectionKind.TABLE, text_of([head, *rows, total]), figures)


def _cells(tasks):
    found = Counter(task.state for task in tasks)
    late = sum(task.is_late for task in tasks)
    return [len(tasks), *(found[state] for state in STATES), late, f"{number_words(share_done(tasks))}%"]


def share_done(tasks):
    """Per cent, with one decimal, never rounded up to 100."""
    return done_of(tasks) * 1000 // len(tasks) / 10 if tasks else 0


def done_of(tasks):
    return sum(task.state == State.DONE for task in tasks)


def number_words(number):
    """ "83,3"; no decimals where there are none."""
    plain = f"{number:f}"
    return figure_words(plain.rstrip("0").rstrip(".") if "." in plain else plain)
