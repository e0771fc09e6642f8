"""The papers of the dossier, the standard that only people judge, public notice."""

from dataclasses import replace

from .finding import FAIL, NOTE, PASS, Answer
from .law import Basis
from .rule import Rule

_BASES = (Basis("ND98"), Basis("ND152", "33"))
PUBLIC = ("central_president",)


def rules():
    words = "Có báo cáo thành tích khi hồ sơ đòi hỏi"
    yield Rule("report-attached", words, _BASES, "A", judge_report)
    words = "Có biên bản họp xét, bình xét của đơn vị đề nghị"
    yield Rule("minutes-attached", words, _BASES, "C", judge_minutes)
    words = "Đăng công khai lấy ý kiến trước khi trình huân chương, danh hiệu vinh dự, giải thưởng, CSTĐ toàn quốc"
    yield Rule("public-notice", words, _BASES, "D", judge_notice)


def judge_report(case):
    return _judge(case, "Báo cáo thành tích", "report", "báo cáo thành tích")


def judge_minutes(case):
    """One paper may be for the whole list of a unit, so nobody is held up for it."""
    answer = _judge(case, "Biên bản", "minutes", "biên bản họp xét của đơn vị")
    return replace(answer, verdict=NOTE) if answer and answer.verdict == FAIL else answer


def judge_notice(case):
    levels = {decider.level for decider in case.deciders}
    if levels & set(PUBLIC) or case.code == "CSTDTQ-CN":
        return Answer(NOTE, "Phải đăng công khai lấy ý kiến trước khi trình; số ngày theo quy định của bộ, tỉnh.")
    return None


def _judge(case, opening, part, words):
    decider = next((d for d in case.deciders if any(paper.startswith(opening) for paper in d.papers)), None)
    if not decider:
        return None
    paper = next(paper for paper in decider.papers if paper.startswith(opening))
    facts = {"paper": paper, "copies": decider.copies}
    told = {"citation": decider.dossier_basis, "certainty": decider.dossier_certainty}
    if part in case.parts:
        return Answer(PASS, f"Đã đính kèm {words} ✓", facts, **told)
    return Answer(FAIL, f"Chưa đính kèm {words}. Hồ sơ cần: {paper}.", facts, **told)
