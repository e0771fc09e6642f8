"""What the paper of a plan carries, line by line, so that two drafts can be compared and the difference be read."""

from difflib import unified_diff

from plans.importing.markup import plain
from plans.kinds import SectionKind


def difference(saved, read):
    """The lines in which a plan read from its paper differs from the plan that was written; "" where it does not."""
    lines = unified_diff(carried(saved), carried(read), "written", "read", lineterm="", n=1)
    return "\n".join(lines)


def item_difference(expected, read):
    """The same for two lists of items, whatever number each has in print."""
    lines = [[line for item in items for line in item_lines(item, labelled=False)] for items in (expected, read)]
    return "\n".join(unified_diff(*lines, "expected", "read", lineterm="", n=1))


def carried(draft):
    """Head, pieces with their items, foot; without what no paper shows (lines, layouts of pages, findings)."""
    return [*_head(draft), *(line for section in draft.sections for line in _section(section)), *_foot(draft)]


def _head(draft):
    issuer = " ".join([draft.superior, *draft.issuer_lines]).upper().split()
    date = (draft.day, draft.month, draft.signed_year)
    return [
        f"issuer: {' '.join(issuer)}",
        f"number: {draft.number}/{draft.symbol}",
        f"place: {draft.place}, {date}",
        f"name: {draft.doc_type} {draft.subject} ({draft.year})",
    ]


def _section(section):
    text = section.text
    if section.kind in (SectionKind.SECTION, SectionKind.ANNEX):
        text = plain(text).upper()
    if section.kind == SectionKind.ITEMS:
        yield f"items: {_layout(section.layout)}"
    else:
        yield f"{section.kind}{' titled' if section.titled else ''}: {text}"
    for item in section.items:
        yield from item_lines(item)


def _layout(layout):
    titles = (layout.number_title, layout.content_title) if layout.style == "table" else ()
    return (str(layout.style), layout.units_title, layout.coordinating_title, layout.deadline_title, *titles)


def item_lines(item, *, labelled=True):
    """An item: label, quarter, text; its deadline; a line for each body."""
    label = f" {item.label}" if labelled else ""
    yield f"  item{label} quarter {item.quarter}: {item.text!r}"
    if item.deadline:
        yield f"    deadline {item.deadline.raw.lower()}: {item.deadline.start} – {item.deadline.end}"
    yield from (f"    {unit.role}: {unit.text}" for unit in item.units)


def _foot(draft):
    return [
        *(f"recipient: {line}" for line in draft.recipients),
        f"signature: {draft.authority_lines} {draft.signer_name}",
        f"closing mark: {draft.closing_mark}",
    ]
