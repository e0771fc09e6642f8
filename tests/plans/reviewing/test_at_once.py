"""Several people, or one with two clicks, at the same moment: one reading of a file, one plan of a reading."""

import pytest

from plans.models import Plan, PlanReading
from plans.reviewing import deeds
from tests.plans.test_edit_race import at_once

from .confirming import confirm_now, draft_of, opened, settle_all
from .conftest import TEXT

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_file_uploaded_many_times_at_once_is_one_reading(editor):
    found = at_once(lambda n: opened(TEXT, by=editor, name=f"{n}.txt").pk, range(4))
    assert set(found) == {PlanReading.objects.get().pk}


def test_many_clicks_on_confirm_make_one_plan(reading, editor):
    settle_all(reading, by=editor)
    plans = at_once(lambda _: confirm_now(reading, by=editor).pk, range(4))
    assert set(plans) == {Plan.objects.get().pk}


def test_mends_of_different_fields_at_once_are_all_kept(reading, editor):
    fields = {"subject": "Mới", "place": "Xã Mới", "signer_name": "Lê Văn Mới", "symbol": "KH-MOI"}

    def mend(key):
        base = {"value": reading.draft[key]}
        deeds.mend_field(reading, key, base=base, values={"value": fields[key]}, by=editor)

    at_once(mend, fields)
    draft = draft_of(reading)
    assert {key: getattr(draft, key) for key in fields} == fields
