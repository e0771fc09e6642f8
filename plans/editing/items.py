"""Deeds on items: add, save, duplicate, move, delete. Each locks the plan, keeps positions dense, leaves one event."""

from uuid import uuid4

from django.db import transaction

from thiduakhenthuong.dates import ROMAN_QUARTERS

from ..importing.deadlines import read_deadline
from ..kinds import AssignmentRole
from ..models import PlanEvent, PlanItem, Section
from .assigning import assign, units_texts
from .locking import (
    FORM,
    OnlyPlansAsk,
    Refused,
    changed_fields,
    locked,
    locked_row,
    merged_with_saved,
    record,
    sent_before,
    write,
)
from .ordering import groups_in_use, index_of, items_in_order, neighbours, settle
from .undoing import snapshot

OWN_FIELDS = ("text", "quarter", "deadline_raw", "deadline_in_text", "units_wording")
FIELDS = (*OWN_FIELDS, *map(str, AssignmentRole))


def ref_of(pk):
    """How the paper and the events name an item."""
    return f"nhiem-vu-{pk}"


def item_values(item):
    """What the form of an item shows and merges."""
    return {name: getattr(item, name) for name in OWN_FIELDS} | units_texts(item.assignments.all())


def deadline_dates(raw, *, year):
    """The dates a deadline in words means; both None where it means none or is not understood."""
    read = read_deadline(raw, year=year) if raw else None
    start, end = (read.start, read.end) if read else (None, None)
    if start and end and start > end:
        start = end = None
    return {"deadline_start": start, "deadline_end": end}


@transaction.atomic
def add_item(*, plan, section, values, by, before=None, token=None, picks=None):
    """Add an item at the end of its quarter, or above the item `before`.

    The same token twice adds once: other values then are saved onto what was added. None: that was deleted since.
    """
    held = locked(plan)
    if not held.is_plan:
        raise OnlyPlansAsk
    sent = sent_before(held, token, "item")
    if sent:
        return _send_again(held, sent, values, by=by, picks=picks)
    section = locked_row(held, held.sections, section, ref=f"muc-{section}")
    item = PlanItem.objects.create(
        plan=held,
        section=section,
        position=_place_above(section, before, values["quarter"]),
        **{name: values[name] for name in OWN_FIELDS},
        **deadline_dates(values["deadline_raw"], year=held.year),
    )
    assign(item, values, plan=held, picks=picks or {})
    settle(items_in_order(section))
    note = f"Thêm nhiệm vụ “{_short(item)}”"
    _record(held, item, by=by, note=note, details=changed_fields({}, values, base={FORM: str(token)}), token=token)
    return item


def _send_again(plan, sent, values, *, by, picks):
    item = plan.items.filter(pk=sent.details["item"]).first()
    first = sent.details.get("after", {})
    if item and values != first:
        base = first | {FORM: str(sent.token)}
        item, _ = save_item(plan=plan, pk=item.pk, base=base, values=values, by=by, picks=picks)
    return item


def _place_above(section, before, quarter):
    """A position just above an item of the same quarter (those below make room), else the last."""
    items = items_in_order(section)
    i = index_of(items, before) if before else None
    if i is None or items[i].quarter != quarter:
        return len(items) + 1
    for position, item in enumerate(items, 1):
        item.position = position + (position > i)
    PlanItem.objects.bulk_update(items, ["position"])
    return i + 1


@transaction.atomic
def save_item(*, plan, pk, base, values, by, picks=None):
    """Save what was typed, merged with what others saved since the form was opened. Returns (item, Merged)."""
    held = locked(plan)
    item = locked_row(held, held.items.select_related("section"), pk, ref=ref_of(pk))
    before = item_values(item)
    merged = merged_with_saved(held, ref=ref_of(pk), base=base, mine=values, theirs=before, version=item.version)
    after = _with_wording(before, merged.values, seen=base.get("units_wording"))
    changes = changed_fields(before, after, base=base)
    if changes["after"] or picks:
        _write_item(item, before, after, plan=held, picks=picks or {})
    if changes["after"]:
        _record(held, item, by=by, note=f"Sửa nhiệm vụ “{_short(item)}”", details=changes)
    return item, merged


def _with_wording(before, after, *, seen):
    """Other bodies than the old wording names: the wording goes, unless it was rewritten too, by anyone meanwhile."""
    others = any(before[field] != after[field] for field in AssignmentRole)
    if others and seen == before["units_wording"] == after["units_wording"]:
        return after | {"units_wording": ""}
    return after


