"""The three ways a new plan begins: empty, from the template of its level, as a copy. Each makes a draft."""

import json
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.db import IntegrityError, transaction

from units.models import Unit

from .amending.citing import first_of
from .copying import shift
from .draft import LayoutDraft, PlanDraft, SectionDraft
from .draft_json import from_json
from .drafting import draft_of
from .head_defaults import issuer_lines, superior_line, symbol
from .importing.deadlines import read_deadline
from .importing.saving import Beginning, save_plan
from .kinds import SectionKind
from .models import Assignment, Plan, PlanEvent

TEMPLATES = settings.BASE_DIR / "fixtures" / "templates"
TEMPLATE_LEVELS = ("province", "district", "commune")

_AUTHORITY = {
    Unit.Kind.PEOPLES_COMMITTEE: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    Unit.Kind.PEOPLES_COUNCIL: ["TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"],
    Unit.Kind.EMULATION_COUNCIL: ["TM. HỘI ĐỒNG", "CHỦ TỊCH"],
    Unit.Kind.INITIATIVE_COUNCIL: ["TM. HỘI ĐỒNG", "CHỦ TỊCH"],
    Unit.Kind.EMULATION_BOARD: ["TRƯỞNG BAN"],
    Unit.Kind.DEPARTMENT: ["GIÁM ĐỐC"],
    Unit.Kind.DIVISION: ["TRƯỞNG PHÒNG"],
}


def empty_draft(*, issuer, year):
    """The usual three headings and an empty table."""
    sections = [
        SectionDraft(SectionKind.SECTION, "MỤC ĐÍCH, YÊU CẦU", titled=True),
        SectionDraft(SectionKind.SECTION, "NỘI DUNG", titled=True),
        SectionDraft(SectionKind.ITEMS, layout=LayoutDraft()),
        SectionDraft(SectionKind.SECTION, "TỔ CHỨC THỰC HIỆN", titled=True),
    ]
    subject = f"Triển khai công tác thi đua, khen thưởng năm {year}"
    draft = PlanDraft(subject=subject, year=year, sections=sections, recipients=["Lưu: VT"])
    return _with_head(draft, issuer)


def template_draft(*, issuer, year):
    """The template written for the issuer's level; a unit of another level takes the nearest."""
    level = issuer.area.level if issuer.area.level in TEMPLATE_LEVELS else "province"
    text = (TEMPLATES / f"{level}.json").read_text(encoding="utf-8")
    for name, value in {"year": year, "previous_year": year - 1, "next_year": year + 1}.items():
        text = text.replace(f"{{{name}}}", str(value))
    draft = from_json(json.loads(text))
    draft.year = year
    _date_deadlines(draft)
    return _with_head(draft, issuer)


def _date_deadlines(draft):
    """A template has its deadlines in words alone; their dates follow from the year."""
    for item in (item for section in draft.sections for item in section.items if item.deadline):
        item.deadline = read_deadline(item.deadline.raw, year=draft.year) or item.deadline


def copy_draft(source, *, issuer, year, move_years):
    """The plan `source` moved to another year, under the head of its new issuer."""
    whole = replace(draft_of(source), subject=first_of(source).subject, amendment_words="")
    draft = shift(whole, to_year=year, move_years=move_years)
    return draft if issuer == source.issuer else _with_head(draft, issuer)


def start_plan(draft, *, issuer, by, token, copied_from=None, sent=None):
    """Save the draft once: the same token a second time gives the plan of the first. `sent` is what was asked for."""
    try:
        with transaction.atomic():
            plan = save_plan(draft, issuer=issuer, by=by, beginning=_beginning(token, copied_from, sent))
            if copied_from:
                _remember_source(plan, copied_from)
            return plan
    except IntegrityError:
        started = start_with(token)
        if started is None:
            raise
        return started.plan


def start_with(token):
    """The event of the form that was sent with this token, or None; `details["sent"]` is what it asked for."""
    return PlanEvent.objects.filter(token=token).select_related("plan").first()


def _beginning(token, copied_from, sent):
    if copied_from is None:
        return Beginning(token=token, details={"sent": sent})
    note = f"Chép từ {copied_from} ({copied_from.number_words})"
    return Beginning(PlanEvent.Kind.COPIED, note, token, {"sent": sent})


def _remember_source(plan, source):
    Plan.objects.filter(pk=plan.pk).update(copied_from=source)
    if source.issuer_id == plan.issuer_id:
        _carry_matches(plan, source)


def _carry_matches(plan, source):
    """Wordings a person matched in the source plan count in its copy, as long as that body exists."""
    known = Assignment.objects.filter(item__plan=source).matched()
    for printed, unit, group, ended_on in set(known.values_list("printed", "unit", "group", "unit__valid_to")):
        if ended_on is None or ended_on >= date(plan.year, 1, 1):
            bare = Assignment.objects.filter(item__plan=plan, printed=printed).unmatched()
            bare.update(unit=unit, group=group)


def _with_head(draft, issuer):
    """The head and foot a document of this issuer carries."""
    draft.issuer, draft.issuer_level = issuer.name, issuer.area.level
    draft.issuer_lines, draft.superior = issuer_lines(issuer), superior_line(issuer)
    draft.symbol, draft.place = symbol(issuer), issuer.place
    draft.signed_year = draft.signed_year or draft.year - 1
    draft.authority_lines = _AUTHORITY.get(issuer.kind, ["THỦ TRƯỞNG ĐƠN VỊ"])
    draft.signer_name = ""
    return draft
