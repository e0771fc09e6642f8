"""Shares of a collective reckoned from the records of its members: 70% LĐTT, 100% with their tasks done, one CSTĐ."""

from functools import partial

from .finding import FAIL, PASS, UNKNOWN, Answer
from .law import Basis
from .rule import Rule
from .titles import judge_grade

ADVANCED = frozenset({"LDTT-CN", "CSTT-CN", "CSTDCS-CN", "CSTDT-CN", "CSTDTQ-CN"})  # whose standard holds LĐTT
FIGHTERS = frozenset({"CSTDCS-CN", "CSTDT-CN", "CSTDTQ-CN"})
WITH_SHARES = frozenset({"TTLDTT-TT", "DVTT-TT", "TTLDXS-TT", "DVQT-TT"})
LEAST = 70
MILD = ("reprimand",)  # below cảnh cáo


def rules():
    """Of TTLĐTT and TTLĐXS; for their counterparts in the armed forces the same, less sure."""
    for article, certainty, codes in (("1", "A", "TTLDTT-TT"), ("2", "B", "DVTT-TT")):
        make = partial(Rule, bases=(Basis("L2022", "28", article),), certainty=certainty, titles=frozenset({codes}))
        yield make(id="year-grade", words="Năm xét xếp loại HTTNV trở lên", judge=judge_grade)
        yield make(id="members-advanced", words=f"Từ {LEAST}% cá nhân đạt LĐTT", judge=judge_advanced)
        words = "Không có cá nhân bị kỷ luật từ cảnh cáo trở lên"
        yield make(id="members-discipline", words=words, judge=judge_disciplined)
    for clause, certainty, codes in (("1", "A", "TTLDXS-TT"), ("", "B", "DVQT-TT")):
        make = partial(Rule, bases=(Basis("L2022", "27", clause),), certainty=certainty, titles=frozenset({codes}))
        top = partial(judge_grade, floor="HTXSNV")
        yield make(id="year-grade", words="Năm xét xếp loại HTXSNV", judge=top)
        yield make(id="members-done", words="100% cá nhân hoàn thành nhiệm vụ", judge=judge_done)
        yield make(id="members-advanced", words=f"Từ {LEAST}% cá nhân đạt LĐTT", judge=judge_advanced)
        yield make(id="members-fighter", words="Có ít nhất một CSTĐ cơ sở", judge=judge_fighter)


def judge_advanced(case):
    total = len(case.members)
    if not total:
        return _nobody(case)
    have = sum(bool(member.titles & ADVANCED) for member in case.members)
    hoped = sum(bool((member.titles | member.under_way) & ADVANCED) for member in case.members)
    words = f"LĐTT: {have}/{total} người ({_percent(have, total)}%)"
    facts = {"have": have, "under_way": hoped - have, "members": total, "needed_percent": LEAST}
    if _enough(have, total):
        return Answer(PASS, f"{words} ✓", facts)
    waiting = f"; thêm {hoped - have} người đang được xét" if hoped > have else ""
    verdict = UNKNOWN if _enough(hoped, total) else FAIL
    return Answer(verdict, f"{words}{waiting}. Cần {LEAST}%.", facts)


def judge_done(case):
    if not case.members:
        return _nobody(case)
    failed = [member.name for member in case.members if member.grade == "KHTNV"]
    ungraded = [member.name for member in case.members if not member.grade]
    facts = {"failed": len(failed), "ungraded": len(ungraded), "members": len(case.members)}
    if failed:
        return Answer(FAIL, f"{len(failed)}/{len(case.members)} người không hoàn thành nhiệm vụ.", facts)
    if ungraded:
        return Answer(
            UNKNOWN, f"{len(ungraded)}/{len(case.members)} người chưa ghi xếp loại năm {case.to_year}.", facts
        )
    return Answer(PASS, f"{len(case.members)}/{len(case.members)} người hoàn thành nhiệm vụ ✓", facts)


def judge_fighter(case):
    if not case.members:
        return _nobody(case)
    have = sum(bool(member.titles & FIGHTERS) for member in case.members)
    hoped = sum(bool(member.under_way & FIGHTERS) for member in case.members)
    facts = {"have": have, "under_way": hoped}
    if have:
        return Answer(PASS, f"CSTĐ cơ sở: {have} người ✓", facts)
    if hoped:
        return Answer(UNKNOWN, f"Chưa có CSTĐ cơ sở; {hoped} người đang được xét.", facts)
    return Answer(FAIL, f"Năm {case.to_year} chưa có cá nhân nào là CSTĐ cơ sở.", facts)


def judge_disciplined(case):
    if not case.members:
        return _nobody(case)
    found = sum(any(episode.form not in (*MILD, "other") for episode in member.discipline) for member in case.members)
    doubtful = sum(any(episode.form == "other" for episode in member.discipline) for member in case.members)
    facts = {"disciplined": found, "other_forms": doubtful, "members": len(case.members)}
    if found:
        return Answer(FAIL, f"Năm {case.to_year} có {found} người bị kỷ luật từ cảnh cáo trở lên.", facts)
    if doubtful:
        return Answer(UNKNOWN, f"{doubtful} người bị kỷ luật hình thức khác. Hãy kiểm tra mức độ.", facts)
    return Answer(PASS, f"Không ai trong {len(case.members)} người bị kỷ luật từ cảnh cáo trở lên ✓", facts)


def _nobody(case):
    if not case.body:
        words = "Hồ sơ tập thể chưa gắn với đơn vị trong danh bạ nên chưa tính được tỷ lệ. Hãy bổ sung vào hồ sơ."
    else:
        words = f"Chưa có hồ sơ cá nhân nào thuộc {case.body.name} năm {case.to_year} để tính tỷ lệ."
    return Answer(UNKNOWN, words, {"members": 0})


def _enough(count, total):
    return 100 * count >= LEAST * total


def _percent(count, total):
    """Rounded down to a tenth, so that 69,96 is never shown as 70."""
    return f"{1000 * count // total / 10:g}".replace(".", ",")
