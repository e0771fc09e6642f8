"""PlanDraft → Plan with sections, layouts, items, assignments, source and event, in one transaction."""

from dataclasses import asdict, dataclass, field
from hashlib import sha256
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from thiduakhenthuong.text import search_key
from units.models import Unit
from units.naming import Directory

from ..days import day_of
from ..draft import LayoutDraft
from ..kinds import SectionKind
from ..models import Assignment, ItemLayout, Plan, PlanEvent, PlanItem, PlanSource, Section
from ..reading.lines import Unreadable
from .heads import fit, plan_fields
from .matching import match_issuer

_CODE_ATTEMPTS = 5  # others may take the same code in the same moment


@dataclass(frozen=True)
class Beginning:
    """What the first event of a plan says, besides the findings: how it came about, and the form that made it."""

    kind: str = PlanEvent.Kind.CREATED
    note: str = ""
    token: UUID | None = None
    details: dict = field(default_factory=dict)


def save_plan(draft, *, issuer=None, by=None, source=None, code=None, beginning=None, wordings=None):
    """The plan of a draft, as a new draft plan; or the existing one where `source` was read before.

    `issuer` overrides the body the draft names; `source` is (name, bytes) of the file it was read from; `wordings`
    says what some wordings mean ({printed: {"unit": …, "group": …}}), the others are looked up. In order:
    the plan, its content with matched units, the source, the one event with all findings, the search key. All or
    nothing. Raises UnknownIssuer or Unreadable where issuer or year cannot be told.
    """
    beginning = beginning or _beginning_of(source)
    digest = sha256(source[1]).hexdigest() if source else None
    try:
        with transaction.atomic():
            return _existing(digest) or _create(
                draft, issuer or match_issuer(draft), by, source, code, beginning, wordings
            )
    except IntegrityError:
        existing = _existing(digest)  # another process read the same file in the meantime
        if existing is None:
            raise
        return existing


def _beginning_of(source):
    return Beginning(PlanEvent.Kind.IMPORTED, f"Đọc từ tệp {source[0]}") if source else Beginning()


def _existing(digest):
    return Plan.objects.filter(sources__sha256=digest).first() if digest else None


def _create(draft, issuer, by, source, code, beginning, wordings):
    if draft.year is None:
        raise Unreadable("Không rõ kế hoạch của năm nào; hãy ghi năm trong trích yếu (“… năm 2025”) rồi nhập lại.")
    findings = list(draft.findings)
    plan = _create_plan(plan_fields(draft, issuer, findings), code)
    create_content(plan, draft, issuer=issuer, findings=findings, wordings=wordings)
    if source:
        _keep_source(plan, *source)
    _record(plan, beginning, findings, by=by)
    plan.refresh_search_key()
    return plan


def _create_plan(fields, code):
    """A plan under `code`, or under the first free one of issuer and year: binh-an-2024, binh-an-2024-2."""
    if code:
        return Plan.objects.create(code=code, **fields)
    for attempt in range(_CODE_ATTEMPTS):
        try:
            with transaction.atomic():
                return Plan.objects.create(code=free_code(fields["issuer"], fields["year"]), **fields)
        except IntegrityError:
            if attempt == _CODE_ATTEMPTS - 1:
                raise
    return None


def free_code(issuer, year):
    """A code no plan has yet."""
    named = issuer.area.name if issuer.kind == Unit.Kind.PEOPLES_COMMITTEE else issuer.name
    stem = f"{slugify(search_key(named))[:60].strip('-') or 'ke-hoach'}-{year}"
    taken = set(Plan.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(code for n in range(1, len(taken) + 2) if (code := f"{stem}-{n}" if n > 1 else stem) not in taken)


def create_content(plan, draft, *, issuer, findings, wordings=None):
    """All sections, layouts, items and assignments of a draft, one statement for each table."""
    meaning = _Meaning(issuer, day_of(draft), wordings or {})
    sections = Section.objects.bulk_create(_section(plan, n, piece) for n, piece in enumerate(draft.sections, 1))
    pairs = list(zip(sections, draft.sections, strict=True))
    lists = [(s, piece) for s, piece in pairs if piece.kind == SectionKind.ITEMS]
    ItemLayout.objects.bulk_create(_layout(s, piece, findings) for s, piece in lists)
    stated = [(s, n, item) for s, piece in pairs for n, item in enumerate(piece.items, 1)]
    items = PlanItem.objects.bulk_create(_item(plan, s, n, item, findings) for s, n, item in stated)
    Assignment.objects.bulk_create(
        Assignment(item=row, position=n, role=unit.role, **meaning.of(unit.text, findings))
        for row, (_, _, item) in zip(items, stated, strict=True)
        for n, unit in enumerate(item.units, 1)
    )


def _section(plan, position, piece):
    return Section(
        plan=plan,
        position=position,
        kind=piece.kind,
        titled=piece.titled,
        text=piece.text,
        landscape=piece.landscape,
        key=_key(piece),
    )


def _layout(section, piece, findings):
    told = asdict(piece.layout or LayoutDraft())
    return ItemLayout(section=section, **{name: fit(ItemLayout, name, text, findings) for name, text in told.items()})


def _item(plan, section, position, item, findings):
    deadline = item.deadline
    return PlanItem(
        plan=plan,
        section=section,
        position=position,
        quarter=item.quarter,
        text=item.text,
        deadline_raw=fit(PlanItem, "deadline_raw", deadline.raw, findings) if deadline else "",
        deadline_start=deadline.start if deadline else None,
        deadline_end=deadline.end if deadline else None,
        deadline_in_text=item.deadline_in_text,
        units_wording=item.units_wording,
        key=_key(item),
    )


def _key(drafted):
    """An amendment keeps the keys of what it amends; what is new gets a new one."""
    return UUID(drafted.key) if drafted.key else uuid4()


class _Meaning:
    """The fields of an assignment for a wording: as decided, else as found; what fits nothing stays as printed."""

    def __init__(self, issuer, on, decided):
        self.decided = decided
        self.directory = Directory(issuer, on)

    def of(self, printed, findings):
        named = self.decided.get(printed) or self._found(printed)
        return {"printed": fit(Assignment, "printed", printed, findings), **named}

    def _found(self, printed):
        found = self.directory.find(printed)
        return {"unit": found.unit, "group": found.group}


def _keep_source(plan, name, content):
    PlanSource.objects.create(plan=plan, name=name[-255:], sha256=sha256(content).hexdigest(), content=content)


def _record(plan, beginning, findings, *, by):
    details = beginning.details | {"findings": [asdict(finding) for finding in findings]}
    note = beginning.note[:500]
    PlanEvent.objects.append(plan=plan, kind=beginning.kind, by=by, note=note, details=details, token=beginning.token)
