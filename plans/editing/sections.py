"""Deeds on the pieces of a plan: add, save, lay out, move, duplicate, delete.

Moving a piece moves that piece alone, but an annex with all that belongs to it.
"""

from django.db import transaction

from ..kinds import ItemStyle, SectionKind
from ..models import ItemLayout, PlanEvent, Section
from .annex_order import with_annex_moved, with_annex_placed
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
from .ordering import index_of, neighbours, settle
from .undoing import snapshot

FIELDS = ("kind", "titled", "text", "landscape")
LAYOUT_FIELDS = (
    "style",
    "quarter_heading",
    "number_title",
    "content_title",
    "units_title",
    "coordinating_title",
    "deadline_title",
)


def ref_of(pk):
    """How the paper and the events name a piece."""
    return f"muc-{pk}"


def section_values(section):
    """What the form of a piece shows and merges."""
    return {name: getattr(section, name) for name in FIELDS}


def layout_values(section):
    """What the form of an item layout shows and merges."""
    return {name: getattr(section.layout, name) for name in LAYOUT_FIELDS}


@transaction.atomic
def add_section(*, plan, values, by, after=None, before=None, token=None):
    """Add a piece after or before another, else at the end.

    The same token twice adds once: other values then are saved onto what was added. None: that was deleted since.
    """
    held = locked(plan)
    _refuse_list_of_tasks(held, values)
    sent = sent_before(held, token, "section")
    if sent:
        return _send_again(held, sent, values, by=by)
    rows = list(held.sections.all())
    section = Section.objects.create(plan=held, position=len(rows) + 1, **_fitting(values))
    rows.insert(_place(rows, after, before), section)
    settle(rows)
    _keep_layout(section)
    changes = changed_fields({}, values, base={FORM: str(token)})
    _record(held, section, by=by, note=f"Thêm {_words(section)}", details=changes, token=token)
    return section


def _send_again(plan, sent, values, *, by):
    section = plan.sections.filter(pk=sent.details["section"]).first()
    first = sent.details.get("after", {})
    if section and values != first:
        base = first | {FORM: str(sent.token)}
        section, _ = save_section(plan=plan, pk=section.pk, base=base, values=values, by=by)
    return section


def _place(rows, after, before):
    i = index_of(rows, after) if after else None
    if i is not None:
        return i + 1
    i = index_of(rows, before) if before else None
    return len(rows) if i is None else i


def _fitting(values):
    """Only annexes have a paper of their own; lists of items carry no text, tables are no headings."""
    return values | {
        "titled": values["titled"] and values["kind"] not in (SectionKind.ITEMS, SectionKind.TABLE),
        "landscape": values["landscape"] and values["kind"] == SectionKind.ANNEX,
        "text": "" if values["kind"] == SectionKind.ITEMS else values["text"],
    }


def _keep_layout(section):
    """A list of items always has a layout."""
    if section.kind == SectionKind.ITEMS:
        ItemLayout.objects.get_or_create(section=section, defaults={"style": ItemStyle.TABLE})


@transaction.atomic
def save_section(*, plan, pk, base, values, by):
    """Save what was typed, merged with what others saved since the form was opened. Returns (section, Merged)."""
    held = locked(plan)
    section = locked_row(held, held.sections, pk, ref=ref_of(pk))
    before = section_values(section)
    merged = merged_with_saved(held, ref=ref_of(pk), base=base, mine=values, theirs=before, version=section.version)
    _refuse_list_of_tasks(held, merged.values)
    _refuse_losing_text(section, merged.values)
    changes = changed_fields(before, _fitting(merged.values), base=base)
    if changes["after"]:
        write(section, **changes["after"])
        section.refresh_from_db()
        _keep_layout(section)
        _record(held, section, by=by, note=f"Sửa {_words(section)}", details=changes)
    return section, merged


def _refuse_list_of_tasks(plan, values):
    if not plan.is_plan and values["kind"] == SectionKind.ITEMS:
        raise OnlyPlansAsk


def _refuse_losing_text(section, values):
    if values["kind"] == SectionKind.ITEMS and section.kind != SectionKind.ITEMS and section.text:
        raise Refused("Phần có chữ không đổi thành danh sách nhiệm vụ được. Hãy chèn một danh sách mới.")
    if section.kind == SectionKind.ITEMS != values["kind"] and section.items.exists():
        raise Refused("Danh sách còn nhiệm vụ nên không đổi thành loại khác được.")


