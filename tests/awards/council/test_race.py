"""Many ballots at the same moment, on SQLite and on PostgreSQL: each member counts once, none is lost."""

import pytest

from awards.council.closing import close
from awards.council.locking import Refused
from awards.council.voting import cast
from awards.models import Case, CouncilSession, SessionMember, Vote
from tests.awards.council.making import Council
from tests.plans.test_edit_race import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def ballot(council, member, choice="for"):
    choices = {case.pk: choice for case in council.cases}
    session = CouncilSession.objects.get(pk=council.session.pk)
    return cast(session=session, member=SessionMember.objects.get(pk=member.pk), choices=choices, by=member.user)


def totals():
    return set(Case.objects.values_list("for_count", "against_count"))


def test_one_ballot_sent_many_times_counts_once():
    council = Council(cases=3)
    council.open()
    counted = at_once(lambda choice: ballot(council, council.members[0], choice), ["for"] * 6)
    assert (sorted(counted), totals(), Vote.objects.count()) == ([0] * 5 + [3], {(1, 0)}, 3)


def test_all_members_at_once_are_all_counted():
    council = Council(members=6, cases=3)
    council.open()
    choices = ["for", "against"] * 3
    counted = at_once(lambda pair: ballot(council, *pair), zip(council.members, choices, strict=True))
    assert (counted, totals(), Vote.objects.count()) == ([3] * 6, {(3, 3)}, 18)


def test_the_end_comes_before_a_ballot_or_after_it_never_between():
    council = Council(members=5, cases=3)
    council.open()
    version = council.version

    def act(number):
        try:
            if number:
                return ballot(council, council.members[number - 1])
            told = {"conclusion": "", "although_missing": True, "version": version, "by": council.secretary}
            return close(session=council.session, **told)
        except Refused:
            return "late"

    counted = at_once(act, range(6))
    in_time = counted.count(3)
    assert (totals(), Vote.objects.count()) == ({(in_time, 0)}, 3 * in_time)
    outcomes = set(Case.objects.values_list("outcome", flat=True))
    assert outcomes == {"proposed" if in_time >= 4 else "not_proposed"}
