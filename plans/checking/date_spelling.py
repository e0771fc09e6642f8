"""Leading zeros of days and months: days below 10 and the months 1 and 2 have one, the months 3 to 9 have none.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4, as offices also write dates inside a text.
"""

import re

from .finding import Spot

LAW = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4"
REASON = "Ngày dưới 10 và tháng 01, 02 có số 0 đứng trước; tháng 3 đến tháng 9 không có."
_HOLIDAYS = "1/5|2/9|3/2|8/3|03/02|30/04|19/05|07/05|11/06|27/07|19/08|02/09"
_COUNTED = r"(?<!thứ )(?<!hạng )(?<!xếp )(?<!tỷ lệ )(?<!đạt )(?<!có )"  # "xếp thứ 2/9"
_DATE = re.compile(r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)(?![\d/])")
_DAY = re.compile(
    r"(?:\bngày |\bđến |\btừ ngày )(?P<a>\d{1,2}/\d{1,2})(?![\d/])"
    rf"|{_COUNTED}(?<![\d/])(?P<b>{_HOLIDAYS})(?![\d/%]| (?:số|tổng|ha)\b)"
)
_OFTEN = r"(?<![Mm]ỗi )(?<![Hh]ằng )(?<![Hh]àng )"  # "mỗi tháng 2 tin, bài"
_MONTH = re.compile(rf"{_OFTEN}\b[Tt]háng (?P<m>0[3-9]|[12])(?![\d,.]|\s?[-–]\s?\d| (?:một|lần|kỳ|đầu|cuối))")
_MONTH_OF_YEAR = re.compile(r"(?<![\d/])(?P<m>0[3-9]|[12])/(?P<y>20\d\d)(?![\d/])")
_DAY_WORDS = re.compile(r"\bngày (?P<d>[1-9])(?= tháng \d)")


def padding(passage, facts):
    """Dates in the text that do not follow the rule; numbers that only look like dates are left alone."""
    text = passage.text
    if "/" in text:
        yield from _numeric(text)
    if "háng " in text:
        for found in _MONTH.finditer(text):
            yield _spot(found.start(), found[0], found[0].replace(found["m"], _month(found["m"])))
        for found in _DAY_WORDS.finditer(text):
            yield _spot(found.start(), found[0], f"ngày {_day(found['d'])}")


def _numeric(text):
    for found in _DATE.finditer(text):
        yield from _if_wrong(found.start(), found[0], found["d"], found["m"], "/" + found["y"])
    for found in _DAY.finditer(text):
        group = "a" if found["a"] else "b"
        yield from _if_wrong(found.start(group), found[group], *found[group].split("/"))
    for found in _MONTH_OF_YEAR.finditer(text):
        if text[: found.start()].lower().endswith(("tháng ", "đến ", "- ", "từ ")):
            yield _spot(found.start(), found[0], f"{_month(found['m'])}/{found['y']}")


def _if_wrong(start, words, day, month, year=""):
    right = f"{_day(day)}/{_month(month)}{year}"
    if words != right and 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
        yield _spot(start, words, right)


def _day(digits):
    return digits.zfill(2)


def _month(digits):
    return f"{int(digits):02d}" if int(digits) < 3 else str(int(digits))


def _spot(start, words, right):
    return Spot(start, start + len(words), REASON, right, law=LAW)
