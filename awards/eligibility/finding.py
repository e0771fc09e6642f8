"""What a rule answers, and the plain data that is shown, stored and handed on."""

from dataclasses import dataclass, field
from typing import TypedDict

PASS, FAIL, UNKNOWN, NOTE = "pass", "fail", "unknown", "note"  # a note asks nothing of anybody
SEVERITIES = {
    "block": "Chưa đủ điều kiện",
    "warn": "Cần xem lại",
    "unknown": "Chưa kết luận được",
    "info": "Lưu ý",
    "pass": "Đạt",
}  # the worst first
_ORDER = {severity: place for place, severity in enumerate(SEVERITIES)}
_OF_FAIL = {"A": "block", "B": "block", "C": "warn", "D": "info"}


class Finding(TypedDict):
    rule: str
    severity: str
    sentence: str
    citation: str
    facts: dict


@dataclass(frozen=True)
class Answer:
    """A verdict with the facts it rests on. What rests on data names its own citation and certainty."""

    verdict: str
    sentence: str
    facts: dict = field(default_factory=dict)
    citation: str = ""
    certainty: str = ""


def finding(rule, answer, *, law, on):
    """A rule whose instruments have all ended by the day warns at most: what follows them is not known."""
    certainty = answer.certainty or rule.certainty
    if not answer.citation and not law.in_force(rule.bases, on):
        certainty = max(certainty, "C")
    severity = {PASS: "pass", UNKNOWN: "unknown", NOTE: "info"}.get(answer.verdict) or _OF_FAIL[certainty]
    citation = answer.citation or law.cite(rule.bases, on)
    return Finding(rule=rule.id, severity=severity, sentence=answer.sentence, citation=citation, facts=answer.facts)


def worst(findings):
    """The severity of the worst of them; "pass" where there is none."""
    return min((found["severity"] for found in findings), key=_ORDER.get, default="pass")


def by_severity(findings):
    """The worst first, else in the order of the rules."""
    return sorted(findings, key=lambda found: _ORDER[found["severity"]])
