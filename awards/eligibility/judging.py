"""Findings of nominations: facts gathered once for all, then every rule asked."""

from django.utils import timezone

from .finding import by_severity, finding
from .gathering import cases_of, law_today
from .registry import rules_for


def findings_of(nominations, *, on=None):
    """The findings of each by its primary key, the worst first; as the law and the records stand on a day, today."""
    on = on or timezone.localdate()
    law, rules, found = law_today(), {}, {}
    for pk, case in cases_of(nominations, on=on).items():
        if case.code not in rules:
            rules[case.code] = [rule for rule in rules_for(case.code) if law.begun(rule.bases, on)]
        found[pk] = judged(case, rules[case.code], law=law)
    return found


def judged(case, rules, *, law):
    """What the rules answer to one case."""
    answers = [(rule, rule.judge(case)) for rule in rules]
    return by_severity([finding(rule, answer, law=law, on=case.on) for rule, answer in answers if answer])
