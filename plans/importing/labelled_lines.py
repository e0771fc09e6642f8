"""Parts of a listed task that name its units and time: "- Đơn vị chủ trì: Sở Nội vụ", "(Chủ trì: …; Thời gian: …)".

Lists have no columns, so these words stay in the text; units and deadline are read from them.
"""

import re
from dataclasses import replace

from ..draft import UnitDraft
from ..kinds import AssignmentRole
from .deadlines import read_deadline
from .item_deadlines import as_event
from .markup import plain
from .unit_lists import split_units
from .units_cell import read_units

_BODY = r"(?:các\s+)?(?:cơ quan|đơn vị|bộ phận|phòng|ban|người|cá nhân|cán bộ|công chức|đầu mối)"
_LEAD = rf"(?:{_BODY}\s+)?(?:được giao\s+)?(?:chủ trì(?:\s+(?:thực hiện|tham mưu|triển khai))?|đầu mối|tham mưu)"
_COORDINATING = rf"(?:{_BODY}\s+)?(?:cùng\s+)?phối hợp(?:\s+(?:thực hiện|triển khai))?"
_RESPONSIBLE = (
    rf"{_BODY}\s+(?:tổ chức\s+)?(?:thực hiện|phụ trách|chịu trách nhiệm|theo dõi|liên quan|được phân công)"
    r"|(?:phân công|trách nhiệm)(?:\s+(?:thực hiện|nhiệm vụ))?"
    rf"|(?:{_BODY}\s+)?(?:thực hiện\s+)?chủ trì(?:,| và| -)?\s+phối hợp"
)
_TIME = (
    r"(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)(?:\s+(?:thực hiện|hoàn thành|tổ chức|triển khai|dự kiến|gửi))*"
    r"|hoàn thành"
)
_OTHER = r"địa điểm|sản phẩm|kết quả|kinh phí|hình thức|thành phần|đối tượng|nội dung|số lượng|ghi chú|yêu cầu|cách làm"
_SHORT = r"(?:tổ chức\s+)?thực hiện|phụ trách|đơn vị|cơ quan"  # only where nothing stands before them
_EDGE = r"(?:^\s*(?:[-+*•]\s*)?|\(\s*|[;.,]\s+(?:[-+•]\s*)?|\s[-–]\s)"
_LABEL = re.compile(
    rf"(?P<edge>{_EDGE})(?:(?P<lead>{_LEAD})|(?P<coordinating>{_COORDINATING})|(?P<responsible>{_RESPONSIBLE})"
    rf"|(?P<time>{_TIME})|(?P<other>(?:{_OTHER})(?:\s+[^\W\d]+){{0,3}})|(?P<short>{_SHORT}))"
    r"(?:\s*\([^()]{0,40}\))?\s*:\s*",
    re.IGNORECASE,
)
_ROLES = {
    "lead": AssignmentRole.LEAD,
    "coordinating": AssignmentRole.COORDINATING,
    "responsible": AssignmentRole.RESPONSIBLE,
    "short": AssignmentRole.RESPONSIBLE,
}


def is_statement(piece):
    """Does the piece say who does the task above it, or when?"""
    return says_duty(piece.text)


def says_duty(line):
    """ "- Đơn vị chủ trì: Sở Nội vụ", "Thời gian: Quý I": a line that opens with who or when."""
    found = _LABEL.match(plain(line))
    return found is not None and _counts(found) and found.lastgroup != "other"


def take_labelled(item, draft):
    """Read the labelled parts of an item's text into its units and its deadline."""
    for line in item.text.split("\n"):
        for name, text in _labelled_parts(plain(line)):
            if name in _ROLES:
                item.units += _units(text, _ROLES[name])
            elif name == "time" and item.deadline is None:
                _take_time(item, text, draft)


def lead_alike(items):
    """Where "Đơn vị thực hiện" stands beside "Đơn vị phối hợp" in most tasks of a list, it leads in all of them."""
    partnered = [item for item in items if any(unit.role == AssignmentRole.COORDINATING for unit in item.units)]
    alone = [item for item in items if item.units and item not in partnered]
    if 2 * len(partnered) < len(items) or not all(map(_names_doer, partnered)):
        return
    for unit in (unit for item in filter(_names_doer, alone) for unit in item.units):
        unit.role = AssignmentRole.LEAD


def _names_doer(item):
    """Does a line below the task open with "Đơn vị thực hiện", and none with "Đơn vị chủ trì"?"""
    labels = [found.lastgroup for line in item.text.split("\n")[1:] if (found := _LABEL.match(plain(line)))]
    return "responsible" in labels and "lead" not in labels


def _labelled_parts(line):
    """Pairs of what a label says and the text after it, up to the next label."""
    labels = [found for found in _LABEL.finditer(line) if _counts(found)]
    ends = [found.start() for found in labels[1:]] + [len(line)]
    return [(found.lastgroup, line[found.end() : end]) for found, end in zip(labels, ends, strict=False)]


def _counts(found):
    """ "thực hiện:" is a label only at the beginning of a line or bracket, not within a sentence."""
    edge = found.group("edge").strip()
    return found.lastgroup != "short" or edge in ("", "(", "-", "+", "*", "•")


def _units(text, role):
    text = text.strip(" ;.,)")
    if role == AssignmentRole.RESPONSIBLE:
        return read_units(text)
    if role == AssignmentRole.LEAD:
        return read_units(f"Chủ trì: {text}")
    return [UnitDraft(name, role) for name in split_units(text)]


def _take_time(item, text, draft):
    """A time that is no date keeps its words."""
    text = text.strip(" ;.,")
    text = text.removesuffix(")") if text.count(")") > text.count("(") else text
    if draft.year is None or not text:
        return
    deadline = read_deadline(text, year=draft.year) or _beginning(text, draft.year)
    if deadline is not None:
        item.deadline, item.deadline_in_text = as_event(item.text, deadline), True


def _beginning(text, year):
    """The deadline a longer phrase begins with: "tháng 3; báo cáo kết quả sau khi kết thúc"."""
    for found in re.finditer(r"[;.(]|,\s", text[:200]):
        deadline = read_deadline(text[: found.start()], year=year)
        if deadline is not None:
            return replace(deadline)
    return None
