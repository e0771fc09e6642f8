"""All rules, in the order in which they are shown. The page "Điều kiện xét tặng" and every judgement use this tuple."""

from . import authority, caps, discipline, dossier, initiatives, ladder, once, shares, titles, units
from .judged_by_people import rule_for

RULES_VERSION = "2026-11-26"  # a new one with every change of what a rule answers

OF_TITLES = (*titles.rules(), *shares.rules(), *initiatives.rules(), *ladder.rules())
COUNTED = frozenset(code for rule in OF_TITLES for code in rule.titles)
RULES = (
    *authority.rules(),
    *units.rules(),
    *OF_TITLES,
    *once.rules(),
    *discipline.rules(),
    *caps.rules(),
    *dossier.rules(),
    rule_for(COUNTED),
)


def rules_for(code):
    """The rules of one title."""
    return [rule for rule in RULES if rule.is_for(code)]
