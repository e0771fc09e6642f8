"""All checks in one list. Each is a pure function: of one text, or of the whole draft."""

from ..draft import PlanDraft
from . import (
    annexes,
    anniversaries,
    bases,
    bodies,
    citations,
    closing,
    date_spelling,
    deadlines,
    doubled,
    letters,
    miswritten,
    repeats,
    required,
    signing,
    unwritten,
    years,
)
from .finding import Facts
from .passages import findings_in, passages_of

OF_THE_DRAFT = (
    required.missing,
    citations.own_symbol,
    years.subject_year,
    deadlines.outside_quarter,
    deadlines.past,
    bodies.assigned_to_ended,
    repeats.same_item_twice,
    annexes.not_mentioned,
    annexes.not_there,
    signing.on_behalf,
    closing.end_mark,
    closing.printed_recipients,
)
OF_A_TEXT = (
    citations.type_against_symbol,
    citations.later_than_plan,
    bases.no_longer_in_force,
    years.years_that_do_not_fit,
    anniversaries.counts,
    anniversaries.unit_missing,
    bodies.ended_bodies,
    date_spelling.padding,
    letters.lookalikes,
    letters.spacing,
    doubled.doubled,
    miswritten.miswritten,
    unwritten.left_to_write,
)


def check(draft: PlanDraft, facts: Facts):
    """All findings: what blocks issuing first, then in the order of the paper."""
    found = [finding for rule in OF_THE_DRAFT for finding in rule(draft, facts)]
    known = {}  # the same words stand in many items: bodies above all
    for passage in passages_of(draft):
        seen = (passage.field, bool(passage.place.end), passage.text)
        if seen not in known:
            known[seen] = [spots for rule in OF_A_TEXT if (spots := list(rule(passage, facts)))]
        found += [finding for spots in known[seen] for finding in findings_in(passage, spots)]
    return sorted(found, key=lambda finding: (not finding.blocks, finding.place.order))
