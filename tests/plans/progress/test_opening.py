"""Issuing a plan makes a task for each body; what amends, replaces or revokes it changes only what it touches."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from plans.amending.beginning import replace_by_new
from plans.models import Assignment, Plan, Task
from plans.moving import cancel
from plans.progress.reporting import extend, give, report
from tests.factories import create_area, create_group, create_item, create_plan, create_unit, issue_as_it_stands
from tests.plans.amending import ON, InForce
from units.models import Area

pytestmark = pytest.mark.django_db


def issued(*items, **fields):
    """A plan in force; each item as (text, its units)."""
    plan = create_plan(number="12", day=5, **fields)
    for text, units in items:
        create_item(plan=plan, text=text, units=units, quarter=2)
    issue_as_it_stands(plan)
    return plan


def told(plan):
    tasks = Task.objects.filter(plan=plan).order_by("pk")
    return [(task.unit or task.printed, task.role, task.due_on) for task in tasks]


def test_each_body_named_has_a_task_until_the_end_of_the_quarter():
    one, two = create_unit(name="Sở Một"), create_unit(name="Sở Hai")
    plan = issued(("Họp", [(one, "lead"), (two, "coordinating")]))
    end = date(2024, 6, 30)
    assert told(plan) == [(one, "lead", end), (two, "coordinating", end)]


def test_the_deadline_of_the_item_counts_before_its_quarter():
    plan = create_plan(number="12", day=5)
    create_item(plan=plan, quarter=2, deadline_end=date(2024, 4, 15), units=[create_unit()])
    create_item(plan=plan, quarter=None, units=[create_unit()])
    issue_as_it_stands(plan)
    assert [(task.due_on, task.quarter) for task in plan.tasks.order_by("pk")] == [(date(2024, 4, 15), 2), (None, None)]


def test_members_of_a_group_have_each_their_own_and_nobody_two():
    city = create_area()
    wards = [create_unit(area=create_area(name=f"Phường {n}", level=Area.Level.COMMUNE, parent=city)) for n in range(3)]
    rule = create_group(
        name="UBND các phường", membering="rule", member_kind="peoples_committee", member_level="commune", area=city
    )
    listed = create_group(name="Hai phường", membering="listed", members=wards[:2])
    plan = issued(("Gửi kế hoạch", [rule, (listed, "coordinating"), (wards[0], "lead")]))
    assert {(task.unit, task.role, task.group) for task in plan.tasks.all()} == {
        (wards[0], "lead", None),
        (wards[1], "responsible", rule),
        (wards[2], "responsible", rule),
    }


def test_what_nobody_can_list_stays_an_open_address():
    plan = issued(("Phối hợp", [create_group()]))
    Assignment.objects.filter(item__plan=plan)
    assert [(task.is_open_address, task.printed) for task in plan.tasks.all()] == [(True, "Các cơ quan liên quan")]


def test_a_report_asks_nothing():
    plan = create_plan(number="12", day=5, doc_type="BÁO CÁO", report_of=create_plan(), period="year", genus="report")
    create_item(plan=plan, units=[create_unit()])
    issue_as_it_stands(plan)
    assert not Task.objects.filter(plan=plan).exists()


class Amended(InForce):
    """Three items of one unit in the plan of an office; the first and second were reported on."""

    def prepare(self):
        self.unit = create_unit(name="Sở Nội vụ")
        for item in self.plan.items.all():
            Assignment.objects.filter(item=item).delete()
            Assignment.objects.create(item=item, position=1, role="lead", printed="Sở Nội vụ", unit=self.unit)

    def task(self, text):
        return Task.objects.get(item__text=text, unit=self.unit, withdrawn_at=None)

    def report(self, text):
        return report(task=self.task(text), state="done", by=self.editor, note="Xong")


def test_an_amendment_keeps_reports_and_changes_only_what_it_touches():
    office = Amended()
    before = {task.pk for task in office.plan.tasks.all()}
    event = office.report("Việc một")
    amendment = office.issue(office.amend(text="Việc một, đã sửa"))
    task = office.task("Việc một, đã sửa")
    assert (task.plan, task.report, task.state) == (amendment, event, "done")
    assert set(amendment.tasks.values_list("pk", flat=True)) == before
    assert [event.kind for event in task.events.all()] == ["reported"]


def test_a_new_deadline_counts_and_is_recorded():
    office = Amended()
    amendment = office.issue(office.amend(deadline_raw="trước ngày 15/8/2024"))
    task = Task.objects.get(plan=amendment, item__text="Việc một")
    assert (task.due_on, task.events.get().kind, task.events.get().until_on) == (
        date(2024, 8, 15),
        "changed",
        date(2024, 8, 15),
    )


def test_an_extension_outlives_an_amendment_of_something_else():
    office = Amended()
    until = timezone.localdate() + timedelta(days=400)
    extend(task=office.task("Việc một"), by=office.editor, until_on=until)
    office.issue(office.amend(text="Việc một, đã sửa"))
    assert office.task("Việc một, đã sửa").due_on == until


def test_what_is_asked_no_more_is_withdrawn_and_keeps_its_reports():
    office = Amended()
    event = office.report("Việc một")
    amendment = office.amend()
    office.delete(amendment, "Việc một")
    office.issue(amendment)
    task = Task.objects.get(report=event)
    assert (task.plan, task.withdrawn_at is not None) == (office.plan, True)
    assert [event.kind for event in task.events.all()] == ["withdrawn", "reported"]


def test_a_revoked_amendment_gives_everything_back():
    office = Amended()
    event = office.report("Việc một")
    before = set(office.plan.tasks.values_list("pk", flat=True))
    amendment = office.amend()
    office.delete(amendment, "Việc một")
    office.add(amendment, "Việc mới", responsible="Sở Nội vụ")
    amendment = office.issue(amendment)
    cancel(plan=amendment, by=office.clerk, note="Sai")
    assert set(office.plan.tasks.standing().values_list("pk", flat=True)) == before
    assert office.task("Việc một").report == event
    assert [task.item.text for task in amendment.tasks.all()] == ["Việc mới"]
    assert not amendment.tasks.standing().exists()


def test_what_replaces_a_plan_begins_anew():
    office = Amended()
    event = office.report("Việc một")
    new = replace_by_new(plan=office.plan, by=office.editor, on=ON)
    office.issue(new)
    assert not office.plan.tasks.standing().exists()
    assert Task.objects.get(report=event).withdrawn_at
    assert {task.state for task in Plan.objects.get(pk=new.pk).tasks.all()} == {"not_started"}


def test_a_revoked_plan_asks_nothing_any_more():
    office = Amended()
    cancel(plan=office.plan, by=office.clerk, note="Sai")
    assert not office.plan.tasks.standing().exists()


def test_what_was_given_on_from_an_open_address_outlives_an_amendment():
    class Open(Amended):
        def prepare(self):
            super().prepare()
            item = self.plan.items.get(text="Việc một")
            group = create_group()
            Assignment.objects.create(item=item, position=2, role="coordinating", printed=group.name, group=group)

    office, found = Open(), create_unit(name="Sở Y tế")
    address = Task.objects.get(unit=None)
    give(task=address, units=[found], by=office.editor)
    amendment = office.issue(office.amend(deadline_raw="trước ngày 15/8/2024"))
    task = Task.objects.get(unit=found)
    assert (task.plan, task.withdrawn_at, task.due_on) == (amendment, None, date(2024, 8, 15))


def test_asked_twice_nothing_changes(django_assert_max_num_queries):
    from plans.progress.opening import open_tasks

    office = Amended()
    before = list(Task.objects.order_by("pk").values())
    open_tasks(office.plan)
    assert list(Task.objects.order_by("pk").values()) == before
