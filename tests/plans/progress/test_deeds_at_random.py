"""Any sequence of deeds on a task: its history has no gap, and its state is what the last counting report says."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from plans.editing.locking import Refused
from plans.models import Task
from plans.progress import reporting
from tests.fuzzing import examples
from units.models import UnitGroup

from .office import Office

STATES = st.sampled_from(Task.State.values)
NOTES = st.sampled_from(["", "Lý do"])
DAYS = st.integers(-5, 60)


class Deeds(RuleBasedStateMachine):
    """One task of two units, its reporter and its office."""

    def __init__(self):
        super().__init__()
        UnitGroup.objects.filter(name="Các cơ quan liên quan").update(name=str(uuid4()))  # of the sequence before
        self.office = Office()
        self.pk = self.office.task(self.office.meeting, self.office.first).pk

    @property
    def task(self):
        return Task.objects.get(pk=self.pk)

    def _try(self, deed, **values):
        closed = self.task.closed_at is not None
        try:
            deed(**values)
        except Refused:
            return False
        assert not (closed and deed is reporting.report)
        return True

    @rule(state=STATES, note=NOTES)
    def report(self, state, note):
        done = self._try(reporting.report, task=self.task, state=state, note=note, by=self.office.reporter)
        assert not done or self.task.state == state

    @rule(note=NOTES)
    def give_back(self, note):
        self._try(reporting.give_back, task=self.task, note=note, by=self.office.editor)

    @rule(days=DAYS, note=NOTES)
    def ask(self, days, note):
        until = timezone.localdate() + timedelta(days)
        self._try(reporting.ask_extension, task=self.task, until_on=until, note=note, by=self.office.reporter)

    @rule(days=DAYS)
    def extend(self, days):
        until = timezone.localdate() + timedelta(days)
        self._try(reporting.extend, task=self.task, until_on=until, by=self.office.editor)

    @rule(note=NOTES)
    def refuse(self, note):
        self._try(reporting.refuse_extension, task=self.task, note=note, by=self.office.editor)

    @rule(deed=st.sampled_from([reporting.close_item, reporting.reopen_item]))
    def close(self, deed):
        deed(item=self.office.meeting, by=self.office.reporter)

    @invariant()
    def the_history_has_no_gap(self):
        seqs = list(self.task.events.order_by("seq").values_list("seq", flat=True))
        assert seqs == list(range(1, self.task.event_count + 1))

    @invariant()
    def the_state_is_that_of_the_last_counting_report(self):
        task = self.task
        last = task.events.filter(kind="reported").first()
        expected = "in_progress" if task.returned_at else last.state if last else "not_started"
        assert (task.report, task.state) == (last, expected)


class TestDeeds(Deeds.TestCase, TestCase):
    """Each sequence in a transaction of its own."""

    settings = settings(examples(6), stateful_step_count=15)
