"""Initiatives: two for the bằng khen of a bộ or tỉnh with its two years, and each is used once (CV 5007)."""

from functools import partial

from .finding import FAIL, PASS, UNKNOWN, Answer
from .ladder import TOP_GRADE, window
from .law import Basis
from .rule import Rule
from .years import by_grade, by_title, count_back, listed, run_words

YEARS, IDEAS = 2, 2


def rules():
    make = partial(Rule, bases=(Basis("L2022", "74", "1", "d"),), certainty="A", titles=frozenset({"BKT-CN"}))
    words = "Có 2 năm liên tục CSTĐ cơ sở hoặc từ 2 năm liên tục HTXSNV, tính từ sau lần khen trước"
    yield make(id="consecutive-years", words=words, judge=judge_years)
    words = "Trong thời gian đó có 2 sáng kiến, đề tài áp dụng ở cơ sở, khác với sáng kiến đã dùng để xét CSTĐ cơ sở"
    yield make(id="two-initiatives", words=words, judge=judge_two)
    words = "Sáng kiến, đề tài đã dùng cho một lần khen không dùng cho lần khác"
    yield Rule("initiative-once", words, (Basis("CV5007"),), "A", judge_once)


def judge_years(case):
    if not case.is_work:
        return None
    run, road = _better(case)
    verdict = run.verdict(YEARS)
    if verdict == PASS or run.certain:
        sentence = f"{road} {run_words(run, YEARS)}"
    else:
        sentence = " ".join(f"{name} {run_words(found, YEARS)}" for found, name in _runs(case))
    return Answer(verdict, sentence, {"years": run.years, "road": road, "needed": YEARS})


def judge_two(case):
    """CSTĐ cơ sở that was won by an initiative has spent it: the record has to hold that one besides the two."""
    if not case.is_work:
        return None
    run, road = _better(case)
    spent, unsure = _spent(case, run) if road == "CSTĐ cơ sở" else ([], [])
    fresh = [idea for idea in case.record.ideas if idea.year >= window(case, ()) and not idea.used_for]
    chosen = [idea for idea in case.chosen if idea.pk in {idea.pk for idea in fresh}]
    words = "; ".join(f"“{idea.title}” {idea.year}" for idea in chosen) or "Chưa chọn sáng kiến nào"
    facts = {"chosen": [idea.pk for idea in chosen], "needed": IDEAS, "won_by_initiative": spent}
    if len(fresh) < IDEAS + len(spent):
        why = (
            f" CSTĐ cơ sở {listed(spent)} xét bằng sáng kiến: cần 2 sáng kiến khác với sáng kiến đã dùng."
            if spent
            else ""
        )
        return Answer(
            FAIL, f"{words}: hồ sơ có {len(fresh)} sáng kiến chưa dùng, cần {IDEAS + len(spent)}.{why}", facts
        )
    if len(chosen) < IDEAS:
        return Answer(UNKNOWN, f"{words}: đã chọn {len(chosen)}/{IDEAS}. Hãy chọn thêm sáng kiến trong hồ sơ.", facts)
    if unsure:
        why = f"Năm {listed(unsure)} chưa ghi xếp loại nên chưa rõ CSTĐ cơ sở xét bằng gì"
        return Answer(UNKNOWN, f"{words}. {why}.", facts)
    return Answer(PASS, f"{words}: {len(chosen)} sáng kiến ✓", facts)


def judge_once(case):
    """Used before, or named in another nomination under way."""
    if not case.chosen:
        return None
    used = [f"“{idea.title}” đã dùng: {idea.used_for}" for idea in case.chosen if idea.used_for]
    own = [_also(idea, use) for idea in case.chosen for use in idea.elsewhere if use[2]]
    others = [_also(idea, use) for idea in case.chosen for use in idea.elsewhere if not use[2]]
    facts = {"initiatives": [idea.pk for idea in case.chosen]}
    if used or own:
        return Answer(FAIL, f"{'; '.join(used + own)}. Hãy chọn sáng kiến khác.", facts)
    if others:
        return Answer(UNKNOWN, f"{'; '.join(others)} (đồng tác giả). Hãy kiểm tra lại.", facts)
    return Answer(PASS, f"{len(case.chosen)} sáng kiến chưa dùng lần nào ✓", facts)


def _runs(case):
    first = window(case, ())
    titles = count_back(by_title(case, "CSTDCS-CN"), last=case.to_year, first=first, needed=YEARS)
    grades = count_back(by_grade(case.record, TOP_GRADE), last=case.to_year, first=first, needed=YEARS)
    return (grades, TOP_GRADE), (titles, "CSTĐ cơ sở")


def _better(case):
    return max(_runs(case), key=lambda pair: (pair[0].certain >= YEARS, pair[0].possible >= YEARS, pair[0].certain))


def _spent(case, run):
    """The last two years whose title needed an initiative that no record marks as used; years that may have."""
    spent, unsure = [], []
    for year in run.years[-YEARS:]:
        grade = case.record.grades.get(year)
        marked = any(idea.year == year and idea.used_for for idea in case.record.ideas)
        if grade == TOP_GRADE or marked:
            continue
        (spent if grade else unsure).append(year)
    return spent, unsure


def _also(idea, use):
    round_name, title, _ = use
    return f"“{idea.title}” cũng được nêu trong đề nghị {title} ({round_name})"
