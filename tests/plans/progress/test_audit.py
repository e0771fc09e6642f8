"""Every deed on tasks leaves who, at which body, from where and in which request (goal R7).

What is one person's own affair leaves no event: whether they are reminded. A calendar's address is a row that is never
deleted and says whose it is, of which body, when it was made and revoked.
"""

from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import connection
from django.http import HttpResponse
from django.urls import path, reverse
from django.utils import timezone

import thiduakhenthuong.urls
from plans.models import AskedFigure, CalendarFeed, MutedPlan, PlanEvent, Task, TaskEvent
from plans.progress.reporting import ask_extension, close_item, report
from tests.factories import create_unit, create_user
from tests.plans.test_audit import AUDITED, Watch
from units.models import Membership, Role, Succession

from .sheets import confirm, downloaded, fill, upload
from .test_reporting_together import Together

pytestmark = pytest.mark.django_db


class Office(Together):
    """What is needed before each deed: the letter was reported, the meeting waits for an extension."""

    def __init__(self):
        super().__init__()
        report(task=self.letter_task, state="done", by=None)
        ask_extension(task=self.meeting_task, until_on=self.later, note="Chờ cấp trên", by=None)

    @property
    def letter_task(self):
        return self.task(self.letter, self.first)

    @property
    def meeting_task(self):
        return self.task(self.meeting, self.first)

    @property
    def later(self):
        return self.meeting.deadline_end.replace(year=self.meeting.deadline_end.year + 1, day=1)

    def send(self, user, name, about, data):
        """Posts the form of a deed; the request's number, what it wrote, and the events it left."""
        known = {model: set(model.objects.values_list("pk", flat=True)) for model in (TaskEvent, PlanEvent)}
        watch, url = Watch(), reverse(f"plans:{name}", args=about)
        with connection.execute_wrapper(watch):
            answer = self.client(user).post(url, data)
        assert answer.status_code == 302, answer.content.decode()[-2000:]
        events = [event for model in known for event in model.objects.exclude(pk__in=known[model])]
        return answer["X-Request-ID"], watch, events


@dataclass(frozen=True)
class Deed:
    """`who` does it, where they act from (`where`), on what, with which words; the kinds of event expected."""

    who: str
    name: str
    about: str
    where: str
    kind: str
    data: dict
    count: int = 1

    def arguments(self, office):
        plan, item = office.plan.code, office.letter.pk
        tasks = {"letter": office.letter_task.pk, "meeting": office.meeting_task.pk}
        tasks["address"] = office.task(office.meeting).pk
        return {"plan": [plan], "item": [plan, item]}.get(self.about) or [tasks[self.about]]


NOTE, DONE, DAY = {"note": "Vì thế"}, {"state": "done"}, {"until_on": f"01/02/{timezone.localdate().year + 3}"}
RULE = {"days_before": "3", "on_the_day": "on", "seen": "7, 1|True|True"}
DEEDS = {
    "report": Deed("reporter", "task_report", "meeting", "first", "reported", DONE),
    "on behalf": Deed("editor", "task_report", "meeting", "issuer", "reported", DONE),
    "return": Deed("editor", "task_return", "letter", "issuer", "returned", NOTE),
    "ask": Deed("reporter", "task_ask_extension", "meeting", "first", "asked", NOTE | DAY),
    "extend": Deed("approver", "task_extend", "meeting", "issuer", "extended", DAY),
    "refuse": Deed("editor", "task_refuse_extension", "meeting", "issuer", "refused", NOTE),
    "close by the office": Deed("editor", "task_close", "meeting", "issuer", "closed", NOTE, count=3),
    "close by the lead": Deed("reporter", "task_close", "meeting", "first", "closed", NOTE, count=3),
    "give by the office": Deed("editor", "task_give", "address", "issuer", "given", {"units": "Phòng Nội vụ"}),
    "give by the lead": Deed("reporter", "task_give", "address", "first", "given", {"units": "Phòng Tài chính"}),
    "figures": Deed("editor", "item_figures", "item", "issuer", "edited", {"label_1": "Số tập thể"}),
    "rule": Deed("editor", "plan_reminding", "plan", "issuer", "edited", RULE),
}


def check(office, deed):
    number, watch, events = office.send(getattr(office, deed.who), deed.name, deed.arguments(office), deed.data)
    assert watch.tables & AUDITED, "it changed nothing"
    assert (watch.unrecorded, len(events)) == (set(), deed.count)
    told = {(event.kind, event.by, event.unit, event.address, event.request_id) for event in events}
    assert told == {(deed.kind, getattr(office, deed.who), getattr(office, deed.where), "127.0.0.1", number)}


@pytest.mark.parametrize("what", DEEDS)
def test_each_deed_leaves_who_where_and_in_which_request(what):
    check(Office(), DEEDS[what])


