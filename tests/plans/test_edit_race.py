"""Many people save at the same moment: the lock of the plan makes them queue, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import connection

from plans.editing import items
from plans.models import PlanItem
from tests.plans.editing import Desk

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6


def at_once(deed, arguments):
    """Call the deed in a thread for each argument; what each returned."""

    def call(argument):
        try:
            return deed(argument)
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(call, arguments))


def test_each_saves_another_field_and_all_are_kept():
    desk = Desk()
    base = items.item_values(desk.first)
    fields = ["text", "deadline_raw", "units_wording", "coordinating"]

    def save(field):
        items.save_item(plan=desk.plan, pk=desk.first.pk, base=base, values=base | {field: "Mới"}, by=desk.editor)

    at_once(save, fields)
    saved = items.item_values(PlanItem.objects.get(pk=desk.first.pk))
    assert {field: saved[field] for field in fields} == dict.fromkeys(fields, "Mới")
    assert PlanItem.objects.get(pk=desk.first.pk).version == 5


def test_items_added_at_once_stand_one_after_the_other():
    desk = Desk()
    values = items.item_values(desk.second) | {"text": "Việc mới"}

    def add(token):
        return items.add_item(plan=desk.plan, section=desk.list.pk, values=values, token=token, by=desk.editor).pk

    assert len(set(at_once(add, [uuid4() for _ in range(PEOPLE)]))) == PEOPLE
    assert desk.positions() == list(range(1, PEOPLE + 4))


def test_one_form_sent_many_times_at_once_adds_once():
    desk = Desk()
    values, token = items.item_values(desk.second), uuid4()

    def add(_):
        return items.add_item(plan=desk.plan, section=desk.list.pk, values=values, token=token, by=desk.editor).pk

    assert len(set(at_once(add, range(PEOPLE)))) == 1
    assert desk.plan.items.count() == 4


def test_one_item_deleted_by_many_is_deleted_once():
    desk = Desk()

    def delete(_):
        try:
            return items.delete_item(plan=desk.plan, pk=desk.first.pk, by=desk.editor)
        except items.Refused:
            return None

    assert sum(bool(event) for event in at_once(delete, range(PEOPLE))) == 1
    assert desk.plan.events.count() == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's immediate transactions queue even without the lock")
def test_twin_without_the_lock_items_stand_on_one_another():
    desk = Desk()
    values = items.item_values(desk.second) | {"text": "Việc mới"}
    together = Barrier(PEOPLE)

    def unlocked(plan):
        held = type(plan).objects.get(pk=plan.pk)
        together.wait(timeout=10)
        return held

    def add(token):
        return items.add_item(plan=desk.plan, section=desk.list.pk, values=values, token=token, by=desk.editor).pk

    with patch.object(items, "locked", unlocked):
        at_once(add, [uuid4() for _ in range(PEOPLE)])
    assert desk.positions() != list(range(1, PEOPLE + 4))
