"""The demonstration data: complete, and left alone by a second loading."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.html import escape

from plans.access import may_edit, visible_to
from plans.demo import load_demo
from plans.demo_accounts import ACCOUNTS, PASSWORD
from plans.models import Plan
from tests.walking import fingerprint
from units.models import Role, User

pytestmark = pytest.mark.django_db

FIVE = ["cai-rang-2020", "can-tho-2024", "cao-loc-2024", "dong-nai-2024", "quyet-thang-2024"]


def test_five_plans_and_an_account_for_each_role_that_signs_in(client):
    load_demo()
    five_plans_two_of_them_issued()
    roles_have_no_end()
    for account in ACCOUNTS:
        signs_in_and_finds_something(client, account)
    the_editor_sees_all_and_edits_the_drafts()
    what_the_reading_found_is_shown(client)


def five_plans_two_of_them_issued():
    """Signed plans, those with number and day, count as issued."""
    states = Plan.objects.order_by("code").values_list("code", "state", "number")
    assert [row[0] for row in states] == FIVE
    assert [row for row in states if row[1] == "issued"] == [
        ("cai-rang-2020", "issued", "30"),
        ("can-tho-2024", "issued", "249"),
    ]


def roles_have_no_end():
    """The demonstration works next year too."""
    assert {account.role for account in ACCOUNTS} == set(Role)
    far = timezone.localdate() + timedelta(days=400)
    for account in ACCOUNTS:
        held = User.objects.get(username=account.username).memberships.valid(on=far)
        assert held.count() == len(account.units)


def signs_in_and_finds_something(client, account):
    client.logout()
    answer = client.post("/tai-khoan/dang-nhap/", {"login": account.username, "password": PASSWORD})
    assert answer.status_code == 302, account.username
    if account.username != "phuong":  # the ward of today finds rounds of awarding instead
        assert visible_to(User.objects.get(username=account.username)).exists(), account.username
    if account.role == Role.REPORTER:
        assert "Hạn:" in client.get("/nhiem-vu/", follow=True).content.decode()


def the_editor_sees_all_and_edits_the_drafts():
    editor = User.objects.get(username="bientap")
    assert sorted(visible_to(editor).values_list("code", flat=True)) == FIVE
    drafts = ["cao-loc-2024", "dong-nai-2024", "quyet-thang-2024"]
    assert [plan.code for plan in visible_to(editor).order_by("code") if may_edit(editor, plan)] == drafts


def what_the_reading_found_is_shown(client):
    client.force_login(User.objects.get(username="bientap"))
    for code in FIVE:
        plan = Plan.objects.get(code=code)
        findings = plan.events.get(kind="imported").details["findings"]
        assert findings, code
        page = client.get(plan.get_absolute_url()).content.decode()
        assert all(escape(finding["message"]) in page for finding in findings), code


def test_a_second_loading_changes_no_row_and_what_people_changed_survives():
    load_demo()
    plan = Plan.objects.get(code="cao-loc-2024")
    plan.items.first().delete()
    Plan.objects.filter(pk=plan.pk).update(subject="Đã sửa")
    user = User.objects.get(username="bientap")
    user.set_password("mat-khau-rieng")
    user.save()
    user.memberships.all().delete()
    before = fingerprint()
    load_demo()
    assert fingerprint() == before
