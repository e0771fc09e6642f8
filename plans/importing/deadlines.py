"""Deadlines in Vietnamese wording → dates. A month is its first to its last day; "trước ngày X" has an end alone.

`read_deadline` takes a whole phrase ("cuối tháng 02"); finding deadlines inside other text stands in
deadline_phrases.py, the single periods in periods.py.
"""

import re
from datetime import timedelta
from itertools import pairwise

from ..draft import DeadlineDraft
from .deadline_spellings import spelt_out
from .markup import plain
from .periods import Kind, find_periods, months

_RECURRING = re.compile(
    r"\b(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)\b|\bthường xuyên\b|\bđịnh kỳ\b|\bliên tục\b"
    r"|\bcác tháng\b|\bcác quý\b|\bcả năm\b.*\bthường xuyên\b|\btheo từng đợt\b"
)
_RELATIVE = re.compile(
    r"^(?:ngay\s+)?(?:sau(?! đây)|khi|trước khi|theo)\b"
    r"|^(?:đầu|giữa|cuối|trong|kết thúc)? ?năm học\b|^(?:đầu|cuối) năm\b"
    r"|^đột xuất\b|\btrong vòng\b|\bsau khi\b|\bkể từ\b"
    r"|\bchậm nhất sau\b|\bsau \d+ ngày\b"
)
_LUNAR = re.compile(
    r"âm lịch|\brằm\b|tháng\s+(?:giêng|chạp)\b|\btết\b|\bmùng\b|\bmồng\b|giỗ tổ|trung thu|vu lan|\(âl\)|\bal\b"
)
_WHOLE = (
    (re.compile(r"\b0?6 tháng đầu năm|sáu tháng đầu năm"), (1, 6)),
    (re.compile(r"\b0?6 tháng cuối năm|sáu tháng cuối năm"), (7, 12)),
    (re.compile(r"\b0?9 tháng đầu năm|chín tháng đầu năm"), (1, 9)),
)
# Words that may stand around the periods of a deadline; anything else makes the phrase no deadline.
_CONNECTORS = set(
    re.findall(
        r"\w+",
        "từ đến hết trước sau ngày trong vào khoảng dự kiến chậm nhất muộn là và đầu giữa cuối hoàn "
        "thành xong thời gian hạn tuần thứ hoặc của năm dịp nhân lúc giờ tới cho kết thúc bắt thực hiện "
        "đợt hai lần cùng kỳ nửa thượng trung hạ cả nay đúng tổ chức gửi",
    )
)
_UNTIL = re.compile(r"\b(?:trước|đến|tới|hết|chậm nhất|muộn nhất|hạn cuối|xong)\b[^\d]*$")
_LONGEST = timedelta(days=3 * 366)  # what spans more is an anniversary: "11/6/1948 - 11/6/2024"
_FROM = re.compile(r"^(?:bắt đầu\s+)?từ(?:\s+(?:ngày|đầu|tháng|quý)){0,2}\s*$")
_SEVERAL = re.compile(r"\b(?:đến|tới|hết|và)\b|,|\s[-–]|[-–]\s")
_BEFORE = re.compile(r"\btrước\b[^\d]*$")
_EVENT = re.compile(r"\b(?:vào|trong|dịp|nhân|đúng)(?:\s+ngày)?\s*$|\bdịp\b[^\d]*$")
_BETWEEN = re.compile(r"^\s*(?:-|–|—|đến|tới)\s*(?:hết\s*)?(?:ngày|cuối|đầu|giữa)?\s*(?:ngày)?\s*$")


