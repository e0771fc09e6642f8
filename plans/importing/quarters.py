"""Headings that give the tasks below them a quarter or month: QUÝ I, 1. Nhiệm vụ trong Quý II, Tháng 01."""

import re
from dataclasses import dataclass

from .markup import plain

_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(r"\bqu[ýí]\s*(?P<number>IV|III|II|I|0?[1-4])\b", re.IGNORECASE)
_LABEL = r"^(?:(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})?|[A-Ea-e])\s?[.)/-]\s*)?"
_OF = (
    r"(?:(?:các|những)\s+)?(?:(?:công tác|nhiệm vụ|công việc|nội dung|hoạt động|chương trình)\s+)?"
    r"(?:(?:công tác|trọng tâm|chủ yếu|cụ thể)\s+)?(?:(?:thực hiện|triển khai)\s+)?(?:trong\s+|của\s+)?"
)
_YEAR = r"(?:\s*[/-]\s*\d{4}|,?\s*năm\s*\d{4})?"
_QUARTER_ALONE = re.compile(
    rf"{_LABEL}{_OF}qu[ýí]\s*(?:IV|III|II|I|0?[1-4]){_YEAR}(?:\s*\([^()]{{0,60}}\))?\s*[:.]?$", re.IGNORECASE
)
_MONTH_ALONE = re.compile(
    rf"{_LABEL}{_OF}(?P<month>tháng\s*(?P<first>0?[1-9]|1[0-2])(?!\d)"
    rf"(?:\s*(?:-|–|,|và|đến|&|\+)\s*(?:tháng\s*)?(?P<last>0?[1-9]|1[0-2])(?!\d)){{0,11}}{_YEAR})\s*[:.]?$",
    re.IGNORECASE,
)
HEADING_LENGTH = 120


@dataclass(frozen=True)
class TimeHeading:
    """A heading of tasks: its quarter, the wording with {quarter} for the number, and the month if it names one.

    Months of two quarters ("Tháng 3-4") have no quarter.
    """

    quarter: int | None
    template: str
    month: str = ""


def time_heading(text, *, titled=False):
    """The heading a text is, or None. `titled` texts may say more than the bare quarter."""
    text = plain(text)
    if len(text) > HEADING_LENGTH:
        return None
    month = _MONTH_ALONE.match(text)
    if month:
        return _month_heading(month)
    found = _QUARTER.findall(text)
    if len(found) == 1 and (titled or _QUARTER_ALONE.match(text)):
        return _quarter_heading(text)
    return None


def _month_heading(found):
    first, last = int(found.group("first")), int(found.group("last") or found.group("first"))
    quarters = {(first + 2) // 3, (last + 2) // 3}
    return TimeHeading(quarters.pop() if len(quarters) == 1 else None, "QUÝ {quarter}", found.group("month"))


def _quarter_heading(text):
    text = re.sub(_LABEL, "", text, flags=re.IGNORECASE)
    found = _QUARTER.search(text)
    template = text[: found.start("number")] + "{quarter}" + text[found.end("number") :]
    return TimeHeading(quarter_number(found.group("number")), template.rstrip(":. "))


def quarter_number(word):
    """1 to 4 from "I" or "1"."""
    return _NUMBERS[word.lower().lstrip("0")]
