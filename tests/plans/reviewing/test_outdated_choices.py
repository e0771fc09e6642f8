"""Choices whose wording, body or day is no longer there: they make nothing and are asked for again."""

from datetime import date

import pytest

from plans.draft import PlanDraft
from plans.models import WordingChoice
from plans.reviewing import deeds
from plans.reviewing.mending import values_of
from plans.reviewing.wordings import reading_day
from tests.factories import create_unit
from units.models import Unit, UnitGroup

from .confirming import confirm_all, draft_of, opened
from .conftest import TEXT
from .test_review_page import item_key
from .test_wordings import UNKNOWN, undecided

pytestmark = pytest.mark.django_db


def test_a_wording_mended_away_makes_no_body(reading, administrator):
    deeds.choose_meaning(reading, UNKNOWN, {"new_unit": UNKNOWN, "kind": "division"}, by=administrator)
    for text in ("Phát động", "Sơ kết"):
        key = item_key(reading, text)
        base = values_of(draft_of(reading), key)
        deeds.mend_field(reading, key, base=base, values=base | {"responsible": "Phòng Nội vụ"}, by=administrator)
    confirm_all(reading, by=administrator)
    assert not Unit.objects.filter(name=UNKNOWN).exists()
    assert not WordingChoice.objects.exists()


def test_a_deleted_group_must_be_chosen_anew(client, reading, editor, office):
    group = UnitGroup.objects.create(name="Các phòng", issuer=office, membering="open")
    deeds.choose_meaning(reading, UNKNOWN, {"group": group.pk}, by=editor)
    group.delete()
    assert undecided(client, reading) == [UNKNOWN]


def test_a_body_that_ended_is_not_remembered_for_later_documents(client, editor, office):
    ended = create_unit(name="Phòng Cũ", kind="division", parent=office, valid_to=date(2024, 6, 30))
    WordingChoice.objects.create(issuer=office, key="phong tong hop", unit=ended)
    assert undecided(client, opened(TEXT, by=editor)) == []
    assert undecided(client, opened(TEXT.replace("2024", "2025"), by=editor)) == [UNKNOWN]


def test_a_day_that_is_none_without_a_year_planned_for():
    assert reading_day(PlanDraft(day=31, month=2, signed_year=2024)) == date(2024, 1, 1)
