"""The rules as people read them on a day: those for all, and those of each title with its citation."""

from .law import Law
from .registry import OF_TITLES, RULES


def condition(rule, *, law: Law, on):
    """One line of the page."""
    return {"id": rule.id, "words": rule.words, "citation": law.cite(rule.bases, on), "certainty": rule.certainty}


def conditions_on(on, *, law):
    """Those for every title, and those of titles by code; what had not begun by the day is left out."""
    general = [rule for rule in RULES if not rule.titles and law.begun(rule.bases, on)]
    by_code = {}
    for rule in OF_TITLES:
        for code in rule.titles if law.begun(rule.bases, on) else ():
            by_code.setdefault(code, []).append(condition(rule, law=law, on=on))
    return [condition(rule, law=law, on=on) for rule in general], by_code
