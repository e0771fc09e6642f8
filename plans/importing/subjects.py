"""Who a sentence says must act, and with whom: "Giao Phòng Nội vụ chủ trì, phối hợp với … tổ chức hội nghị"."""

import re

from ..draft import UnitDraft
from ..kinds import AssignmentRole
from .unit_lists import split_units
from .unit_names import BEGINS_COLLECTIVE, BEGINS_NAME

GIVEN = re.compile(r"^(?:Giao(?: cho| nhiệm vụ cho)?|Đề nghị|Yêu cầu|Phân công(?: cho)?|Trân trọng đề nghị)\s+")
_INTRODUCED = re.compile(r"^(?:Căn cứ|Trên cơ sở|Theo|Để|Thực hiện)\b")
# A predicate begins with one of these words, in lower case; before them stands who is meant.
_VERBS = (
    "xây dựng|chủ động|theo dõi|đôn đốc|tổ chức|tăng cường|căn cứ|được giao|được phân công|theo chức năng"
    "|có trách nhiệm|có kế hoạch|có văn bản"
    "|có nhiệm vụ|chịu trách nhiệm|thường xuyên|tham mưu|tuyên truyền|triển khai|hướng dẫn|thực hiện|chủ trì"
    "|kiểm tra|giám sát"
    "|tổng hợp|báo cáo|đăng ký|bố trí|cân đối|thẩm định|quán triệt|phát động|nghiên cứu|đề xuất|chỉ đạo"
    "|đẩy mạnh|phổ biến"
    "|rà soát|tiếp nhận|cụ thể|bám sát|nghiêm túc|tích cực|kịp thời|làm tốt|giúp|gửi|lập|đảm bảo|bảo đảm"
    "|định kỳ|cử|vận động"
    r"|nâng cao|lồng ghép|hỗ trợ|cung cấp|(?<!công )(?<!chương )(?<!quy )(?<!quá )trình"
    "|xét|hoàn thành|đưa|trên cơ sở|quản lý|tiến hành|duy trì"
    "|phát huy|đánh giá|mở"
    "|dành|tập trung|tiếp tục|phối kết hợp|khẩn trương|cùng với|là cơ quan|là đơn vị|quan tâm|xem xét|tập hợp"
    "|ban hành|đăng tải|đưa tin|lựa chọn|giới thiệu|tham gia(?! (?:các )?(?:cụm|khối))"
    "|làm đầu mối|sử dụng|huy động|phân công|hưởng ứng"
    "|xác nhận|biên tập|quyết định|phê duyệt|niêm yết|công khai|sơ kết|tổng kết|gương mẫu|nêu gương|lãnh đạo(?= )"
    "|đảm nhận|đảm nhiệm|phấn đấu|nộp|họp|viết|ra quân"
    "|chuẩn bị|in ấn|xuất bản|cập nhật|thông báo|yêu cầu|kiến nghị|phản ánh|phân tích|khen thưởng(?= kịp thời)"
)
_VERB = re.compile(rf"(?<!\bcác )(?<!những )(?:\b(?:{_VERBS})\b|\bphối hợp\b)")
_WITH = re.compile(
    r"\b(?:(?:chủ trì|làm đầu mối|chủ động|có trách nhiệm|chịu trách nhiệm),?\s+(?:và\s+|chủ trì,?\s+)?)?"
    r"phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+"
)
_HAS_TO = re.compile(
    r"\s+(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|thực hiện(?: các)?(?: nội dung| nhiệm vụ)?)(?: sau)?\s*$"
)
_ENDS_NAMES = re.compile(r"[.:]\s|\.$|[;,]\s+(?:thời gian|thời hạn|tiến độ|hoàn thành|xong|trước|trong|thực hiện)\b")
_TITLE_LENGTH = 400
_REACH = 600  # characters at the beginning of a clause in which its subject stands


