"""Plans over levels: which plan of a level above one carries out, and how far the lower levels are with it."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.editing.carrying_out import carry_out
from plans.editing.locking import Refused
from plans.models import Plan, PlanEvent
from plans.progress.reporting import report
from plans.starting import copy_draft, start_plan
from tests.factories import create_area, create_item, create_plan, create_unit, create_user, issue_as_it_stands
from tests.plans.amending import InForce
from units.models import Area, Role

pytestmark = pytest.mark.django_db


class Province:
    """A city's plan names two districts; the first has a plan in force for its division."""

    def __init__(self):
        self.year = timezone.localdate().year
        self.city = create_area()
        self.issuer = create_unit(name="Ủy ban nhân dân thành phố Cần Thơ", area=self.city)
        self.first, self.second = self.district("Cái Răng"), self.district("Ninh Kiều")
        self.editor = create_user(role=Role.EDITOR, unit=self.issuer)
        self.below = create_user(role=Role.EDITOR, unit=self.first)
        self.plan = self.plan_of(self.issuer, self.first, self.second)
        self.division = create_unit(name="Phòng Nội vụ", kind="division", parent=self.first)
        self.lower = self.plan_of(self.first, self.division)

    def district(self, name):
        area = create_area(name=name, type_word="quận", level=Area.Level.DISTRICT, parent=self.city)
        return create_unit(name=f"Ủy ban nhân dân quận {name}", area=area, parent=self.issuer)

    def plan_of(self, issuer, *units, year=None, **fields):
        number = str(Plan.objects.count() + 1)
        plan = create_plan(issuer=issuer, year=year or self.year, number=number, day=1, month=1, **fields)
        create_item(plan=plan, quarter=1, units=units)
        issue_as_it_stands(plan)
        return plan

    def page(self, client, user=None, plan=None, **query):
        client.force_login(user or self.editor)
        return client.get(reverse("plans:plan_lower", args=[(plan or self.plan).code]), query)

    def choose(self, client, superior, user=None, plan=None, **data):
        client.force_login(user or self.below)
        url = reverse("plans:plan_carry_out", args=[(plan or self.lower).code])
        return client.post(url, {"superior": superior.pk if superior else "", **data})


def test_a_lower_plan_is_shown_above_with_its_completion(client):
    province = Province()
    assert province.choose(client, province.plan).status_code == 302
    report(task=province.lower.tasks.get(), state="done", by=None)
    response = province.page(client)
    ((line, _),) = response.context["lines"]
    assert (line.plan, line.counts.given, line.counts.done) == (province.lower, 1, 1)
    assert "<b>1</b> đơn vị đã ban hành kế hoạch triển khai, <b>1</b> đơn vị chưa có" in response.text
    assert reverse("plans:plan_progress", args=[province.lower.code]) in response.text
    missing = province.page(client, xem="chua-co").context["page"]
    assert list(missing) == [province.second]


def test_each_plan_leads_to_the_other(client):
    province = Province()
    carry_out(plan=province.lower, superior=province.plan, by=province.below)
    client.force_login(province.below)
    text = client.get(province.lower.get_absolute_url()).text
    assert "Triển khai kế hoạch</dt>" in text
    assert province.plan.get_absolute_url() in text
    client.force_login(province.editor)
    assert "Kế hoạch cấp dưới (1)" in client.get(province.plan.get_absolute_url()).text
    for user, offered in ((province.editor, True), (province.below, False)):
        client.force_login(user)
        text = client.get(reverse("plans:plan_progress", args=[province.plan.code])).text
        assert (reverse("plans:plan_lower", args=[province.plan.code]) in text) == offered


def test_choosing_leaves_an_event_that_says_what_was_before(client):
    province = Province()
    province.choose(client, province.plan)
    event = province.lower.events.first()
    assert (event.kind, event.by) == (PlanEvent.Kind.EDITED, province.below)
    assert event.details == {"before": {"carries_out": ""}, "after": {"carries_out": province.plan.code}}
    province.choose(client, None, seen=province.plan.code)
    assert province.lower.events.first().details["before"] == {"carries_out": province.plan.code}
    assert Plan.objects.get(pk=province.lower.pk).carries_out is None


def test_chosen_twice_it_is_done_once():
    province = Province()
    assert carry_out(plan=province.lower, superior=province.plan, by=province.below)
    assert carry_out(plan=province.lower, superior=province.plan, by=province.below) is None


