"""The ladder of công trạng: which award before, how many years in a row, which titles and flags inside them.

Each step is a row of `STEPS`; the rules are made from it. BK bộ/tỉnh of persons has its initiatives in initiatives.py.
"""

from dataclasses import dataclass
from functools import partial

from .finding import FAIL, NOTE, PASS, UNKNOWN, Answer
from .law import Basis
from .rule import Rule
from .years import by_grade, by_title, count_back, either, listed, run_words

EARLIEST = 1945
GOOD_GRADE, TOP_GRADE = "HTTNV", "HTXSNV"
NAMES = {
    "CSTDCS-CN": "CSTĐ cơ sở",
    "CSTDT-CN": "CSTĐ bộ, tỉnh",
    "CTDT-TT": "Cờ thi đua bộ, tỉnh",
    "CTDCP-TT": "Cờ thi đua của Chính phủ",
    "BKT-CN": "Bằng khen bộ, tỉnh",
    "BKT-TT": "Bằng khen bộ, tỉnh",
    "BKTTG-CN": "Bằng khen của Thủ tướng Chính phủ",
    "BKTTG-TT": "Bằng khen của Thủ tướng Chính phủ",
    "HCLD3-CN": "Huân chương Lao động hạng Ba",
    "HCLD2-CN": "Huân chương Lao động hạng Nhì",
    "HCLD1-CN": "Huân chương Lao động hạng Nhất",
    "HCLD3-TT": "Huân chương Lao động hạng Ba",
    "HCLD2-TT": "Huân chương Lao động hạng Nhì",
    "HCLD1-TT": "Huân chương Lao động hạng Nhất",
    "HCDL3-CN": "Huân chương Độc lập hạng Ba",
    "HCDL2-CN": "Huân chương Độc lập hạng Nhì",
    "HCDL3-TT": "Huân chương Độc lập hạng Ba",
    "HCDL2-TT": "Huân chương Độc lập hạng Nhì",
    "HCDL1-TT": "Huân chương Độc lập hạng Nhất",
    "HCQC1-TT": "Huân chương Quân công hạng Nhất",
    "HCHCM-TT": "Huân chương Hồ Chí Minh",
}


@dataclass(frozen=True)
class Step:
    """`years`: in a row after the award before; `excellent`: of them HTXSNV; `counts`: alternatives, each a dict of
    how many of which titles inside; `doubted`: alternatives that are not sure; `special`: what only people can judge.
    """

    title: str
    article: str
    certainty: str
    clause: str = ""
    point: str = ""
    before: tuple[str, ...] = ()
    years: int = 0
    excellent: int = 0
    counts: tuple[dict, ...] = ()
    doubted: tuple[dict, ...] = ()
    special: str = ""

    @property
    def basis(self):
        return Basis("L2022", self.article, self.clause, self.point)

    @property
    def is_collective(self):
        return self.title.endswith("-TT")


_FLAGS = ({"CTDCP-TT": 1}, {"CTDT-TT": 2}, {"CTDT-TT": 1, "BKT-TT": 1})
_GREAT = "lập được thành tích đặc biệt xuất sắc"
STEPS = (
    Step("BKT-TT", "74", "B", years=2),
    Step("BKTTG-CN", "73", "A", "1", "b", before=("BKT-CN",), years=5, counts=({"CSTDCS-CN": 3},)),
    Step("BKTTG-TT", "73", "B", before=("BKT-TT",), years=5, counts=({"CTDT-TT": 1},), doubted=({"BKT-TT": 2},)),
    Step("HCLD3-CN", "44", "A", "1", "e", before=("BKTTG-CN",), years=5, excellent=1, counts=({"CSTDCS-CN": 3},)),
    Step("HCLD2-CN", "43", "A", "1", before=("HCLD3-CN",), years=5, excellent=2, counts=({"CSTDT-CN": 1},)),
    Step("HCLD1-CN", "42", "D", "1", before=("HCLD2-CN",), years=5, excellent=3, counts=({"CSTDT-CN": 1},)),
    Step("HCDL3-CN", "38", "D", before=("HCLD1-CN",), special="thành tích có phạm vi ảnh hưởng trong toàn quốc"),
    Step("HCDL2-CN", "37", "D", before=("HCDL3-CN",), special="thành tích có phạm vi ảnh hưởng trong toàn quốc"),
    Step("HCDL1-CN", "36", "D", before=("HCDL2-CN",), special="thành tích có phạm vi ảnh hưởng trong toàn quốc"),
    Step("HCLD3-TT", "44", "B", before=("BKTTG-TT",), years=5, counts=_FLAGS),
    Step(
        "HCLD2-TT",
        "43",
        "B",
        before=("HCLD3-TT",),
        years=5,
        counts=({"CTDCP-TT": 1, "CTDT-TT": 1}, {"CTDT-TT": 3}),
    ),
    Step("HCLD1-TT", "42", "D", before=("HCLD2-TT",), years=5, special="số cờ thi đua (chưa tra được số lượng)"),
    Step("HCDL3-TT", "38", "D", before=("HCLD1-TT",), years=5, special="số năm, số cờ thi đua (chưa tra được)"),
    Step("HCDL2-TT", "37", "D", before=("HCDL3-TT",), years=5, special="số năm (chưa tra được)"),
    Step("HCDL1-TT", "36", "D", before=("HCDL2-TT",), years=5, special="số năm (chưa tra được)"),
    Step("HCHCM-TT", "35", "A", "2", before=("HCDL1-TT", "HCQC1-TT"), years=10, special=_GREAT),
    Step("HCSV-TT", "34", "A", "3", before=("HCHCM-TT",), years=25, special=_GREAT),
)


