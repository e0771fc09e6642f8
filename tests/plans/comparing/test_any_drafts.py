"""Whatever two drafts say: comparing never fails, a draft equals its stored copy, and no word goes unnoticed."""

import json
from collections import Counter
from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from plans.comparing.changes import compare
from plans.comparing.entries import entries_of
from plans.draft import PlanDraft
from plans.draft_json import from_json, to_json
from tests.plans.importing.test_draft_json import drafts, items, sections

EDITS = ("reword", "drop", "double", "swap")


@given(drafts)
@settings(max_examples=25, deadline=None)
def test_a_stored_draft_is_the_same(draft):
    assert compare(draft, from_json(json.loads(json.dumps(to_json(draft))))) == []


@given(drafts, drafts)
@settings(max_examples=25, deadline=None)
def test_every_text_of_one_side_alone_is_in_a_change(before, after):
    changes = compare(before, after)
    for side, draft, told in ((0, before, "before"), (1, after, "after")):
        own = Counter(entry.text.strip() for entry in entries_of(draft))
        other = Counter(entry.text.strip() for entry in entries_of((after, before)[side]))
        shown = Counter(getattr(change, told).strip() for change in changes if change.old or change.new)
        assert not (own - other) - shown


@given(st.lists(sections, min_size=2, max_size=5), st.lists(items, min_size=2, max_size=4), st.data())
@settings(max_examples=25, deadline=None)
def test_every_edit_is_seen(pieces, rows, data):
    """With keys, as in versions of one plan."""
    for n, each in enumerate([*pieces, *rows]):
        each.key = str(n)
    for row in rows:
        row.quarter = 1  # a list is kept in the order of its quarters
    for piece in pieces:
        piece.items = []
    pieces[0].items = rows
    before = PlanDraft(sections=pieces)
    after = deepcopy(before)
    held = data.draw(st.sampled_from([after.sections, after.sections[0].items]))
    _edit(held, data.draw(st.sampled_from(EDITS)))
    assert compare(before, after) != []


def _edit(rows, how):
    if how == "reword":
        rows[0].text += " và những việc khác"
    elif how == "drop":
        del rows[0]
    elif how == "double":
        rows.append(deepcopy(rows[0]))
        rows[-1].key = "mới"
    else:
        rows[0], rows[1] = rows[1], rows[0]