@transaction.atomic
def save_layout(*, plan, pk, base, values, by):
    """Change how a list of items appears on paper; the items stay as they are. Returns (section, Merged)."""
    held = locked(plan)
    section = locked_row(held, held.sections.select_related("layout"), pk, ref=ref_of(pk))
    before = layout_values(section)
    merged = merged_with_saved(held, ref=ref_of(pk), base=base, mine=values, theirs=before, version=section.version)
    changes = changed_fields(before, merged.values, base=base)
    if changes["after"]:
        write(section)
        ItemLayout.objects.filter(section=section).update(**changes["after"])
        _record(held, section, by=by, note="Đổi cách trình bày danh sách nhiệm vụ", details=changes)
    return section, merged


@transaction.atomic
def duplicate_section(*, plan, pk, by, token=None):
    """Put a copy of a piece of text right below it. The same token twice copies once."""
    held = locked(plan)
    sent = sent_before(held, token, "section")
    if sent:
        return held.sections.filter(pk=sent.details["section"]).first()
    section = locked_row(held, held.sections, pk, ref=ref_of(pk))
    if section.kind == SectionKind.ITEMS:
        raise Refused("Không nhân đôi cả danh sách nhiệm vụ. Hãy nhân đôi từng nhiệm vụ.")
    rows = list(held.sections.all())
    copy = Section.objects.create(plan=held, position=section.position, **section_values(section))
    rows.insert(index_of(rows, pk) + 1, copy)
    settle(rows)
    _record(held, copy, by=by, note=f"Nhân đôi {_words(copy)}", token=token)
    return copy


@transaction.atomic
def move_section(*, plan, pk, step, by):
    """Move a piece one place up (step -1) or down (+1)."""
    held = locked(plan)
    section = locked_row(held, held.sections, pk, ref=ref_of(pk))
    rows = list(held.sections.all())
    is_annex = section.kind == SectionKind.ANNEX
    settle(with_annex_moved(rows, pk, step) if is_annex else _with_piece_moved(rows, pk, step))
    _record(held, section, by=by, note=f"Chuyển {_words(section)}")
    return section


def _with_piece_moved(rows, pk, step):
    i = index_of(rows, pk)
    if not 0 <= i + step < len(rows):
        raise Refused("Phần này đã ở đầu văn bản." if step < 0 else "Phần này đã ở cuối văn bản.")
    rows[i], rows[i + step] = rows[i + step], rows[i]
    return rows


@transaction.atomic
def place_section(*, plan, pk, after, by):
    """Move a piece right after another one (None: to the top), into an annex for instance; an annex among annexes."""
    held = locked(plan)
    section = locked_row(held, held.sections, pk, ref=ref_of(pk))
    if after is not None:
        locked_row(held, held.sections, after, ref=ref_of(after))
    rows = list(held.sections.all())
    is_annex = section.kind == SectionKind.ANNEX
    settle(with_annex_placed(rows, pk, after) if is_annex else _with_piece_placed(rows, section, after))
    _record(held, section, by=by, note=f"Chuyển {_words(section)}")
    return section


def _with_piece_placed(rows, section, after):
    rows = [row for row in rows if row.pk != section.pk]
    rows.insert(0 if after is None else index_of(rows, after) + 1, section)
    return rows


@transaction.atomic
def delete_section(*, plan, pk, by):
    """Delete a piece with its items; the event keeps all of it and its place, so that it can come back."""
    held = locked(plan)
    section = locked_row(held, held.sections, pk, ref=ref_of(pk))
    details = {"rows": snapshot(_with_content(section)), **neighbours(list(held.sections.all()), pk)}
    note = _words(section)
    section.delete()
    settle(list(held.sections.all()))
    return record(held, PlanEvent.Kind.DELETED, by=by, ref=ref_of(pk), note=note, details=details)


def _with_content(section):
    rows = [section, *ItemLayout.objects.filter(section=section)]
    for item in section.items.prefetch_related("assignments"):
        rows += [item, *item.assignments.all()]
    return rows


def _record(plan, section, *, by, note, details=None, token=None):
    details = {"section": section.pk, **(details or {})}
    return record(plan, PlanEvent.Kind.EDITED, by=by, ref=ref_of(section.pk), note=note, details=details, token=token)


def _words(section):
    """What an event calls a piece: its kind, and how it begins."""
    begin = section.text if len(section.text) <= 50 else section.text[:47].rstrip() + "…"
    kind = section.get_kind_display().split(" 1")[0].split(" a)")[0].split(" I,")[0].lower()
    return f"{kind} “{begin}”" if begin else kind