def read_deadline(text, *, year):
    """A phrase that is nothing but a deadline, as printed and as dates; None if it is none.

    No year printed means `year`. Recurring, relative and lunar ones have no dates and say so.
    """
    raw = plain(text).strip(" .;,:")
    raw = raw[1:-1].strip() if raw.startswith("(") and raw.endswith(")") else raw
    if not raw or len(raw) > 200:
        return None
    words = spelt_out(raw, year=year)
    periods = find_periods(words, year=year)
    special = _special(raw, words, periods)
    if special:
        return special
    if not periods:
        return _whole_year(raw, words, year)
    if not _only_connectors(words, periods):
        return None
    start, end = _span(words, periods)
    if len(periods) == 1 and _only_begins(words, periods[0]):
        return DeadlineDraft(raw, periods[0].start, None)  # "từ tháng 10": it begins, and nothing says when it ends
    if start and end < start and not periods[-1].has_year:
        end = _in_next_year(end)  # "từ tháng 12 đến tháng 02"
    if start and not timedelta(0) <= end - start <= _LONGEST:
        return None
    return DeadlineDraft(raw, start, end)


def _special(raw, words, periods):
    if _LUNAR.search(words):
        return DeadlineDraft(raw, lunar=raw)
    if _RECURRING.search(words):
        return DeadlineDraft(raw, recurrence=raw)
    if not periods and _RELATIVE.search(words):
        return DeadlineDraft(raw, relative=raw)
    return None


def _whole_year(raw, words, year):
    """ "6 tháng đầu năm", "cả năm 2024", "trong năm"."""
    named = re.search(r"\b(20\d\d)\b", words)
    year = int(named.group(1)) if named else year
    rest = re.sub(r"\b20\d\d\b", "", words)
    for pattern, (first, last) in _WHOLE:
        if pattern.search(rest) and _known(pattern.sub("", rest)):
            return DeadlineDraft(raw, *months(year, first, last))
    if re.search(r"\b(?:cả|trong|suốt|quanh)\s+năm\b|^năm\s*$", rest) and _known(rest):
        return DeadlineDraft(raw, *months(year, 1, 12))
    return None


def _only_connectors(words, periods):
    left = words
    for period in reversed(periods):
        left = left[: period.at] + " " + left[period.until :]
    return _known(left)


def _known(words):
    return all(word in _CONNECTORS for word in re.findall(r"\w+", words))


def _span(words, periods):
    """Start and end of the periods together; one alone is read by the words before it."""
    first, last = periods[0], periods[-1]
    if len(periods) == 1 or _are_several(words, periods):
        return _single(words[: first.at], first)
    if len(periods) == 2 and not _BETWEEN.match(words[first.until : last.at]) and "và" not in words:
        before_last = words[: last.at]
        if first.kind != last.kind and not _UNTIL.search(before_last):
            return _single(words[: first.at], first)  # "tháng 3 (ngày 08/3)": the first says it
    return first.start, last.end


def _only_begins(words, period):
    """Does "từ" stand before one day, month or quarter, not before several ("từ 01 đến 15/3")?"""
    printed = words[period.at : period.until]
    one = period.kind == Kind.DAY or not ("-" in printed or "–" in printed)
    return bool(_FROM.search(words[: period.at])) and one and not _SEVERAL.search(printed)


def _are_several(words, periods):
    """Days that are no range, as in "trước 15/6 và 15/12": each is a deadline of its own."""
    days = all(period.kind == Kind.DAY for period in periods)
    return days and not any(_BETWEEN.match(words[a.until : b.at]) for a, b in pairwise(periods))


def further_deadlines(text, *, year):
    """The days after the first one where a phrase names several."""
    words = spelt_out(plain(text), year=year)
    periods = find_periods(words, year=year)
    return [period.end for period in periods[1:]] if len(periods) > 1 and _are_several(words, periods) else []


def _in_next_year(day):
    return day.replace(year=day.year + 1, day=min(day.day, 28)) if day.month == 2 else day.replace(year=day.year + 1)


def _single(before, period):
    if period.kind == Kind.DAY:
        return (period.end if _EVENT.search(before) and not _UNTIL.search(before) else None), period.end
    if _BEFORE.search(before):
        return None, period.start - timedelta(days=1)
    if _UNTIL.search(before):
        return None, period.end
    return period.start, period.end
