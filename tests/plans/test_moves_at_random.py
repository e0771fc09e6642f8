"""Any sequence of moves by anybody: no state past the table, no approval skipped or given to oneself (goal R9)."""

import pytest
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from plans import issuing, moving
from plans.chain import verify
from plans.editing.locking import Refused
from plans.models import IllegalMove, Plan
from plans.models.moves import MOVES
from tests.factories import create_item, create_plan, create_unit, create_user
from tests.fuzzing import examples
from units.models import Role

ROLES = (Role.EDITOR, Role.APPROVER, Role.CLERK, Role.REPORTER)
WAY = [way for move in MOVES.values() for way in ((origin, move.to) for origin in move.origins)]


class Office(RuleBasedStateMachine):
    """Two people of each role, one who is editor and approver at once, and a stranger of each role."""

    def __init__(self):
        super().__init__()
        self.unit = create_unit()
        self.people = [create_user(role=role, unit=self.unit) for role in ROLES for _ in range(2)]
        self.people += [create_user(role=role) for role in ROLES]
        both = create_user(role=Role.EDITOR, unit=self.unit)
        both.memberships.create(unit=self.unit, role=Role.APPROVER)
        self.people.append(both)
        self.plan = create_plan(issuer=self.unit)
        create_item(plan=self.plan)
        self.states = ["draft"]

    def _try(self, deed, **values):
        try:
            deed(**values)
        except (IllegalMove, Refused):
            return
        state = Plan.objects.get(pk=self.plan.pk).state
        if state != self.states[-1]:
            self.states.append(state)

    @rule(data=st.data())
    def submit(self, data):
        self._try(moving.submit, plan=self.plan, by=self._someone(data))

    @rule(data=st.data())
    def go_on(self, data):
        """What an orderly office does next, by either of its two people; so that sequences get far."""
        next_one = {"draft": (self.submit, 0), "submitted": (self.approve, 2), "approved": (self.issue, 4)}
        if self.states[-1] in next_one:
            deed, first = next_one[self.states[-1]]
            deed(_Fixed(self.people[first + data.draw(st.integers(0, 1))]))

    @rule(data=st.data(), deed=st.sampled_from([moving.withdraw, moving.return_for_changes]))
    def give_back(self, data, deed):
        self._try(deed, plan=self.plan, by=self._someone(data), note=data.draw(st.sampled_from(["", "Lý do"])))

    @precondition(lambda self: len(self.states) > 3)
    @rule(data=st.data())
    def cancel(self, data):
        self._try(moving.cancel, plan=self.plan, by=self._someone(data), note="Lý do")

    @rule(data=st.data())
    def approve(self, data):
        by = self._someone(data)
        self._try(moving.approve, plan=self.plan, by=by, seen=moving.digest(moving.content_of(self.plan)))

    @rule(data=st.data())
    def issue(self, data):
        by = self._someone(data)
        self._try(lambda **values: issuing.issue(self.plan, **values), signed_on=timezone.localdate(), by=by)

    def _someone(self, data):
        """Mostly somebody of the office, so that plans get far."""
        return data.draw(st.sampled_from([*self.people, *self.people[:6] * 6]))

    @invariant()
    def every_step_is_in_the_table(self):
        assert all(step in WAY for step in zip(self.states, self.states[1:], strict=False))

    @invariant()
    def what_left_was_approved_by_another_than_who_submitted(self):
        plan = Plan.objects.get(pk=self.plan.pk)
        if plan.has_left:
            kinds = list(plan.events.order_by("seq").exclude(kind__in=("revoked",)).values_list("kind", "by"))
            (submitted, editor), (approved, approver), (issued, clerk) = kinds[-3:]
            assert (submitted, approved, issued) == ("submitted", "approved", "issued")
            assert editor != approver
            assert clerk in [person.pk for person in self.people[4:6]]

    @invariant()
    def the_chain_is_whole(self):
        assert verify().lines == []


class _Fixed:
    """Draws one and the same."""

    def __init__(self, drawn):
        self.drawn = drawn

    def draw(self, _):
        return self.drawn


class TestOffice(Office.TestCase, TestCase):
    """Each sequence in a transaction of its own."""

    settings = settings(examples(12), stateful_step_count=20)


@pytest.mark.django_db
def test_who_could_skip_would_be_seen():
    """The twin: a way past the table is no step of it."""
    assert ("draft", "filed") not in WAY
