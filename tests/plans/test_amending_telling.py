"""Who hears of an issued plan: all units it names; of an amendment only those whose items changed."""

import pytest

from plans.amending.beginning import replace_by_new
from plans.kinds import AssignmentRole
from plans.models import Notice, Plan
from tests.factories import create_group, create_plan, create_unit, create_user
from tests.plans.amending import ON, InForce
from units.models import Role, Succession, Unit

pytestmark = pytest.mark.django_db
LEAD, HELPS = AssignmentRole.LEAD, AssignmentRole.COORDINATING
NAMES = ("tài chính", "y tế", "giáo dục", "công an")


class Told(InForce):
    """Item one: finance and a group with health in it. Item two: education. Each unit has a reporter."""

    def prepare(self):
        self.units, self.reporters = {"nội vụ": self.office}, {}
        for name in NAMES:
            self.units[name] = create_unit(name=f"Sở {name}", kind=Unit.Kind.DEPARTMENT, parent=self.issuer)
        for name, unit in self.units.items():
            self.reporters[create_user(role=Role.REPORTER, unit=unit)] = name
        members = create_group(name="các sở", membering="listed", members=[self.units["y tế"]], issuer=self.issuer)
        self.first.assignments.all().delete()
        self.name(self.first, self.units["tài chính"], LEAD, 1)
        self.name(self.first, members, HELPS, 2)
        self.name(self.second, self.units["giáo dục"], LEAD, 1)

    def name(self, item, target, role, position):
        field = "unit" if isinstance(target, Unit) else "group"
        item.assignments.create(position=position, role=role, printed=target.name, **{field: target})

    def told(self):
        """Which reporters heard, and of which plan."""
        heard = Notice.objects.filter(user__in=self.reporters).select_related("user", "plan")
        return {(self.reporters[notice.user], notice.plan.code) for notice in heard}


@pytest.fixture
def office():
    return Told()


def test_a_first_issue_is_told_to_all_it_names(office):
    again = replace_by_new(plan=office.plan, by=office.editor, on=ON)
    assert office.told() == set()  # what is recorded left the office long ago
    office.issue(again)
    assert office.told() == {(name, again.code) for name in ("tài chính", "y tế", "giáo dục")}


def test_an_amendment_only_to_those_whose_items_changed(office):
    amendment = office.amend(deadline_raw="tháng 5")
    office.issue(amendment)
    assert office.told() == {("tài chính", amendment.code), ("y tế", amendment.code)}


def test_who_comes_and_who_goes_hears_of_it_where_they_may_read_it(office):
    amendment = office.amend()
    office.change(amendment, "Việc hai", lead="Sở công an")
    office.issue(amendment)
    assert office.told() == {("công an", amendment.code), ("giáo dục", office.plan.code)}


def test_of_an_item_that_is_new_and_of_one_that_is_gone(office):
    amendment = office.amend()
    office.add(amendment, "Việc mới", lead="Sở Nội vụ")
    office.delete(amendment, "Việc hai")
    office.issue(amendment)
    assert office.told() == {("nội vụ", amendment.code), ("giáo dục", office.plan.code)}


def test_another_place_in_the_same_quarter_is_told_to_nobody_another_quarter_is(office):
    from plans.editing.items import move_item, move_item_to

    amendment = office.amend()
    move_item(plan=amendment, pk=amendment.items.get(text="Việc hai").pk, step=-1, by=office.editor)
    move_item_to(plan=amendment, pk=amendment.items.get(text="Việc một").pk, quarter=3, by=office.editor)
    office.issue(amendment)
    assert office.told() == {("tài chính", amendment.code), ("y tế", amendment.code)}


def test_a_duty_is_another_when_the_text_that_states_it_is(office):
    amendment = office.amend()
    section = amendment.sections.get(text="Giao Sở Nội vụ theo dõi.")
    duty = amendment.items.create(section=section, position=1, text="")
    office.name(duty, office.units["nội vụ"], LEAD, 1)
    office.issue(amendment_with_text(office, amendment, section))
    assert office.told() == {("nội vụ", amendment.code)}


def amendment_with_text(office, amendment, section):
    from plans.editing.sections import save_section, section_values

    base = section_values(section)
    text = {"text": "Giao Sở Nội vụ theo dõi, đôn đốc."}
    save_section(plan=amendment, pk=section.pk, base=base, values=base | text, by=office.editor)
    return amendment


def test_who_took_over_from_a_named_unit_hears(office):
    new = create_unit(name="Sở Tài chính và Đầu tư", kind=Unit.Kind.DEPARTMENT, parent=office.issuer)
    Succession.objects.create(predecessor=office.units["tài chính"], successor=new, took_over_on=ON)
    office.reporters[create_user(role=Role.REPORTER, unit=new)] = "kế tiếp"
    amendment = office.amend(deadline_raw="tháng 5")
    office.issue(amendment)
    assert ("kế tiếp", amendment.code) in office.told()


def test_what_a_replacement_names_no_more_is_told_of_the_replaced_plan(office):
    new = replace_by_new(plan=office.plan, by=office.editor, on=ON)
    office.delete(new, "Việc hai")
    office.issue(new)
    assert office.told() == {("tài chính", new.code), ("y tế", new.code), ("giáo dục", office.plan.code)}


def test_plans_of_others_are_no_concern(office):
    create_plan(issuer=office.issuer)
    assert Plan.objects.count() == 2
    assert office.told() == set()
