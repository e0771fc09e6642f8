"""Years in a row, counted backwards from the last, with what breaks them explained."""

from dataclasses import dataclass
from datetime import date

from .facts import GRADES
from .finding import FAIL, PASS, UNKNOWN

GOOD, BAD, MISSING = "good", "bad", "missing"


@dataclass(frozen=True)
class Mark:
    """How one year counts, and why not."""

    state: str
    why: str = ""


@dataclass(frozen=True)
class Run:
    """`certain`: good years in a row up to the last; `possible`: as many if what is missing turns out good."""

    last: int
    certain: int
    possible: int
    missing: tuple[str, ...]  # why each is not known yet
    gap: str  # why it ends there

    def verdict(self, needed):
        if self.certain >= needed:
            return PASS
        return UNKNOWN if self.possible >= needed else FAIL

    @property
    def years(self):
        return list(range(self.last - self.certain + 1, self.last + 1))


def count_back(mark, *, last, first, needed):
    """Count from `last` down to `first` at most; `mark(year)` says how a year counts. Stops when nothing can change."""
    certain, reached, missing, gap = 0, 0, [], ""
    for year in range(last, first - 1, -1):
        found = mark(year)
        if found.state == BAD:
            gap = found.why
            break
        if found.state == MISSING:
            if certain >= needed:
                break
            missing.append(found.why)
        reached += 1
        certain += not missing
        if missing and reached >= needed:
            break
    return Run(last, certain, reached, tuple(reversed(missing)), gap)


def by_grade(record, floor):
    """A year is good if graded at least so and free of discipline."""

    def mark(year):
        broken = _disciplined(record, year)
        if broken:
            return broken
        grade = record.grades.get(year)
        if not grade:
            return Mark(MISSING, f"năm {year} chưa ghi xếp loại")
        if GRADES.index(grade) < GRADES.index(floor):
            return Mark(BAD, f"năm {year} xếp loại {grade}, dưới {floor}")
        return Mark(GOOD)

    return mark


def by_title(case, *codes):
    """A year is good if one of the titles is held for it; one that is being considered may become good."""
    held = {year for held in case.held(*codes) for year in held.years}
    hoped = {year for other in case.under_way(*codes) for year in range(other.from_year, other.to_year + 1)}

    def mark(year):
        if year in held:
            return Mark(GOOD)
        if year in hoped:
            return Mark(MISSING, f"năm {year} đang được xét")
        return Mark(BAD, f"năm {year} chưa có danh hiệu")

    return mark


def either(first, second):
    """A year is good if one of two says so, bad if both do."""

    def mark(year):
        marks = first(year), second(year)
        for state in (GOOD, MISSING):
            for found in marks:
                if found.state == state:
                    return found
        return Mark(BAD, "; ".join(found.why for found in marks))

    return mark


def listed(years):
    """ "2022, 2023, 2024"."""
    return ", ".join(map(str, years))


def run_words(run, needed, *, woman=False):
    """ "2022, 2023, 2024: 3 năm liên tục ✓", or how many there are and what is in the way."""
    if run.verdict(needed) == PASS:
        return f"{listed(run.years)}: {run.certain} năm liên tục ✓"
    have = (
        f"{listed(run.years)}: mới {run.certain}/{needed} năm liên tục" if run.certain else f"0/{needed} năm liên tục"
    )
    if run.verdict(needed) == UNKNOWN:
        leave = " Thời gian nghỉ thai sản theo chế độ được tính." if woman else ""
        return f"{have}; {'; '.join(run.missing)}. Hãy bổ sung vào hồ sơ.{leave}"
    return f"{have}{f'; {run.gap}' if run.gap else ''}."


def _disciplined(record, year):
    for episode in record.discipline:
        if episode.span.touches(date(year, 1, 1), date(year, 12, 31)):
            return Mark(BAD, f"năm {year} có thời gian bị kỷ luật")  # which one, another rule says
    return None