def names_units(text):
    """Does the text begin with a body or a collective address, perhaps after "Giao"?"""
    text = GIVEN.sub("", text)
    return bool(BEGINS_NAME.match(text) or BEGINS_COLLECTIVE.match(text))


def titled_units(text):
    """Units of a title: "1. Sở Nội vụ", "Giao Phòng Nội vụ:", "Các sở, ban, ngành có trách nhiệm:"."""
    goes_on = text.endswith(":") or "chủ trì" in text or "phối hợp" in text
    text = _HAS_TO.sub("", GIVEN.sub("", text).rstrip(" :."))
    if not names_units(text) or len(text) > _TITLE_LENGTH:
        return []
    return (subject_units(text) if goes_on else []) or [UnitDraft(name) for name in split_units(text)]


def subject_units(text):
    """Units of the sentence, those it acts with as coordinating; none where it names no subject."""
    text = _subject_start(text[:_REACH])
    colon = _colon_after_names(text)
    if colon is not None:
        units = [UnitDraft(name) for name in split_units(text[: colon.start()])]
        together = _WITH.match(text[colon.end() :].lower())
        if together is None:
            return units
        rest = text[colon.end() :]
        return units + partners(rest, _WITH.match(rest[:1].lower() + rest[1:]))
    first = _verb_outside_brackets(text, 0) if text else None
    if first is None:
        return []
    units = [UnitDraft(name) for name in split_units(text[: first.start()])]
    together = _WITH.match(text, first.start())
    return units + (partners(text, together) if units and together else [])


def _colon_after_names(text):
    """The colon of "Sở Nội vụ: Chủ trì …", before which no verb stands."""
    colon = re.match(r"[^:]{3,300}?(?P<colon>:\s+)(?=[A-ZĐÀ-Ỹ])", text)
    if colon is None:
        return None
    verb = _verb_outside_brackets(text, 0)
    if verb is not None and verb.start() < colon.start("colon"):
        return None
    return re.compile(r":\s+").match(text, colon.start("colon"))


def partners(text, together):
    """The coordinating units named after "phối hợp với", up to the next verb."""
    end = _verb_outside_brackets(text, together.end())
    named = _ENDS_NAMES.split(text[together.end() : end.start() if end else len(text)])[0]
    if (end is None and len(named) > 200) or not names_units(text[together.end() :]):
        return []
    return [UnitDraft(name, AssignmentRole.COORDINATING) for name in split_units(named)]


def leads_and_partners(text):
    """As `subject_units` where the sentence says that they lead ("chủ trì"), or act with others."""
    units = subject_units(text)
    leads = any(unit.role == AssignmentRole.COORDINATING for unit in units) or _says_lead(text)
    if leads:
        for unit in units:
            unit.role = AssignmentRole.LEAD if unit.role == AssignmentRole.RESPONSIBLE else unit.role
    return units


def _says_lead(text):
    found = _verb_outside_brackets(_subject_start(text[:_REACH]), 0)
    return found is not None and found.group() == "chủ trì"


def _subject_start(text):
    """The text from its subject on: after "Giao", or after "Căn cứ …;" at the first name of a body."""
    given = GIVEN.match(text)
    if given:
        text = text[given.end() :]
    elif _INTRODUCED.match(text):
        text = _after_introduction(text)
    return text if names_units(text) else ""


def _after_introduction(text):
    """What follows the introducing part: after its semicolon, or after a comma where a body is named."""
    for found in re.finditer(r"[;,]\s+(?:giao\s+)?", text):
        rest = text[found.end() :]
        if BEGINS_NAME.match(rest) or re.match(r"(?:các|toàn thể|thủ trưởng|đề nghị các|yêu cầu các)\s", rest):
            return re.sub(r"^(?:đề nghị|yêu cầu)\s+", "", rest)
    return ""


def _verb_outside_brackets(text, start):
    for found in _VERB.finditer(text, start):
        before = text[: found.start()]
        if before.count("(") <= before.count(")"):
            return found
    return None
