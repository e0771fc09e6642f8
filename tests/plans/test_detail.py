"""One plan at a glance, its source file, and recording that it was issued."""

from datetime import date, timedelta
from unittest.mock import patch

import pytest
from django.urls import reverse

from plans import issuing
from plans.editing.locking import NotEditable
from plans.issuing import NumberTaken, record_issued
from plans.models import Assignment, Plan, PlanEvent, PlanSource
from tests.factories import create_editor, create_item, create_plan, create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return create_unit()


@pytest.fixture
def plan(unit):
    return create_plan(issuer=unit)


def add_source(plan, name="kế hoạch.txt", **fields):
    defaults = {"sha256": "ab" * 32, "content": b"<script>alert(1)</script>"}
    return PlanSource.objects.create(plan=plan, name=name, **(defaults | fields))


def test_shows_head_items_findings_unmatched_and_history(client, unit, plan):
    item = create_item(
        plan=plan,
        text="Họp *Hội đồng*",
        quarter=2,
        deadline_raw="tháng 4",
        deadline_start=date(2024, 4, 1),
        deadline_end=date(2024, 4, 30),
        units=[(create_unit(name="Sở Nội vụ"), "lead")],
    )
    Assignment.objects.create(item=item, position=2, role="coordinating", printed="Các cơ quan liên quan")
    add_source(plan)
    findings = [{"severity": "warning", "message": "Có thể gõ nhầm.", "line": 42}]
    PlanEvent.objects.create(plan=plan, kind="imported", details={"findings": findings})
    client.force_login(create_editor(unit=unit))
    text = client.get(plan.get_absolute_url()).text
    for words in (
        "Họp <em>Hội đồng</em>",
        "Quý II",
        "tháng 4 (01/04/2024 – 30/04/2024)",
        "Sở Nội vụ",
        "Có thể gõ nhầm.",
        "(dòng 42)",
        "“Các cơ quan liên quan”",
        "(1 nhiệm vụ)",
        "ab" * 32,
        "Nhập từ văn bản",
    ):
        assert words in text


def test_strangers_get_404_readers_see_but_find_no_way_to_edit(client, plan):
    url = plan.get_absolute_url()
    client.force_login(create_editor())
    assert client.get(url).status_code == 404
    reader = create_user(role=Role.APPROVER, unit=plan.issuer)
    client.force_login(reader)
    text = client.get(url).text
    assert "Soạn thảo" not in text
    assert "Ghi nhận đã ban hành" not in text


@pytest.mark.parametrize("rows", [1, 10])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, unit, plan, rows):
    for _ in range(rows):
        create_item(plan=plan, units=[unit, create_unit(name="Phòng", parent=unit)])
    client.force_login(create_editor(unit=unit))
    with django_assert_num_queries(10):
        client.get(plan.get_absolute_url())


def test_the_source_is_a_download_never_a_page(client, unit, plan):
    source = add_source(plan)
    client.force_login(create_editor(unit=unit))
    response = client.get(reverse("plans:plan_source", args=[plan.code]))
    assert response.content == source.content
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''k%E1%BA%BF%20ho%E1%BA%A1ch.txt"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"] == "application/octet-stream"


def test_no_source_is_404(client, unit, plan):
    client.force_login(create_editor(unit=unit))
    assert client.get(reverse("plans:plan_source", args=[plan.code])).status_code == 404


def record(client, plan, **data):
    return client.post(reverse("plans:plan_record_issued", args=[plan.code]), data)


def test_recording_gives_number_and_date_and_freezes_the_plan(client, unit, plan):
    clerk = create_user(role=Role.CLERK, unit=unit)
    client.force_login(clerk)
    assert record(client, plan, number="5", signed_on="05/02/2024").status_code == 302
    plan.refresh_from_db()
    assert (plan.number, plan.day, plan.month, plan.signed_year, plan.state) == ("05", 5, 2, 2024, "issued")
    assert [(event.kind, event.by) for event in plan.events.all()] == [("issued", clerk), ("edited", clerk)]
    assert plan.events.last().details["before"]["number"] == ""


