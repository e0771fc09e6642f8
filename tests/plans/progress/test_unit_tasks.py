"""What a unit has to do in a year: from which plans, for whom to see, in which order."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from plans.kinds import SectionKind
from plans.models import Assignment
from plans.moving import cancel
from plans.progress.reporting import close_item, extend, give, give_back, report
from tests.factories import (
    create_area,
    create_editor,
    create_group,
    create_item,
    create_plan,
    create_section,
    create_unit,
    create_user,
    issue_as_it_stands,
)
from tests.plans.progress.office import Office
from units.models import Area, Membership, Role, Succession, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return create_unit(name="Phòng Nội vụ quận Cái Răng", kind=Unit.Kind.DIVISION)


@pytest.fixture
def reporter(unit):
    return create_user(role=Role.REPORTER, unit=unit)


def issued(*items, **fields):
    """A plan in force; each item as the fields of `create_item`."""
    plan = create_plan(number="12", day=3, **fields)
    for item in items:
        create_item(plan=plan, **item)
    issue_as_it_stands(plan)
    return plan


def page(client, unit, user, **query):
    client.force_login(user)
    return client.get(reverse("plans:unit_tasks", args=[unit.pk]), {"nam": 2024} | query)


def words(response):
    return [line.words for line in response.context["lines"]]


def stretches(response):
    return [(s.title, [line.words for line in s.lines]) for s in response.context["stretches"]]


def test_items_that_name_the_unit_with_role_lead_and_plan(client, unit, reporter):
    lead = create_unit(name="Ban TĐKT")
    plan = issued(
        {"text": "Họp", "units": [(lead, "lead"), (unit, "coordinating")]},
        {"text": "Của nơi khác", "units": [create_unit()]},
    )
    response = page(client, unit, reporter)
    assert words(response) == ["Họp"]
    line = response.context["lines"][0]
    assert (line.task.get_role_display(), line.lead_words, line.task.plan_code) == ("Phối hợp", "Ban TĐKT", plan.code)
    for shown in (line.task.get_absolute_url(), plan.get_absolute_url(), "12/KH-UBND", "Chưa thực hiện"):
        assert shown in response.text


def test_items_through_a_listed_group_say_so(client, unit, reporter):
    group = create_group(name="Các phòng, ban", membering="listed", members=[unit])
    issued({"text": "Qua nhóm", "units": [group]})
    response = page(client, unit, reporter)
    assert words(response) == ["Qua nhóm"]
    assert "qua nhóm “Các phòng, ban”" in response.text


def test_a_unit_that_leads_is_not_told_of_itself(client, unit, reporter):
    issued({"text": "Họp", "units": [(unit, "lead")]})
    assert page(client, unit, reporter).context["lines"][0].lead_words == ""


def test_a_duty_is_shown_with_the_words_of_its_section(client, unit, reporter):
    plan = create_plan(number="12", day=3)
    section = create_section(plan=plan, kind=SectionKind.CLAUSE, text="Các đơn vị xây dựng kế hoạch")
    create_item(plan=plan, section=section, text="", quarter=None, units=[unit])
    issue_as_it_stands(plan)
    assert words(page(client, unit, reporter)) == ["Các đơn vị xây dựng kế hoạch"]


def test_drafts_and_what_is_no_longer_asked_are_not_shown(client, unit):
    office = create_unit()
    create_item(plan=create_plan(issuer=office), text="Còn soạn", units=[unit])
    revoked = issued({"text": "Đã hủy", "units": [unit]}, issuer=office)
    cancel(plan=revoked, by=create_user(role=Role.CLERK, unit=office), note="Sai")
    colleague = create_editor(unit=office)
    Membership.objects.create(user=colleague, unit=unit, role=Role.REPORTER)
    assert words(page(client, unit, colleague)) == []


def test_a_stranger_gets_404_those_above_see_the_page(client, unit):
    issued({"units": [unit]})
    assert page(client, unit, create_editor()).status_code == 404
    parent = create_unit(name="Ủy ban nhân dân quận Cái Răng")
    unit.parent = parent
    unit.save()
    assert words(page(client, unit, create_user(role=Role.APPROVER, unit=parent))) == ["Tổ chức hội nghị tổng kết"]


def test_who_may_see_one_plan_sees_its_items_only(client, unit):
    office = create_unit()
    issued({"text": "Của cơ quan tôi", "units": [unit]}, issuer=office)
    issued({"text": "Của cơ quan khác", "units": [unit]})
    assert words(page(client, unit, create_editor(unit=office))) == ["Của cơ quan tôi"]


def test_what_was_given_on_to_the_unit_is_its_own(client, today):
    office, given = Office(), create_unit(name="Sở Y tế")
    give(task=office.task(office.meeting), units=[given], by=office.editor)
    user = create_user(role=Role.REPORTER, unit=given)
    response = page(client, given, user, nam=today.year)
    assert words(response) == ["Họp giao ban"]
    for url in (response.context["lines"][0].task.get_absolute_url(), office.plan.get_absolute_url()):
        assert client.get(url).status_code == 200


def test_late_ones_first_what_is_done_last(client, unit, reporter, today):
    days = {
        "Trễ": today - timedelta(days=30),
        "Hôm nay": today,
        "Sau": today + timedelta(days=40),
        "Xong": today - timedelta(days=40),
        "Kết thúc": today - timedelta(days=41),
    }
    items = [{"text": text, "deadline_end": day, "units": [unit]} for text, day in days.items()]
    plan = issued(*items, {"text": "Không hạn", "quarter": None, "units": [unit]}, year=today.year)
    report(task=plan.tasks.get(item__text="Xong"), state="done", by=reporter)
    close_item(item=plan.items.get(text="Kết thúc"), by=reporter)
    response = page(client, unit, reporter, nam=today.year)
    assert stretches(response) == [
        ("Quá hạn", ["Trễ"]),
        ("Tháng này", ["Hôm nay"]),
        ("Sắp tới", ["Sau", "Không hạn"]),
        ("Đã xong", ["Kết thúc", "Xong"]),
    ]
    assert [(year.year, year.count, year.late) for year in response.context["years"]] == [(today.year, 6, 1)]


def test_marks_say_what_became_of_a_task(client, today):
    office = Office()
    task = office.task(office.letter, office.first)
    report(task=task, state="done", by=office.reporter)
    give_back(task=task, by=office.editor, note="Thiếu")
    extend(task=office.task(office.meeting, office.first), by=office.editor, until_on=today + timedelta(days=300))
    text = page(client, office.first, office.reporter, nam=today.year).text
    for mark in ("Đang thực hiện", "Quá hạn", "Bị trả lại", "(đã gia hạn)"):
        assert mark in text


def test_by_quarter_and_by_deadline(client, unit, reporter):
    issued(
        {"text": "Không hạn", "quarter": 1, "units": [unit]},
        {"text": "Tháng 6", "quarter": 2, "deadline_end": date(2024, 6, 30), "units": [unit]},
        {"text": "Tháng 2", "quarter": 1, "deadline_end": date(2024, 2, 29), "units": [unit]},
        {"text": "Cả năm", "quarter": None, "units": [unit]},
    )
    assert stretches(page(client, unit, reporter, theo="quy")) == [
        ("Quý I", ["Tháng 2", "Không hạn"]),
        ("Quý II", ["Tháng 6"]),
        ("Cả năm, không nêu quý", ["Cả năm"]),
    ]
    assert stretches(page(client, unit, reporter, theo="han")) == [
        ("Tháng 2/2024", ["Tháng 2"]),
        ("Tháng 6/2024", ["Tháng 6"]),
        ("Không nêu thời hạn", ["Không hạn", "Cả năm"]),
    ]


def test_without_a_year_the_latest_with_tasks_is_shown(client, unit, reporter):
    issued({"units": [unit]}, year=2021)
    issued({"units": [unit]}, year=2022)
    client.force_login(reporter)
    response = client.get(reverse("plans:unit_tasks", args=[unit.pk]))
    years = [year.year for year in response.context["years"]]
    assert (response.context["year"], years) == (2022, [2022, 2021])


def test_a_successor_is_led_to_the_tasks_of_its_predecessor(client, unit, reporter):
    before = create_unit(name="Phòng Nội vụ cũ", valid_to=date(2024, 1, 1))
    Succession.objects.create(predecessor=before, successor=unit, took_over_on=date(2024, 1, 2))
    issued({"text": "Giao trước đây", "units": [before]})
    assert reverse("plans:unit_tasks", args=[before.pk]) in page(client, unit, reporter).text
    assert words(page(client, before, reporter)) == ["Giao trước đây"]


def test_my_tasks_leads_to_the_one_unit_or_lets_choose(client, unit, reporter):
    client.force_login(reporter)
    assert client.get("/nhiem-vu/").url == reverse("plans:unit_tasks", args=[unit.pk])
    other = create_unit(name="Ban chỉ huy")
    Membership.objects.create(user=reporter, unit=other, role=Role.REPORTER)
    assert reverse("plans:unit_tasks", args=[other.pk]) in client.get("/nhiem-vu/").text
    client.force_login(create_user())
    assert "chưa thuộc đơn vị nào" in client.get("/nhiem-vu/").text


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, unit, reporter, rows):
    lead, group = create_unit(), create_group(membering="listed", members=[unit])
    other = {"units": [(lead, "lead"), group]}
    issued(*[{"units": [(lead, "lead"), (unit, "coordinating"), group]}, other] * rows)
    client.force_login(reporter)
    with django_assert_num_queries(7):
        response = client.get(reverse("plans:unit_tasks", args=[unit.pk]), {"nam": 2024})
    assert len(words(response)) == 2 * rows


@pytest.mark.parametrize("order", ["viec", "quy", "han"])
def test_htmx_gets_the_list_alone(client, unit, reporter, order):
    issued({"text": "Tổng kết phong trào", "units": [unit]})
    client.force_login(reporter)
    address = f"{reverse('plans:unit_tasks', args=[unit.pk])}?nam=2024&theo={order}"
    response = client.get(address, headers={"HX-Request": "true"})
    assert "<html" not in response.text
    assert "HX-Request" in response.headers["Vary"]
    assert response.text in client.get(address).text and 'name="viec"' in response.text


@pytest.mark.parametrize("query", [{"nam": "x"}, {"nam": "99999999"}, {"theo": "'"}, {"nam": "\0"}])
def test_odd_input_is_no_error(client, unit, reporter, query):
    assert page(client, unit, reporter, **query).status_code == 200


def test_typed_text_is_inert(client, unit, reporter):
    plan = create_plan(number="12", day=3)
    item = create_item(plan=plan, text="<script>alert(1)</script>", deadline_raw="<img>", units=[unit])
    Assignment.objects.create(item=item, position=9, role="lead", printed="<svg onload=x>")
    issue_as_it_stands(plan)
    text = page(client, unit, reporter).text
    assert "&lt;svg" in text
    for active in ("<script>alert", "<img", "<svg"):
        assert active not in text


def test_a_group_by_rule_reaches_the_list(client):
    province = create_area()
    commune = create_area(name="Ba Láng", type_word="phường", level=Area.Level.COMMUNE, parent=province)
    unit = create_unit(name="Ủy ban nhân dân phường Ba Láng", area=commune)
    rule = {"member_kind": "peoples_committee", "member_level": "commune", "area": province}
    issued({"text": "Mọi phường", "units": [create_group(name="UBND các phường", membering="rule", **rule)]})
    assert words(page(client, unit, create_user(role=Role.REPORTER, unit=unit))) == ["Mọi phường"]