def rules():
    """Up to five rules a step."""
    for step in STEPS:
        make = partial(Rule, bases=(step.basis,), certainty=step.certainty, titles=frozenset({step.title}))
        if step.before:
            names = " hoặc ".join(NAMES[code] for code in step.before)
            words = f"Đã được tặng {names} theo công trạng"
            yield make(id="prior-award", words=words, judge=partial(judge_before, step))
        if step.years:
            yield make(id="consecutive-years", words=_years_words(step), judge=partial(judge_years, step))
        if step.excellent:
            words = f"Trong thời gian đó có từ {step.excellent} năm xếp loại {TOP_GRADE}"
            yield make(id="excellent-years", words=words, judge=partial(judge_excellent, step))
        if step.counts:
            words = f"Trong thời gian đó có {_alternatives(step.counts)}"
            yield make(id="titles-in-window", words=words, judge=partial(judge_counts, step))
        if step.special:
            yield make(id="special", words=f"Hội đồng xem xét: {step.special}", judge=partial(judge_special, step))


def window(case, before):
    """The first year that counts: after the last award before, and after the same award if it is held already."""
    marks = [held.to_year for held in case.held(*before, case.code)]
    return max(marks) + 1 if marks else EARLIEST


def judge_before(step, case):
    if not case.is_work:
        return None
    names = " hoặc ".join(NAMES[code] for code in step.before)
    found = case.held(*step.before)
    if found:
        last = max(found, key=lambda held: held.to_year)
        return Answer(PASS, f"Đã có {last.words} ✓", {"held": last.words, "year": last.to_year})
    passed = [held.words for held in case.awards if held.code in step.before]
    aside = f" Không tính khen thưởng đột xuất, chuyên đề: {'; '.join(passed)}." if passed else ""
    if case.under_way(*step.before):
        return Answer(UNKNOWN, f"{names} đang được xét.{aside}", {"under_way": True})
    return Answer(FAIL, f"Hồ sơ chưa ghi {names} theo công trạng.{aside}", {"not_counted": passed})


def judge_years(step, case):
    if not case.is_work:
        return None
    first = window(case, step.before)
    run = count_back(_mark(step, case), last=case.to_year, first=first, needed=step.years)
    verdict, since = run.verdict(step.years), ""
    if first > EARLIEST:
        since = f" Tính từ năm {first}, sau lần khen trước."
    if verdict == FAIL and _enough_from_earlier(step, case):
        verdict, since = UNKNOWN, f"{since} Tính từ lần khen sớm hơn thì đủ; hãy đối chiếu văn bản."
    words = run_words(run, step.years, woman=case.record.is_woman)
    lead = f"{_standard(step)} trở lên" if not step.is_collective else _standard(step)
    return Answer(verdict, f"{lead} {words}{since}", {"years": run.years, "first": first, "needed": step.years})


