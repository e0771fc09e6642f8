"""Bodies named through groups: each item has its own, whatever the item before had and whatever became of the group."""

import pytest

from plans.amending.beginning import replace_by_new
from plans.models import Assignment, Task
from plans.moving import cancel
from tests.factories import create_group, create_item, create_plan, create_unit, issue_as_it_stands
from tests.plans.amending import ON, InForce

pytestmark = pytest.mark.django_db


def standing(plan):
    """{item: [(body, role, group)]} of what the plan asks."""
    found = {}
    for task in plan.tasks.standing().select_related("item", "unit", "group").order_by("unit__name"):
        found.setdefault(task.item.text, []).append((task.unit.name, task.role, task.group and task.group.name))
    return found


def test_items_that_name_one_group_ask_each_of_its_bodies_and_those_named_besides():
    units = [create_unit(name=f"Sở {n}") for n in "ABC"]
    three = create_group(name="Ba sở", membering="listed", members=units)
    two = create_group(name="Hai sở", membering="listed", members=units[:2])
    plan = create_plan(number="12", day=5)
    for text in ("0", "1"):
        create_item(plan=plan, text=text, units=[(units[1], "lead"), three])
    create_item(plan=plan, text="2", units=[three])
    create_item(plan=plan, text="3", units=[three, (two, "coordinating")])
    create_item(plan=plan, text="4", units=[(two, "coordinating"), three])
    create_item(plan=plan, text="5", units=[(two, "coordinating")])
    issue_as_it_stands(plan)
    through = [(unit.name, "responsible", "Ba sở") for unit in units]
    helping = [(unit.name, "coordinating", "Hai sở") for unit in units[:2]]
    assert standing(plan) == {
        "0": [through[0], ("Sở B", "lead", None), through[2]],
        "1": [through[0], ("Sở B", "lead", None), through[2]],
        "2": through,
        "3": through,
        "4": through,
        "5": helping,
    }
    for task in plan.tasks.select_related("item"):
        assert (task.key, task.quarter, task.due_on) == (task.item.key, task.item.quarter, task.planned_on)


class Grouped(InForce):
    """Each item goes to a group, named by each of these roles."""

    roles = ("responsible",)

    def prepare(self):
        self.old, self.new = create_unit(name="Đơn vị cũ"), create_unit(name="Đơn vị mới")
        self.group = create_group(name="Nhóm", membering="listed", members=[self.old])
        for item in self.plan.items.all():
            Assignment.objects.filter(item=item).delete()
            for position, role in enumerate(self.roles, 1):
                Assignment.objects.create(item=item, position=position, role=role, printed="Nhóm", group=self.group)


class NamedTwice(Grouped):
    roles = ("responsible", "coordinating")


def test_an_amendment_of_items_that_name_a_group_twice_keeps_their_tasks():
    office = NamedTwice()
    before = set(office.plan.tasks.values_list("pk", flat=True))
    amendment = office.issue(office.amend(text="Việc một, đã sửa"))
    assert set(amendment.tasks.values_list("pk", flat=True)) == before


def test_who_left_the_group_is_not_asked_again_when_an_amendment_is_revoked():
    office = Grouped()
    amendment = office.amend()
    office.delete(amendment, "Việc một")
    amendment = office.issue(amendment)
    office.group.members.set([office.new])
    cancel(plan=amendment, by=office.clerk, note="Sai")
    asked = {text: [name for name, *_ in bodies] for text, bodies in standing(office.plan).items()}
    assert asked["Việc một"] == asked["Việc hai"] == ["Đơn vị mới"]


def test_a_replacement_is_revoked_though_the_group_has_changed():
    office = Grouped()
    new = replace_by_new(plan=office.plan, by=office.editor, on=ON)
    office.issue(new)
    office.group.members.set([office.new])
    cancel(plan=new, by=office.clerk, note="Sai")
    assert {name for bodies in standing(office.plan).values() for name, *_ in bodies} == {"Đơn vị mới"}
    assert not Task.objects.standing().filter(unit=office.old).exists()
