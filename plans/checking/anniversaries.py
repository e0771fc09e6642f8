"""Anniversaries: how many years it is. Only days whose year nobody disputes stand in the table."""

import re
from itertools import zip_longest

from .finding import Spot

EVENTS = (
    (1890, r"ngày sinh (?:của )?(?:Chủ tịch Hồ Chí Minh|Bác Hồ|Bác\b(?! Tôn)|Chủ tịch HCM)|sinh nhật Bác"),
    (1911, r"ra đi tìm đường cứu nước"),
    (1925, r"[Bb]áo chí [Cc]ách mạng Việt Nam"),
    (1930, r"thành lập Đảng(?: Cộng sản| CSVN|\b(?! bộ| ủy| đoàn))"),
    (1930, r"thành lập Hội (?:Liên hiệp Phụ nữ|LHPN) Việt Nam|thành lập Hội Nông dân Việt Nam"),
    (1931, r"thành lập Đoàn (?:(?:Thanh niên|TN) [Cc]ộng sản|TNCS)"),
    (1941, r"thành lập Đội Thiếu niên"),
    (1944, r"thành lập (?:Quân đội nhân dân|QĐND) Việt Nam"),
    (1945, r"Cách mạng [Tt]háng (?:Tám|8)|Quốc khánh"),
    (1945, r"(?:truyền thống|thành lập) (?:lực lượng )?(?:Công an nhân dân|CAND)"),
    (1947, r"[Nn]gày Thương binh"),
    (1948, r"[Ll]ời kêu gọi thi đua ái quốc|truyền thống thi đua yêu nước"),
    (1954, r"[Cc]hiến thắng(?: lịch sử)? Điện Biên Phủ(?! trên không)"),
    (1955, r"Thầy thuốc Việt Nam"),
    (1975, r"miền Nam hoàn toàn giải phóng|[Gg]iải phóng (?:hoàn toàn )?miền Nam|thống nhất đất nước"),
    (1982, r"Nhà giáo Việt Nam"),
    (1989, r"[Qq]uốc phòng toàn dân"),
)
_EVENTS = tuple((year, re.compile(written, re.IGNORECASE if "ngày sinh" in written else 0)) for year, written in EVENTS)
_COUNT = re.compile(r"\b(?P<n>\d{1,3}) năm\b(?! (?:19|20)\d\d)")
_OCCASION = re.compile(r"[Kk]ỷ niệm|KỶ NIỆM|[Cc]hào mừng|[Nn]hân dịp|lần thứ")
_DATES = re.compile(r"\(\s*(?:\d{1,2}/){1,2}(?P<a>\d{4})\s*(?:[-–]\s*(?:\d{1,2}/){1,2}(?P<b>\d{4})\s*)?\)")
_OTHER_EVENT = re.compile(r"[,(–-]|\b(?:thành lập|tái lập|hợp nhất|truyền thống|về thăm|thực hiện|nhân dịp|gắn)\b")
_AHEAD = re.compile(r"hướng tới|tiến tới|chuẩn bị|hướng đến", re.IGNORECASE)
_UNIT_MISSING = re.compile(
    r"\b[Kk]ỷ niệm (?:lần thứ )?\d{2,3}"
    r"(?= (?:[Nn]gày (?:sinh|mất|thành lập|truyền thống|giải phóng|[Qq]uốc khánh)|[Tt]hành lập)\b)"
)


def counts(passage, facts):
    """ "135 năm Ngày sinh Chủ tịch Hồ Chí Minh" in a plan of 2024."""
    text = passage.text
    if facts.year is None or " năm" not in text or not _OCCASION.search(text):
        return
    found = list(_COUNT.finditer(text))
    for count, following in zip_longest(found, found[1:]):
        before, rest = text[: count.start()], text[count.end() : following.start() if following else None]
        if not _OCCASION.search(before):
            continue
        right = _right_count(int(count["n"]), before, re.split(r"[;.]", rest)[0], facts.year)
        if right and right != int(count["n"]):
            reason = f"Kỷ niệm ghi {count['n']} năm, tính ra là {right} năm."
            yield Spot(count.start(), count.end(), reason, f"{right} năm")


def _right_count(n, before, rest, year):
    """How many years it is; None where that cannot be told."""
    dates = _DATES.search(rest)
    if dates and dates["b"]:
        return int(dates["b"]) - int(dates["a"])
    event = _event_right_behind(rest)
    then = int(dates["a"]) if dates else event
    if then is None:
        return None
    looks_ahead = n == year + 1 - then and (_AHEAD.search(before[-80:]) or str(year + 1) in rest)
    return n if looks_ahead else year - then


def _event_right_behind(rest):
    """The year of the event that is counted, not of one that is only mentioned further on."""
    found = ((match, then) for then, written in _EVENTS if (match := written.search(rest[:110])))
    match, then = min(found, key=lambda pair: pair[0].start(), default=(None, None))
    return None if match is None or _OTHER_EVENT.search(rest[: match.start()]) else then


def unit_missing(passage, facts):
    """ "kỷ niệm 115 ngày sinh"."""
    for found in _UNIT_MISSING.finditer(passage.text) if "ỷ niệm" in passage.text else ():
        reason = "Thiếu chữ “năm” sau số năm kỷ niệm."
        yield Spot(found.start(), found.end(), reason, f"{found[0]} năm")
