"""A file read once more: nothing of others is lost, nobody waits, and the plan it became is not forgotten."""

import pytest
from django.db import connection

from plans.models import PlanReading
from plans.reviewing import deeds, opening
from plans.reviewing.opening import known, read_again

from .confirming import confirm_all, draft_of, opened
from .conftest import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(reading, editor):
    deeds.decide_update(reading, None, by=editor)
    return confirm_all(reading, by=editor)


def again(client, plan):
    client.post(f"/ke-hoach/{plan.code}/doc-lai/")
    return PlanReading.objects.get(source__plan=plan)


def test_it_updates_its_plan_and_says_nothing_of_a_new_one(client, plan):
    page = client.get(again(client, plan).get_absolute_url())
    assert "sẽ được cập nhật" in page.text
    assert "Sẽ lưu thành dự thảo mới." not in page.text


def test_asked_twice_it_keeps_what_was_mended_meanwhile(client, plan, editor):
    reading = again(client, plan)
    base = {"value": reading.draft["place"]}
    deeds.mend_field(reading, "place", base=base, values={"value": "Nơi khác"}, by=editor)
    assert draft_of(again(client, plan)).place == "Nơi khác"


def test_given_up_the_file_still_leads_to_its_plan(client, plan, editor):
    deeds.drop(again(client, plan), by=editor)
    assert known(TEXT.encode(), by=editor) == plan
    assert opened(TEXT, by=editor).updates == plan


def test_it_answers_to_the_office_of_the_plan(client, plan, office):
    assert (again(client, plan).office, again(client, plan).issuer) == (office, office)


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_the_file_is_read(reading, editor, monkeypatch):
    held = []
    read = opening.read_source_file
    monkeypatch.setattr(opening, "read_source_file", lambda *a: held.append(connection.in_atomic_block) or read(*a))
    read_again(reading.source, by=editor)
    assert held == [False]
