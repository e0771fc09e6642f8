"""The start page shows each role what is its business."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from plans.models import Assignment, Task
from plans.progress.reporting import close_item
from tests.factories import create_editor, create_item, create_plan, create_unit, create_user, issue_as_it_stands
from units.models import Membership, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unguarded")]


def start(client, user):
    client.force_login(user)
    return client.get("/")


def test_without_role_the_user_is_told_whom_to_ask(client):
    assert "Hãy liên hệ người quản trị" in start(client, create_user()).text


def test_an_editor_sees_own_drafts_and_wordings_without_unit(client):
    unit = create_unit()
    plan = create_plan(issuer=unit, subject="Dự thảo của tôi")
    Assignment.objects.create(item=create_item(plan=plan), position=1, role="lead", printed="Các cơ quan liên quan")
    create_plan(subject="Của nơi khác")
    text = start(client, create_editor(unit=unit)).text
    assert "Dự thảo của tôi" in text
    assert "Của nơi khác" not in text
    assert "1 chỗ" in text
    assert "/ke-hoach/tao-moi/" in text


def test_links_to_plans_with_one_title_name_year_and_issuer(client):
    top = create_unit()
    for name, subject in (("Huyện Một", "Thi đua năm 2024"), ("Huyện Hai", "Thi đua")):
        plan = create_plan(issuer=create_unit(name=name, parent=top), subject=subject, year=2024)
        item = create_item(plan=plan)
        Assignment.objects.create(item=item, position=1, role="lead", printed="Các cơ quan")
    text = start(client, create_editor(unit=top)).text
    assert text.count(">Thi đua năm 2024 – Huyện Một</a>") == 2  # as a draft, and among wordings without a unit
    assert text.count(">Thi đua, năm 2024 – Huyện Hai</a>") == 2


@pytest.mark.parametrize(
    ("role", "shown"), [(Role.APPROVER, ["submitted"]), (Role.CLERK, ["approved", "issued"]), (Role.EDITOR, [])]
)
def test_what_waits_is_shown_to_whom_it_waits_for(client, role, shown):
    unit = create_unit()
    for state in ("draft", "submitted", "approved", "issued", "filed"):
        create_plan(issuer=unit, subject=state, state=state, number=state, day=1, symbol="KH")
        create_plan(subject=f"{state} nơi khác", state=state, number=state, day=1)
    waiting = start(client, create_user(role=role, unit=unit)).context["waiting"]
    assert [plan.subject for _, plans in waiting for plan in plans] == shown


@pytest.mark.parametrize("role", [Role.REPORTER, Role.SECRETARY])
def test_a_unit_sees_what_is_late_due_this_month_and_later(client, today, role):
    unit = create_unit(name="Sở Nội vụ")
    plan = create_plan(year=today.year, number="1", day=1)
    for text, days in (("Việc trễ", -30), ("Việc hôm nay", 0), ("Việc sau", 60)):
        create_item(plan=plan, text=text, deadline_end=today + timedelta(days=days), units=[unit])
    issue_as_it_stands(plan)
    response = start(client, create_user(role=role, unit=unit))
    stretches = response.context["tasks"]["busy"][0]["stretches"]
    assert [(stretch.title, [line.words for line in lines]) for stretch, lines in stretches] == [
        ("Quá hạn", ["Việc trễ"]),
        ("Tháng này", ["Việc hôm nay"]),
        ("Sắp tới", ["Việc sau"]),
    ]
    assert Task.objects.get(item__text="Việc trễ").get_absolute_url() in response.text


def test_a_unit_with_nothing_to_do_is_led_to_its_latest_year(client, today):
    unit = create_unit(name="Sở Nội vụ")
    plan = create_plan(year=today.year - 1, number="1", day=1)
    item = create_item(plan=plan, text="Việc đã xong", units=[unit])
    issue_as_it_stands(plan)
    close_item(item=item, by=None)
    text = start(client, create_user(role=Role.REPORTER, unit=unit)).text
    assert "Không có nhiệm vụ nào chờ báo cáo" in text
    assert f"?nam={today.year - 1}" in text


def test_an_administrator_sees_counts(client):
    unit = create_unit()
    create_unit(name="Phòng Nội vụ", parent=unit)
    response = start(client, create_user(role=Role.ADMINISTRATOR, unit=unit))
    found = response.context["administration"]
    assert (found["in_force"], found["accounts"], found["roles"]) == (2, 1, 1)


def test_namesakes_are_told_apart_by_their_end(client):
    former = create_unit(valid_to=date(2025, 6, 30))
    user = create_user(role=Role.ADMINISTRATOR, unit=former)
    for role, unit in ((Role.REPORTER, former), (Role.REPORTER, create_unit()), (Role.ADMINISTRATOR, create_unit())):
        Membership.objects.create(user=user, unit=unit, role=role)
    name = former.name
    text = start(client, user).text
    assert f"{name} (đến 30/06/2025)</a>: thành viên" in text
    assert f"{name}</a>: thành viên" in text
    assert f'{reverse("plans:unit_tasks", args=[former.pk])}">{name} (đến 30/06/2025)</a>' in text
    choice = client.get("/nhiem-vu/").text
    assert f"{name} (đến 30/06/2025)</a>" in choice
    assert f"{name}</a>" in choice


def test_several_roles_show_several_blocks(client):
    unit = create_unit()
    user = create_editor(unit=unit)
    for role in (Role.CLERK, Role.REPORTER, Role.ADMINISTRATOR):
        Membership.objects.create(user=user, unit=unit, role=role)
    text = start(client, user).text
    for heading in ("Soạn thảo</h2>", "Việc đang chờ", "Không có nhiệm vụ nào chờ báo cáo", "Quản trị</h2>"):
        assert heading in text


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, today, rows):
    unit = create_unit()
    for n in range(rows):
        create_item(plan=create_plan(issuer=unit, year=today.year), units=[unit])
        issued = create_plan(issuer=unit, year=today.year, number=str(n + 1), day=1)
        create_item(plan=issued, units=[unit])
        issue_as_it_stands(issued)
    user = create_editor(unit=unit)
    for role in (Role.CLERK, Role.REPORTER, Role.ADMINISTRATOR):
        Membership.objects.create(user=user, unit=unit, role=role)
    client.force_login(user)
    with django_assert_num_queries(14):
        client.get("/")
