"""PlanDraft → OfficialDocument: a version of a plan as the paper it would have been. No database."""

from dataclasses import dataclass
from itertools import count

from thiduakhenthuong.official.document import OfficialDocument

from .documents import blocks_of
from .kinds import SectionKind


def document_from(draft, *, marked):
    """The paper of a draft; `marked` prints DỰ THẢO on it."""
    numbers = count(1)
    body, annexes = blocks_of([_section(section, numbers) for section in draft.sections])
    return OfficialDocument(
        type_name=draft.doc_type,
        subject=draft.subject,
        superior=draft.superior,
        issuer=tuple(draft.issuer_lines),
        issuer_name=draft.issuer or "",
        number=draft.number or "",
        symbol=draft.symbol or "",
        place=draft.place or "",
        day=draft.day,
        month=draft.month,
        year=draft.signed_year,
        body=body,
        annexes=annexes,
        recipients=tuple(draft.recipients),
        authority=tuple(draft.authority_lines),
        signer=draft.signer_name,
        draft=marked,
    )


class _Rows(list):
    """Rows as the database hands them out."""

    def all(self):
        return self


@dataclass(frozen=True)
class _Section:
    """What documents.py asks of a section, of a draft."""

    pk: int
    kind: SectionKind
    text: str
    landscape: bool
    titled: bool
    is_heading: bool
    layout: object
    items: _Rows


@dataclass(frozen=True)
class _Item:
    pk: int
    text: str
    quarter: int | None
    deadline_raw: str
    deadline_in_text: bool
    units_wording: str
    assignments: _Rows


@dataclass(frozen=True)
class _Assignment:
    role: str
    printed: str


def _section(section, numbers):
    return _Section(
        pk=next(numbers),
        kind=section.kind,
        text=section.text,
        landscape=section.landscape,
        titled=section.titled,
        is_heading=section.titled or section.kind in (SectionKind.SECTION, SectionKind.ANNEX),
        layout=section.layout,
        items=_Rows(_item(item, next(numbers)) for item in section.items),
    )


def _item(item, number):
    return _Item(
        pk=number,
        text=item.text,
        quarter=item.quarter,
        deadline_raw=item.deadline.raw if item.deadline else "",
        deadline_in_text=item.deadline_in_text,
        units_wording=item.units_wording,
        assignments=_Rows(_Assignment(unit.role, unit.text) for unit in item.units),
    )
