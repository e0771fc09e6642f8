"""The time of a table's item: its column's, its own in brackets, or a note's; a bare "01" below "Tháng" is a month."""

import re
from dataclasses import replace

from .columns import Column
from .deadline_phrases import take_trailing_deadline
from .deadlines import read_deadline
from .item_deadlines import as_event, set_deadline
from .markup import plain
from .quarters import time_heading
from .units_cell import is_ditto


def set_time(item, cells, above, head, draft):
    """The deadline of an item: of its column, of its own brackets, or of a note beside it."""
    if item.deadline is None:
        _of_column(item, cells, above, head, draft)
    _take_noted_time(item, cells, draft)


def _of_column(item, cells, above, head, draft):
    printed = cells.get(Column.DEADLINE)
    if above and (is_ditto(printed) or (Column.DEADLINE in cells.same and not printed)):
        source = above.deadline
        item.deadline = source and replace(source, raw=printed or source.raw)
        return
    text = _time_words(cells, head)
    if draft.year and time_heading(text) and _take_own_time(item, cells, text, draft.year):
        return
    set_deadline(item, draft, cell=text, month=cells.month)
    if item.deadline and printed.strip() and text != printed:
        item.deadline = replace(item.deadline, raw=" ".join(plain(printed).split()))


def _take_own_time(item, cells, text, year):
    """Where the column names the quarter or month of several rows, a time in brackets behind the task tells more."""
    own = take_trailing_deadline(item.text, year=year)[1]
    if own is None:
        return False
    raw = own.raw if cells.quarter else f"{' '.join(plain(text).split())} ({own.raw})"
    item.deadline, item.deadline_in_text = replace(as_event(item.text, own), raw=raw), True
    return True


def _take_noted_time(item, cells, draft):
    """A note that is nothing but a time ("Ghi chú: dự kiến ngày 28/3") tells more than none or a whole quarter."""
    whole = item.deadline is None or (cells.quarter and time_heading(item.deadline.raw))
    for note in list(cells.other) if whole and draft.year else ():
        deadline = read_deadline(note.partition(": ")[2], year=draft.year)
        if deadline is not None and (deadline.end or deadline.start):
            item.deadline = as_event(item.text, deadline)
            cells.other.remove(note)
            return


def _time_words(cells, head):
    """The time of an item in words that can be read alone: a bare "01" below "Tháng" is "tháng 01"."""
    start, end = (plain(cells.get(column)) for column in (Column.START, Column.END))
    if start and end:
        return start if start == end else f"từ {_without(start, 'từ ')} đến {_without(end, 'đến ')}"
    text = start or end or cells.get(Column.DEADLINE)
    title = head.titles[head.columns.index(Column.DEADLINE)].lower() if Column.DEADLINE in head.columns else ""
    bare = plain(text)
    if re.fullmatch(r"20\d\d", bare):
        return f"năm {bare}"
    if "tháng" in title and re.fullmatch(r"\d{1,2}(?:\s*(?:[-–,]|và|đến)\s*\d{1,2}){0,11}", bare):
        return f"tháng {bare}"
    if re.fullmatch(r"(?i:iv|i{1,3})(?:\s*(?:[-–,]|và|đến)\s*(?i:iv|i{1,3})){0,3}", bare):
        return f"quý {bare}"
    return text if bare or not cells.marks else _marked(cells)


def _without(text, opening):
    return text[len(opening) :] if text.lower().startswith(opening) else text


def _marked(cells):
    """ "Quý I, II" of the marked columns, months likewise."""
    quarters = [title.split()[-1] for title in cells.marks if title.lower().startswith("quý")]
    return f"Quý {', '.join(quarters)}" if quarters else ", ".join(cells.marks)
