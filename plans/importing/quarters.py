"""Headings that give the tasks below them a quarter or month: QUÝ I, 1. Nhiệm vụ trong Quý II, Tháng 01."""

import re
from dataclasses import dataclass

from .markup import plain

_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_QUARTER = re.compile(r"\bqu[ýí]\s*(?P<number>IV|III|II|I|0?[1-4])\b", re.IGNORECASE)
_QUARTER_ALONE = re.compile(
    r"^(?:[IVX\d]{1,4}\s?[.)/-]\s*)?(?:trong\s+)?qu[ýí]\s*(?:IV|III|II|I|0?[1-4])"
    r"(?:\s*[/-]\s*\d{4}|,?\s*năm\s*\d{4}|\s*\([^()]{0,60}\))?\s*[:.]?$",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(
    r"^(?:[IVX\d]{1,4}\s?[.)/-]\s*)?(?:trong\s+)?tháng\s*(?P<month>0?[1-9]|1[0-2])"
    r"(?:\s*[/-]\s*\d{4}|\s*năm\s*\d{4})?\s*[:.]?$",
    re.IGNORECASE,
)
HEADING_LENGTH = 120


@dataclass(frozen=True)
class TimeHeading:
    """A heading of tasks: its quarter, the wording with {quarter} for the number, and the month if it names one."""

    quarter: int
    template: str
    month: str = ""


def time_heading(text, *, titled=False):
    """The heading a text is, or None. `titled` texts may say more than the bare quarter."""
    text = plain(text)
    if len(text) > HEADING_LENGTH:
        return None
    month = _MONTH_ALONE.match(text)
    if month:
        return TimeHeading((int(month.group("month")) + 2) // 3, "QUÝ {quarter}", text.rstrip(":. "))
    found = _QUARTER.findall(text)
    if len(found) == 1 and (titled or _QUARTER_ALONE.match(text)):
        return _quarter_heading(text)
    return None


def _quarter_heading(text):
    found = _QUARTER.search(text)
    template = text[: found.start("number")] + "{quarter}" + text[found.end("number") :]
    return TimeHeading(quarter_number(found.group("number")), template.rstrip(":. "))


def quarter_number(word):
    """1 to 4 from "I" or "1"."""
    return _NUMBERS[word.lower().lstrip("0")]
