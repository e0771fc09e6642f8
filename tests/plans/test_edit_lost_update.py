"""No lost update (reliability goal R1): two to four people save the same rows in any order, no word disappears unseen.

The model remembers what every form showed when it was opened or came back. A save may replace a stored value only if
its form had shown that value. The twin runs the same steps without the merge and must find a loss.
"""

import os
from calendar import monthrange
from collections import Counter
from unittest.mock import patch

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from plans.editing import head, items, locking, sections
from plans.merging import Merged
from plans.models import PlanEvent, PlanItem, Section
from tests.plans.editing import Desk

pytestmark = pytest.mark.django_db

INTERLEAVINGS = int(os.environ.get("INTERLEAVINGS", "150"))  # R1 asks for 1,000: INTERLEAVINGS=1000
DATES = ("day", "month")
WORDS = st.sampled_from(["a", "b", "đ", "ab", "đa"])
ACTIONS = st.sampled_from(["type", "save"])
DAYS = {"a": 5, "b": 28, "đ": 31, "ab": 2, "đa": None}  # for the fields of a date
STEPS = st.tuples(st.integers(0, 3), ACTIONS, st.integers(0, 5), WORDS)


class Lost(AssertionError):
    """A stored value was replaced by somebody who had never seen it."""


class Row:
    """One kind of row: how its values are read and saved, and which of its fields people type into here."""

    def __init__(self, read, save, fields):
        self.read, self.save, self.fields = read, save, fields


def rows_of(desk):
    item = {"plan": desk.plan, "pk": desk.first.pk, "by": desk.editor}
    piece = {"plan": desk.plan, "pk": desk.clause.pk, "by": desk.editor}
    layout = {"plan": desk.plan, "pk": desk.list.pk, "by": desk.editor}
    plan = {"plan": desk.plan, "by": desk.editor}

    def read_item():
        return items.item_values(PlanItem.objects.get(pk=desk.first.pk))

    def read_layout():
        return sections.layout_values(Section.objects.get(pk=desk.list.pk))

    def read_piece():
        return sections.section_values(Section.objects.get(pk=desk.clause.pk))

    def read_head():
        return head.head_values(type(desk.plan).objects.get(pk=desk.plan.pk))

    def read_foot():
        return head.foot_values(type(desk.plan).objects.get(pk=desk.plan.pk))

    return [
        Row(read_item, lambda **v: items.save_item(**item, **v), ("text", "lead", "deadline_raw", "units_wording")),
        Row(read_piece, lambda **v: sections.save_section(**piece, **v), ("text",)),
        Row(read_layout, lambda **v: sections.save_layout(**layout, **v), ("content_title", "units_title")),
        Row(read_head, lambda **v: head.save_head(**plan, **v), ("place", *DATES)),
        Row(read_foot, lambda **v: head.save_foot(**plan, **v), ("recipients", "signer_name")),
    ]


class Editors:
    """Two to four people with forms open on one row."""

    def __init__(self, row, count):
        self.row, self.count = row, count
        self.shown = {}  # what each editor's form showed when it was opened or came back
        self.typed = {}  # what stands in its fields

    def act(self, editor, action, field, words):
        editor %= self.count
        if editor not in self.typed:
            self.open_form(editor)
        if action == "save":
            self.save(editor)
        else:
            name = self.row.fields[field % len(self.row.fields)]
            self.typed[editor][name] = DAYS[words] if name in DATES else words

    def open_form(self, editor):
        self.shown[editor] = self.row.read()
        self.typed[editor] = dict(self.shown[editor])

    def save(self, editor):
        shown, mine, before = self.shown[editor], self.typed[editor], self.row.read()
        if not is_date(mine):
            return  # the form refuses it
        try:
            self.row.save(base=shown, values=mine)
        except locking.Contested as contested:
            assert self.row.read() == before, "a contested save writes nothing"
            self.comes_back(editor, contested)
        else:
            nothing_lost(before, self.row.read(), shown, mine)
            assert is_date(self.row.read()), "two dates were mixed into a day that is none"
            del self.shown[editor], self.typed[editor]

    def comes_back(self, editor, contested):
        """The form shows theirs, and keeps every word typed into it."""
        shown, mine = self.shown[editor], self.typed[editor]
        for name, value in mine.items():
            assert value == shown[name] or contested.merged.values[name] == value, "typed words were dropped"
        self.shown[editor] = contested.theirs
        self.typed[editor] = dict(contested.merged.values)


def is_date(values):
    """Whether what a head says about its date can be: no day without month, no 31/02. Other rows have none."""
    day, month = values.get("day"), values.get("month")
    if month is None:
        return day is None
    return month <= 12 and (day or 1) <= monthrange(values["signed_year"], month)[1]


def nothing_lost(before, after, shown, mine):
    """What was replaced had been shown to who replaced it; what was typed is stored."""
    for name, value in after.items():
        if value != before[name] and before[name] != shown[name]:
            raise Lost(name)
        if mine[name] not in (shown[name], value):
            raise Lost(name)


def run(examples):
    """Random interleavings on random rows; the counts of what happened, so that the test knows it tested something."""
    rows, happened = rows_of(Desk()), Counter()

    @settings(max_examples=examples, deadline=None, database=None, phases=[Phase.generate])
    @given(row=st.integers(0, 4), count=st.integers(2, 4), steps=st.lists(STEPS, min_size=12, max_size=24))
    def interleave(row, count, steps):
        editors = Editors(rows[row], count)
        for step in steps:
            editors.act(*step)
            happened[step[1]] += 1
        happened["interleaving"] += 1

    interleave()
    return happened


def test_no_interleaving_of_editors_loses_a_field():
    happened = run(INTERLEAVINGS)
    assert happened["interleaving"] >= INTERLEAVINGS
    assert PlanEvent.objects.count() > INTERLEAVINGS


def test_twin_without_the_merge_a_field_is_lost():
    with patch.object(locking, "merge", lambda base, mine, theirs, **_: Merged(dict(mine))), pytest.raises(Lost):
        run(INTERLEAVINGS)
