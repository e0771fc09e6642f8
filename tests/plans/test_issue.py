"""Issuing an approved plan: number, day, the paper as it leaves, and what is refused."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.draft_json import from_json
from plans.drafting import draft_of
from plans.models import IssuedPaper, Plan
from plans.moving import approve, submit
from plans.versions import content_of, digest
from tests.factories import create_item, create_plan, create_section, create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return create_unit()


@pytest.fixture
def clerk(unit):
    return create_user(role=Role.CLERK, unit=unit)


def approved(unit, **fields):
    plan = create_plan(issuer=unit, **fields)
    create_section(plan=plan, kind="section", text="NỘI DUNG")
    create_item(plan=plan, units=[unit])
    editor, approver = (create_user(role=role, unit=unit) for role in (Role.EDITOR, Role.APPROVER))
    submit(plan=plan, by=editor)
    approve(plan=plan, by=approver, seen=digest(content_of(plan)))
    return Plan.objects.get(pk=plan.pk)


def issue(client, plan, user, **data):
    client.force_login(user)
    data.setdefault("signed_on", f"{timezone.localdate():%d/%m/%Y}")
    return client.post(reverse("plans:plan_issue", args=[plan.code]), data, follow=True)


def test_it_gets_the_next_number_and_leaves_its_paper(client, unit, clerk):
    plan, today = approved(unit), timezone.localdate()
    assert f"Đã ban hành: số 01/KH-UBND, ngày {today:%d/%m/%Y}." in issue(client, plan, clerk).text
    plan.refresh_from_db()
    assert (plan.state, plan.number, plan.day) == ("issued", "01", today.day)
    paper, event = plan.issued_paper, plan.events.first()
    assert (event.kind, event.by, event.details["pdf_sha256"]) == ("issued", clerk, paper.pdf_sha256)
    assert sha256(bytes(paper.pdf)).hexdigest() == paper.pdf_sha256
    assert from_json(json.loads(paper.content)) == draft_of(plan)
    assert plan.register_entry.number_words == "01/KH-UBND"


def test_the_paper_served_is_the_one_stored(client, unit, clerk):
    """Never printed again, whatever printing makes of it later (goal R10)."""
    plan = approved(unit)
    issue(client, plan, clerk)
    url = reverse("plans:paper_pdf", args=[plan.code])
    assert client.get(url).getvalue() == bytes(IssuedPaper.objects.get().pdf)
    assert client.get(url)["ETag"] == f'"{IssuedPaper.objects.get().pdf_sha256}"'


def test_what_is_not_approved_is_not_issued(client, unit, clerk):
    plan = create_plan(issuer=unit)
    assert "chưa được duyệt nên chưa ban hành được" in issue(client, plan, clerk).text
    assert Plan.objects.get(pk=plan.pk).state == "draft"


def test_what_the_decree_demands_must_be_there(client, unit, clerk):
    plan = approved(unit, recipients="", signer_name="")
    text = issue(client, plan, clerk).text
    assert "Văn bản chưa có nơi nhận." in text
    assert "Văn bản chưa có họ tên người ký." in text
    plan.refresh_from_db()
    assert (plan.state, plan.number) == ("approved", "")


@pytest.mark.parametrize(("days", "told"), [(1, "Ngày ký ở sau hôm nay."), (None, "Hãy ghi đủ ngày")])
def test_a_wrong_day_is_refused(client, unit, clerk, days, told):
    plan = approved(unit)
    day = f"{timezone.localdate() + timedelta(days):%d/%m/%Y}" if days else ""
    assert told in issue(client, plan, clerk, signed_on=day).text
    assert Plan.objects.get(pk=plan.pk).state == "approved"


def test_units_that_it_names_see_it_from_then_on(client, unit, clerk):
    plan = approved(unit)
    reporter = create_user(role=Role.REPORTER, unit=unit)
    client.force_login(reporter)
    assert client.get(plan.get_absolute_url()).status_code == 404
    issue(client, plan, clerk)
    client.force_login(reporter)
    assert client.get(plan.get_absolute_url()).status_code == 200


def test_approved_it_is_printed_without_number_and_without_the_mark_of_a_draft(client, unit, clerk):
    plan = approved(unit)
    client.force_login(clerk)
    page = client.get(reverse("plans:paper", args=[plan.code])).text
    assert "DỰ THẢO" not in page
    assert "DỰ THẢO" in client.get(reverse("plans:paper", args=[create_plan(issuer=unit).code])).text
