"""The deadline of an item: from its column, from the brackets at its end, from its words, or from the heading of
its month."""

import re

from ..draft import DeadlineDraft, Finding
from .deadline_phrases import deadlines_in, take_trailing_deadline
from .deadlines import read_deadline
from .markup import plain


def set_deadline(item, draft, *, cell="", month=""):
    """Give `item` its deadline; what cannot be read as dates keeps its words and is reported."""
    if cell.strip():
        item.deadline = _of_cell(item, draft, " ".join(plain(cell).split()))
        return
    if draft.year is None:
        return
    item.text, item.deadline = take_trailing_deadline(item.text, year=draft.year)
    if item.deadline is None:
        _from_words(item, draft)
    if item.deadline is None and month:
        item.deadline = read_deadline(month, year=draft.year)


def _of_cell(item, draft, text):
    deadline = read_deadline(text, year=draft.year) if draft.year else None
    if deadline is None and draft.year:
        inside = re.sub(r"\([^()]{0,100}\)", " ", text)
        deadline = read_deadline(inside, year=draft.year)
    if deadline is None:
        draft.findings.append(Finding("warning", f"Chưa đọc được thời hạn “{text[:80]}” thành ngày.", item.lines[0]))
        return DeadlineDraft(text)
    deadline.raw = text
    return deadline


def _from_words(item, draft):
    found = deadlines_in(item.text, year=draft.year)
    if found:
        item.deadline, item.deadline_in_text = found[0][0], True
    if len(found) > 1:
        others = ", ".join(deadline.raw for deadline, _ in found[1:])
        draft.findings.append(Finding("warning", f"Nhiệm vụ có nhiều thời hạn; còn: {others}.", item.lines[0]))
