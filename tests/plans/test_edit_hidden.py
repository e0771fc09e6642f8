"""Hidden fields come back as they like: broken, too deep, of other types, from another form. No page breaks."""

import json

import pytest

from plans.models import PlanItem
from tests.plans.editing import Desk, sent

pytestmark = pytest.mark.django_db

DEEP = "[" * 100_000
BASES = [
    DEEP,
    '{"a":' * 100_000,
    "[]",
    "7",
    "1" * 5_000,
    "",
    '{"text": ["a"], "quarter": {}}',
    '{"text": 1e999, "quarter": 1e999, "kind": 1e999, "issuer": 1e999}',
    '{"text": "\\ud800", "kind": "\\ud800", "subject": "\\ud800"}',
    '{"text": 5, "quarter": true, "kind": 5, "subject": 5, "issuer": "x", "day": "x", "deadline_in_text": "x"}',
    '{"issuer": 1000000000000000000000000000000, "quarter": 1000000000000000000000000000000}',
    '{"text": "' + "x" * 1_000_001 + '"}',
]
PICKS = [
    DEEP,
    "[]",
    '{"x": {"unit": 1e999}}',
    '{"x": {"unit": "5"}}',
    '{"x": {"unit": 1000000000000000000000000000000}}',
    '{"x": {"unit": -1}}',
    '{"x": ["unit"]}',
    '{"\\ud800": {"group": null}}',
]


def send(desk, name, *args, **changes):
    url = desk.url(name, *args)
    return desk.client.post(url, sent(desk.client.get(url), **changes)).status_code


@pytest.mark.parametrize("base", BASES, ids=range(len(BASES)))
def test_a_broken_base_is_refused_or_compared(base):
    desk = Desk()
    statuses = {
        send(desk, "item_edit", desk.first.pk, base=base, text="Khác", quarter="3"),
        send(desk, "section_edit", desk.clause.pk, base=base, text="Khác", kind="bullet"),
        send(desk, "head_edit", base=base, subject="Khác"),
        send(desk, "foot_edit", base=base, signer_name="Khác"),
    }
    assert statuses <= {409, 422}
    assert (PlanItem.objects.get(pk=desk.first.pk).text, desk.plan.events.count()) == ("Việc một", 0)


@pytest.mark.parametrize("picks", PICKS, ids=range(len(PICKS)))
def test_broken_picks_pick_nothing(picks):
    desk = Desk()
    assert send(desk, "item_edit", desk.first.pk, picks=picks, lead="x") == 302
    assert not PlanItem.objects.get(pk=desk.first.pk).assignments.get(printed="x").is_matched


def test_a_good_pick_is_taken():
    desk = Desk()
    send(desk, "item_edit", desk.first.pk, picks=json.dumps({"x": {"unit": desk.office.pk}}), lead="x")
    assert PlanItem.objects.get(pk=desk.first.pk).assignments.get(printed="x").unit == desk.office
