"""The pieces of a report that are counted: their text from the facts, and the figures with the tasks behind each.

Each has a name that stays the same when it is counted anew (recounting.py). Pure functions on ReportFacts.
"""

from thiduakhenthuong.dates import month_words, quarter_words

from ..kinds import SectionKind
from ..models import Period, Task
from ..tables import text_of
from .count_tables import STATES, by_quarter, by_unit, done_of, number_words, share_done
from .counted import NOTHING, Slot, counted
from .facts import grouped

State = Task.State
NAMED = 5  # bodies of one item that are named; more are counted


def slots_of(facts, *, issuer, cited):
    """Every counted piece of a report by name. `issuer` and `cited` as running text."""
    made = [
        _given(facts, issuer, cited),
        _overall(facts),
        by_quarter(facts),
        by_unit(facts),
        _done(facts),
        _late(facts),
        _not_done(facts),
        sums(facts),
        _praise(facts),
        _behind(facts),
        _carried_on(facts),
        _next(facts),
    ]
    return {slot.name: slot for slot in made}


def _given(facts, issuer, cited):
    within = "trong năm" if facts.period == Period.YEAR else "6 tháng đầu năm"
    text = (
        f"{issuer} đã ban hành {cited}, giao {facts.all_items} nhiệm vụ cho {facts.all_units} cơ quan, đơn vị "
        f"({len(facts.all_tasks)} lượt nhiệm vụ); {within} phải hoàn thành {len(facts.tasks)} lượt nhiệm vụ."
    )
    figures = counted("Lượt nhiệm vụ đã giao", facts.all_tasks), counted("Lượt nhiệm vụ của kỳ", facts.tasks)
    return Slot("da-giao", SectionKind.PARAGRAPH, text, figures)


def _overall(facts):
    figures = [counted(state.label, facts.of_state(state)) for state in STATES]
    figures += [counted("Quá hạn", facts.late), counted("Chưa có báo cáo", facts.silent)]
    done, under_way, waiting, not_done, late, silent = (figure.value for figure in figures)
    share = f" (đạt {number_words(share_done(facts.tasks))}%)" if facts.tasks else ""
    text = (
        f"Tính đến ngày {_day(facts.on)}, trong {len(facts.tasks)} lượt nhiệm vụ của kỳ báo cáo có {done} lượt "
        f"hoàn thành{share}, {under_way} lượt đang thực hiện, {waiting} lượt chưa thực hiện, "
        f"{not_done} lượt không thực hiện; {late} lượt quá hạn, {silent} lượt chưa có báo cáo."
    )
    return Slot("ket-qua-chung", SectionKind.PARAGRAPH, text, tuple(figures))


def _done(facts):
    return _items("da-hoan-thanh", facts, facts.of_state(State.DONE), "Hoàn thành", "Kết quả")


def _late(facts):
    return _items("qua-han", facts, facts.late, "Quá hạn", "Đơn vị báo cáo", deadline=True)


def _not_done(facts):
    return _items("khong-thuc-hien", facts, facts.of_state(State.NOT_DONE), "Không thực hiện", "Lý do")


def _carried_on(facts):
    """What the period leaves behind."""
    return _items("chuyen-tiep", facts, facts.unfinished, "Chưa hoàn thành", "Tình hình", deadline=True)


def _items(name, facts, tasks, words, told, *, deadline=False):
    """A table of the items these tasks stand for: which bodies, by when, and what they wrote."""
    if not tasks:
        return Slot(name, SectionKind.PARAGRAPH, NOTHING, (counted(words, []),))
    by_item = grouped(tasks, lambda task: task.item)
    head = ["TT", "Nhiệm vụ", "Cơ quan, đơn vị", *(["Thời hạn"] if deadline else []), told]
    rows = [
        [n, facts.items[item].words, _named(found), *([_due(found)] if deadline else []), _notes(found)]
        for n, (item, found) in enumerate(by_item.items(), 1)
    ]
    return Slot(name, SectionKind.TABLE, text_of([head, *rows]), (counted(words, tasks),))


def _named(tasks):
    return "; ".join(task.unit for task in tasks) if len(tasks) <= NAMED else f"{len(tasks)} cơ quan, đơn vị"


def _due(tasks):
    days = {task.due_on for task in tasks}
    return "; ".join(map(_day, sorted(filter(None, days))))


def _day(day):
    """As documents write it: "31/5/2024" (NĐ 30/2020, Phụ lục I, phần II, mục 4)."""
    return f"{day.day:02d}/{month_words(day.month)}/{day.year}"


def _notes(tasks):
    """What bodies wrote, the same words once; whose they are where not all wrote the same."""
    told = {}
    for task in tasks:
        if note := " ".join(task.note.split()):
            told.setdefault(note, []).append(task.unit)
    if len(told) == 1 and sum(map(len, told.values())) == len(tasks):
        return next(iter(told))
    if sum(map(len, told.values())) > NAMED:
        return f"{sum(map(len, told.values()))} báo cáo"
    return "; ".join(f"{', '.join(units)}: {note.rstrip('.;')}" for note, units in told.items())


def sums(facts):
    """A table of the figures that reports were asked for, each summed."""
    if not facts.sums:
        return Slot("so-lieu", SectionKind.PARAGRAPH, NOTHING)
    rows = [[n, one.words, number_words(one.total), len(one.tasks)] for n, one in enumerate(facts.sums, 1)]
    figures = tuple(counted(f"{one.words}: số báo cáo", one.tasks) for one in facts.sums)
    return Slot("so-lieu", SectionKind.TABLE, text_of([["TT", "Số liệu", "Tổng số", "Số báo cáo"], *rows]), figures)


def _praise(facts):
    whole = [tasks for tasks in facts.by_unit if done_of(tasks) == len(tasks)]
    done = [task for tasks in whole for task in tasks]
    units = [tasks[0].unit for tasks in whole]
    text = (
        f"Có {len(whole)}/{len(facts.by_unit)} cơ quan, đơn vị hoàn thành toàn bộ nhiệm vụ của kỳ báo cáo"
        f"{_if_few(units)}."
    )
    return Slot("hoan-thanh-toan-bo", SectionKind.PARAGRAPH, text, (counted("Nhiệm vụ của các đơn vị ấy", done),))


def _if_few(units):
    return f": {'; '.join(units)}" if 0 < len(units) <= NAMED else ""


def _behind(facts):
    units = list({task.unit_pk: task.unit for task in facts.late}.values())
    text = f"Còn {len(facts.late)} lượt nhiệm vụ quá hạn ở {len(units)} cơ quan, đơn vị{_if_few(units)}."
    if not facts.late:
        text = "Không có nhiệm vụ nào quá hạn."
    return Slot("con-qua-han", SectionKind.PARAGRAPH, text, (counted("Quá hạn", facts.late),))


def _next(facts):
    """What the plan wants in the rest of the year; of the next year no plan says anything yet."""
    if not facts.next_items:
        return Slot("ky-tiep-theo", SectionKind.PARAGRAPH, "[Nêu nhiệm vụ trọng tâm của kỳ tiếp theo]")
    head = ["TT", "Nhiệm vụ", "Cơ quan, đơn vị", "Thời hạn"]
    rows = [
        [n, item.words, item.units, item.deadline or (quarter_words(item.quarter) if item.quarter else "")]
        for n, item in enumerate(facts.next_items, 1)
    ]
    return Slot("ky-tiep-theo", SectionKind.TABLE, text_of([head, *rows]))
