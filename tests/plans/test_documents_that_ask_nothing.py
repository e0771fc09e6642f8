"""A decision is a document like a plan: it goes the whole way, asks nothing, and is neither amended nor copied."""

from uuid import uuid4

import pytest
from django.urls import reverse

from plans import following
from plans.models import Plan, RegisterEntry, Task
from plans.moving import approve, cancel, submit
from plans.versions import content_of, digest
from tests.factories import create_plan, create_section, create_unit, create_user
from tests.plans.issuing import Desk
from units.models import Role

pytestmark = pytest.mark.django_db


def create_decision(unit, **fields):
    values = {
        "doc_type": "QUYẾT ĐỊNH",
        "symbol": "QĐ-UBND",
        "genus": "award",
        "subject": "Về việc khen thưởng năm 2024",
    }
    plan = create_plan(issuer=unit, **values | fields)
    create_section(plan=plan, text="Tặng Giấy khen cho ông Nguyễn Văn An.")
    return plan


@pytest.fixture
def desk():
    return Desk(plans=0)


@pytest.fixture
def approved(desk):
    plan = create_decision(desk.unit)
    submit(plan=plan, by=create_user(role=Role.EDITOR, unit=desk.unit))
    approve(plan=plan, by=create_user(role=Role.APPROVER, unit=desk.unit), seen=digest(content_of(plan)))
    return plan


def test_it_goes_from_draft_to_issued_with_a_number_and_no_tasks(desk, approved):
    page = desk.issue(approved)
    issued = Plan.objects.get(pk=approved.pk)
    assert (page.status_code, issued.state, issued.number) == (200, "issued", "01")
    assert RegisterEntry.objects.get().document_words == "Quyết định Về việc khen thưởng năm 2024"
    assert not Task.objects.exists()
    assert "kế hoạch này" not in page.text.lower()


@pytest.mark.parametrize("name", ["plan_amend", "plan_copy", "plan_carry_out", "plan_progress", "plan_lower"])
def test_what_only_a_plan_has_it_has_not(desk, name):
    decision = create_decision(desk.unit)
    desk.client.force_login(create_user(role=Role.EDITOR, unit=desk.unit))
    assert desk.client.get(reverse(f"plans:{name}", args=[decision.code])).status_code == 404


def test_no_list_of_tasks_can_be_put_into_it(desk):
    decision = create_decision(desk.unit)
    desk.client.force_login(create_user(role=Role.EDITOR, unit=desk.unit))
    page = desk.client.get(reverse("plans:plan_editor", args=[decision.code])).text
    assert "kind=items" not in page
    url = reverse("plans:section_add", args=[decision.code])
    answer = desk.client.post(url, {"kind": "items", "token": str(uuid4())}, follow=True)
    assert "Chỉ kế hoạch giao nhiệm vụ" in answer.text
    assert not decision.sections.filter(kind="items").exists()


def test_the_list_of_documents_tells_them_apart(client):
    unit = create_unit()
    create_decision(unit)
    create_plan(issuer=unit, subject="Kế hoạch năm")
    client.force_login(create_user(role=Role.EDITOR, unit=unit))
    for kind, subject in (("khen-thuong", "Về việc khen thưởng năm 2024"), ("ke-hoach", "Kế hoạch năm")):
        rows = client.get("/ke-hoach/", {"loai": kind}).context["rows"]
        assert [row["plan"].subject for row in rows] == [subject]
    assert '<span class="doc-kind">Quyết định</span>' in client.get("/ke-hoach/").text


def test_what_follows_is_done_in_the_same_transaction_as_the_issue(desk, approved, monkeypatch):
    def refuse(plan, *, by):
        assert (plan.number, by) == ("01", desk.clerk)
        raise RuntimeError

    monkeypatch.setattr(following, "_AFTER_ISSUE", [refuse])
    with pytest.raises(RuntimeError):
        desk.issue(approved)
    assert Plan.objects.get(pk=approved.pk).state == "approved"
    assert not RegisterEntry.objects.exists()


def test_what_follows_a_revocation_hears_the_reason(desk, approved, monkeypatch):
    heard = []
    monkeypatch.setattr(following, "_AFTER_REVOCATION", [lambda plan, **told: heard.append((plan.pk, told))])
    desk.issue(approved)
    cancel(plan=approved, by=desk.clerk, note="Ghi nhầm tên")
    assert heard == [(approved.pk, {"by": desk.clerk, "because": "Ghi nhầm tên"})]