def test_opening_an_item_again_is_recorded():
    office = Office()
    close_item(item=office.meeting, by=None)
    check(office, Deed("reporter", "task_reopen", "meeting", "first", "reopened", {}, count=3))


def test_who_holds_several_roles_acts_where_the_role_used_is_held():
    office = Office()
    Membership.objects.create(user=office.editor, unit=office.first, role=Role.SECRETARY)
    check(office, DEEDS["on behalf"])
    Membership.objects.create(user=office.editor, unit=office.first, role=Role.REPORTER)
    check(
        office,
        Deed("editor", "task_report", "meeting", "first", "reported", DONE | {"seen": office.meeting_task.report_id}),
    )
    check(office, DEEDS["return"])


def test_who_took_over_a_body_reports_from_the_new_one():
    office = Office()
    office.new = create_unit(name="Phòng Văn hóa", kind="division", parent=office.issuer)
    Succession.objects.create(predecessor=office.first, successor=office.new, took_over_on="2024-01-01")
    office.heir = create_user(role=Role.REPORTER, unit=office.new)
    check(office, Deed("heir", "task_report", "meeting", "new", "reported", DONE))
    check(office, Deed("heir", "task_close", "meeting", "new", "closed", {}, count=3))


def test_each_of_several_reports_is_recorded():
    office = Together()
    watch, data = Watch(), office.form(letter_state="done", meeting_state="done")
    client = office.client(office.reporter)
    with connection.execute_wrapper(watch):
        number = client.post(office.url, data)["X-Request-ID"]
    events = [task.report for task in office.tasks]
    assert ("plans_task" in watch.tables, watch.unrecorded) == (True, set())
    told = {(event.by, event.unit, event.address, event.request_id) for event in events}
    assert told == {(office.reporter, office.first, "127.0.0.1", number)}


def test_a_sheet_writes_nothing_and_its_reports_are_recorded_when_they_are_sent():
    office, watch = Together(), Watch()
    sheet = fill(downloaded(office), "Gửi báo cáo", state="Hoàn thành")
    with connection.execute_wrapper(watch):
        review = upload(office, sheet)
    assert watch.tables & (AUDITED | {"plans_taskevent"}) == set()
    number = confirm(office, review)["X-Request-ID"]
    event = TaskEvent.objects.get()
    assert (event.by, event.unit, event.request_id) == (office.reporter, office.first, number)


def test_asking_for_figures_tells_what_stood_before_and_asking_the_same_leaves_no_event():
    office = Together()
    client, url = office.client(office.editor), reverse("plans:item_figures", args=[office.plan.code, office.letter.pk])
    for label in ("Số tập thể", "Số cá nhân", ""):
        watch = Watch()
        with connection.execute_wrapper(watch):
            assert client.post(url, {"label_1": label, "measure_1": ""}).status_code == 302
        assert ("plans_askedfigure" in watch.tables, watch.unrecorded) == (True, set())
    event = office.plan.events.first()
    assert event.details == {"before": {"1": ["Số cá nhân", ""]}, "after": {}}
    count = office.plan.events.count()
    client.post(url, {"label_1": "", "measure_1": ""})
    assert office.plan.events.count() == count


def test_whether_a_person_is_reminded_touches_nothing_audited():
    office = Office()
    for button in ("off", "on"):
        _, watch, events = office.send(office.reporter, "plan_mute", [office.plan.code], {"reminders": button})
        assert (watch.tables & AUDITED, events) == (set(), [])
        assert MutedPlan.objects.exists() == (button == "off")


def test_an_address_of_a_calendar_tells_whose_it_was_after_it_is_revoked():
    office = Office()
    office.client(office.reporter).post(reverse("plans:feeds"), {"unit": office.first.pk})
    office.send(office.reporter, "feed_revoke", [CalendarFeed.objects.get().pk], {})
    feed = CalendarFeed.objects.get()
    assert (feed.user, feed.unit, feed.made_at < feed.revoked_at) == (office.reporter, office.first, True)


def careless(request):
    Task.objects.update(state=request.POST["state"])
    AskedFigure.objects.create(plan_id=request.POST["plan"], key=UUID(int=1), position=1, label="x")
    return HttpResponse(status=302)


urlpatterns = [*thiduakhenthuong.urls.urlpatterns, path("so-y/", careless)]


@pytest.mark.urls("tests.plans.progress.test_audit")
def test_twin_a_deed_that_records_nothing_would_be_noticed():
    office, watch = Office(), Watch()
    with connection.execute_wrapper(watch):
        office.client(office.editor).post("/so-y/", {"state": "done", "plan": office.plan.pk})
    assert watch.unrecorded == {"plans_task", "plans_askedfigure"}
