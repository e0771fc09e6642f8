"""Plan → OfficialDocument. No request, no clock; the same few queries whatever the size of the plan."""

from django.db.models import Prefetch

from thiduakhenthuong.dates import ROMAN_QUARTERS
from thiduakhenthuong.official.document import (
    Annex,
    Basis,
    Centred,
    Column,
    Heading,
    OfficialDocument,
    Paragraph,
    Row,
    RowGroup,
    TaskTable,
)
from thiduakhenthuong.official.pieces import LANDSCAPE_TEXT_WIDTH, TEXT_WIDTH
from thiduakhenthuong.official.wording import kept

from .kinds import AssignmentRole, ItemStyle, SectionKind
from .models import PlanItem
from .numbering import CLAUSE, by_quarter, number
from .tables import table_of
from .wording import units_words

_LEVELS = {SectionKind.SECTION: 1, SectionKind.CLAUSE: 2, SectionKind.SUBCLAUSE: 3, SectionKind.POINT: 3}

# Widths in mm by what columns there are besides number and content; each is a class of paper.css.
_UNITS, _WITH_DEADLINE, _WITH_HELPERS, _WITH_BOTH = (62,), (50, 28), (42, 42), (34, 34, 24)


def document_of(plan):
    """The paper of a plan as data, ready to print."""
    body, annexes = blocks_of(sections_of(plan))
    return OfficialDocument(
        type_name=plan.doc_type,
        subject=plan.subject,
        superior=plan.superior_line,
        issuer=_lines(plan.issuer_lines),
        issuer_name=plan.issuer.name,
        number=plan.number,
        symbol=plan.symbol,
        place=plan.place,
        day=plan.day,
        month=plan.month,
        year=plan.signed_year,
        body=body,
        annexes=annexes,
        recipients=_lines(plan.recipients),
        authority=_lines(plan.authority_lines),
        signer=plan.signer_name,
        draft=_is_draft(plan),
    )


def sections_of(plan):
    """The sections of a plan in order, with layouts, items and assignments read in three queries."""
    within_a_section = PlanItem._meta.ordering[1:]  # the first is the section's own position
    items = PlanItem.objects.order_by(*within_a_section).prefetch_related("assignments")
    return list(plan.sections.select_related("layout").prefetch_related(Prefetch("items", items)))


def _is_draft(plan):
    """Approved, it is laid before the signer without the mark; a paper with number and day is a final text read in."""
    return plan.is_editable and not (plan.number and plan.day)


def _lines(text):
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def blocks_of(sections):
    """Body blocks and annexes: everything after an ANNEX section belongs to it."""
    labels = number(sections)
    runs = [(None, [])]
    for section in sections:
        if section.kind == SectionKind.ANNEX:
            runs.append((section, []))
        else:
            runs[-1][1].extend(_section_blocks(section, labels, wide=bool(runs[-1][0] and runs[-1][0].landscape)))
    body, *annexes = runs
    return tuple(body[1]), tuple(Annex(s.text, tuple(blocks), s.landscape, _ref(s)) for s, blocks in annexes)


def _section_blocks(section, labels, *, wide):
    label = labels.sections[section.pk]
    if section.kind == SectionKind.ITEMS:
        return _item_blocks(section, labels, wide=wide)
    if section.kind == SectionKind.TABLE:
        return [table_of(section.text, ref=_ref(section), width=LANDSCAPE_TEXT_WIDTH if wide else TEXT_WIDTH)]
    if section.kind == SectionKind.BASIS:
        return [Basis(section.text, _ref(section))]
    if section.kind == SectionKind.CENTRED:
        return [Centred(section.text, _ref(section))]
    if section.is_heading:
        return [Heading(_LEVELS.get(section.kind, 3), label, section.text, _ref(section))]
    return _paragraphs(section.text, label, _ref(section))


def _paragraphs(text, label, ref):
    """One paragraph for each line; label and place on screen belong to the first. Nothing for a piece still empty."""
    first, *rest = text.split("\n")
    if not (text.strip() or label):
        return []
    return [Paragraph(first, label, ref), *(Paragraph(line) for line in rest if line.strip())]


def _item_blocks(section, labels, *, wide):
    layout = section.layout
    if layout.style == ItemStyle.TABLE:
        return [_table(section, layout, labels, wide=wide)]
    blocks = []
    for quarter, items in by_quarter(section):
        if quarter:
            label, depth = labels.quarters[section.pk, quarter]
            blocks.append(Heading(depth - CLAUSE + 2, label, _quarter_words(layout, quarter), _ref(section, quarter)))
        for item in items:
            blocks += _paragraphs(_content(item, layout), labels.items[item.pk], _item_ref(item))
    return blocks


def _table(section, layout, labels, *, wide):
    groups = [
        RowGroup(
            _quarter_words(layout, quarter) if quarter else "",
            tuple(Row(_cells(item, layout, labels), _item_ref(item)) for item in items),
            _ref(section, quarter) if quarter else "",
        )
        for quarter, items in by_quarter(section)
    ]
    return TaskTable(_columns(layout, wide=wide), tuple(groups), _ref(section))


def _columns(layout, *, wide):
    titles = [title for title in (layout.units_title, layout.coordinating_title, layout.deadline_title) if title]
    if layout.coordinating_title:
        widths = _WITH_BOTH if layout.deadline_title else _WITH_HELPERS
    else:
        widths = _WITH_DEADLINE if layout.deadline_title else _UNITS
    if wide and len(titles) == 1:
        widths = (80,)
    number_width = 12 if len(layout.number_title) < 3 else 15
    rest = (Column(t, w, t == layout.deadline_title) for t, w in zip(titles, widths, strict=False))
    return (Column(layout.number_title, number_width, centred=True), Column(layout.content_title), *rest)


def _cells(item, layout, labels):
    cells = [labels.items[item.pk], _content(item, layout)]
    if layout.units_title:
        cells.append(_units_words(item, layout))
    if layout.coordinating_title:
        cells.append(_one_a_line(name for role, name in _named(item) if role == AssignmentRole.COORDINATING))
    if layout.deadline_title:
        cells.append(item.deadline_raw)
    return tuple(cells)


def _units_words(item, layout):
    """The document's own wording if it has one; where helpers have a column of their own, the others one a line."""
    if item.units_wording or not layout.coordinating_title:
        return item.units_wording or units_words(_named(item))
    return _one_a_line(name for role, name in _named(item) if role != AssignmentRole.COORDINATING)


def _named(item):
    return [(assignment.role, assignment.printed) for assignment in item.assignments.all()]


def _one_a_line(names):
    return "\n".join(f"- {name}" for name in names)


def _content(item, layout):
    """The text, with the deadline in brackets before its end mark where nothing else on the paper says it."""
    has_column = layout.style == ItemStyle.TABLE and layout.deadline_title
    if not item.deadline_raw or item.deadline_in_text or has_column:
        return item.text
    mark = item.text[-1] if item.text.endswith((".", ";")) and not item.text.endswith("..") else ""
    return f"{item.text.removesuffix(mark)} ({kept(item.deadline_raw)}){mark}"


def _quarter_words(layout, quarter):
    return layout.quarter_heading.replace("{quarter}", ROMAN_QUARTERS[quarter])


def _ref(section, quarter=None):
    return f"muc-{section.pk}-quy-{quarter}" if quarter else f"muc-{section.pk}"


def _item_ref(item):
    return f"nhiem-vu-{item.pk}"
