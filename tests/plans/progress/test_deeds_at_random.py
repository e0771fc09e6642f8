"""Any sequence of deeds by anybody: no gap in the history, each task is as its history says, outsiders do nothing."""

from collections import defaultdict
from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from plans import issuing
from plans.amending.beginning import amend
from plans.editing.items import delete_item
from plans.editing.locking import Refused
from plans.models import Plan, Task, TaskEvent
from plans.models.moves import IN_FORCE
from plans.moving import approve, cancel, submit
from plans.progress import reporting
from plans.versions import content_of, digest
from tests.factories import create_unit, create_user
from tests.fuzzing import examples
from units.models import Role, UnitGroup

from .office import Office

STATES = st.sampled_from(Task.State.values)
NOTES = st.sampled_from(["", "Lý do"])
DAYS = st.integers(-5, 60)
DEEDS = ["report", "return", "ask_extension", "extend", "refuse_extension", "close", "reopen", "give"]
FORM = {"state": "done", "note": "Lý do", "until_on": "31/12/2030", "units": "Phòng Tài chính"}


class Deeds(RuleBasedStateMachine):
    """One item of two units and an open address: its reporter, its office, others; amendments come and go."""

    def __init__(self):
        super().__init__()
        UnitGroup.objects.filter(name="Các cơ quan liên quan").update(name=str(uuid4()))  # of the sequence before
        self.office, self.number = Office(), 12
        self.key = self.office.meeting.key
        unit = self.office.issuer
        self.clerk = create_user(role=Role.CLERK, unit=unit)
        self.spare = [create_unit(name=f"Phòng {n}", kind="division", parent=unit) for n in "AB"]
        strangers = [self.office.other, self.clerk, create_user(role=Role.EDITOR), create_user()]
        self.outsiders = [self.office.client(user) for user in strangers]
        self.pk = self.office.task(self.office.meeting, self.office.first).pk
        self.address = self.office.task(self.office.meeting).pk

    @property
    def task(self):
        return Task.objects.get(pk=self.pk)

    @property
    def in_force(self):
        return Plan.objects.filter(issuer=self.office.issuer, state__in=IN_FORCE).first()

    def _try(self, deed, **values):
        before = self.task
        try:
            deed(**values)
        except Refused:
            return False
        assert not (before.closed_at and deed is reporting.report)
        assert not (before.withdrawn_at and deed is not reporting.refuse_extension)
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
        deed(item=self.task.item, by=self.office.reporter)

    @rule(which=st.integers(0, 1), by=st.sampled_from(["reporter", "editor"]))
    def give(self, which, by):
        address, unit = Task.objects.get(pk=self.address), self.spare[which]
        self._try(reporting.give, task=address, units=[unit], by=getattr(self.office, by))

    @precondition(lambda self: self.in_force)
    @rule(change=st.sampled_from(["other words", "a later day", "no more"]))
    def amend(self, change):
        """The plan in force is amended: the item in other words, due later, or gone. Its paper is not printed here."""
        office, today, self.number = self.office, timezone.localdate(), self.number + 1
        draft = amend(plan=self.in_force, by=office.editor, on=today)
        items = draft.items.filter(key=self.key)
        if change == "no more" and items.exists():
            delete_item(plan=draft, pk=items.get().pk, by=office.editor)
        elif change == "a later day":
            items.update(deadline_end=today + timedelta(days=40 + self.number))
        draft.items.filter(key=office.letter.key).update(text=f"Gửi báo cáo lần {self.number}")
        submit(plan=draft, by=office.editor)
        approve(plan=draft, by=office.approver, seen=digest(content_of(draft)))
        with patch.object(issuing.Printing, "pdf", lambda printing: b"%PDF-"):
            issuing.issue(Plan.objects.get(pk=draft.pk), signed_on=today, by=self.clerk)

    @precondition(lambda self: self.in_force)
    @rule()
    def revoke(self):
        """The plan in force is revoked; what it amended counts again."""
        cancel(plan=self.in_force, by=self.clerk, note="Sai")

    @rule(who=st.integers(0, 3), deed=st.sampled_from(DEEDS))
    def intrude(self, who, deed):
        """Somebody who may not tries a deed through its form: refused, and nothing is left of it."""
        before = TaskEvent.objects.count(), list(Task.objects.order_by("pk").values())
        address = reverse(f"plans:task_{deed}", args=[self.address if deed == "give" else self.pk])
        assert self.outsiders[who].post(address, FORM).status_code in (403, 404)
        assert (TaskEvent.objects.count(), list(Task.objects.order_by("pk").values())) == before

    @invariant()
    def each_task_is_as_its_history_says(self):
        histories = defaultdict(list)  # latest first
        for event in TaskEvent.objects.order_by("-seq"):
            histories[event.task_id].append(event)
        for task in Task.objects.all():
            events = histories[task.pk]
            assert [event.seq for event in events] == list(range(task.event_count, 0, -1))
            last = _latest(events, "reported")
            expected = "in_progress" if task.returned_at else last.state if last else "not_started"
            assert (task.report_id, task.state) == (last and last.pk, expected)
            assert bool(task.closed_at) == _ended_by(events, ["closed"], "reopened", "returned")
            assert bool(task.asked_until_on) == _ended_by(events, ["asked"], "extended", "refused")
            assert bool(task.withdrawn_at) == _ended_by(events, ["withdrawn"], "restored")
            moved = _latest(events, "extended", "changed")
            assert task.due_on in (task.planned_on, moved and moved.until_on)

    @invariant()
    def a_task_stands_where_a_plan_in_force_asks_it(self):
        plan = self.in_force
        asked = plan.items.filter(key=self.key).first() if plan else None
        standing = Task.objects.standing().filter(key=self.key)
        assert {task.item_id for task in standing} == ({asked.pk} if asked else set())
        assert {task.plan_id for task in standing} <= {plan.pk if plan else None}
        units = [task.unit_id for task in Task.objects.filter(key=self.key)]
        assert len(units) == len(set(units))
        assert Task.objects.filter(key=self.key, withdrawn_at=None, pk=self.pk).exists() == bool(asked)


def _latest(events, *kinds):
    return next((event for event in events if event.kind in kinds), None)


def _ended_by(events, kinds, *others):
    """Whether the latest event of these or the other kinds is one of these."""
    last = _latest(events, *kinds, *others)
    return bool(last) and last.kind in kinds


class TestDeeds(Deeds.TestCase, TestCase):
    """Each sequence in a transaction of its own."""

    settings = settings(examples(3), stateful_step_count=12)


@pytest.mark.django_db
def test_a_way_through_all_deeds():
    """One sequence that every run goes, whatever is tried at random."""
    deeds = Deeds()
    for deed, *arguments in WAY:
        getattr(deeds, deed)(*arguments)
        deeds.each_task_is_as_its_history_says()
        deeds.a_task_stands_where_a_plan_in_force_asks_it()
    kinds = set(TaskEvent.objects.values_list("kind", flat=True))
    assert kinds == set(TaskEvent.Kind.values)


WAY = [
    *(("report", "in_progress", ""), ("give_back", "Lý do"), ("ask", 50, "Lý do"), ("refuse", "Lý do")),
    *(("give", 0, "reporter"), ("amend", "a later day"), ("extend", 90), ("close", reporting.close_item)),
    *(("intrude", 0, "reopen"), ("close", reporting.reopen_item), ("amend", "no more"), ("report", "done", "")),
    *(("intrude", 3, "report"), ("revoke",), ("give", 1, "editor"), ("report", "done", ""), ("revoke",), ("revoke",)),
]
