"""What was deleted and how it comes back: a deletion's event keeps every row and the neighbours it stood between."""

import json

from django.core import serializers
from django.db import transaction

from units.models import Unit, UnitGroup

from ..kinds import SectionKind
from ..models import PlanEvent, PlanItem, Section
from .locking import Refused, locked, record
from .ordering import index_between, items_in_order, settle


def snapshot(rows):
    """Rows as JSON data, the deleted one first, each after what it belongs to."""
    return json.loads(serializers.serialize("json", rows))


def deletion_of_item(plan, pk):
    """The event that deleted an item, alone or with the piece it stood in; None if none did."""
    deletions = plan.events.filter(kind=PlanEvent.Kind.DELETED, undone_by__isnull=True).select_related("by")
    return next((event for event in deletions if _holds_item(event, pk)), None)


def _holds_item(event, pk):
    return any(row["model"] == "plans.planitem" and row["pk"] == pk for row in event.details["rows"])


@transaction.atomic
def undo_deletion(*, plan, event, by):
    """Bring back what an event deleted, at its place, with its old ids. Returns the item or the section."""
    held = locked(plan)
    deletion = held.events.filter(pk=event, kind=PlanEvent.Kind.DELETED).first()
    if deletion is None:
        raise Refused("Không tìm thấy lần xóa này trong văn bản.")
    if PlanEvent.objects.filter(undoes=deletion).exists():
        raise Refused("Lần xóa này đã được hoàn tác rồi.")
    row = _restore(held, deletion)
    record(held, PlanEvent.Kind.RESTORED, by=by, ref=deletion.ref, note=deletion.note, undoes=deletion)
    return row


def _restore(plan, deletion):
    rows = deletion.details["rows"]
    if rows[0]["model"] == "plans.planitem":
        section = _section_for(plan, deletion)
        rows[0]["fields"]["section"] = section.pk
        item = _bring_back(rows, PlanItem)
        _put_item(section, item, deletion.details)
        return item
    section = _bring_back(rows, Section)
    others = [row for row in plan.sections.all() if row.pk != section.pk]
    others.insert(_place(others, section, deletion.details), section)
    settle(others)
    return section


def _section_for(plan, deletion):
    """Where a deleted item goes: its section, or where that is no list any more, the nearest that is."""
    section = plan.sections.filter(pk=deletion.details["rows"][0]["fields"]["section"]).first()
    if section is None:
        raise Refused("Phần chứa nhiệm vụ này đã bị xóa. Hãy hoàn tác việc xóa phần đó trước.")
    section = nearest_list(section) if deletion.details.get("in_list") else section
    if section is None:
        raise Refused("Kế hoạch không còn danh sách nhiệm vụ. Hãy thêm một danh sách nhiệm vụ rồi hoàn tác lại.")
    return section


def nearest_list(section):
    """The section itself, or the list of its plan nearest to it: elsewhere an item of a list is not printed."""
    lists = section.plan.sections.filter(kind=SectionKind.ITEMS)
    return min(lists, key=lambda other: abs(other.position - section.position), default=None)


def _bring_back(rows, model):
    """Save the rows as they were; a unit that no longer exists leaves its assignment unmatched. Returns the first."""
    for row in rows:
        if row["model"] == "plans.assignment":
            _forget_missing(row["fields"])
    for restored in serializers.deserialize("python", rows, ignorenonexistent=True):
        if hasattr(restored.object, "version"):
            restored.object.version += 1
        restored.save()
    return model.objects.get(pk=rows[0]["pk"])


def _forget_missing(fields):
    for name, model in (("unit", Unit), ("group", UnitGroup)):
        if fields[name] and not model.objects.filter(pk=fields[name]).exists():
            fields[name] = None


def _put_item(section, item, details):
    rows = [row for row in items_in_order(section) if row.pk != item.pk]
    group = [row for row in rows if row.quarter == item.quarter]
    group.insert(_place(group, item, details), item)
    above = [row for row in rows if (row.quarter or 0) < (item.quarter or 0)]
    below = [row for row in rows if (row.quarter or 0) > (item.quarter or 0)]
    settle(above + group + below)


def _place(rows, row, details):
    others = [other for other in rows if other.position < row.position]
    return index_between(rows, details["previous"], details["next"], otherwise=len(others))
