"""What a unit has to do in a year: from which plans, for whom to see, in which order."""

from datetime import date

import pytest
from django.urls import reverse

from plans.access import visible_naming, visible_to
from plans.kinds import SectionKind
from plans.models import Assignment, Plan
from tests.factories import (
    create_area,
    create_editor,
    create_group,
    create_item,
    create_plan,
    create_section,
    create_unit,
    create_user,
)
from units.models import Area, Membership, Role, Succession, Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unguarded")]


@pytest.fixture
def unit():
    return create_unit(name="Phòng Nội vụ quận Cái Răng", kind=Unit.Kind.DIVISION)


@pytest.fixture
def reporter(unit):
    return create_user(role=Role.REPORTER, unit=unit)


def issued(**fields):
    return create_plan(number="12", day=3, state=Plan.State.ISSUED, **fields)


def page(client, unit, user, **query):
    client.force_login(user)
    return client.get(reverse("plans:unit_tasks", args=[unit.pk]), {"nam": 2024} | query)


def words(response):
    return [task.words for task in response.context["tasks"]]


def test_items_that_name_the_unit_with_role_lead_and_plan(client, unit, reporter):
    plan = issued(subject="Kế hoạch năm")
    item = create_item(
        plan=plan, text="Họp", quarter=1, units=[(create_unit(name="Ban TĐKT"), "lead"), (unit, "coordinating")]
    )
    create_item(plan=plan, text="Của nơi khác", units=[create_unit()])
    response = page(client, unit, reporter)
    assert words(response) == ["Họp"]
    task = response.context["tasks"][0]
    assert (task.role_words, task.lead_words, task.plan) == ("Phối hợp", "Ban TĐKT", plan)
    assert f"{reverse('plans:paper', args=[plan.code])}#nhiem-vu-{item.pk}" in response.text
    assert "12/KH-UBND" in response.text


def test_items_through_a_listed_group_say_so(client, unit, reporter):
    group = create_group(name="Các phòng, ban", membering="listed", members=[unit])
    create_item(plan=issued(), text="Qua nhóm", units=[group])
    response = page(client, unit, reporter)
    assert words(response) == ["Qua nhóm"]
    assert "qua nhóm “Các phòng, ban”" in response.text


def test_items_through_a_group_by_rule(client):
    province = create_area()
    commune = create_area(name="Ba Láng", type_word="phường", level=Area.Level.COMMUNE, parent=province)
    unit = create_unit(name="Ủy ban nhân dân phường Ba Láng", area=commune)
    rule = {"member_kind": "peoples_committee", "member_level": "commune", "area": province}
    create_item(
        plan=issued(), text="Mọi phường", units=[create_group(name="UBND các phường", membering="rule", **rule)]
    )
    other = rule | {"member_level": "district"}
    create_item(plan=issued(), text="Mọi quận", units=[create_group(name="UBND các quận", membering="rule", **other)])
    assert words(page(client, unit, create_user(role=Role.REPORTER, unit=unit))) == ["Mọi phường"]


def test_a_unit_named_directly_and_through_a_group_has_the_item_once(client, unit, reporter):
    group = create_group(membering="listed", members=[unit])
    create_item(plan=issued(), text="Một lần", units=[(unit, "lead"), (group, "coordinating")])
    response = page(client, unit, reporter)
    assert words(response) == ["Một lần"]
    assert "qua nhóm" not in response.text


def test_a_duty_is_shown_with_the_words_of_its_section(client, unit, reporter):
    plan = issued()
    section = create_section(plan=plan, kind=SectionKind.CLAUSE, text="Các đơn vị xây dựng kế hoạch")
    create_item(plan=plan, section=section, text="", quarter=None, units=[unit])
    assert words(page(client, unit, reporter)) == ["Các đơn vị xây dựng kế hoạch"]


def test_drafts_are_shown_to_their_office_only_and_marked(client, unit):
    office = create_unit()
    create_item(plan=create_plan(issuer=office), text="Còn soạn", units=[unit])
    assert words(page(client, unit, create_user(role=Role.REPORTER, unit=unit))) == []
    colleague = create_editor(unit=office)
    Membership.objects.create(user=colleague, unit=unit, role=Role.REPORTER)
    response = page(client, unit, colleague)
    assert words(response) == ["Còn soạn"]
    assert "Dự thảo" in response.text


@pytest.mark.parametrize("relation", ["amends", "replaces"])
def test_a_draft_that_changes_a_plan_in_force_shows_no_task_twice(client, unit, relation):
    plan = issued()
    draft = create_plan(issuer=plan.issuer, code="sua", **{relation: plan})
    for each in (plan, draft):
        create_item(plan=each, text="Họp", units=[unit])
    colleague = create_editor(unit=plan.issuer)
    Membership.objects.create(user=colleague, unit=unit, role=Role.REPORTER)
    assert words(page(client, unit, colleague)) == ["Họp"]


