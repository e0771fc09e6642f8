"""One plan at a glance, and its source file."""

from datetime import date

import pytest
from django.urls import reverse

from plans.models import Assignment, PlanEvent, PlanSource
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
    PlanEvent.objects.append(plan=plan, kind="imported", by=None, details={"findings": findings})
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
    assert "Soát lỗi" not in text  # only for those who can mend it


@pytest.mark.parametrize("rows", [1, 10])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, unit, plan, rows):
    for _ in range(rows):
        create_item(plan=plan, units=[unit, create_unit(name="Phòng", parent=unit)])
    client.force_login(create_editor(unit=unit))
    with django_assert_num_queries(20):  # seven of them for the checks on the text
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


def test_typed_text_is_inert(client, unit):
    plan = create_plan(issuer=unit, subject="<script>alert(1)</script>", signer_name="<b>x</b>")
    create_item(plan=plan, text="<img src=x onerror=alert(1)>", deadline_raw="<i>")
    add_source(plan, name="<svg onload=alert(1)>.txt")
    findings = [{"severity": "note", "message": "<u>", "line": None}]
    PlanEvent.objects.append(plan=plan, kind="imported", by=None, details={"findings": findings})
    client.force_login(create_editor(unit=unit))
    text = client.get(plan.get_absolute_url()).text
    for active in ("<script>alert", "<b>x", "<img", "<i>", "<svg", "<u>"):
        assert active not in text
