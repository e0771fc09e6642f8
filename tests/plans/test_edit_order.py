"""Whatever is done to a list, in whatever order: positions stay dense, quarters ascend, what was deleted comes back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.editing import items, sections
from plans.editing.locking import Refused
from plans.editing.ordering import items_in_order
from plans.editing.undoing import undo_deletion
from plans.models import PlanEvent
from tests.plans.editing import Desk

pytestmark = pytest.mark.django_db

STEPS = st.lists(
    st.tuples(st.sampled_from(["up", "down", "move", "copy", "add", "delete", "undo"]), st.integers(0, 50))
)


def act(desk, action, number):
    """One deed on the item that the number chooses."""
    rows = items_in_order(desk.list)
    row = rows[number % len(rows)].pk if rows else None
    common = {"plan": desk.plan, "by": desk.editor}
    if action == "undo":
        return undo_deletion(event=_deletion(desk, number), **common)
    if action == "add":
        values = items.item_values(desk.item("mẫu", quarter=None)) | {"quarter": number % 5 or None, "text": "thêm"}
        desk.plan.items.filter(text="mẫu").delete()
        return items.add_item(section=desk.list.pk, values=values, before=row, **common)
    if row is None:
        return None
    deeds = {
        "up": lambda: items.move_item(pk=row, step=-1, **common),
        "down": lambda: items.move_item(pk=row, step=1, **common),
        "move": lambda: items.move_item_to(pk=row, quarter=number % 5 or None, **common),
        "copy": lambda: items.duplicate_item(pk=row, **common),
        "delete": lambda: items.delete_item(pk=row, **common),
    }
    return deeds[action]()


def _deletion(desk, number):
    deletions = list(desk.plan.events.filter(kind=PlanEvent.Kind.DELETED, undone_by=None))
    return deletions[number % len(deletions)].pk if deletions else 0


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_any_deeds_leave_a_list_in_order(steps):
    desk = Desk()
    count = 3
    for action, number in steps:
        try:
            done = act(desk, action, number)
        except Refused:
            continue
        count += {"copy": 1, "add": 1, "undo": 1, "delete": -1}.get(action, 0) if done else 0
        rows = items_in_order(desk.list)
        assert len(rows) == count
        assert [row.position for row in sorted(rows, key=lambda row: row.position)] == list(range(1, count + 1))
        assert [row.position for row in rows] == list(range(1, count + 1))


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(3)), back=st.permutations(range(3)))
def test_pieces_deleted_in_any_order_and_brought_back_in_any_order_all_return(order, back):
    desk = Desk()
    pieces = [desk.heading, desk.list, desk.clause]
    events = {i: sections.delete_section(plan=desk.plan, pk=pieces[i].pk, by=desk.editor) for i in order}
    for i in back:
        undo_deletion(plan=desk.plan, event=events[i].pk, by=desk.editor)
    assert sorted(desk.pieces()) == sorted(["NỘI DUNG", "items", "Giao Sở Nội vụ theo dõi."])
    assert list(desk.plan.sections.values_list("position", flat=True)) == [1, 2, 3]
    assert desk.texts() == ["1 Việc một", "1 Việc hai", "2 Việc ba"]


def test_undone_in_reverse_a_plan_is_as_it_was():
    desk = Desk()
    before = desk.pieces()
    events = [
        sections.delete_section(plan=desk.plan, pk=pk, by=desk.editor)
        for pk in (desk.list.pk, desk.heading.pk, desk.clause.pk)
    ]
    for event in reversed(events):
        undo_deletion(plan=desk.plan, event=event.pk, by=desk.editor)
    assert desk.pieces() == before
