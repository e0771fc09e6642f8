"""Plain functions that make rows for tests. Keyword-only; what is not given gets a sensible default."""

from datetime import date
from hashlib import sha256
from itertools import count

from plans.draft import ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from plans.draft_json import to_json
from plans.issuing import record_issued
from plans.kinds import AssignmentRole, ItemStyle, SectionKind
from plans.models import Assignment, ItemLayout, Plan, PlanItem, PlanReading, PlanSource, Section, SignedCopy, TaskFile
from plans.progress.reporting import report
from thiduakhenthuong.signatures import report as file_report
from thiduakhenthuong.signatures import texts
from units.models import Area, Membership, Role, Unit, UnitAlias, UnitGroup, User

_numbers = count(1)


def create_area(*, name="Cần Thơ", type_word="thành phố", level=Area.Level.PROVINCE, parent=None, **fields):
    fields.setdefault("code", f"khu-{next(_numbers)}")
    return Area.objects.create(name=name, type_word=type_word, level=level, parent=parent, **fields)


def create_unit(*, name="Ủy ban nhân dân thành phố Cần Thơ", kind=Unit.Kind.PEOPLES_COMMITTEE, **fields):
    fields.setdefault("code", f"don-vi-{next(_numbers)}")
    if "area" not in fields:
        fields["area"] = fields["parent"].area if fields.get("parent") else create_area()
    return Unit.objects.create(name=name, kind=kind, **fields)


def create_alias(*, text, **fields):
    return UnitAlias.objects.create(text=text, **fields)


def create_group(*, name="Các cơ quan liên quan", membering=UnitGroup.Membering.OPEN, members=(), **fields):
    group = UnitGroup.objects.create(name=name, membering=membering, **fields)
    group.members.set(members)
    return group


def create_user(*, role=None, unit=None, username=None, full_name="Nguyễn Văn An", password="mat-khau-thu", **fields):
    username = username or f"nguoi-dung-{next(_numbers)}"
    user = User.objects.create_user(username, password=password, full_name=full_name, **fields)
    if role:
        Membership.objects.create(user=user, unit=unit or create_unit(), role=role)
    return user


def create_editor(*, unit=None, **fields):
    return create_user(role=Role.EDITOR, unit=unit, **fields)


def create_plan(*, issuer=None, **fields):
    issuer = issuer or create_unit()
    number = next(_numbers)
    defaults = {
        "code": f"ke-hoach-{number}",
        "year": 2024,
        "subject": "Triển khai công tác thi đua, khen thưởng năm 2024",
        "issuer_lines": "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ",
        "symbol": "KH-UBND",
        "place": "Cần Thơ",
        "month": 12,
        "signed_year": 2023,
        "recipients": "Các sở, ban ngành thành phố\nLưu: VT",
        "authority_lines": "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        "signer_name": "Trần Văn Bình",
    }
    return Plan.objects.create(issuer=issuer, **(defaults | fields))


def issue_as_it_stands(plan):
    """Record that the plan left on paper with the number and day it has; what a test wants in it comes before."""
    signed_on = date(plan.signed_year, plan.month, plan.day)
    issued = record_issued(plan, number=plan.number, signed_on=signed_on, by=None)
    plan.refresh_from_db()
    return issued


def create_signed_copy(*, plan, content=b"%PDF-", **fields):
    """A scan that was filed."""
    found = file_report.FileReport(1, [], file_report.TextReport(note=texts.SCAN), is_scan=True)
    values = {"kind": SignedCopy.Kind.SCAN, "name": "ban-chup.pdf", "pages": 1, "report": file_report.to_json(found)}
    values["sha256"] = sha256(content).hexdigest()
    return SignedCopy.objects.create(plan=plan, content=content, **values | fields)


def create_task_file(task, *, content=b"%PDF-", **fields):
    """A file that came with a report on the task."""
    values = {"name": "ket-qua.pdf", "media_type": "application/pdf", "sha256": sha256(content).hexdigest()}
    file = TaskFile(size=len(content), content=content, **values | fields)
    report(task=task, state="in_progress", by=None, note="Đang làm.", files=[file])
    return file


def create_section(*, plan, kind=SectionKind.PARAGRAPH, text="Nội dung.", **fields):
    fields.setdefault("position", plan.sections.count() + 1)
    return Section.objects.create(plan=plan, kind=kind, text=text, **fields)


def create_item_list(*, plan, style=ItemStyle.TABLE, **fields):
    section = create_section(plan=plan, kind=SectionKind.ITEMS, text="")
    ItemLayout.objects.create(section=section, style=style, **fields)
    return section


def create_item(*, plan, section=None, text="Tổ chức hội nghị tổng kết", quarter=1, units=(), **fields):
    """`units` are units or groups (responsible), or pairs (unit or group, role)."""
    section = section or plan.sections.filter(kind=SectionKind.ITEMS).first() or create_item_list(plan=plan)
    fields.setdefault("position", plan.items.count() + 1)
    item = PlanItem.objects.create(plan=plan, section=section, text=text, quarter=quarter, **fields)
    for position, named in enumerate(units, 1):
        target, role = named if isinstance(named, tuple) else (named, AssignmentRole.RESPONSIBLE)
        field = "group" if isinstance(target, UnitGroup) else "unit"
        Assignment.objects.create(item=item, position=position, role=role, printed=target.name, **{field: target})
    return item


def create_reading(*, office, text="Tổ chức hội nghị", printed="Phòng Nội vụ", **fields):
    """A document under review: one heading, one item in a table, one loose line."""
    number = next(_numbers)
    source = PlanSource.objects.create(name=f"tep-{number}.txt", sha256=f"tep-{number}", content=b"KE HOACH")
    item = ItemDraft(text, quarter=1, units=[UnitDraft(printed)], lines=(2, 2))
    pieces = [SectionDraft(SectionKind.SECTION, "NỘI DUNG", label="I", lines=(1, 1))]
    pieces.append(SectionDraft(SectionKind.ITEMS, items=[item], layout=LayoutDraft(), lines=(2, 2)))
    draft = PlanDraft(subject="Công tác năm 2024", year=2024, sections=pieces, unplaced=["3: Trang 1"])
    lines = [[1, "I. NỘI DUNG", "I. NỘI DUNG", None], [2, text, text, None], [3, "Trang 1", "Trang 1", None]]
    values = {"issuer": office, "draft": to_json(draft), "lines": lines} | fields
    return PlanReading.objects.create(source=source, office=office, **values)
