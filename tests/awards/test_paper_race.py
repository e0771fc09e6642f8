"""Several people draw up papers of one round at the same moment: no nomination comes to stand in two."""

from datetime import date
from threading import Event
from time import sleep

import pytest
from django.db import transaction

from awards.documents import awarding
from awards.documents.beginning import begin_paper
from awards.models import AwardHeld, AwardLine, Initiative
from awards.nominating.locking import lock_all
from awards.nominees import keeping, merging
from awards.nominees.merging import merge
from plans.models import Plan
from plans.moving import cancel
from tests.awards.making import create_nominee
from tests.awards.papers import SIGNED_ON, Round
from tests.awards.test_race import PEOPLE
from tests.plans.test_edit_race import at_once
from units.administration import Stale

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_overlapping_papers_one_is_drawn_up():
    agreed = Round(people=3)
    chosen = [[one.pk for one in agreed.people[start : start + 2]] for start in (0, 1)]

    def draw_up(number):
        given = {"chosen": chosen[number % 2], "by": agreed.editor, "on": SIGNED_ON}
        try:
            begin_paper(campaign=agreed.campaign, key="decision", **given)
        except Exception as reason:
            return type(reason).__name__
        return "done"

    assert sorted(at_once(draw_up, range(PEOPLE))) == ["Taken"] * (PEOPLE - 1) + ["done"]
    assert (Plan.objects.count(), AwardLine.objects.count()) == (1, 2)


def revoke_award(agreed, award):
    given = {"on": date(2026, 12, 1), "because": "Khai man thành tích", "by": agreed.editor}
    keeping.revoke(nominee=award.nominee, award=award, version=award.nominee.version, **given)


def rename(agreed, award):
    values = {"name": "Nguyễn Văn Khác"}
    keeping.change_nominee(nominee=award.nominee, values=values, version=award.nominee.version, by=agreed.editor)


def merge_into(agreed, award):
    other = create_nominee(name="Nguyễn Văn An", unit=agreed.unit)
    nominee, version = award.nominee, award.nominee.version
    merge(nominee=other, other=nominee, version=other.version, other_version=version, by=agreed.editor)


def add_initiative(agreed, award):
    values = {"title": "Số hóa hồ sơ", "level": "unit", "recognised_on": date(2026, 6, 1), "decision": "Số 1"}
    given = {"nominee": award.nominee, "version": award.nominee.version, "by": agreed.editor}
    keeping.add_part(model=Initiative, values=values, **given)


@pytest.mark.parametrize("deed", [revoke_award, rename, merge_into, add_initiative])
def test_a_record_changed_while_its_decision_is_revoked_waits_its_turn(monkeypatch, deed):
    """Both lock nominations first, then awards and records; in two orders they would block each other."""
    agreed = Round()
    agreed.issue()
    award, half_way = AwardHeld.objects.select_related("nominee").first(), Event()
    free = awarding._free_initiatives

    def slowly(*arguments):
        half_way.set()
        sleep(0.5)
        free(*arguments)

    monkeypatch.setattr(awarding, "_free_initiatives", slowly)

    def act(number):
        try:
            if number:
                half_way.wait(5)
                deed(agreed, award)
            else:
                plan = Plan.objects.get(pk=agreed.decision.pk)
                cancel(plan=plan, by=agreed.approver, note="Ghi sai thẩm quyền")
        except Stale:
            return "stale"
        return "done"

    assert at_once(act, range(2)) == ["done", "stale"]
    assert set(AwardHeld.objects.values_list("revoked_because", flat=True)) == {"Ghi sai thẩm quyền"}


def test_two_records_are_merged_while_both_are_on_a_paper(monkeypatch):
    """The merge locks the nominations of both before either record, in the order in which papers lock them."""
    agreed = Round(people=0)
    kept = create_nominee(name="Nguyễn Văn An", unit=agreed.unit)
    gone = agreed.agreed("Nguyễn Văn An")
    later = agreed.agreed("Nguyễn Văn An", nominee=kept, state="withdrawn")
    half_way, next_version = Event(), merging.next_version

    def slowly(*arguments):
        next_version(*arguments)
        half_way.set()
        sleep(0.5)

    monkeypatch.setattr(merging, "next_version", slowly)

    def act(number):
        if number:
            half_way.wait(5)
            with transaction.atomic():
                return len(lock_all([gone.pk, later.pk]))
        other = gone.nominee
        merge(nominee=kept, other=other, version=kept.version, other_version=other.version, by=agreed.editor)
        return "merged"

    assert at_once(act, range(2)) == ["merged", 2]
