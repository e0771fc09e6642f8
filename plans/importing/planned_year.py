"""The year a plan is for: from its subject, else from the sentence that issues it, else from its text or its date.

A school year is told by its first year; a period ("giai đoạn 2021 - 2025") is no year of a plan.
"""

import re
from collections import Counter

from .markup import plain

_OF_YEAR = re.compile(  # "5 năm 2021 - 2025" is a period, "năm học 2024 - 2025" one year
    r"năm(?:\s+học\s*:?\s*(?=20)|\s*:?\s*(?!20\d\d\s*[-–]\s*20\d\d))(20\d\d)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d/])(20\d\d)(?!\d)")
_CITED = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|/\d{4}/"
    r"|(?:giai đoạn|nhiệm kỳ|thời kỳ|từ năm)\s+\d{4}\s*(?:[-–]|đến(?:\s+năm)?)\s*\d{4}",
    re.IGNORECASE,
)
_ISSUING = re.compile(
    r"(?:ban hành|xây dựng|triển khai|thực hiện|đề ra|lập)\s.{0,40}?(?:kế hoạch|chương trình)", re.IGNORECASE
)
_PERIOD = re.compile(r"(20\d\d)\s*(?:[-–]|đến(?:\s+năm)?)\s*(20\d\d)")
_EARLIER = re.compile(r"(?:tổng kết|kết quả|đánh giá|thành tích)[^;.\d]{0,80}$", re.IGNORECASE)


def planned_year(draft, texts):
    """The year, or None where nothing tells. `texts` are the paragraphs of the body in order."""
    named = _years(draft.subject)
    if named:
        return named[0]
    opening = [text for text in texts[:12] if _ISSUING.search(text[-400:])]
    for text in opening:
        found = _ISSUING.search(text[-400:])
        named = _years(text[-400:][found.start() :])
        if named:
            return named[0]
    if draft.signed_year and _in_period(draft.signed_year, draft.subject):
        return draft.signed_year
    counted = Counter(int(year) for text in texts for year in _OF_YEAR.findall(_CITED.sub(" ", plain(text))))
    if counted:
        return counted.most_common(1)[0][0]
    return draft.signed_year or _first_of_period(draft.subject)


def _years(text):
    """The years a title names, those looked back on ("tổng kết năm 2023, nhiệm vụ năm 2024") last."""
    text = _CITED.sub(" ", text)
    found = [*_OF_YEAR.finditer(text)] or [*_YEAR.finditer(_PERIOD.sub(r"\1", text))]
    ahead = [int(match.group(1)) for match in found if not _EARLIER.search(text[: match.start()])]
    return ahead or [int(match.group(1)) for match in found]


def _in_period(year, subject):
    found = _PERIOD.search(subject)
    return bool(found) and int(found.group(1)) <= year <= int(found.group(2))


def _first_of_period(subject):
    found = _PERIOD.search(subject)
    return int(found.group(1)) if found else None
