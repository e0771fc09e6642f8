"""The way of a plan through the office: who may move it, what each move leaves, what is refused and why."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.issuing import issue
from plans.models import Plan, PlanEvent, PlanVersion
from plans.moving import approve, cancel, return_for_changes, submit, withdraw
from plans.versions import content_of, digest
from tests.factories import create_item, create_plan, create_unit, create_user, issue_as_it_stands
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    """A plan of a district with an editor, an approver and a clerk."""
    return Office()


class Office:
    def __init__(self):
        self.unit = create_unit(name="Ủy ban nhân dân quận Cái Răng")
        self.plan = create_plan(issuer=self.unit)
        create_item(plan=self.plan)
        self.editor, self.approver, self.clerk = (
            create_user(role=role, unit=self.unit, full_name=role.label)
            for role in (Role.EDITOR, Role.APPROVER, Role.CLERK)
        )

    def submit(self):
        submit(plan=self.plan, by=self.editor)
        return self

    def approve(self):
        approve(plan=self.plan, by=self.approver, seen=digest(content_of(self.plan)))
        return self

    def state(self):
        return Plan.objects.get(pk=self.plan.pk).state

    def kinds(self):
        return list(self.plan.events.order_by("seq").values_list("kind", flat=True))


def post(client, office, name, user, **data):
    client.force_login(user)
    return client.post(reverse(f"plans:{name}", args=[office.plan.code]), data, follow=True)


def test_from_draft_to_approved(client, office):
    post(client, office, "plan_submit", office.editor, note="Kính trình")
    assert office.state() == "submitted"
    client.force_login(office.approver)
    page = client.get(reverse("plans:plan_approve", args=[office.plan.code]))
    seen = page.context["form"].initial["seen"]
    assert "Đã duyệt." in post(client, office, "plan_approve", office.approver, seen=seen).text
    assert (office.state(), office.kinds()) == ("approved", ["submitted", "approved"])
    event = office.plan.events.get(kind="submitted")
    assert (event.by, event.unit, event.note, event.address) == (office.editor, office.unit, "Kính trình", "127.0.0.1")


def test_returned_with_a_note_and_submitted_again(client, office):
    office.submit()
    assert "Hãy ghi lý do." in post(client, office, "plan_return", office.approver, note=" ").text
    post(client, office, "plan_return", office.approver, note="Bổ sung căn cứ")
    assert office.state() == "draft"
    assert "Bổ sung căn cứ" in client.get(office.plan.get_absolute_url()).text
    office.submit()
    assert office.kinds() == ["submitted", "returned", "submitted"]


def test_taken_back_by_the_editor(client, office):
    office.submit()
    post(client, office, "plan_withdraw", office.editor)
    assert (office.state(), office.kinds()) == ("draft", ["submitted", "withdrawn"])


def test_who_submitted_does_not_approve(client, office):
    """Also who holds both roles (ASVS 2.3.5)."""
    both = create_user(role=Role.EDITOR, unit=office.unit)
    both.memberships.create(unit=office.unit, role=Role.APPROVER)
    submit(plan=office.plan, by=both)
    told = post(client, office, "plan_approve", both, seen=digest(content_of(office.plan))).text
    assert "không tự duyệt được" in told
    assert office.state() == "submitted"


def test_what_was_changed_after_it_was_read_is_not_approved(client, office):
    office.submit()
    seen = digest(content_of(office.plan))
    create_item(plan=office.plan, text="Việc thêm vào phút chót")
    assert "vừa được sửa" in post(client, office, "plan_approve", office.approver, seen=seen).text
    assert office.state() == "submitted"


@pytest.mark.parametrize(
    ("name", "role"),
    [("plan_submit", "approver"), ("plan_approve", "editor"), ("plan_return", "editor"), ("plan_issue", "editor")],
)
def test_the_wrong_role_is_refused(client, office, name, role):
    response = post(client, office, name, getattr(office, role), note="x")
    assert response.status_code == 403
    assert (office.state(), office.kinds()) == ("draft", [])


def test_a_refused_move_says_why(client, office):
    told = post(client, office, "plan_withdraw", office.editor).text
    assert "đang ở trạng thái “Dự thảo” nên không rút lại để sửa được nữa" in told


def test_a_form_sent_twice_moves_once(client, office):
    token = uuid4()
    for _ in range(2):
        response = post(client, office, "plan_submit", office.editor, token=token)
        assert "Đã trình duyệt." in response.text
    assert office.kinds() == ["submitted"]


def test_only_what_is_open_is_offered(client, office):
    def offered(user):
        client.force_login(user)
        return {way.title for way, _ in client.get(office.plan.get_absolute_url()).context["ways"]}

    assert offered(office.editor) == {"Trình duyệt", "Bỏ văn bản này"}
    assert offered(office.approver) == {"Bỏ văn bản này"}
    office.submit()
    assert offered(office.editor) == {"Rút lại để sửa", "Bỏ văn bản này"}
    assert offered(office.approver) == {"Duyệt", "Trả lại", "Bỏ văn bản này"}
    assert offered(office.clerk) == {"Trả lại", "Bỏ văn bản này"}


def test_cancelled_with_a_reason_it_stays_readable(client, office):
    assert "Hãy ghi lý do." in post(client, office, "plan_cancel", office.editor).text
    post(client, office, "plan_cancel", office.editor, note="Trùng kế hoạch khác")
    assert office.state() == "cancelled"
    assert "Trùng kế hoạch khác" in client.get(office.plan.get_absolute_url()).text


def test_an_issued_plan_is_cancelled_by_clerk_or_approver_and_its_number_stays(client, office):
    office.plan.number, office.plan.day = "12", 5
    office.plan.save()
    issue_as_it_stands(office.plan)
    assert post(client, office, "plan_cancel", office.editor, note="Sai").status_code == 403
    post(client, office, "plan_cancel", office.clerk, note="Ban hành nhầm")
    entry = office.plan.register_entry
    assert (office.state(), entry.number_words, entry.cancelled_reason) == ("revoked", "12/KH-UBND", "Ban hành nhầm")


def test_a_form_sent_twice_cancels_an_issued_plan_once(client, office):
    office.plan.number, office.plan.day = "12", 5
    office.plan.save()
    issue_as_it_stands(office.plan)
    token = uuid4()
    for _ in range(2):
        response = post(client, office, "plan_cancel", office.clerk, note="Sai", token=token)
        assert "Số vẫn giữ trong sổ kèm lý do." in response.text
    assert office.plan.events.filter(kind="revoked").count() == 1


def test_while_it_waits_every_save_is_a_version(client, office):
    office.submit()
    item = office.plan.items.get()
    for text in ("Sửa lần một", "Sửa lần hai"):
        client.force_login(office.approver)
        url = reverse("plans:item_edit", args=[office.plan.code, item.pk])
        form = client.get(url).context["form"]
        data = {name: form[name].value() or "" for name in form.fields} | {"text": text}
        assert client.post(url, data).status_code == 302
    said = PlanVersion.objects.filter(plan=office.plan).order_by("number").values_list("number", "event__kind")
    assert list(said) == [(1, "submitted"), (2, "edited"), (3, "edited")]


def test_a_draft_that_is_edited_leaves_no_version(client, office):
    item = office.plan.items.get()
    client.force_login(office.editor)
    client.post(reverse("plans:item_up", args=[office.plan.code, item.pk]))
    assert not office.plan.versions.exists()


def test_an_approved_plan_is_not_edited(client, office):
    office.submit().approve()
    client.force_login(office.editor)
    response = client.get(reverse("plans:plan_editor", args=[office.plan.code]))
    assert (response.status_code, "đã duyệt nên không sửa được" in response.text) == (403, True)


def test_units_it_names_learn_nothing_of_what_was_said_before(client, office):
    named = create_unit(name="Phòng Nội vụ quận Cái Răng", parent=office.unit)
    create_item(plan=office.plan, units=[named])
    office.submit()
    return_for_changes(plan=office.plan, by=office.approver, note="Viết lại cho rõ")
    office.submit().approve()
    issue(office.plan, signed_on=timezone.localdate(), by=office.clerk)
    client.force_login(create_user(role=Role.REPORTER, unit=named))
    page = client.get(office.plan.get_absolute_url()).text
    assert "Ban hành. Số 01/KH-UBND" in page
    assert "Viết lại cho rõ" not in page


def test_withdrawing_and_cancelling_by_deed(office):
    office.submit()
    withdraw(plan=office.plan, by=office.editor)
    cancel(plan=office.plan, by=office.editor, note="Thôi")
    assert office.kinds() == ["submitted", "withdrawn", "cancelled"]


def test_nor_do_they_where_much_was_said_inside_and_nothing_is_known_outside(client, office, unguarded):
    """As with a plan of the time before, whose issue left no event that outsiders may know."""
    named = create_unit(name="Phòng Nội vụ quận Cái Răng", parent=office.unit)
    plan = create_plan(issuer=office.unit, number="12", day=5, state=Plan.State.ISSUED)
    create_item(plan=plan, units=[named])
    PlanEvent.objects.append(plan=plan, kind="returned", by=office.approver, note="Viết lại cho rõ")
    for _ in range(12):
        PlanEvent.objects.append(plan=plan, kind="edited", by=office.editor)
    client.force_login(create_user(role=Role.REPORTER, unit=named))
    assert "Viết lại cho rõ" not in client.get(plan.get_absolute_url()).text