def test_what_somebody_chose_meanwhile_is_not_overwritten(client):
    province = Province()
    carry_out(plan=province.lower, superior=province.plan, by=province.below)
    response = province.choose(client, None, seen="")
    assert response.status_code == 422
    assert "Vừa có người khác chọn" in response.text
    assert Plan.objects.get(pk=province.lower.pk).carries_out == province.plan


def test_only_plans_of_levels_above_in_the_same_year_are_offered(client):
    province = Province()
    others = [
        province.lower,
        province.plan_of(province.issuer, province.first, year=province.year - 1),
        province.plan_of(province.second, province.first),
        province.plan_of(province.division, province.first),
        create_plan(issuer=province.issuer, year=province.year),
    ]
    client.force_login(province.below)
    page = client.get(reverse("plans:plan_carry_out", args=[province.lower.code]))
    assert list(page.context["form"].fields["superior"].queryset) == [province.plan]
    assert "Không triển khai kế hoạch cấp trên nào" in page.text
    for other in others:
        with pytest.raises(Refused):
            carry_out(plan=province.lower, superior=other, by=province.below)
        assert province.choose(client, other).status_code == 422
    assert Plan.objects.get(pk=province.lower.pk).carries_out is None


def test_a_plan_that_does_not_name_the_body_stays_unknown_to_it(client):
    province = Province()
    hidden = province.plan_of(province.issuer, province.second, subject="Kế hoạch riêng cho Ninh Kiều")
    client.force_login(province.below)
    assert hidden.subject not in client.get(reverse("plans:plan_carry_out", args=[province.lower.code])).text
    assert province.choose(client, hidden).status_code == 422


def test_no_circle():
    province = Province()
    carry_out(plan=province.lower, superior=province.plan, by=province.below)
    with pytest.raises(Refused, match="đang triển khai kế hoạch này"):
        carry_out(plan=province.plan, superior=province.lower, by=province.editor)
    with pytest.raises(Refused, match="chính là kế hoạch này"):
        carry_out(plan=province.plan, superior=province.plan, by=province.editor)


def test_who_may_choose_and_who_may_look(client):
    province = Province()
    division = create_user(role=Role.REPORTER, unit=province.division)
    for user, status in ((division, 403), (province.below, 302), (create_user(role=Role.EDITOR), 404)):
        assert province.choose(client, province.plan, user=user).status_code == status
    for user, status in ((province.below, 403), (province.editor, 200), (division, 404)):
        assert province.page(client, user=user).status_code == status


def test_of_a_revoked_plan_nothing_is_chosen_and_it_does_not_count(client):
    province = Province()
    carry_out(plan=province.lower, superior=province.plan, by=province.below)
    Plan.objects.filter(pk=province.lower.pk).update(state="revoked")
    assert province.page(client).context["lines"] == []
    assert province.choose(client, None, seen=province.plan.code).status_code == 422


def test_an_amendment_takes_over_both_ways_a_copy_carries_out_nothing():
    office, above = InForce(), create_plan()
    lower = create_plan(carries_out=office.plan)
    Plan.objects.filter(pk=office.plan.pk).update(carries_out=above)
    amendment = office.amend(text="Việc một sửa")
    office.issue(amendment)
    assert Plan.objects.get(pk=amendment.pk).carries_out == above
    assert Plan.objects.get(pk=lower.pk).carries_out == amendment
    draft = copy_draft(amendment, issuer=amendment.issuer, year=2025, move_years=True)
    copy = start_plan(draft, issuer=amendment.issuer, by=office.editor, token=uuid4(), copied_from=amendment)
    assert Plan.objects.get(pk=copy.pk).carries_out is None


def test_departments_the_plan_names_are_waited_for_too(client):
    province = Province()
    department = create_unit(name="Sở Nội vụ", kind="department", parent=province.issuer)
    create_unit(name="Sở Tài chính", kind="department", parent=province.issuer)
    foreign = create_unit(name="Ủy ban nhân dân thành phố Hà Nội")
    plan = province.plan_of(province.issuer, department, foreign)
    missing = province.page(client, plan=plan, xem="chua-co").context["page"]
    assert list(missing) == [province.first, province.second, department]


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize("view", ["", "chua-co"])
def test_the_number_of_queries_does_not_grow(client, django_assert_max_num_queries, count, view):
    province = Province()
    for number in range(count):
        district = province.district(f"Quận {number}")
        province.district(f"Chưa có {number}")
        carry_out(plan=province.plan_of(district, district), superior=province.plan, by=province.editor)
    client.force_login(province.editor)
    with django_assert_max_num_queries(11):
        response = client.get(reverse("plans:plan_lower", args=[province.plan.code]), {"xem": view})
    assert response.context["lower"].bodies == count
