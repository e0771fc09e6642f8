"""Drafts to compare: plain functions."""

from datetime import date

from plans.draft import DeadlineDraft, ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from plans.kinds import AssignmentRole, SectionKind

LEAD, HELPS, DOES = AssignmentRole.LEAD, AssignmentRole.COORDINATING, AssignmentRole.RESPONSIBLE


def item(text, *units, quarter=1, deadline="", key="", label=None):
    """`units` are names, or pairs (name, role)."""
    named = [UnitDraft(*(unit if isinstance(unit, tuple) else (unit, DOES))) for unit in units]
    due = DeadlineDraft(deadline) if deadline else None
    return ItemDraft(text, quarter=quarter, deadline=due, units=named, key=key, label=label)


def deadline(raw, year, month):
    return DeadlineDraft(raw, date(year, month, 1), date(year, month, 28))


def piece(text, kind=SectionKind.PARAGRAPH, *, key="", label=None, **fields):
    return SectionDraft(kind, text, key=key, label=label, **fields)


def listed(*items, key="list"):
    """A list of items, numbered from 1 as a table numbers them."""
    for number, each in enumerate(items, 1):
        each.label = each.label or str(number)
    return SectionDraft(SectionKind.ITEMS, items=list(items), layout=LayoutDraft(), key=key)


def plan(*pieces, **head):
    return PlanDraft(sections=list(pieces), subject=head.pop("subject", "Công tác năm 2024"), **head)
