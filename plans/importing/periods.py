"""The single periods a deadline is made of: a day, a month, a quarter, parts of them, lists and short ranges."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

_YEAR = r"(?:\s*(?:/|-|,?\s?năm)\s*(?P<year>20\d\d))?"
_DAY_RANGE = re.compile(
    r"(?:ngày\s*)?(?<![\d/])(?<!tháng )(?<!tuần )(?P<from>\d{1,2})\s*(?:-|–|đến(?: hết)?(?: ngày)?)\s*(?P<to>\d{1,2})"
    r"(?:\s?/\s?|\s+tháng\s+)(?P<month>\d{1,2})(?!\d)" + _YEAR
)
_DAY = re.compile(
    r"(?:ngày\s*)?(?<![\d/])(?<!tuần )(?<!tuần \d-)(?<!tuần \d, )(?<!tuần \d và )"
    r"(?P<day>\d{1,2})(?:\s?[/.]\s?|\s+tháng\s+"
    r"|-(?=\d{1,2}-20\d\d))(?P<month>\d{1,2})(?!\d)"
    r"(?:\s*(?:[/.-]|,?\s?năm)\s*(?P<year>(?:19|20)\d\d))?"
)
_MONTH = re.compile(
    r"(?P<part>nửa đầu|nửa cuối|đầu|giữa|cuối|hết"
    r"|tuần\s+(?:lễ\s+)?(?:thứ\s+)?(?:\d(?:\s?(?:-|,|và)\s?\d)?|nhất|hai|ba|tư|đầu|cuối)(?:\s+của|,|\s+trong)?)?"
    r"\s*tháng\s*(?P<first>\d{1,2})(?!\d)"
)
_MONTH_OF_YEAR = re.compile(r"(?<![\d/])(?P<first>\d{1,2})\s?/\s?(?P<year>20\d\d)")
_QUARTER = re.compile(r"(?P<part>đầu|giữa|cuối)?\s*quý\s*(?P<first>iv|iii|ii|i|0?[1-4])(?!\w)")
# Further numbers of a list or range: "tháng 4-5", "quý I, II và III"; a day and month ("3, 15/4") is none.
_NEXT_MONTH = re.compile(
    r"\s*(?:-|–|,|và|đến|&|\+)\s*(?:tháng\s*)?(?P<next>\d{1,2})(?!\d|\s*[/.]\s*\d{1,2}(?!\d))(?!\s+tháng)"
)
_NEXT_QUARTER = re.compile(r"\s*(?:-|–|,|và|đến|&|\+)\s*(?:quý\s*)?(?P<next>iv|iii|ii|i|[1-4])(?!\w)")
_YEAR_AFTER = re.compile(_YEAR)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WEEKS = {"nhất": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4}


class Kind(IntEnum):
    DAY = 1
    MONTH = 2
    QUARTER = 3


@dataclass(frozen=True)
class Period:
    """First and last day, and where in the text it stands."""

    kind: Kind
    start: date
    end: date
    at: int
    until: int
    has_year: bool = False


def months(year, first, last):
    """First day of a month to the last day of another of the same year."""
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def find_periods(words, *, year):
    """The periods named in lower-case words, in order. One without a year takes that of the one after it, or `year`.

    A date that does not exist (30/02) is no period; a text with more than twenty is no deadline and gives none.
    """
    found = []
    for pattern, build in _READERS:
        for match in pattern.finditer(words):
            if not any(match.start() < period.until and period.at < match.end() for period in found):
                found += _built(build, match, words, year)
        if len(found) > 20:
            return []
    return _with_years(sorted(found, key=lambda period: period.at))


def _built(build, match, words, year):
    """The period of one match as a list, empty where its numbers are no date."""
    try:
        return [build(match, words, year)]
    except (ValueError, KeyError):
        return []


def _day_range(match, _, year):
    named = match.group("year")
    year, month = int(named or year), int(match.group("month"))
    start, end = date(year, month, int(match.group("from"))), date(year, month, int(match.group("to")))
    return _period(Kind.MONTH, start, end, match, match.end(), named)


def _day(match, _, year):
    named = match.group("year")
    day = date(int(named or year), int(match.group("month")), int(match.group("day")))
    return _period(Kind.DAY, day, day, match, match.end(), named)


def _month_of_year(match, _, year):
    month = int(match.group("first"))
    return _period(Kind.MONTH, *months(int(match.group("year")), month, month), match, match.end(), True)


def _month(match, words, year):
    last, until, named = _list_after(match, words, _NEXT_MONTH)
    start, end = _part_of_month(
        match.group("part") or "", *months(int(named or year), int(match.group("first")), int(last))
    )
    return _period(Kind.MONTH, start, end, match, until, named)


def _quarter(match, words, year):
    last, until, named = _list_after(match, words, _NEXT_QUARTER)
    first, last = _number(match.group("first")), _number(last)
    single = {"đầu": 3 * first - 2, "giữa": 3 * first - 1, "cuối": 3 * first}.get(match.group("part"))
    start, end = months(int(named or year), single or 3 * first - 2, single or 3 * last)
    return _period(Kind.QUARTER, start, end, match, until, named)


def _period(kind, start, end, match, until, named):
    if start > end:
        raise ValueError
    return Period(kind, start, end, match.start(), until, bool(named))


def _list_after(match, words, following):
    """The last number of the list a match begins, where that list ends, and the year printed after it."""
    last, until = match.group("first"), match.end()
    while (found := following.match(words, until)) and _number(found.group("next")) > _number(last):
        last, until = found.group("next"), found.end()
    year = _YEAR_AFTER.match(words, until)
    return last, year.end(), year.group("year")


def _part_of_month(part, start, end):
    """ "đầu" is the 1st to the 10th, "giữa" to the 20th, "cuối" from the 21st; weeks are counted from the 1st."""
    if part == "đầu":
        return start, start.replace(day=10)
    if part == "giữa":
        return start.replace(day=11), start.replace(day=20)
    if part == "cuối":
        return end.replace(day=21), end
    if part == "nửa đầu":
        return start, start.replace(day=15)
    if part == "nửa cuối":
        return end.replace(day=16), end
    if part.startswith("tuần"):
        return _week(part, start, end)
    return start, end


def _week(part, start, end):
    words = re.findall(r"\d|nhất|đầu|hai|ba|tư|cuối", part)
    if words[-1] == "cuối":
        return end - timedelta(days=6), end
    first, last = _number_of_week(words[0]), _number_of_week(words[-1])
    return start.replace(day=7 * first - 6), start.replace(day=7 * last) if last < 4 else end


def _number_of_week(word):
    return int(word) if word.isdigit() else _WEEKS[word]


def _number(word):
    return _ROMAN.get(word) or int(word)


_READERS = (
    (_DAY_RANGE, _day_range),
    (_DAY, _day),
    (_MONTH, _month),
    (_QUARTER, _quarter),
    (_MONTH_OF_YEAR, _month_of_year),
)


def _with_years(periods):
    """The year printed last counts for what stands before it, as in "từ 01/3 đến 15/4/2025".

    What would then begin after its end lies in the year before: "từ tháng 12 đến tháng 02/2025".
    """
    settled = []
    for period in reversed(periods):
        after = settled[0] if settled else None
        if after and after.has_year and not period.has_year:
            period = _in_year(period, after.end.year)
            if period.start > after.end:
                period = _in_year(period, after.end.year - 1)
            period = replace(period, has_year=True)
        settled.insert(0, period)
    return settled


def _in_year(period, year):
    """The same days and months in another year; the end of February stays its end."""
    last_of_february = (period.end.month, period.end.day) in ((2, 28), (2, 29)) and period.kind != Kind.DAY
    end = months(year, 2, 2)[1] if last_of_february else _moved(period.end, year)
    return replace(period, start=_moved(period.start, year), end=end)


def _moved(day, year):
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
