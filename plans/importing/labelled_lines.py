"""Lines of a listed task that name its units and time: "- Đơn vị chủ trì: Sở Nội vụ", "Thời gian: tháng 01".

Lists have no columns, so these lines stay in the text; units and deadline are read from them.
"""

import re

from ..draft import UnitDraft
from ..kinds import AssignmentRole
from .deadlines import read_deadline
from .markup import plain
from .unit_lists import split_units

_OPENING = r"^\s*(?:[-+*•(]\s*)?(?:các\s+)?"
_BODY = r"(?:cơ quan|đơn vị|bộ phận)"
_LABELS = (
    (
        AssignmentRole.LEAD,
        re.compile(rf"{_OPENING}(?:{_BODY}\s+)?chủ trì(?: thực hiện| tham mưu)?\s*:\s*", re.IGNORECASE),
    ),
    (
        AssignmentRole.COORDINATING,
        re.compile(rf"{_OPENING}(?:{_BODY}\s+)?phối hợp(?: thực hiện)?\s*:\s*", re.IGNORECASE),
    ),
    (
        AssignmentRole.RESPONSIBLE,
        re.compile(
            rf"{_OPENING}(?:{_BODY}\s+(?:thực hiện|phụ trách)|phân công|trách nhiệm|người thực hiện)\s*:\s*",
            re.IGNORECASE,
        ),
    ),
)
_TIME = re.compile(rf"{_OPENING}(?:thời gian|thời hạn|tiến độ)(?: thực hiện| hoàn thành)?\s*:\s*", re.IGNORECASE)


def take_labelled(item, draft):
    """Read the labelled lines of an item's text into its units and its deadline."""
    for line in item.text.split("\n"):
        text = plain(line)
        for role, pattern in _LABELS:
            found = pattern.match(text)
            if found:
                item.units += [UnitDraft(name, role) for name in split_units(text[found.end() :].rstrip(") "))]
        found = _TIME.match(text)
        if found and draft.year and item.deadline is None:
            item.deadline = read_deadline(text[found.end() :], year=draft.year)
            item.deadline_in_text = item.deadline is not None
