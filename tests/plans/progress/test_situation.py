"""A leader's page: five figures over all plans of the bodies they lead, and what waits for a decision."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.progress.reporting import ask_extension, close_item, give, report
from tests.factories import create_area, create_item, create_plan, create_unit, create_user, issue_as_it_stands
from tests.plans.progress.office import Office
from units.models import Area, Role

pytestmark = pytest.mark.django_db


def page(office, user=None, **query):
    return office.client(user or office.approver).get(reverse("plans:situation"), query)


def listed(office, viec, **query):
    url = reverse("plans:situation_tasks")
    found = office.client(office.approver).get(url, {"viec": viec, **query})
    return [str(line.task.unit or line.task.printed) for line in found.context["lines"]]


def figures(response):
    return [figure.count for figure in response.context["figures"]]


def decided(response):
    return {
        str(deciding.concern): [str(line.task.unit or line.task.printed) for line in deciding.lines]
        for deciding in response.context["decisions"]
    }


def reported(office):
    """One done, one that asks for more time; the other two stay silent, one of them late."""
    report(task=office.task(office.meeting, office.first), state="done", by=office.reporter)
    ask_extension(
        task=office.task(office.letter, office.first),
        by=office.reporter,
        until_on=timezone.localdate() + timedelta(days=9),
        note="Chờ số liệu của phường",
    )


def test_five_figures_each_lead_to_their_tasks():
    office = Office()
    reported(office)
    response = page(office)
    assert figures(response) == [4, 1, 2, 2, 1]
    assert "25%" in response.text
    for figure in response.context["figures"]:
        assert f"{reverse('plans:situation_tasks')}?viec={figure.concern}" in response.text
        assert len(listed(office, figure.concern)) == figure.count


def test_silent_are_those_who_said_nothing_though_the_day_is_near():
    office = Office()
    task = office.task(office.meeting, office.second)
    assert listed(office, "den-han-chua-bao-cao") == ["Phòng Nội vụ", "Phòng Tài chính"]
    task.due_on = timezone.localdate() + timedelta(days=7)
    task.save()
    assert len(listed(office, "den-han-chua-bao-cao")) == 3
    report(task=task, state="in_progress", by=office.other)
    assert len(listed(office, "den-han-chua-bao-cao")) == 2


def test_what_needs_a_decision_with_the_reasons_given():
    office = Office()
    reported(office)
    refused = office.task(office.meeting, office.second)
    report(task=refused, state="not_done", by=office.other, note="Đã sáp nhập vào hội nghị chung")
    create_plan(issuer=office.issuer, state="submitted", subject="Kế hoạch sang năm", year=office.plan.year + 1)
    response = page(office)
    assert decided(response) == {
        "xin-gia-han": ["Phòng Nội vụ"],
        "khong-thuc-hien": ["Phòng Tài chính"],
        "chua-giao": ["Các cơ quan liên quan"],
        "qua-han": ["Phòng Nội vụ", "Phòng Tài chính"],
    }
    for words in ("Chờ số liệu của phường", "Đã sáp nhập vào hội nghị chung", "Kế hoạch sang năm"):
        assert words in response.text
    assert refused.get_absolute_url() in response.text


def test_what_was_decided_waits_no_longer():
    office = Office()
    refused = office.task(office.meeting, office.second)
    report(task=refused, state="not_done", by=office.other, note="Đã sáp nhập")
    give(task=office.task(office.meeting), units=[create_unit(kind="division")], by=office.approver)
    assert "chua-giao" not in decided(page(office))
    close_item(item=office.meeting, by=office.approver)
    assert set(decided(page(office))) == {"qua-han"}


def test_bodies_of_the_same_area_count_lower_levels_do_not():
    office = Office()
    ward = create_area(type_word="phường", level=Area.Level.COMMUNE, parent=office.issuer.area)
    for issuer in (office.first, create_unit(area=ward, parent=office.issuer), create_unit()):
        plan = create_plan(issuer=issuer, year=office.plan.year, number="3", day=1, month=1)
        create_item(plan=plan, units=[office.second])
        issue_as_it_stands(plan)
    response = page(office)
    assert {line.plan.issuer for line in response.context["page"]} == {office.issuer, office.first}
    assert figures(response)[0] == 5


def test_one_of_several_bodies_and_years_is_chosen():
    office = Office()
    elsewhere = create_unit(name="Ủy ban nhân dân phường")
    office.approver.memberships.create(unit=elsewhere, role=Role.EDITOR)
    for year in (office.plan.year, office.plan.year - 1):
        plan = create_plan(issuer=elsewhere, year=year, number=str(year), day=1, month=1)
        create_item(plan=plan, units=[elsewhere])
        issue_as_it_stands(plan)
    assert figures(page(office))[0] == 5
    assert figures(page(office, co_quan=elsewhere.pk))[0] == 1
    assert figures(page(office, nam=office.plan.year - 1))[0] == 1
    assert figures(page(office, nam="'", co_quan="999"))[0] == 5
    assert listed(office, "da-giao", co_quan=elsewhere.pk) == ["Ủy ban nhân dân phường"]


def test_the_way_there_is_offered_to_those_who_look_after_plans():
    office = Office()
    url = reverse("plans:situation")
    for user, offered in ((office.editor, True), (office.approver, True), (office.reporter, False)):
        assert (f'href="{url}"' in office.client(user).get(reverse("plans:plan_list")).text) == offered
        assert page(office, user).status_code == (200 if offered else 404)


def test_the_start_page_of_who_approves_shows_the_figures():
    office = Office()
    reported(office)
    found = office.client(office.approver).get("/").context["situation"]
    assert [figure.count for figure in found["figures"]] == [4, 1, 2, 2, 1]
    assert office.client(office.editor).get("/").context["situation"] is None
    assert office.client(create_user(role=Role.APPROVER)).get("/").context["situation"] is None


class Busy(Office):
    """Thirty items more, each late."""

    def prepare(self):
        for number in range(30):
            past = timezone.localdate() - timedelta(days=40 + number)
            create_item(plan=self.plan, text=f"Việc {number}", deadline_end=past, units=[self.first])


def test_of_many_the_longest_late_are_shown_with_a_way_to_all():
    response = page(Busy())
    (late,) = [deciding for deciding in response.context["decisions"] if deciding.concern == "qua-han"]
    assert (len(late.lines), late.has_more) == (5, True)
    assert late.lines[0].words == "Việc 29"
    assert "Xem tất cả: quá hạn" in response.text


@pytest.mark.parametrize("office", [Office, Busy])
@pytest.mark.parametrize("name", ["situation", "situation_tasks"])
def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries, office, name):
    office = office()
    reported(office)
    client, url = office.client(office.approver), reverse(f"plans:{name}")
    with django_assert_max_num_queries(12):
        client.get(url)