def test_a_stranger_gets_404_those_above_see_the_page(client, unit):
    create_item(plan=issued(), units=[unit])
    assert page(client, unit, create_editor()).status_code == 404
    parent = create_unit(name="Ủy ban nhân dân quận Cái Răng")
    unit.parent = parent
    unit.save()
    assert words(page(client, unit, create_user(role=Role.APPROVER, unit=parent))) == ["Tổ chức hội nghị tổng kết"]


def test_who_may_see_one_plan_sees_its_items_only(client, unit):
    office = create_unit()
    create_item(plan=issued(issuer=office), text="Của cơ quan tôi", units=[unit])
    create_item(plan=issued(), text="Của cơ quan khác", units=[unit])
    assert words(page(client, unit, create_editor(unit=office))) == ["Của cơ quan tôi"]


def test_by_quarter_and_by_deadline(client, unit, reporter):
    plan = issued()
    create_item(plan=plan, text="Không hạn", quarter=1, units=[unit])
    create_item(plan=plan, text="Tháng 6", quarter=2, deadline_end=date(2024, 6, 30), units=[unit])
    create_item(plan=plan, text="Tháng 2", quarter=1, deadline_end=date(2024, 2, 29), units=[unit])
    create_item(plan=plan, text="Cả năm", quarter=None, units=[unit])

    def stretches(order):
        found = page(client, unit, reporter, theo=order).context["stretches"]
        return [(stretch.title, [task.words for task in stretch.tasks]) for stretch in found]

    assert stretches("quy") == [
        ("Quý I", ["Tháng 2", "Không hạn"]),
        ("Quý II", ["Tháng 6"]),
        ("Cả năm, không nêu quý", ["Cả năm"]),
    ]
    assert stretches("han") == [
        ("Tháng 2/2024", ["Tháng 2"]),
        ("Tháng 6/2024", ["Tháng 6"]),
        ("Không nêu thời hạn", ["Không hạn", "Cả năm"]),
    ]


def test_without_a_year_the_latest_with_tasks_is_shown(client, unit, reporter):
    create_item(plan=issued(year=2021), text="Cũ", units=[unit])
    create_item(plan=issued(year=2022), text="Mới hơn", units=[unit])
    client.force_login(reporter)
    response = client.get(reverse("plans:unit_tasks", args=[unit.pk]))
    assert (response.context["year"], response.context["years"]) == (2022, [2022, 2021])


def test_a_successor_is_led_to_the_tasks_of_its_predecessor(client, unit, reporter):
    before = create_unit(name="Phòng Nội vụ cũ", valid_to=date(2024, 1, 1))
    Succession.objects.create(predecessor=before, successor=unit, took_over_on=date(2024, 1, 2))
    create_item(plan=issued(), text="Giao trước đây", units=[before])
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
    for _ in range(rows):
        create_item(plan=issued(), units=[(lead, "lead"), (unit, "coordinating"), group])
    client.force_login(reporter)
    with django_assert_num_queries(11):
        response = client.get(reverse("plans:unit_tasks", args=[unit.pk]), {"nam": 2024})
    assert len(words(response)) == rows


def test_htmx_gets_the_list_alone(client, unit, reporter):
    client.force_login(reporter)
    response = client.get(reverse("plans:unit_tasks", args=[unit.pk]), headers={"HX-Request": "true"})
    assert "<html" not in response.text
    assert "HX-Request" in response.headers["Vary"]


@pytest.mark.parametrize("query", [{"nam": "x"}, {"nam": "99999999"}, {"theo": "'"}, {"nam": "\0"}])
def test_odd_input_is_no_error(client, unit, reporter, query):
    assert page(client, unit, reporter, **query).status_code == 200


def test_typed_text_is_inert(client, unit, reporter):
    item = create_item(plan=issued(), text="<script>alert(1)</script>", deadline_raw="<img>", units=[unit])
    Assignment.objects.create(item=item, position=9, role="lead", printed="<svg onload=x>")
    text = page(client, unit, reporter).text
    for active in ("<script>alert", "<img", "<svg"):
        assert active not in text


def test_the_quick_way_for_the_own_unit_says_what_visible_to_says(client, unit, reporter):
    office = create_unit()
    for plan in (issued(issuer=office), create_plan(issuer=office), issued(), create_plan()):
        create_item(plan=plan, units=[unit])
    colleague = create_editor(unit=office)
    Membership.objects.create(user=colleague, unit=unit, role=Role.REPORTER)
    for user in (reporter, colleague, create_editor(unit=office), create_user()):
        quick = visible_naming(user, unit, Plan.objects.all())
        assert set(quick) == set(visible_to(user))
