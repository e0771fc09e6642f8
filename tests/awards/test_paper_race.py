"""Several people draw up papers of one round at the same moment: no nomination comes to stand in two."""

import pytest

from awards.documents.beginning import begin_paper
from awards.models import AwardLine
from plans.models import Plan
from tests.awards.papers import SIGNED_ON, Round
from tests.awards.test_race import PEOPLE
from tests.plans.test_edit_race import at_once

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
