"""Deadlines inside other text: in brackets at its end, or in a running sentence ("gửi về … trước ngày 30/3/2024").

Anniversaries and the dates of cited documents are no deadlines.
"""

import re
from dataclasses import replace

from .deadlines import read_deadline
from .markup import plain
from .tones import new_tones

_LAST_BRACKET = re.compile(r"\s*\((?P<inside>[^()]{1,100})\)(?P<mark>\*{0,3})\s*(?P<end>[.;,]?)\s*$")
_ANNIVERSARY = re.compile(
    r"chào mừng|mừng đảng|mừng xuân|k[ỷỉ] niệm(?! chương)|ngày sinh|ngày mất|(?:ngày|năm|lễ) thành lập"
    r"|truyền thống|giải phóng|quốc khánh|quốc tế|ngày hội|chiến thắng|cách mạng"
    r"|ngày (?:nhà giáo|gia đình|phụ nữ|thương binh|doanh nhân|pháp luật|môi trường)"
    r"|lời kêu gọi|sinh nhật",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(r"\b[Nn]gày\s+(?:[A-ZĐ]\w+\s)")  # "Ngày Thầy thuốc Việt Nam"
_DATE = (
    r"(?:ngày\s+)?\d{1,2}(?:\s?/\s?\d{1,2}(?:\s?/\s?\d{4})?|[.-]\d{1,2}[.-]\d{4}"
    r"|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
)
_DAYS = r"(?:ngày\s+)?\d{1,2}\s?(?:-|–|đến|,|và)\s?(?:hết\s+)?(?:ngày\s+)?" + _DATE.removeprefix(r"(?:ngày\s+)?")
_MONTH = r"tháng\s+\d{1,2}(?:\s?/\s?\d{4}|\s+năm\s+\d{4})?"
_IN_SENTENCE = re.compile(
    r"\b(?:trước|chậm nhất|muộn nhất|đến hết|hết|hạn cuối)(?:\s(?:là|vào|trước|ngày)){0,3}\s"
    rf"(?:{_DATE}|(?:hết\s+)?{_MONTH})"
    rf"|\btừ\s+(?:{_DATE}|(?:ngày\s+)?\d{{1,2}})\s+(?:đến|tới)\s+(?:hết\s+)?{_DATE}"
    rf"|\b(?:vào|trong|từ)\s+(?:các\s+)?{_DAYS}|\bvào\s+(?=ngày){_DATE}"
    rf"|\b(?:trong|vào|từ)\s+(?:đầu\s+|giữa\s+|cuối\s+)?{_MONTH}(?:\s+đến\s+(?:hết\s+)?{_MONTH})?"
    rf"|\b(?:trong|vào)\s+tuần\s+(?:thứ\s+)?[\w-]{{1,5}}\s+(?:của\s+)?{_MONTH}"
    r"|\b(?:trong|vào|hết|trước|xong)\s+(?:đầu\s+|cuối\s+)?quý\s+(?:IV|III|II|I|[1-4])\b"
    r"(?:\s?(?:,|và|-|–|đến)\s?(?:quý\s)?(?:IV|III|II|I|[1-4])\b){0,3}(?:\s?/\s?\d{4}|\s+năm\s+\d{4})?"
    r"|\b(?:hoàn thành|xong|thực hiện)\s+(?:trong|vào)\s+0?6 tháng (?:đầu|cuối) năm(?:\s+\d{4})?",
    re.IGNORECASE,
)
_FOR_WHAT = re.compile(r"\s*\((?:đối với\s+|cho\s+)?(?P<what>[^()]{1,80})\)")
_AND_ANOTHER = re.compile(rf"\s*(?:,|;|và)\s*(?P<raw>{_DATE})", re.IGNORECASE)
_CITED = re.compile(r"(?:\bsố\s*:?\s*\d|\d/[A-ZĐ]{2}|\b[Ll]uật\b)[^,;]*[,;]\s*$")  # "Luật số …, ngày 15/6/2022"
_TAKES_PLACE = re.compile(r"(?:Tổ chức|Họp|Ra quân|Khai mạc|Dự|Tham dự|Tham gia)\s")
_OPENING_TIME = re.compile(r"(?P<time>[^:]{2,60}?\d[^:]{0,30}?)\s*:\s")
_ENDING_TIME = re.compile(
    r"(?::|(?<!\d)\s[-–])\s+(?P<time>(?=[^:–]*(?:tháng|quý|ngày|trước|\d/\d))[^:–()]{3,60})$"
    r"|[,;]\s+(?P<by>(?:hoàn thành|xong|chậm nhất|trước|trong tháng|vào tháng|dự kiến)\s[^,;:()]{3,60})$"
    r"|[,;]\s+(?P<on>ngày\s+\d{1,2}/\d{1,2}/\d{4})$",
    re.IGNORECASE,
)
YEARS_APART = 2  # a date further from the plan's year belongs to something cited


def take_trailing_deadline(text, *, year):
    """Text and the deadline in brackets at its end: "Họp Hội đồng" and "tháng 02"; else the text and None."""
    found = _LAST_BRACKET.search(text[-160:])
    if not found:
        return text, None
    start = max(len(text) - 160, 0) + found.start()
    deadline = read_deadline(found.group("inside"), year=year)
    if not _is_real(deadline, year) or (_is_bare_date(deadline) and _is_anniversary(text[max(start - 120, 0) : start])):
        return text, None
    return (text[:start].rstrip() + found.group("mark") + found.group("end")).strip(), deadline


def edge_deadline(text, *, year):
    """A time that opens or ends a task beside a colon or dash: "Ngày 11/6: Mít tinh", "Tổng kết: tháng 12/2024."."""
    text = plain(text.split("\n")[0]).rstrip(" .;")
    opening, ending = _OPENING_TIME.match(text), _ENDING_TIME.search(text[-80:])
    for found in filter(None, (opening, ending)):
        deadline = read_deadline(next(filter(None, found.groups())), year=year)
        if deadline is None or not (deadline.end or deadline.start) or not _is_real(deadline, year):
            continue
        if found is ending and found.group("on") and _CITED.search(text[: found.start("on") - len(text[-80:])]):
            continue
        takes_place = found is ending and found.group("on") and _TAKES_PLACE.match(text)
        if found is opening or takes_place or not (_is_bare_date(deadline) and _is_anniversary(text)):
            return deadline
    return None


def _is_anniversary(before):
    return _ANNIVERSARY.search(before) or _NAMED_DAY.search(before)


def _is_real(deadline, year):
    if deadline is None or (deadline.relative and not deadline.relative.lower().startswith(("sau", "ngay sau"))):
        return False
    told = deadline.end or deadline.start
    return told is None or abs(told.year - year) <= YEARS_APART


def _is_bare_date(deadline):
    return deadline.start is None and deadline.end is not None and not re.match(r"\D*\btrước\b", deadline.raw.lower())


def deadlines_in(text, *, year):
    """The deadlines a running text states, as pairs of a deadline and what it is for ("báo cáo năm", or "")."""
    text = plain(text)
    found = []
    for match in _IN_SENTENCE.finditer(new_tones(text)):
        deadline = read_deadline(text[match.start() : match.end()], year=year)
        if deadline and (deadline.end or deadline.start) and _is_real(deadline, year):
            found += _with_followers(text, match.end(), deadline, year)
    return found


def _with_followers(text, at, deadline, year):
    """A deadline, what it is for, and others joined to it: "trước ngày 15/5 (đối với …) và 01/11 (đối với …)"."""
    what, at = _purpose(text, at)
    found = [(deadline, what)]
    while another := _AND_ANOTHER.match(text, at):
        read = read_deadline(another.group("raw"), year=year)
        if read is None:
            break
        what, at = _purpose(text, another.end())
        found.append((replace(read, start=None), what))
    return found


def _purpose(text, at):
    bracket = _FOR_WHAT.match(text, at)
    return (bracket.group("what").strip(), bracket.end()) if bracket else ("", at)
