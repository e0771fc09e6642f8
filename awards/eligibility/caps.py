"""Local shares: at most so many of one title for each hundred of another in a unit and year."""

from fractions import Fraction
from math import ceil, floor

from ..money import percent_words
from .finding import FAIL, PASS, UNKNOWN, Answer
from .law import Basis
from .rule import Rule


def rules():
    words = "Số đề nghị của đơn vị không vượt tỷ lệ do địa phương, bộ, ngành quy định"
    yield Rule("local-cap", words, (Basis("L2022", "5"),), "C", judge)


def judge(case):
    """All caps in one answer, the one that is exceeded first."""
    if not case.caps:
        return None
    answers = [_judge(cap) for cap in case.caps]
    return min(answers, key=lambda answer: ((FAIL, UNKNOWN, PASS).index(answer.verdict), answer.certainty))


def allowed(cap):
    """How many the share allows."""
    exact = Fraction(cap.percent) * cap.of_count / 100
    whole = {"down": floor(exact), "up": ceil(exact), "half_up": floor(exact + Fraction(1, 2))}[cap.rounding]
    return max(whole, 1) if cap.at_least_one and cap.of_count else whole


def _judge(cap):
    facts = {"count": cap.count, "of_count": cap.of_count, "percent": str(cap.percent), "allowed": allowed(cap)}
    share = f"không quá {percent_words(cap.percent)} số {cap.of_title}"
    told = {"citation": cap.basis, "certainty": "A" if cap.blocks else "C"}
    if not cap.of_count:
        return Answer(UNKNOWN, f"{cap.title} {share}: chưa có {cap.of_title} nào của đơn vị để tính.", facts, **told)
    words = f"{cap.title}: {cap.count} trên {cap.of_count} {cap.of_title}, {share} là {allowed(cap)}"
    if cap.count <= allowed(cap):
        return Answer(PASS, f"{words} ✓", facts, **told)
    return Answer(FAIL, f"{words}: vượt {cap.count - allowed(cap)}.", facts, **told)
