"""Titles of emulation of persons: the grade of the year, titles in a row, an initiative of the right reach."""

from functools import partial

from .facts import GRADES
from .finding import FAIL, PASS, UNKNOWN, Answer
from .law import Basis
from .rule import Rule
from .years import by_title, count_back, run_words

LEVELS = {"unit": "cấp cơ sở", "ministry_province": "cấp bộ, tỉnh", "national": "toàn quốc"}  # the lowest first


def rules():
    """Of LĐTT and CSTT, CSTĐ cơ sở, CSTĐ bộ/tỉnh, CSTĐ toàn quốc."""
    grade = {"id": "year-grade", "words": "Năm xét xếp loại HTTNV trở lên", "judge": judge_grade}
    yield Rule(bases=(Basis("L2022", "24", "1"),), certainty="A", titles=frozenset({"LDTT-CN"}), **grade)
    yield Rule(bases=(Basis("L2022", "24", "2"),), certainty="B", titles=frozenset({"CSTT-CN"}), **grade)
    base = {"bases": (Basis("L2022", "23"),), "certainty": "A", "titles": frozenset({"CSTDCS-CN"})}
    yield Rule(**grade, **base)
    yield Rule(
        id="merit-of-year",
        words="Năm xét xếp loại HTXSNV, hoặc có sáng kiến được cơ sở công nhận, đề tài được nghiệm thu",
        judge=judge_merit,
        **base,
    )
    province = {"bases": (Basis("L2022", "22"),), "certainty": "A", "titles": frozenset({"CSTDT-CN"})}
    yield Rule("consecutive-titles", "Có 3 lần liên tục CSTĐ cơ sở", judge=judge_three, **province)
    reach = "Có sáng kiến, đề tài hiệu quả, có khả năng nhân rộng trong bộ, tỉnh"
    yield Rule("initiative-reach", reach, judge=partial(judge_reach, "ministry_province"), **province)
    nation = {"bases": (Basis("L2022", "21"),), "certainty": "A", "titles": frozenset({"CSTDTQ-CN"})}
    yield Rule("consecutive-titles", "Có 2 lần liên tục CSTĐ bộ, tỉnh", judge=judge_two, **nation)
    reach = "Có sáng kiến, đề tài có phạm vi ảnh hưởng trong toàn quốc"
    yield Rule("initiative-reach", reach, judge=partial(judge_reach, "national"), **nation)


def judge_grade(case, floor="HTTNV"):
    """The grade of the last year of the achievement."""
    year, grade = case.to_year, case.record.grades.get(case.to_year)
    facts = {"year": year, "grade": grade or ""}
    if not grade:
        leave = " Thời gian nghỉ thai sản theo chế độ được tính." if case.record.is_woman else ""
        return Answer(UNKNOWN, f"Năm {year} chưa ghi xếp loại. Hãy bổ sung vào hồ sơ.{leave}", facts)
    if GRADES.index(grade) < GRADES.index(floor):
        return Answer(FAIL, f"Xếp loại năm {year}: {grade}, dưới {floor}.", facts)
    return Answer(PASS, f"Xếp loại năm {year}: {grade} ✓", facts)


def judge_merit(case):
    """One of several roads to CSTĐ cơ sở; merit in combat is only seen by people."""
    grade = case.record.grades.get(case.to_year)
    if grade == "HTXSNV":
        return Answer(PASS, f"Xếp loại năm {case.to_year}: HTXSNV ✓", {"grade": grade})
    if case.chosen:
        return Answer(PASS, f"Sáng kiến, đề tài: “{case.chosen[0].title}” ✓", {"initiatives": _ids(case.chosen)})
    free = [idea for idea in case.record.ideas if not idea.used_for and idea.year == case.to_year]
    if free:
        return Answer(UNKNOWN, f"Hãy chọn vào đề nghị sáng kiến dùng để xét: “{free[0].title}”.", {"free": _ids(free)})
    facts = {"grade": grade or "", "initiatives": []}
    if not grade or case.unit.kind == "armed_force":
        return Answer(UNKNOWN, f"Chưa có sáng kiến năm {case.to_year} và chưa rõ xếp loại HTXSNV.", facts)
    return Answer(FAIL, f"Xếp loại năm {case.to_year}: {grade}, và chưa có sáng kiến, đề tài dùng để xét.", facts)


def judge_three(case):
    """The third title may be of the year considered or of the one before it."""
    mark = by_title(case, "CSTDCS-CN")
    runs = [count_back(mark, last=last, first=1945, needed=3) for last in (case.to_year, case.to_year - 1)]
    best = max(runs, key=lambda run: (run.certain >= 3, run.possible >= 3, run.certain))
    return Answer(best.verdict(3), f"CSTĐ cơ sở {run_words(best, 3)}", {"years": best.years, "needed": 3})


def judge_two(case):
    """Each of the two rests on three years of CSTĐ cơ sở, so the second follows the first by three years at most."""
    won = sorted({held.to_year for held in case.held("CSTDT-CN") if held.to_year <= case.to_year})
    hoped = [other.to_year for other in case.under_way("CSTDT-CN")]
    facts = {"years": won, "needed": 2}
    if len(won) >= 2 and won[-1] - won[-2] <= 3:
        return Answer(PASS, f"CSTĐ bộ, tỉnh {won[-2]}, {won[-1]}: 2 lần liên tục ✓", facts)
    if won and any(0 < year - won[-1] <= 3 for year in hoped):
        return Answer(UNKNOWN, f"CSTĐ bộ, tỉnh {won[-1]}; lần thứ hai đang được xét.", facts)
    if len(won) >= 2:
        return Answer(FAIL, f"CSTĐ bộ, tỉnh {won[-2]}, {won[-1]}: cách nhau quá 3 năm, không liên tục.", facts)
    return Answer(FAIL, f"Mới có {len(won)}/2 lần CSTĐ bộ, tỉnh.", facts)


def judge_reach(level, case):
    """An initiative of this reach or a wider one is chosen for the nomination."""
    wide = list(LEVELS)[list(LEVELS).index(level) :]
    chosen = [idea for idea in case.chosen if idea.level in wide]
    if chosen:
        return Answer(PASS, f"“{chosen[0].title}” ({LEVELS[chosen[0].level]}) ✓", {"initiatives": _ids(chosen)})
    free = [idea for idea in case.record.ideas if idea.level in wide and not idea.used_for]
    if free:
        return Answer(UNKNOWN, f"Hãy chọn vào đề nghị sáng kiến “{free[0].title}”.", {"free": _ids(free)})
    return Answer(FAIL, f"Chưa có sáng kiến, đề tài {LEVELS[level]} chưa dùng.", {"initiatives": []})


def _ids(ideas):
    return [idea.pk for idea in ideas]
