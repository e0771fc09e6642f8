"""Plan → PlanDraft: what export, copying and templates work on.

`save_plan(draft_of(plan))` makes the same plan again.
"""

from units.models import Unit

from .documents import sections_of
from .draft import DeadlineDraft, ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from .importing.deadlines import read_deadline
from .kinds import AssignmentRole, ItemStyle, SectionKind
from .numbering import number

_DIVISIONS = (Unit.Kind.DEPARTMENT, Unit.Kind.DIVISION, Unit.Kind.OFFICE, Unit.Kind.EMULATION_BOARD)


def draft_of(plan, *, sections=None):
    """The plan as a draft; a fixed number of queries whatever its size. `sections`: as sections_of gives them."""
    sections = sections_of(plan) if sections is None else sections
    labels = number(sections)
    return PlanDraft(
        doc_type=plan.doc_type,
        subject=plan.subject,
        year=plan.year,
        issuer=plan.issuer.name,
        issuer_level=_level(plan.issuer),
        superior=plan.superior_line,
        issuer_lines=_lines(plan.issuer_lines),
        number=plan.number or None,
        symbol=plan.symbol or None,
        place=plan.place or None,
        day=plan.day,
        month=plan.month,
        signed_year=plan.signed_year,
        sections=[_section(section, labels, plan.year) for section in sections],
        recipients=_lines(plan.recipients),
        authority_lines=_lines(plan.authority_lines),
        signer_name=plan.signer_name,
        closing_mark=True,
        amendment_words=plan.amendment_words,
    )


def _level(issuer):
    """As in a reading: the level of a people's committee's area; department for what works below one."""
    if issuer.kind == Unit.Kind.PEOPLES_COMMITTEE:
        return issuer.area.level
    return "department" if issuer.kind in _DIVISIONS else "other"


def _lines(text):
    return [line for line in text.split("\n") if line.strip()]


def _section(section, labels, year):
    is_list = section.kind == SectionKind.ITEMS
    return SectionDraft(
        kind=SectionKind(section.kind),
        text=section.text,
        titled=section.titled,
        items=[_item(item, labels.items.get(item.pk), year) for item in section.items.all()],
        layout=_layout(section.layout) if is_list else None,
        landscape=section.landscape,
        label=_bare(labels.sections[section.pk]),
        key=str(section.key),
    )


def _bare(label):
    """ "I." → "I", "a)" → "a"; None where there is none."""
    return label.rstrip(".)") or None


def _layout(layout):
    return LayoutDraft(
        style=ItemStyle(layout.style),
        quarter_heading=layout.quarter_heading,
        number_title=layout.number_title,
        content_title=layout.content_title,
        units_title=layout.units_title,
        coordinating_title=layout.coordinating_title,
        deadline_title=layout.deadline_title,
    )


def _item(item, label, year):
    return ItemDraft(
        text=item.text,
        quarter=item.quarter,
        label=_bare(label or "") if label != "-" else None,
        deadline=_deadline(item, year),
        deadline_in_text=item.deadline_in_text,
        units=[UnitDraft(named.printed, AssignmentRole(named.role)) for named in item.assignments.all()],
        units_wording=item.units_wording,
        key=str(item.key),
    )


def _deadline(item, year):
    """The stored dates; what has none is read again to learn whether it recurs or follows something."""
    if not item.deadline_raw:
        return None
    if item.deadline_end is None:
        read = read_deadline(item.deadline_raw, year=year)
        if read and read.end is None:
            return read
    return DeadlineDraft(item.deadline_raw, item.deadline_start, item.deadline_end)
