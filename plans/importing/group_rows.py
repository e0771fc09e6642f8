"""Rows of a task table that are headings over the rows below: quarters and months, and titles of groups of tasks."""

import re

from .columns import Column
from .markup import plain
from .quarters import time_heading

ROMAN_LABEL = re.compile(r"^(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}|[A-EĐ])[.)]?$")
_LABELLED = re.compile(r"^(?P<label>X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}|[A-EĐ]|\d{1,2})\s?[.)/-]\s*(?=\S)")
# Groups of tasks that belong to no quarter, whatever stands above them.
_WHOLE_YEAR = re.compile(
    r"thường xuyên|cả năm|trong năm|suốt năm|quanh năm|hằng |hàng (?:năm|quý|tháng|tuần)|định kỳ|đột xuất"
    r"|tháng (?:đầu|cuối)|qu[ýí]\s*(?:iv|i{1,3}|[1-4])\s*(?:,|và|-)\s*(?:qu[ýí]\s*)?(?:iv|i{1,3}|[1-4])",
    re.IGNORECASE,
)
_OPENS_TIME = re.compile(
    r"^(?:qu[ýí]|tháng|trong|(?:các\s+)?(?:công tác|nhiệm vụ|công việc|nội dung))\b", re.IGNORECASE
)
_TITLE_LENGTH = 200


def row_heading(row, columns):
    """The time heading a row is, or None: nothing but a quarter or month, perhaps numbered, perhaps in every cell."""
    words = _distinct(row)
    if len(words) == 2 and _is_label(words[0]):
        words = words[1:]
    if len(words) != 1:
        return None
    return time_heading(words[0], titled=bool(_OPENS_TIME.match(words[0])) and _stands_over(row, columns))


def group_title(row, columns):
    """The title a row is over the rows below, as printed, or "" where it is none.

    After a Roman number or a letter, in capitals, where the number would stand, or over several columns.
    """
    words = _distinct(row)
    if len(columns) < 3 or not words or len(words) > 2 or len(words[-1]) > _TITLE_LENGTH:
        return ""
    if len(words) == 2:
        is_title = ROMAN_LABEL.match(words[0]) and words[1] in (cell_of(row, columns, Column.CONTENT), "")
        return " ".join(words) if is_title or _is_spanning_title(row, words) else ""
    if not re.search(r"[^\W\d]{2}", words[0]):
        return ""
    return words[0] if words[0] == words[0].upper() or _stands_over(row, columns) else ""


def cell_of(row, columns, column):
    """The plain text of a row in the column of that kind."""
    at = columns.index(column) if column in columns else len(row.cells)
    return plain(row.cells[at]) if at < len(row.cells) else ""


class QuarterScope:
    """Which quarter or month counts for the next row: the last heading's, until a group title ends it.

    Groups that first stood right below a quarter's heading divide that quarter; others stand beside or above it.
    """

    def __init__(self, heading=None):
        self.heading = heading
        self._below, self.just_opened, self._style = set(), heading is not None, None

    def open(self, heading, row):
        self.heading, self.just_opened, self._style = heading, True, _style(row)

    def take_group(self, title, row):
        style = _style(row)
        if self.just_opened and (style != self._style or not style):
            self._below.add(style)
        if style not in self._below or _WHOLE_YEAR.search(title):
            self.heading = None
        self.just_opened = False

    def take_task(self):
        self.just_opened = False


def _distinct(row):
    return list(dict.fromkeys(plain(cell) for cell in row.cells if cell.strip()))


def _is_label(text):
    return bool(ROMAN_LABEL.match(text) or re.match(r"^\d{1,2}(?:\.\d{1,2})?[.)]?$", text))


def _is_spanning_title(row, words):
    """A number and a title that takes at least two of the columns after it."""
    return _is_label(words[0]) and any(count >= 2 for count in row.spans.values())


def _stands_over(row, columns):
    """The one text of a row stands over several columns, in each of them, or where the number would stand."""
    filled = [at for at, cell in enumerate(row.cells) if cell.strip()]
    if len(filled) == 1:
        return row.spans.get(filled[0], 1) >= 2 or (filled[0] < len(columns) and columns[filled[0]] == Column.NUMBER)
    return len(filled) >= len(columns) > 1


def _style(row):
    """How a heading row is numbered: by letters, Roman or Arabic numbers, or not."""
    words = _distinct(row)
    found = _LABELLED.match(words[0]) if words else None
    label = found.group("label") if found else words[0].rstrip(".)") if words and _is_label(words[0]) else ""
    if not label:
        return ""
    return "1" if label[0].isdigit() else "I" if set(label) <= set("IVX") else "A"
