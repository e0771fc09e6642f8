"""3,400 units, each with a plan of 35 items in each of three years: 357,000 items, as many assignments.

Always the same rows: the random choices are seeded. A unit is named by 35 items a year, all in
its province. The provinces' plans of the last year are drafts, all others are issued.
"""

import random
from datetime import date

from django.db import connection

from plans import frozen
from plans.kinds import AssignmentRole, ItemStyle, SectionKind
from plans.models import Assignment, ItemLayout, Plan, PlanItem, Section, Task
from thiduakhenthuong.dates import month_period
from thiduakhenthuong.text import search_key, sort_key
from units.models import Area, Membership, Role, Unit, User

PROVINCES, UNITS_PER_PROVINCE, ITEMS = 34, 100, 35
YEARS = (2024, 2025, 2026)
PASSWORD = "bench"
VERBS = ("Tổ chức", "Tham mưu", "Ban hành", "Kiểm tra", "Tổng hợp", "Thẩm định", "Triển khai", "Báo cáo")
THINGS = (
    "hội nghị tổng kết công tác thi đua, khen thưởng",
    "kế hoạch tuyên truyền gương người tốt, việc tốt",
    "hồ sơ đề nghị tặng thưởng Huân chương Lao động",
    "phong trào thi đua chào mừng các ngày lễ lớn",
    "việc bình xét danh hiệu Chiến sĩ thi đua cơ sở",
    "quy chế hoạt động của Hội đồng Thi đua - Khen thưởng",
    "đăng ký giao ước thi đua giữa các cụm, khối",
)


def build():
    """Makes all rows; a few tens of seconds."""
    choice = random.Random(2026)
    country = Area.objects.create(code="viet-nam", type_word="", name="Trung ương", level=Area.Level.CENTRAL)
    with frozen.lifted():  # issued plans, made row by row
        for number in range(PROVINCES):
            units = _province(country, number)
            for year in YEARS:
                _plans(units, year, choice)
    _people()
    settle()


def settle():
    """What PostgreSQL does by itself within a minute of so many new rows."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def _province(country, number):
    name = f"Mẫu {number + 1}"
    area = Area.objects.create(code=f"tinh-{number}", type_word="tỉnh", name=name, level="province", parent=country)
    head = _unit(area, f"Ủy ban nhân dân tỉnh {name}", f"ubnd-{number}", Unit.Kind.PEOPLES_COMMITTEE)
    head.save()
    below = [
        _unit(area, f"Ủy ban nhân dân xã {name}.{i}", f"ubnd-{number}-{i}", Unit.Kind.PEOPLES_COMMITTEE, parent=head)
        for i in range(1, UNITS_PER_PROVINCE)
    ]
    Unit.objects.bulk_create(below)
    for unit in below:
        unit.path = f"{head.path}{unit.pk}."
    Unit.objects.bulk_update(below, ["path"], batch_size=100)
    return [head, *below]


def _unit(area, name, code, kind, parent=None):
    keys = {"search_key": search_key(name), "sort_key": sort_key(name)}
    return Unit(area=area, name=name, code=code, kind=kind, parent=parent, symbol="UBND", **keys)


def _plans(units, year, choice):
    plans = Plan.objects.bulk_create([_plan(unit, year, choice) for unit in units])
    sections = Section.objects.bulk_create(
        [Section(plan=plan, position=2, kind=SectionKind.ITEMS) for plan in plans]
        + [Section(plan=plan, position=1, kind=SectionKind.SECTION, text="NHIỆM VỤ") for plan in plans]
    )
    lists = sections[: len(plans)]
    ItemLayout.objects.bulk_create([ItemLayout(section=section, style=ItemStyle.TABLE) for section in lists])
    items = PlanItem.objects.bulk_create(
        [_item(section, number, year, choice) for section in lists for number in range(ITEMS)]
    )
    named = units * ITEMS  # every unit as often as every other
    choice.shuffle(named)
    pairs = list(zip(items, named, strict=True))
    Assignment.objects.bulk_create(
        Assignment(item=item, position=1, role=AssignmentRole.LEAD, printed=unit.name, unit=unit)
        for item, unit in pairs
    )
    Task.objects.bulk_create(_task(item, unit, choice) for item, unit in pairs if item.plan.is_in_force)


def _plan(unit, year, choice):
    subject = f"{choice.choice(VERBS)} {choice.choice(THINGS)} năm {year}"
    return Plan(
        code=f"{unit.code}-{year}",
        issuer=unit,
        year=year,
        subject=subject,
        issuer_lines=unit.name.upper(),
        number=str(choice.randint(10, 400)),
        symbol="KH-UBND",
        place=unit.area.name,
        day=15,
        month=1,
        signed_year=year,
        recipients="Như trên\nLưu: VT",
        authority_lines="TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        signer_name="Trần Văn Bình",
        state=Plan.State.DRAFT if unit.parent is None and year == YEARS[-1] else Plan.State.ISSUED,
        search_key=search_key(f"{subject} {unit.name} " + " ".join(THINGS)),
    )


def _item(section, number, year, choice):
    month = number % 12 + 1
    start, end = month_period(year, month)
    text = f"{choice.choice(VERBS)} {choice.choice(THINGS)} đợt {number + 1}"
    return PlanItem(
        plan=section.plan,
        section=section,
        position=number + 1,
        quarter=(month + 2) // 3,
        text=text,
        deadline_raw=f"Tháng {month}",
        deadline_start=start,
        deadline_end=date(year, month, end.day),
    )


def _task(item, unit, choice):
    """A third of them finished."""
    state = choice.choice((Task.State.NOT_STARTED, Task.State.IN_PROGRESS, Task.State.DONE))
    said = {"key": item.key, "quarter": item.quarter, "planned_on": item.deadline_end, "due_on": item.deadline_end}
    return Task(plan=item.plan, item=item, unit=unit, printed=unit.name, role=AssignmentRole.LEAD, state=state, **said)


def _people():
    """A reporter at a commune, an editor at a province."""
    for username, role, code in (("reporter", Role.REPORTER, "ubnd-3-7"), ("editor", Role.EDITOR, "ubnd-3")):
        user = User.objects.create_user(username, password=PASSWORD, full_name=username)
        Membership.objects.create(user=user, unit=Unit.objects.get(code=code), role=role)
