"""The deadline of an item: from its column, from the brackets at its end, from its words, or from the heading of
its month."""

import re
from dataclasses import replace

from thiduakhenthuong.dates import day_words

from ..draft import DeadlineDraft, Finding
from .deadline_phrases import deadlines_in, edge_deadline, take_trailing_deadline
from .deadline_spellings import has_scanned_digits
from .deadlines import further_deadlines, read_deadline
from .markup import plain

_EVENT = re.compile(
    r"\b(?:tổ chức|dự|tham dự|họp|khai mạc)\s+(?:buổi\s+|cuộc\s+|vòng\s+)?(?:lễ|hội nghị|hội thi|hội thảo|đại hội|phiên"
    r"|gặp mặt|mít tinh|tọa đàm|liên hoan|ngày (?=[^\W\d])|đoàn|giao lưu|chung kết|tổng duyệt)"
    r"|(?:^\W*|:\s)(?:họp|lễ|hội nghị|hội thi|đại hội|mít tinh|khai mạc|bế mạc|gặp mặt|dâng hương|tổng duyệt|chung kết"
    r"|giao lưu|kiểm tra (?:trực tiếp|thực tế|tại))\b"
    r"|\bhọp (?:bình )?xét\b",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(r"(?:dự kiến\s+)?ngày\s", re.IGNORECASE)


def set_deadline(item, draft, *, cell="", month=""):
    """Give `item` its deadline; what cannot be read as dates keeps its words and is reported."""
    if cell.strip():
        item.deadline = _of_cell(item, draft, " ".join(plain(cell).split()))
    elif draft.year is not None:
        _of_text(item, draft, month)
    if item.deadline is not None:
        item.deadline = as_event(item.text, item.deadline)
        if has_scanned_digits(item.deadline.raw):
            message = f"Thời hạn “{item.deadline.raw}” có chữ ở chỗ chữ số; hãy kiểm tra ngày đã đọc."
            draft.findings.append(Finding("warning", message, item.lines[0]))


def _of_text(item, draft, month):
    item.text, item.deadline = take_trailing_deadline(item.text, year=draft.year)
    if item.deadline is None and "\n" in item.text:
        first, rest = item.text.split("\n", 1)
        first, item.deadline = take_trailing_deadline(first, year=draft.year)
        item.text = f"{first}\n{rest}"
    if item.deadline is None:
        _from_words(item, draft)
    if item.deadline is None and month:
        item.deadline = read_deadline(month, year=draft.year)
        item.deadline_in_text = item.deadline is not None and plain(item.text).startswith(month)


def _of_cell(item, draft, text):
    deadline = read_deadline(text, year=draft.year) if draft.year else None
    if deadline is None and draft.year:
        text_alone = re.sub(r"\([^()]{0,100}\)", " ", text)
        deadline = read_deadline(text_alone, year=draft.year) or _in_words(text, draft)
        further = further_deadlines(text_alone, year=draft.year)
    else:
        further = further_deadlines(text, year=draft.year) if draft.year else []
    if deadline is None:
        draft.findings.append(Finding("warning", f"Chưa đọc được thời hạn “{text[:80]}” thành ngày.", item.lines[0]))
        return DeadlineDraft(text)
    _report_further(item, draft, [day_words(day) for day in further])
    deadline.raw = text
    return deadline


def _in_words(text, draft):
    """The first deadline a cell states among other words: "Gửi báo cáo trước ngày 15/6"."""
    found = deadlines_in(text, year=draft.year)
    return found[0][0] if found else None


def _from_words(item, draft):
    found = deadlines_in(item.text, year=draft.year)
    if found:
        item.deadline, item.deadline_in_text = found[0][0], True
    elif edge := edge_deadline(item.text, year=draft.year):
        item.deadline, item.deadline_in_text = edge, True
    _report_further(item, draft, [deadline.raw for deadline, _ in found[1:]])


def _report_further(item, draft, others):
    if others:
        message = f"Nhiệm vụ có nhiều thời hạn; còn: {', '.join(others)}."
        draft.findings.append(Finding("warning", message, item.lines[0]))


def as_event(text, deadline):
    """What takes place "ngày 11/6" takes place on that day; what is to be done by then may be done before."""
    takes_place = _ON_A_DAY.match(deadline.raw) and _EVENT.search(plain(text)[:100])
    if takes_place and deadline.end is not None and deadline.start is None:
        return replace(deadline, start=deadline.end)
    return deadline
