"""A reading updates only a plan of its own issuer, and only by who may edit that plan."""

import pytest

from plans.reviewing import deeds
from plans.reviewing.confirming import NotYet
from plans.reviewing.updating import state_of
from tests.factories import create_plan, create_unit
from units.models import Role

from .confirming import confirm_now, settle_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere():
    return create_unit(name="Ủy ban nhân dân quận Khác", symbol="UBND")


def decide(client, reading, plan):
    client.post(f"{reading.get_absolute_url()}cap-nhat/", {"plan": plan.code})
    reading.refresh_from_db()
    return reading.updates


def test_a_plan_of_another_issuer_is_not_updated(client, reading, editor, elsewhere):
    editor.memberships.create(unit=elsewhere, role=Role.EDITOR)
    assert decide(client, reading, create_plan(issuer=elsewhere)) is None


def test_who_may_not_edit_the_plan_does_not_confirm_its_update(reading, editor, elsewhere):
    plan = create_plan(issuer=elsewhere)
    deeds.decide_update(reading, plan, by=editor)
    settle_all(reading, by=editor)
    with pytest.raises(NotYet, match="không được sửa kế hoạch"):
        confirm_now(reading, by=editor, seen=state_of(plan))


def test_another_issuer_forgets_what_was_decided_for_the_first(reading, editor, office, elsewhere):
    choices = {"a": {}, "b": {"unit": office.pk}, "c": {"unit": office.pk, "alias": True}, "d": {"new_group": "Nhóm"}}
    for printed, choice in choices.items():
        deeds.choose_meaning(reading, printed, choice, by=editor)
    deeds.decide_update(reading, create_plan(issuer=office), by=editor)
    deeds.choose_issuer(reading, elsewhere, base=office.pk, by=editor)
    reading.refresh_from_db()
    assert (reading.choices, reading.updates) == ({"a": {}, "b": {"unit": office.pk}}, None)


def test_two_issuers_chosen_at_once_are_a_question(reading, editor, office, elsewhere):
    third = create_unit(name="Ủy ban nhân dân quận Ba", symbol="UBND")
    deeds.choose_issuer(reading, elsewhere, base=office.pk, by=editor)
    with pytest.raises(deeds.Contested) as contested:
        deeds.choose_issuer(reading, third, base=office.pk, by=editor)
    assert contested.value.theirs == {"issuer": elsewhere.pk}


def test_the_other_choice_of_an_issuer_is_shown(client, reading, editor, office, elsewhere):
    editor.memberships.create(unit=elsewhere, role=Role.EDITOR)
    sent = {"base": '{"issuer": null}', "issuer": elsewhere.pk}
    answer = client.post(f"{reading.get_absolute_url()}o/issuer/sua/", sent)
    assert (answer.status_code, "Người khác vừa sửa" in answer.text) == (409, True)
