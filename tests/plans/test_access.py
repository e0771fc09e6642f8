"""The question about one plan and the list of plans agree, for every role at every place."""

import pytest

from plans.access import may_view, visible_to
from plans.models import Plan
from tests.scene import EVERYONE, Scene

pytestmark = pytest.mark.django_db


def test_a_plan_may_be_viewed_exactly_if_it_is_listed():
    scene, seen = Scene(), 0
    for holder in sorted(EVERYONE):
        user = scene.user(*holder)
        listed = set(visible_to(user).values_list("code", flat=True))
        assert {plan.code for plan in Plan.objects.all() if may_view(user, plan)} == listed, holder
        seen += len(listed)
    assert seen > 30
