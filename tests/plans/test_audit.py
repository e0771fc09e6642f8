"""Every request that changes what a plan says or where it stands leaves an event: who, from where, when (goal R7).

A wrapper around the database watches the statements of each request: what writes one of the audited tables must write
an event too.
"""

import re
from datetime import date

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path, reverse
from django.utils import timezone

import thiduakhenthuong.urls
from plans.models import Comment, Plan, PlanEvent, SeriesEvent
from plans.versions import content_of, digest
from tests.factories import create_item, create_plan, create_section, create_unit, create_user
from units.models import Role

AUDITED = {
    "plans_plan",
    "plans_section",
    "plans_itemlayout",
    "plans_planitem",
    "plans_assignment",
    "plans_planversion",
    "plans_issuedpaper",
    "plans_signedcopy",
    "plans_comment",
    "plans_registerentry",
    "plans_numberseries",
    "plans_task",
    "plans_taskfile",
    "plans_askedfigure",
    "plans_remindingrule",
}
EVENTS = {"plans_planevent", "plans_seriesevent", "plans_taskevent"}
WRITES = re.compile(r'^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)

pytestmark = pytest.mark.django_db


class Watch:
    """The tables a request writes."""

    def __init__(self):
        self.tables = set()

    def __call__(self, execute, sql, params, many, context):
        found = WRITES.match(sql)
        if found:
            self.tables.add(found[1].lower())
        return execute(sql, params, many, context)

    @property
    def unrecorded(self):
        """Audited tables that were written without an event."""
        return set() if self.tables & EVENTS else self.tables & AUDITED


class Office:
    """A plan of a unit with all kinds of content, and a signed-in client for each role."""

    def __init__(self):
        self.unit = create_unit(symbol="UBND")
        self.plan = create_plan(issuer=self.unit)
        self.piece = create_section(plan=self.plan, text="Nâng cao chất lượng.")
        self.item = create_item(plan=self.plan, units=[self.unit])
        create_item(plan=self.plan, section=self.item.section, text="Việc thứ hai")
        self.people = {role: create_user(role=role, unit=self.unit) for role in Role}

    def post(self, name, role, /, *arguments, code=True, **data):
        """Sends a form as it stands, with some values changed; what the request wrote, and its event."""
        url = reverse(f"plans:{name}", args=[*([self.plan.code] if code else []), *arguments])
        client = Client()
        client.force_login(self.people[role])
        data = _values_of(client, url) | data
        before, watch = _latest(), Watch()
        with connection.execute_wrapper(watch):
            response = client.post(url, data)
        assert response.status_code == 302, response.content.decode()[-2000:]
        return watch, _latest() if _latest() != before else None


def _values_of(client, url):
    response = client.get(url)
    form = (response.context or {}).get("form") if response.status_code == 200 else None
    fields = {name: form[name].value() for name in form.fields} if form else {}
    base = {"base": form["base"].value()} if form and "base" in form.fields else {}
    return {name: _sent(value) for name, value in (fields | base).items() if value not in (None, False)}


def _sent(value):
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value() if callable(value) else value


def _latest():
    events = [PlanEvent.objects.order_by("-at", "-pk").first(), SeriesEvent.objects.order_by("-pk").first()]
    return max(filter(None, events), key=lambda event: event.at, default=None)


DEEDS = {
    "head": lambda office: office.post("head_edit", Role.EDITOR, subject="Trích yếu mới"),
    "foot": lambda office: office.post("foot_edit", Role.EDITOR, recipients="Như trên\nLưu: VT"),
    "piece added": lambda office: office.post("section_add", Role.EDITOR, text="Đoạn mới", kind="paragraph"),
    "piece edited": lambda office: office.post("section_edit", Role.EDITOR, office.piece.pk, text="Đoạn khác"),
    "piece moved": lambda office: office.post("section_down", Role.EDITOR, office.piece.pk),
    "piece doubled": lambda office: office.post("section_duplicate", Role.EDITOR, office.piece.pk),
    "piece deleted": lambda office: office.post("section_delete", Role.EDITOR, office.piece.pk),
    "list laid out": lambda office: office.post(
        "section_layout", Role.EDITOR, office.item.section_id, number_title="STT"
    ),
    "item added": lambda office: office.post("item_add", Role.EDITOR, office.item.section_id, text="Việc mới"),
    "item edited": lambda office: office.post("item_edit", Role.EDITOR, office.item.pk, text="Việc khác"),
    "item moved": lambda office: office.post("item_down", Role.EDITOR, office.item.pk),
    "item into a quarter": lambda office: office.post("item_move", Role.EDITOR, office.item.pk, quarter=3),
    "item doubled": lambda office: office.post("item_duplicate", Role.EDITOR, office.item.pk),
    "item deleted": lambda office: office.post("item_delete", Role.EDITOR, office.item.pk),
    "comment": lambda office: office.post("comment_list", Role.APPROVER, text="Viết rõ hơn"),
    "submitted": lambda office: office.post("plan_submit", Role.EDITOR),
    "cancelled": lambda office: office.post("plan_cancel", Role.EDITOR, note="Trùng"),
    "recorded": lambda office: office.post("plan_record_issued", Role.CLERK, number="5", signed_on="05/02/2024"),
    "version named": lambda office: office.post("version_list", Role.EDITOR, name="Bản gửi góp ý"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_each_deed_leaves_who_from_where_and_when(deed):
    office = Office()
    watch, event = DEEDS[deed](office)
    assert watch.tables & AUDITED, "it changed nothing"
    assert (watch.unrecorded, event is not None) == (set(), True)
    assert (event.by in office.people.values(), event.unit, event.address) == (True, office.unit, "127.0.0.1")
    assert (len(event.request_id), abs(timezone.now() - event.at).seconds < 60) == (32, True)


def test_the_whole_way_of_a_plan_is_recorded():
    office = Office()
    office.post("plan_submit", Role.EDITOR)
    office.post("plan_return", Role.APPROVER, note="Bổ sung")
    office.post("plan_submit", Role.EDITOR)
    office.post("plan_withdraw", Role.EDITOR)
    office.post("plan_submit", Role.EDITOR)
    office.post("plan_approve", Role.APPROVER, seen=digest(content_of(office.plan)))
    office.post("plan_issue", Role.CLERK)
    watch, event = office.post("plan_cancel", Role.CLERK, note="Sai thẩm quyền")
    assert (watch.unrecorded, event.kind, event.note) == (set(), "revoked", "Sai thẩm quyền")
    kinds = list(office.plan.events.order_by("seq").values_list("kind", flat=True))
    moves = "submitted returned submitted withdrawn submitted approved issued revoked"
    assert kinds == moves.split()
    requests = set(office.plan.events.values_list("request_id", flat=True))
    assert len(requests) == len(kinds)


def test_an_edit_keeps_what_stood_before():
    office = Office()
    _, event = office.post("item_edit", Role.EDITOR, office.item.pk, text="Việc khác")
    assert event.details["before"]["text"] == "Tổ chức hội nghị tổng kết"
    assert event.details["after"]["text"] == "Việc khác"


def careless(request):
    Plan.objects.update(place="Nơi khác")
    return HttpResponse()


urlpatterns = [*thiduakhenthuong.urls.urlpatterns, path("so-y/", careless)]


@pytest.mark.urls("tests.plans.test_audit")
def test_a_view_that_records_nothing_would_be_noticed(client):
    """The twin."""
    office, watch = Office(), Watch()
    client.force_login(office.people[Role.EDITOR])
    with connection.execute_wrapper(watch):
        client.post("/so-y/")
    assert watch.unrecorded == {"plans_plan"}


def test_a_resolved_comment_is_recorded():
    office = Office()
    office.post("comment_list", Role.APPROVER, text="Viết rõ hơn")
    watch, event = office.post("comment_resolve", Role.EDITOR, Comment.objects.get().pk)
    assert (watch.unrecorded, event.kind) == (set(), "resolved")
