"""The checks on a stored plan: what there is to find, and what of it keeps the plan from being issued."""

from collections import defaultdict

from ..drafting import draft_of
from ..models import PlanItem
from .facts import facts_of
from .place_words import place_words
from .rules import check


def findings_of(plan, *, at_issue=False):
    """All findings, those that block issuing first. A fixed number of queries.

    `at_issue`: number and day must be there. Give the plan as it will be issued.
    """
    draft = draft_of(plan)
    found = check(draft, facts_of(plan, at_issue=at_issue))
    refs = _Refs(plan)
    return [finding.at(refs.of(finding.place), place_words(draft, finding.place)) for finding in found]


def blocking(plan):
    """What the decree demands and the plan, as it would be issued, does not have."""
    return [finding for finding in findings_of(plan, at_issue=True) if finding.blocks]


class _Refs:
    """How paper and editor call the pieces and items, by their positions."""

    def __init__(self, plan):
        self.sections = list(plan.sections.values_list("pk", flat=True))
        self.items = defaultdict(list)
        within_a_section = PlanItem._meta.ordering[1:]
        for section, pk in plan.items.order_by(*within_a_section).values_list("section", "pk"):
            self.items[section].append(pk)

    def of(self, place):
        if place.end:
            return place.end
        section = self.sections[place.section]
        return f"muc-{section}" if place.item is None else f"nhiem-vu-{self.items[section][place.item]}"
