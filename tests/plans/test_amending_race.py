"""Several people begin an amendment at the same moment: one begins it, the others are led to it."""

import pytest

from plans.amending.beginning import amend
from plans.models import Plan
from tests.plans.amending import ON, InForce
from tests.plans.test_edit_race import PEOPLE, at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_amendment_is_begun():
    office = InForce()
    begun = at_once(lambda _: amend(plan=office.plan, by=office.editor, on=ON).pk, range(PEOPLE))
    assert len(set(begun)) == 1
    assert Plan.objects.filter(amends=office.plan).count() == 1