def _write_item(item, before, after, *, plan, picks):
    own = {name: after[name] for name in OWN_FIELDS}
    if before["deadline_raw"] != after["deadline_raw"]:
        own |= deadline_dates(after["deadline_raw"], year=plan.year)
    if before["quarter"] != after["quarter"]:
        own["position"] = item.section.items.count() + 1
    write(item, **own)
    assign(item, after, plan=plan, picks=picks)
    item.refresh_from_db()
    if before["quarter"] != after["quarter"]:
        settle(items_in_order(item.section))


@transaction.atomic
def duplicate_item(*, plan, pk, by, token=None):
    """Put a copy of an item, with its assignments, right below it. The same token twice copies once."""
    held = locked(plan)
    if not held.is_plan:
        raise OnlyPlansAsk
    sent = sent_before(held, token, "item")
    if sent:
        return held.items.filter(pk=sent.details["item"]).first()
    item = locked_row(held, held.items.select_related("section"), pk, ref=ref_of(pk))
    assignments = list(item.assignments.all())
    copy = PlanItem.objects.get(pk=item.pk)
    copy.pk, copy._state.adding, copy.version, copy.key = None, True, 1, uuid4()
    copy.save()
    for assignment in assignments:
        assignment.pk, assignment._state.adding, assignment.item = None, True, copy
        assignment.save()
    rows = [row for row in items_in_order(item.section) if row.pk != copy.pk]
    rows.insert(index_of(rows, item.pk) + 1, copy)
    settle(rows)
    _record(held, copy, by=by, note=f"Nhân đôi nhiệm vụ “{_short(copy)}”", token=token)
    return copy


@transaction.atomic
def move_item(*, plan, pk, step, by):
    """Move an item one place up (step -1) or down (+1); at the edge of its quarter into the neighbouring one."""
    held = locked(plan)
    item = locked_row(held, held.items.select_related("section"), pk, ref=ref_of(pk))
    rows = items_in_order(item.section)
    i = index_of(rows, pk)
    other = rows[i + step] if 0 <= i + step < len(rows) else None
    if other is not None and other.quarter == item.quarter:
        rows[i], rows[i + step] = other, rows[i]
        settle(rows)
        _record(held, item, by=by, note=f"Chuyển nhiệm vụ “{_short(item)}”")
    else:
        groups = groups_in_use(rows)
        g = groups.index(item.quarter) + step
        if not 0 <= g < len(groups):
            raise Refused("Nhiệm vụ đã ở đầu danh sách." if step < 0 else "Nhiệm vụ đã ở cuối danh sách.")
        _into_quarter(held, item, groups[g], first=step > 0, by=by)
    return item


@transaction.atomic
def move_item_to(*, plan, pk, quarter, by):
    """Move an item to the end of a chosen quarter (None: outside the quarters)."""
    held = locked(plan)
    item = locked_row(held, held.items.select_related("section"), pk, ref=ref_of(pk))
    if item.quarter != quarter:
        _into_quarter(held, item, quarter, first=False, by=by)
    return item


def _into_quarter(plan, item, quarter, *, first, by):
    rows = [row for row in items_in_order(item.section) if row.pk != item.pk]
    there = [i for i, row in enumerate(rows) if row.quarter == quarter]
    write(item, quarter=quarter)
    item.refresh_from_db()
    below = [row for row in rows if (row.quarter or 0) <= (quarter or 0)]
    rows.insert(there[0] if first and there else len(below), item)
    settle(rows)
    where = f"sang quý {ROMAN_QUARTERS[quarter]}" if quarter else "ra ngoài các quý"
    _record(plan, item, by=by, note=f"Chuyển nhiệm vụ “{_short(item)}” {where}")


@transaction.atomic
def delete_item(*, plan, pk, by):
    """Delete an item; the event keeps all of it and its place, so that it can come back."""
    held = locked(plan)
    item = locked_row(held, held.items.select_related("section"), pk, ref=ref_of(pk))
    rows = items_in_order(item.section)
    kept = snapshot([item, *item.assignments.all()])
    details = {"rows": kept, "in_list": not item.is_duty, **neighbours(rows, pk)}
    note = f"nhiệm vụ “{_short(item)}”"
    section = Section.objects.get(pk=item.section_id)
    item.delete()
    settle(items_in_order(section))
    return record(held, PlanEvent.Kind.DELETED, by=by, ref=ref_of(pk), note=note, details=details)


def _record(plan, item, *, by, note, details=None, token=None):
    details = {"item": item.pk, **(details or {})}
    return record(plan, PlanEvent.Kind.EDITED, by=by, ref=ref_of(item.pk), note=note, details=details, token=token)


def _short(item):
    words = item.words or "chưa có nội dung"
    return words if len(words) <= 60 else words[:57].rstrip() + "…"
