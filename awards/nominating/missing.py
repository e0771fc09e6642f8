"""What keeps nominations from going up: their own gaps, a bar of the law, a warning nobody has answered."""

from dataclasses import dataclass, field

from ..eligibility.judging import findings_of
from ..eligibility.registry import RULES_VERSION
from ..models import Override

BLOCK, WARN = "block", "warn"


@dataclass
class Judgement:
    """By the id of the nomination: the findings, and what is missing as sentences."""

    findings: dict = field(default_factory=dict)
    missing: dict = field(default_factory=dict)
    rules_version: str = RULES_VERSION


def judge(rows):
    """Of many nominations at once; a fixed number of queries."""
    judgement = Judgement(findings_of(rows))
    answered = set(Override.objects.filter(nomination__in=rows).values_list("nomination", "rule"))
    for row in rows:
        if faults := [*_gaps(row), *_bars(row, judgement.findings.get(row.pk, ()), answered)]:
            judgement.missing[row.pk] = faults
    return judgement


def _gaps(row):
    if not row.achievement.strip():
        yield "Chưa ghi tóm tắt thành tích."


def _bars(row, findings, answered):
    for finding in findings:
        if finding["severity"] == BLOCK:
            yield finding["sentence"]
        elif finding["severity"] == WARN and (row.pk, finding["rule"]) not in answered:
            yield f"Cần ghi lý do vẫn đề nghị: {finding['sentence']}"


def warnings_of(findings):
    """What a person may set aside with a reason."""
    return [finding for finding in findings if finding["severity"] == WARN]
