"""The demonstration data: complete, and left alone by a second loading."""

import hashlib
from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from plans.access import may_edit, visible_to
from plans.demo import load_demo
from plans.demo_accounts import ACCOUNTS, PASSWORD
from plans.models import Plan
from units.access import units_with
from units.models import Role, User

pytestmark = pytest.mark.django_db

FIVE = ["cai-rang-2020", "can-tho-2024", "cao-loc-2024", "dong-nai-2024", "quyet-thang-2024"]


@pytest.fixture
def demo():
    load_demo()


def fingerprints():
    """A hash of all rows for each of our tables."""
    models = [
        model for app in ("units", "plans") for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    rows = {model._meta.db_table: list(model.objects.order_by("pk").values_list()) for model in models}
    return {table: hashlib.sha256(repr(values).encode()).hexdigest() for table, values in rows.items()}


def test_five_plans_and_an_account_for_each_role(demo):
    assert sorted(Plan.objects.values_list("code", flat=True)) == FIVE
    assert {account.role for account in ACCOUNTS} == set(Role)


def test_signed_plans_count_as_issued(demo):
    issued = Plan.objects.issued().order_by("code").values_list("code", "number", "day")
    assert list(issued) == [("cai-rang-2020", "30", 6), ("can-tho-2024", "249", 21)]


def test_a_second_loading_changes_no_row(demo):
    before = fingerprints()
    load_demo()
    assert fingerprints() == before


def test_the_fingerprint_sees_a_change(demo):
    before = fingerprints()
    Plan.objects.filter(code="cao-loc-2024").update(subject="Khác")
    assert fingerprints() != before


def test_what_people_changed_survives(demo):
    plan = Plan.objects.get(code="cao-loc-2024")
    plan.items.first().delete()
    Plan.objects.filter(pk=plan.pk).update(subject="Đã sửa")
    user = User.objects.get(username="bientap")
    user.set_password("mat-khau-rieng")
    user.save()
    user.memberships.all().delete()
    before = fingerprints()
    load_demo()
    assert fingerprints() == before


def test_each_account_signs_in(demo, client):
    for account in ACCOUNTS:
        client.logout()
        answer = client.post("/tai-khoan/dang-nhap/", {"login": account.username, "password": PASSWORD})
        assert answer.status_code == 302, account.username


def test_the_editor_sees_all_five_and_edits_the_drafts(demo):
    editor = User.objects.get(username="bientap")
    assert sorted(visible_to(editor).values_list("code", flat=True)) == FIVE
    assert [plan.code for plan in visible_to(editor).order_by("code") if may_edit(editor, plan)] == [
        "cao-loc-2024",
        "dong-nai-2024",
        "quyet-thang-2024",
    ]


@pytest.mark.parametrize("username", ["baocao", "baocao2"])
def test_reporters_have_tasks(demo, client, username):
    user = User.objects.get(username=username)
    client.force_login(user)
    unit = units_with(user)[0]
    year = visible_to(user).first().year
    page = client.get(f"/don-vi/{unit.pk}/nhiem-vu/", {"nam": year}).content.decode()
    assert "Quý I" in page


def test_roles_still_hold_next_year(demo):
    far = timezone.localdate() + timedelta(days=400)
    for account in ACCOUNTS:
        held = User.objects.get(username=account.username).memberships.valid(on=far)
        assert held.count() == len(account.units)
