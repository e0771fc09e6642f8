"""Whether tampering with events is found: changed, removed, inserted, reordered, cut off (goal R6)."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from plans import frozen
from plans.chain import read_heads, verify, write_heads
from plans.models import IssuedPaper, PlanEvent
from tests.factories import create_plan, create_user, issue_as_it_stands

pytestmark = pytest.mark.django_db
COLUMNS = [field.column for field in PlanEvent._meta.concrete_fields if field.column != "id"]
OTHER = {
    "kind": "created",
    "note": "Khác",
    "ref": "muc-1",
    "details": json.dumps({"khac": 1}),
    "at": "2020-01-01 00:00:00+00:00",
    "address": "10.0.0.9",
    "request_id": "khac",
    "seq": 7,
    "hash": "0" * 64,
    "token": "00000000-0000-0000-0000-000000000001",
}


@pytest.fixture
def plan():
    """A plan with four events of all sorts of content; the guards of the database are down, as for a thief who can."""
    plan = create_plan()
    person = create_user()
    for n in range(4):
        details = {"before": {"text": f"Cũ {n} “đ”"}, "after": {"text": "Mới", "quarter": n, "ngày": None}}
        PlanEvent.objects.append(plan=plan, kind="edited", by=person, note=f"Sửa lần {n}", details=details)
    frozen.lift()
    return plan


def faults():
    return [line for line in verify().lines if "chốt" not in line]


def run(statement, *arguments):
    with connection.cursor() as cursor:
        cursor.execute(statement, arguments)


def test_what_nobody_touched_is_whole(plan):
    assert (faults(), verify().events, verify().plans) == ([], 4, 1)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_column_is_found(plan, column):
    event = plan.events.get(seq=2)
    if column in ("plan_id", "by_id", "unit_id", "undoes_id"):
        other = {"plan_id": create_plan().pk, "by_id": create_user().pk, "unit_id": plan.issuer_id}
        value = other.get(column, plan.events.get(seq=1).pk)
    else:
        value = OTHER[column]
    run(f'UPDATE plans_planevent SET "{column}" = %s WHERE id = %s', value, event.pk)
    assert faults() != []


@pytest.mark.parametrize("seq", [1, 2, 4])
def test_a_removed_event_is_found(plan, seq):
    run("DELETE FROM plans_planevent WHERE plan_id = %s AND seq = %s", plan.pk, seq)
    assert faults() != []


def test_a_removed_event_is_found_though_the_others_move_up(plan):
    run("DELETE FROM plans_planevent WHERE plan_id = %s AND seq = 2", plan.pk)
    run("UPDATE plans_planevent SET seq = 2 WHERE plan_id = %s AND seq = 3", plan.pk)
    run("UPDATE plans_planevent SET seq = 3 WHERE plan_id = %s AND seq = 4", plan.pk)
    assert faults() != []


def test_an_inserted_event_is_found(plan):
    last = plan.events.get(seq=4)
    last.pk, last.seq, last.hash, last.note = None, 5, last.seal("?"), "Chèn vào"
    last.save(force_insert=True)
    assert faults() != []


def test_events_that_changed_places_are_found(plan):
    for old, new in ((2, 99), (3, 2), (99, 3)):
        run("UPDATE plans_planevent SET seq = %s WHERE plan_id = %s AND seq = %s", new, plan.pk, old)
    assert faults() != []


def test_events_cut_off_are_found_by_the_head_in_the_plan(plan):
    run("DELETE FROM plans_planevent WHERE plan_id = %s AND seq > 2", plan.pk)
    assert faults() != []


def test_events_cut_off_with_the_head_are_found_by_heads_kept_elsewhere(plan, tmp_path):
    write_heads(tmp_path / "dau-chuoi.json")
    second = plan.events.get(seq=2)
    run("DELETE FROM plans_planevent WHERE plan_id = %s AND seq > 2", plan.pk)
    run("UPDATE plans_plan SET event_count = 2, event_head = %s WHERE id = %s", second.hash, plan.pk)
    assert faults() == []
    assert len(verify(heads=read_heads(tmp_path / "dau-chuoi.json")).lines) > len(verify().lines)


def test_heads_kept_elsewhere_still_fit_after_more_was_done(plan, tmp_path):
    write_heads(tmp_path / "dau-chuoi.json")
    PlanEvent.objects.append(plan=plan, kind="edited", by=None)
    assert verify(heads=read_heads(tmp_path / "dau-chuoi.json")).lines == verify().lines


def test_a_paper_that_is_not_the_one_issued_is_found(plan):
    plan.refresh_from_db()
    plan.number, plan.day = "12", 5
    plan.save()
    issue_as_it_stands(plan)
    assert faults() == []
    IssuedPaper.objects.update(pdf=b"%PDF-1.7 khac")
    assert faults() == [f"{plan.code}: bản đã ban hành không còn như lúc ban hành."]


def test_guards_that_are_missing_are_named(plan):
    assert len([line for line in verify().lines if "thiếu chốt" in line]) == len(frozen.missing()) > 0


def test_the_command_says_what_is_wrong(plan):
    frozen.install()
    out, err = StringIO(), StringIO()
    call_command("verify_chain", stdout=out)
    assert "4 diễn biến của 1 kế hoạch còn nguyên" in out.getvalue()
    with frozen.lifted():
        run("UPDATE plans_planevent SET note = 'Khác' WHERE seq = 3")
    with pytest.raises(CommandError, match="chỗ sai trong 4 diễn biến"):
        call_command("verify_chain", stdout=out, stderr=err)
    assert "diễn biến 3 không còn như lúc ghi" in err.getvalue()
