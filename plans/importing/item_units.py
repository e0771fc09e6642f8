"""Who does a listed task where its text says so: "(Phòng Nội vụ; tháng 02)", "do Sở Nội vụ chủ trì", "Giao …".

The words stay in the text: lists have no column for units.
"""

import re

from ..draft import UnitDraft
from ..kinds import AssignmentRole
from .deadlines import read_deadline
from .item_deadlines import as_event
from .markup import plain
from .subjects import GIVEN, leads_and_partners, partners
from .tones import new_tones
from .unit_lists import split_units
from .unit_names import IS_COLLECTIVE, begins_unit
from .units_cell import read_units

_REACH = 400  # characters at the end of a line in which its bracket stands
_NO_UNITS = re.compile(
    r"\b(?:theo|gọi tắt|viết tắt|nếu có|kèm|bao gồm|gồm|trừ|kể cả|thay thế|sửa đổi|lần thứ|phiên|đợt|số \d|năm \d{4}"
    r"|ngày \d|đăng cai|trước đây|nay là|làm|được|từ|để|thuộc diện|khi|dự kiến)\b",
    re.IGNORECASE,
)
_AS_GIVEN = re.compile(r"\s+(?:theo|được) (?:phân công|chức năng|nhiệm vụ|địa bàn|lĩnh vực)(?: phụ trách)?$")
_DOES = re.compile(r"\s+(?:thực hiện|phụ trách|tham mưu|theo dõi|triển khai|đảm nhiệm|đảm nhận|làm đầu mối)\s*$")
_PLACE = re.compile(r"(?:Thành phố|Tỉnh|Huyện|Quận|Xã|Phường|Thị trấn|Thị xã|Ấp|Thôn|Khu phố)\s")
_COLLECTED = re.compile(
    r"\b(?:cơ quan|đơn vị|tổ chức|tập thể|địa phương|thành viên|doanh nghiệp|cá nhân|đối tượng|cấp|ngành)$"
)
_EXPLAINED = re.compile(r"\b(?:về|cho|của|với|tại|qua|do|gửi|từ)\s+(?P<name>[^,;.]{2,80})$")
_BY = re.compile(
    r"\b(?:do|giao(?: cho)?)\s+(?P<who>[^.;()]{3,160}?)\s+(?P<verb>chủ trì|thực hiện|tham mưu|phụ trách|đảm nhiệm)\b"
)
_IN_CHARGE = re.compile(
    r"(?P<who>[^.;:]{2,150}?)\s(?:chủ trì|phụ trách|tham mưu|đảm nhiệm|chịu trách nhiệm|thực hiện)\b"
)
_STEP = re.compile(r"^Bước \d{1,2}\s*[:.]\s*")
_WITH = re.compile(r"[,;]?\s*(?:và\s+)?phối hợp(?:\s+(?:với|cùng))?\s+")


def take_units(item, draft):
    """Read units (and a deadline beside them) out of the brackets at a line's end, or out of a sentence."""
    lines = [plain(line) for line in item.text.split("\n")]
    for line in dict.fromkeys((lines[0], lines[-1])):
        if not item.units or item.deadline is None:
            _take_bracket(item, line, draft)
    if item.units:
        return
    item.units = _by_whom(lines[0]) or _ordered(lines)


def _take_bracket(item, line, draft):
    before, inside = last_bracket(line)
    if not inside:
        return
    units, deadline = read_bracket(inside, draft.year)
    if deadline is None and _explains(before, inside):
        return
    if units and not item.units:
        item.units = units
        if deadline is not None and item.deadline is None:
            item.deadline, item.deadline_in_text = as_event(item.text, deadline), True


def last_bracket(line):
    """What stands before the bracket that ends a line, and in it; ("", "") where none ends it."""
    line = line.rstrip(" .;,")
    if not line.endswith(")"):
        return "", ""
    depth, begin = 0, max(len(line) - _REACH, 0)
    for at in range(len(line) - 1, begin - 1, -1):
        depth += {")": 1, "(": -1}.get(line[at], 0)
        if depth == 0:
            return line[:at].rstrip(), line[at + 1 : -1].strip()
    return "", ""


def _explains(before, inside):
    """After "gửi về Sở Nội vụ" a bracket says which part of that body is meant, after "các cơ quan" which ones."""
    found = _EXPLAINED.search(before[-100:])
    if found is not None and begins_unit(found.group("name")):
        return True
    return bool(_COLLECTED.search(before[-40:]) and IS_COLLECTIVE.match(inside))


def read_bracket(inside, year):
    """The units a bracket names and the deadline beside them; ([], None) where it names no units."""
    parted = re.finditer(r"[;,]\s+|\s[-–]\s", inside) if year else ()
    for found in sorted(parted, key=lambda found: (";" not in found.group(), -found.start())):
        before, after = inside[: found.start()], inside[found.end() :]
        for units, time in ((before, after), (after, before)):
            deadline = read_deadline(time, year=year)
            if deadline is not None and _are_units(_AS_GIVEN.sub("", units)):
                return read_units(_DOES.sub("", units)), deadline
    return (read_units(_DOES.sub("", inside)), None) if _are_units(inside) else ([], None)


def _are_units(text):
    named = begins_unit(new_tones(text)) and not _PLACE.match(text)
    return len(text) <= 250 and named and not _NO_UNITS.search(text)


def _by_whom(text):
    """ "… do Phòng Nội vụ chủ trì, phối hợp với Công an huyện"."""
    found = next((found for found in _BY.finditer(text[:2000]) if begins_unit(found.group("who"))), None)
    if found is None:
        return []
    leads = found.group("verb") == "chủ trì"
    role = AssignmentRole.LEAD if leads else AssignmentRole.RESPONSIBLE
    units = [UnitDraft(name, role) for name in split_units(found.group("who"))]
    together = _WITH.match(text, found.end())
    return units + (partners(text, together) if together else [])


def _ordered(lines):
    """ "Giao Sở Nội vụ …" at the beginning of a line, or "Sở Nội vụ chủ trì …" at that of the task."""
    for line in lines:
        if GIVEN.match(line) and line.startswith(("Giao", "Phân công")):
            return leads_and_partners(line)
    first = _STEP.sub("", lines[0])
    if begins_unit(first):
        return leads_and_partners(first)
    said = re.split(r"(?<=[.;])\s+(?=[A-ZĐ])", "\n".join(lines))[1:]
    return next(filter(None, map(_in_charge, said)), [])


def _in_charge(sentence):
    """Who "Phòng Nội vụ chủ trì, phối hợp với …" or "Chính trị viên phụ trách" names, behind what is to be done."""
    found = _IN_CHARGE.match(sentence)
    if found is None or not begins_unit(sentence):
        return []
    return leads_and_partners(sentence) or [UnitDraft(name) for name in split_units(found.group("who"))]
