"""Several administrators at the same moment: one is first, the others are told, on SQLite and on PostgreSQL."""

from datetime import date, timedelta

import pytest

from awards.editing import Refused, add_provision, add_salary, add_title, succeed
from awards.models import AwardProvision, AwardTitle, BaseSalary, CatalogueEvent
from tests.awards.making import create_award, create_salary
from tests.plans.test_edit_race import at_once
from units.administration import Stale

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6
VALUES = {"decided_by": "Chủ tịch", "standard": "Tốt", "basis": "Luật", "certainty": "A", "instruments": []}


def told(deed):
    """What each got: "done", "stale" or "refused"."""

    def call(argument):
        try:
            deed(argument)
        except (Stale, Refused) as reason:
            return type(reason).__name__.lower()
        return "done"

    return sorted(at_once(call, range(PEOPLE)))


def test_one_provision_is_followed_by_one():
    old = create_award()

    def follow(number):
        values = VALUES | {"valid_from": date(2027, 1, 1) + timedelta(days=number)}
        succeed(provision=AwardProvision.objects.get(pk=old.pk), values=values, version=1, by=None)

    assert told(follow) == ["done"] + ["stale"] * (PEOPLE - 1)
    first, second = AwardProvision.objects.order_by("valid_from")
    assert (second.valid_from - first.valid_to, CatalogueEvent.objects.count()) == (timedelta(days=1), 1)


def test_provisions_added_at_once_never_overlap():
    title = create_award(level="unit").title

    def add(number):
        values = VALUES | {"level": "commune", "valid_from": date(2025 + number, 1, 1), "valid_to": None}
        add_provision(title=title, values=values, version=1, by=None)

    assert told(add) == ["done"] + ["stale"] * (PEOPLE - 1)


def test_salaries_added_at_once_follow_each_other():
    newest = create_salary()

    def add(number):
        values = {"amount": 2_700_000, "valid_from": date(2027 + number, 7, 1), "rounded_up_to": 1}
        add_salary(values=values | {"basis": "Nghị định", "certainty": "A"}, newest=newest.pk, by=None)

    assert told(add) == ["done"] + ["stale"] * (PEOPLE - 1)
    assert BaseSalary.objects.filter(valid_to=None).count() == 1


def test_a_title_sent_many_times_at_once_is_added_once():
    facts = {"code": "KNC-CN", "name": "Kỷ niệm chương", "kind": "keepsake", "recipient": "person"}
    provision = VALUES | {"level": "unit", "valid_from": date(2026, 1, 1), "valid_to": None}
    assert told(lambda _: add_title(facts=facts, provision=provision, by=None)) == ["done"] + ["refused"] * (PEOPLE - 1)
    assert (AwardTitle.objects.count(), AwardProvision.objects.count()) == (1, 1)
