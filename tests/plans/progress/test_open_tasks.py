"""Plans in force from before tasks were kept get theirs by a command; called again it makes none."""

from io import StringIO

import pytest
from django.core.management import call_command

from plans.models import Task
from tests.factories import create_item, create_plan, create_unit

pytestmark = pytest.mark.django_db


def said():
    out = StringIO()
    call_command("open_tasks", stdout=out)
    return out.getvalue()


def test_plans_in_force_get_their_tasks_once(unguarded):
    unit = create_unit()
    for state in ("issued", "draft", "revoked"):
        plan = create_plan(number="12", day=5, state=state)
        create_item(plan=plan, units=[unit, create_unit()])
    assert ["Đã mở 2 " in said(), "Đã mở 0 " in said()] == [True, True]
    assert {task.plan.state for task in Task.objects.all()} == {"issued"}
