"""The checks on a stored plan: what there is to find, and what of it keeps the plan from being issued."""

from ..documents import sections_of
from ..drafting import draft_of
from .facts import facts_of
from .place_words import place_words
from .rules import check


def findings_of(plan, *, at_issue=False):
    """All findings, those that block issuing first. A fixed number of queries.

    `at_issue`: number and day must be there. Give the plan as it will be issued.
    """
    sections = sections_of(plan)
    draft = draft_of(plan, sections=sections)
    found = check(draft, facts_of(plan, at_issue=at_issue))
    return [finding.at(_ref(sections, finding.place), place_words(draft, finding.place)) for finding in found]


def blocking(plan):
    """What the decree demands and the plan, as it would be issued, does not have."""
    return [finding for finding in findings_of(plan, at_issue=True) if finding.blocks]


def _ref(sections, place):
    """How paper and editor call a piece or an item, by its position."""
    if place.end:
        return place.end
    section = sections[place.section]
    return f"muc-{section.pk}" if place.item is None else f"nhiem-vu-{section.items.all()[place.item].pk}"
