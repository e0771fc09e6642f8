"""Year words that do not fit the year of the plan. A plan looks at its own year, the one before and the one after."""

import re

from .finding import HEAD, Finding, Place, Spot
from .passages import is_body_text

_YEAR = re.compile(r"\bnăm (?P<year>(?:19|20)\d\d)\b(?!\s?[-–/]\s?\d)")
# Words before a year that make it part of a longer time, a quoted law, a comparison or a memory.
_WIDER = re.compile(
    r"(?:\b(?:từ|đến|tới|hết|sau|trước|với|các|những|của|và|kỳ|vào|học) "
    r"|\b(?:giai đoạn|nhiệm kỳ|tầm nhìn|định hướng|mục tiêu|khóa|so với|Luật|Nghị quyết|Nghị định|Thông tư|Quyết định"
    r"|Chỉ thị|Hiến pháp|Đề án|Đại hội|thành lập|sinh)\b[^.;]{0,60}"
    r"|tháng \d{1,2} |[-–,] ?|số \S+[^.;]{0,250}|kỷ niệm[^.;]{0,120})$"
)
_FAR = 300  # letters back to where words may still belong to a year
# The last half and quarter of a year are told of in the next.
_HALF = re.compile(r"(?:6 tháng đầu|(?:quý|Quý|QUÝ) (?:I{1,3}|[1-3])) năm (?P<year>20\d\d)\b")
_COMPARED = re.compile(r"(?:so với|cùng kỳ|kết quả|hơn|bằng)[^.;]{0,40}$")


def years_that_do_not_fit(passage, facts):
    """ "năm 2018" in a plan of 2020; "6 tháng đầu năm 2023" in one of 2024."""
    if facts.year is None or not is_body_text(passage) or "năm 20" not in passage.text:
        return
    text, halves = passage.text, set()
    for found in _HALF.finditer(text):
        halves.add(found.start("year"))
        if _misses_half(int(found["year"]), text[max(0, found.start() - _FAR) : found.start()], facts):
            yield _spot(found, facts.year, f"Kỳ báo cáo ghi năm {found['year']}, kế hoạch là của năm {facts.year}.")
    for found in _YEAR.finditer(text):
        year = int(found["year"])
        far = year < facts.year - 1 or year > facts.year + 1
        if far and abs(year - facts.year) <= 5 and found.start("year") not in halves and _stands_alone(text, found):
            instead = facts.year - 1 if year == facts.year - 2 else None
            yield _spot(found, instead, f"Kế hoạch năm {facts.year} mà ghi năm {year}; hãy xem lại năm.")


def _misses_half(year, before, facts):
    return year == facts.year - 1 and not _COMPARED.search(before)


def _spot(found, instead, reason):
    start = found.start("year") - len("năm ")
    return Spot(start, found.end("year"), reason, f"năm {instead}" if instead else None)


def _stands_alone(text, found):
    """Not part of a longer time, of a cited document or of a title in quotation marks or brackets."""
    at = found.start()
    quoted = text.count("“", 0, at) > text.count("”", 0, at) or text.count("(", 0, at) > text.count(")", 0, at)
    return not quoted and not _WIDER.search(text[max(0, at - _FAR) : at])


def subject_year(draft, facts):
    """The subject names years, but not that of the plan."""
    named = [int(year) for year in re.findall(r"\b20\d\d\b", draft.subject)]
    spans = len(named) > 1 and facts.year and min(named) <= facts.year <= max(named)
    if facts.year and named and facts.year not in named and not spans:
        words, instead = str(named[-1]), str(facts.year)
        yield Finding(
            Place(HEAD),
            f"Trích yếu ghi năm {words}, kế hoạch là của năm {facts.year}.",
            words=(words,),
            instead=(instead,),
            field="subject",
            text=draft.subject,
            mended=instead.join(draft.subject.rsplit(words, 1)),
        )
