"""Drafts to check: a complete plan of 2024, of which a test changes what it is about."""

from datetime import date

from plans.checking.dating import signing_days
from plans.checking.finding import Facts
from plans.checking.rules import check
from plans.draft import DeadlineDraft, ItemDraft, LayoutDraft, PlanDraft, SectionDraft
from plans.kinds import SectionKind

COMPLETE = {
    "subject": "Công tác thi đua, khen thưởng năm 2024",
    "year": 2024,
    "issuer": "Ủy ban nhân dân huyện Bình An",
    "issuer_level": "district",
    "issuer_lines": ["ỦY BAN NHÂN DÂN", "HUYỆN BÌNH AN"],
    "number": "12",
    "symbol": "KH-UBND",
    "place": "Bình An",
    "day": 15,
    "month": 1,
    "signed_year": 2024,
    "recipients": ["Sở Nội vụ", "Lưu: VT"],
    "authority_lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    "signer_name": "Nguyễn Văn Hòa",
    "closing_mark": True,
}


def draft_with(*pieces, **head):
    """A complete draft with these pieces (a text is a paragraph), dated 15/01/2024 if nothing else is said."""
    pieces = pieces or ("Các cơ quan tổ chức thực hiện Kế hoạch này",)
    sections = [SectionDraft(SectionKind.PARAGRAPH, p) if isinstance(p, str) else p for p in pieces]
    return PlanDraft(sections=sections, **COMPLETE | head)


def listed(*items):
    """A list of items; a text is an item of quarter I."""
    items = [ItemDraft(i, quarter=1) if isinstance(i, str) else i for i in items]
    return SectionDraft(SectionKind.ITEMS, items=items, layout=LayoutDraft())


def item(text, quarter, raw, *, start=None, end=None):
    """An item with a deadline; days as (month, day) of 2024 or as dates."""
    days = [day if day is None or isinstance(day, date) else date(2024, *day) for day in (start, end)]
    return ItemDraft(text, quarter=quarter, deadline=DeadlineDraft(raw, *days))


def found(draft, **facts):
    """What the rules find in a draft."""
    first, last = signing_days(draft)
    return check(draft, Facts(**{"year": draft.year, "first_day": first, "last_day": last} | facts))


def reasons(*pieces, **head):
    return [finding.reason for finding in found(draft_with(*pieces, **head))]


def changes(text, **head):
    """Pairs (words, what would stand instead) of all findings in one paragraph."""
    return [pair for finding in found(draft_with(text, **head)) for pair in finding.changes]


def mended(text, **head):
    """The paragraph with its only mend in place; None where nothing is found."""
    findings = found(draft_with(text, **head))
    assert len(findings) < 2, findings
    return findings[0].mended if findings else None