def judge_excellent(step, case):
    if not case.is_work:
        return None
    years = range(max(window(case, step.before), min(case.record.grades, default=EARLIEST)), case.to_year + 1)
    found = [year for year in years if case.record.grades.get(year) == TOP_GRADE]
    last_ones = range(max(window(case, step.before), case.to_year - step.years + 1), case.to_year + 1)
    unknown = [year for year in last_ones if year not in case.record.grades]
    verdict = _verdict(len(found), len(found) + len(unknown), step.excellent)
    mark = " ✓" if verdict == PASS else "."
    words = f"{TOP_GRADE} {listed(found) or 'chưa có năm nào'}: {len(found)}/{step.excellent} năm{mark}"
    return Answer(verdict, words, {"years": found, "needed": step.excellent})


def judge_counts(step, case):
    if not case.is_work:
        return None
    codes = dict.fromkeys(code for choice in (*step.counts, *step.doubted) for code in choice)
    have = {code: _years_held(case, code, _first(step, case, code)) for code in codes}
    hoped = {code: _years_hoped(case, code, _first(step, case, code)) - have[code] for code in codes}
    earlier = {code: have[code] | hoped[code] | _years_held(case, code, _earliest(step, case)) for code in codes}
    if any(_reached(choice, have) for choice in step.counts):
        verdict = PASS
    elif any(_reached(choice, earlier) for choice in (*step.counts, *step.doubted)):
        verdict = UNKNOWN
    else:
        verdict = FAIL
    words = "; ".join(f"{NAMES[code]}: {listed(sorted(years)) or 'chưa có'}" for code, years in have.items())
    hopes = "; ".join(f"{NAMES[code]} {listed(sorted(years))} đang được xét" for code, years in hoped.items() if years)
    tail = " ✓" if verdict == PASS else f". Cần {_alternatives(step.counts)}{f'; {hopes}' if hopes else ''}."
    facts = {code: sorted(years) for code, years in have.items()}
    return Answer(verdict, f"{words}{tail}{_doubt(step, have)}", facts)


def judge_special(step, case):
    return Answer(NOTE, f"Hội đồng xem xét: {step.special}.") if case.is_work else None


def _doubt(step, have):
    if not any(_reached(choice, have) for choice in step.doubted):
        return ""
    return f" Có {_alternatives(step.doubted)}: chưa đối chiếu được là thay thế."


def _reached(choice, have):
    return all(len(have[code]) >= needed for code, needed in choice.items())


def _years_held(case, code, first):
    return {held.to_year for held in case.held(code) if first <= held.to_year <= case.to_year}


def _years_hoped(case, code, first):
    return {other.to_year for other in case.under_way(code) if first <= other.to_year <= case.to_year}


def _verdict(certain, possible, needed):
    return PASS if certain >= needed else UNKNOWN if possible >= needed else FAIL


def _mark(step, case):
    if step.is_collective:
        return either(by_grade(case.record, TOP_GRADE), by_title(case, "TTLDXS-TT"))
    return by_grade(case.record, GOOD_GRADE)


def _enough_from_earlier(step, case):
    """Several awards before: the years suffice after the first of them, not after the last."""
    first = _earliest(step, case)
    if first == window(case, step.before):
        return False
    run = count_back(_mark(step, case), last=case.to_year, first=first, needed=step.years)
    return run.verdict(step.years) == PASS


def _first(step, case, code):
    """What counts as the award before may be counted itself, since the last award of this title."""
    return window(case, () if code in step.before else step.before)


def _earliest(step, case):
    """After the first of several awards before, since the last award of this title."""
    own = max((held.to_year for held in case.held(case.code)), default=EARLIEST)
    return min((held.to_year + 1 for held in case.held(*step.before) if held.to_year >= own), default=own + 1)


def _standard(step):
    return f"{TOP_GRADE} hoặc Tập thể lao động xuất sắc" if step.is_collective else GOOD_GRADE


def _years_words(step):
    after = "Sau lần khen đó có" if step.before else "Có"
    grade = _standard(step) if step.is_collective else f"{GOOD_GRADE} trở lên"
    return f"{after} từ {step.years} năm liên tục {grade}, tính đến năm đề nghị"


def _alternatives(choices):
    return " hoặc ".join(" và ".join(f"{n} {NAMES[code]}" for code, n in choice.items()) for choice in choices)