def test_a_second_click_changes_nothing_and_leads_to_the_plan(client, unit, plan):
    client.force_login(create_user(role=Role.CLERK, unit=unit))
    record(client, plan, number="5", signed_on="05/02/2024")
    response = record(client, plan, number="6", signed_on="06/02/2024")
    assert response.url == plan.get_absolute_url()
    plan.refresh_from_db()
    assert plan.number == "05"
    assert plan.events.filter(kind="issued").count() == 1


def test_two_servers_at_once_record_once(unit, plan):
    clerk = create_user(role=Role.CLERK, unit=unit)
    late = Plan.objects.get(pk=plan.pk)
    record_issued(plan, number="05", signed_on=date(2024, 2, 5), by=clerk)
    with pytest.raises(NotEditable):
        record_issued(late, number="06", signed_on=date(2024, 2, 6), by=clerk)
    plan.refresh_from_db()
    assert (plan.number, plan.events.count()) == ("05", 2)


def test_only_clerks_and_editors_of_the_issuer_record(client, unit, plan):
    client.force_login(create_user(role=Role.APPROVER, unit=unit))
    assert record(client, plan, number="5", signed_on="05/02/2024").status_code == 403
    client.force_login(create_user(role=Role.CLERK))
    assert record(client, plan, number="5", signed_on="05/02/2024").status_code == 404


@pytest.mark.parametrize(
    ("number", "signed_on", "told"),
    [
        ("", "05/02/2024", "Hãy ghi số văn bản."),
        ("không", "05/02/2024", "Số văn bản chỉ gồm chữ số"),
        ("0", "05/02/2024", "Số văn bản chỉ gồm chữ số"),
        ("5", "", "Hãy ghi đủ ngày, tháng, năm ký."),
        ("5", "02/2024", "Hãy ghi ngày theo dạng ngày/tháng/năm"),
        ("5", "31/02/2024", "Hãy ghi ngày theo dạng ngày/tháng/năm"),
        ("5", f"{date.today() + timedelta(3):%d/%m/%Y}", "Ngày ký ở sau hôm nay."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_changes(client, unit, plan, number, signed_on, told):
    client.force_login(create_editor(unit=unit))
    response = record(client, plan, number=number, signed_on=signed_on)
    assert told in response.text
    plan.refresh_from_db()
    assert (plan.state, plan.number) == ("draft", "")


def test_a_number_already_used_in_the_year_is_refused(client, unit, plan):
    create_plan(issuer=unit, number="05", day=1, month=1, signed_year=2024, state=Plan.State.ISSUED)
    client.force_login(create_editor(unit=unit))
    assert "Số 05/KH-UBND năm 2024 đã dùng" in record(client, plan, number="5", signed_on="05/02/2024").text
    plan.refresh_from_db()
    assert plan.is_editable


def test_two_plans_that_take_one_number_at_once_do_not_both_get_it(unit, plan):
    """Both servers looked before either wrote: the database has the last word."""
    clerk, other = create_user(role=Role.CLERK, unit=unit), create_plan(issuer=unit)
    record_issued(other, number="05", signed_on=date(2024, 2, 5), by=clerk)
    looks = iter([lambda *_, **__: None, issuing._refuse_taken_number])  # the first look was too early
    with (
        patch.object(issuing, "_refuse_taken_number", lambda *args, **values: next(looks)(*args, **values)),
        pytest.raises(NumberTaken, match="Số 05/KH-UBND năm 2024 đã dùng"),
    ):
        record_issued(plan, number="5", signed_on=date(2024, 2, 6), by=clerk)
    plan.refresh_from_db()
    assert (plan.state, plan.number, plan.events.count()) == ("draft", "", 0)


def test_typed_text_is_inert(client, unit):
    plan = create_plan(issuer=unit, subject="<script>alert(1)</script>", signer_name="<b>x</b>")
    create_item(plan=plan, text="<img src=x onerror=alert(1)>", deadline_raw="<i>")
    add_source(plan, name="<svg onload=alert(1)>.txt")
    findings = [{"severity": "note", "message": "<u>", "line": None}]
    PlanEvent.objects.create(plan=plan, kind="imported", details={"findings": findings})
    client.force_login(create_editor(unit=unit))
    text = client.get(plan.get_absolute_url()).text
    for active in ("<script>alert", "<b>x", "<img", "<i>", "<svg", "<u>"):
        assert active not in text
