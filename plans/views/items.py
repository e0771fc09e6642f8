"""Items in the editor: each is edited in its row; buttons move, duplicate and delete it."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import trigger_client_event

from ..access import may_open_editor
from ..days import day_of
from ..editing import items as deeds
from ..editing.locking import Contested, Gone, Refused, added_by
from ..editing.undoing import deletion_of_item, nearest_list
from ..forms.items import ItemForm, NewItemForm, QuarterForm, TokenForm
from ..kinds import SectionKind
from .answering import answer_all, answer_piece, answer_refusal, answer_row, page_or_part, status_of_form
from .contests import contest_of, tell_taken
from .guarding import plan_view
from .words import deadline_context, recognised


@plan_view(may_open_editor)
@require_GET
def item_show(request, plan, pk):
    """The row as it stands: what remains when editing is cancelled."""
    item = plan.items.filter(pk=pk).first()
    return answer_row(request, plan, item, saved=False) if item else _gone(request, plan, pk)


@plan_view(may_open_editor)
def item_edit(request, plan, pk):
    """Edit an item in its place."""
    item = plan.items.select_related("section").filter(pk=pk).first()
    if item is None:
        return _gone(request, plan, pk)
    form = _bound(request, plan, item)
    if request.method == "POST" and form.is_valid():
        return _save(request, plan, item, form)
    return _show_form(request, plan, form, item=item, section=item.section)


def _bound(request, plan, item):
    options = {"plan": plan, "is_duty": item.is_duty, "auto_id": f"nv{item.pk}-%s"}
    if request.method == "POST":
        return ItemForm(request.POST, **options)
    return ItemForm.opened_on(deeds.item_values(item), **options)


def _save(request, plan, item, form):
    try:
        saved, merged = deeds.save_item(
            plan=plan,
            pk=item.pk,
            base=form.base_values,
            values=form.typed(),
            picks=form.cleaned_data["picks"],
            by=request.user,
        )
    except Contested as contested:
        return _contested(request, plan, item, form, contested)
    except Gone:
        return _gone(request, plan, item.pk)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _show_form(request, plan, form, item=item, section=item.section)
    tell_taken(request, plan, form, merged, ref=deeds.ref_of(item.pk))
    if saved.quarter != item.quarter:
        return answer_piece(request, plan, item.section_id, ref=deeds.ref_of(item.pk), focus=f"sua-dong-{item.pk}")
    return answer_row(request, plan, saved)


def _contested(request, plan, item, form, contested):
    again = ItemForm.opened_on(
        contested.merged.values,
        base=contested.theirs,
        plan=plan,
        is_duty=item.is_duty,
        auto_id=f"nv{item.pk}-%s",
    )
    return _show_form(request, plan, again, item=item, section=item.section, contest=contest_of(form, contested))


def _gone(request, plan, pk):
    """The item was deleted meanwhile: what was typed can be added again; without that the pieces as they stand."""
    deletion = deletion_of_item(plan, pk)
    section = _list_to_add_to(plan, deletion)
    if section is None or request.method != "POST":
        return answer_refusal(request, plan, Gone(deletion))
    typed = {name: request.POST.get(name, "") for name in ItemForm.row_fields}
    form = _new_form(plan, section, initial=typed | {"token": uuid4()})
    return _show_form(request, plan, form, section=section, gone=str(Gone(deletion)))


def _list_to_add_to(plan, deletion):
    """Where an item stood that was deleted; its list may be gone too, then the first that is left."""
    if deletion is None:
        return None
    item = next(row for row in deletion.details["rows"] if row["model"] == "plans.planitem")
    home = plan.sections.filter(pk=item["fields"]["section"]).first()
    if home and deletion.details.get("in_list"):
        return nearest_list(home)
    return home or plan.sections.filter(kind=SectionKind.ITEMS).first()


@plan_view(may_open_editor)
def item_add(request, plan, section):
    """Add an item at the end of a quarter, or above another item."""
    section = get_object_or_404(plan.sections, pk=section)
    if request.method == "POST":
        form = _new_form(plan, section, data=request.POST)
        if form.is_valid():
            return _add(request, plan, section, form)
    else:
        form = _new_form(plan, section, initial=_place_asked(request) | {"token": uuid4()})
    return _show_form(request, plan, form, section=section)


def _place_asked(request):
    return {name: request.GET.get(name) for name in ("quarter", "before")}


def _new_form(plan, section, **kwargs):
    is_duty = section.kind != SectionKind.ITEMS
    return NewItemForm(plan=plan, is_duty=is_duty, auto_id=f"moi{uuid4().hex[:6]}-%s", **kwargs)


def _add(request, plan, section, form):
    data = form.cleaned_data
    try:
        item = deeds.add_item(
            plan=plan,
            section=section.pk,
            values=form.typed(),
            before=data["before"],
            token=data["token"],
            picks=data["picks"],
            by=request.user,
        )
    except Contested as contested:  # sent before, and others changed meanwhile what it added
        item = plan.items.select_related("section").get(pk=added_by(plan, data["token"])["item"])
        return _contested(request, plan, item, form, contested)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _show_form(request, plan, form, section=section)
    if "next" in request.POST and item and not item.is_duty:
        return _open_next(request, plan, item)
    pk = item.pk if item else 0
    return answer_piece(request, plan, section.pk, ref=deeds.ref_of(pk), focus=f"sua-dong-{pk}")


def _open_next(request, plan, item):
    """The user goes on writing: the next empty form of the same quarter is opened."""
    if not request.htmx:
        url = reverse("plans:item_add", args=[plan.code, item.section_id])
        return redirect(f"{url}?quarter={item.quarter or ''}")
    link = f"them-moi-{item.section_id}-{item.quarter or 0}"
    response = answer_piece(request, plan, item.section_id, ref=deeds.ref_of(item.pk), focus=link)
    return trigger_client_event(response, "editor-open", {"id": link}, after="settle")


def _show_form(request, plan, form, *, section, item=None, contest=None, gone=""):
    values = {name: form[name].value() or "" for name in ("deadline_raw", "lead", "coordinating", "responsible")}
    form.lines = recognised(plan, values)
    context = {
        "plan": plan,
        "form": form,
        "item": item,
        "section": section,
        "contest": contest,
        "gone": gone,
        "named_on": day_of(plan),
        "row_id": f"dong-{item.pk}" if item else form.auto_id % "dong",
        "add_next": item is None and section.kind == SectionKind.ITEMS and not gone,
        "back": f"dong-{item.pk}" if item else f"phan-{section.pk}",
        "save_words": "Thêm lại" if gone else ("Lưu" if item else "Thêm nhiệm vụ"),
        "page_title": "Sửa nhiệm vụ" if item else "Thêm nhiệm vụ",
        **deadline_context(plan, values["deadline_raw"]),
    }
    status = status_of_form(form, contest=contest, gone=gone)
    return page_or_part(request, "plans/editor/item_form.html", "plans/editor/_item_form.html", context, status=status)


@plan_view(may_open_editor)
@require_POST
def item_duplicate(request, plan, pk):
    """Copy an item below itself."""
    form = TokenForm(request.POST)
    token = form.cleaned_data["token"] if form.is_valid() else None
    return _deed(request, plan, pk, deeds.duplicate_item, token=token)


@plan_view(may_open_editor)
@require_POST
def item_up(request, plan, pk):
    """One place up."""
    return _deed(request, plan, pk, deeds.move_item, step=-1, focus="len")


@plan_view(may_open_editor)
@require_POST
def item_down(request, plan, pk):
    """One place down."""
    return _deed(request, plan, pk, deeds.move_item, step=1, focus="xuong")


@plan_view(may_open_editor)
@require_POST
def item_move(request, plan, pk):
    """To the end of a chosen quarter."""
    form = QuarterForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Hãy chọn quý để chuyển nhiệm vụ đến.")
        return answer_all(request, plan, ref="", focus=f"sua-dong-{pk}")
    return _deed(request, plan, pk, deeds.move_item_to, quarter=form.cleaned_data["quarter"])


@plan_view(may_open_editor)
@require_POST
def item_delete(request, plan, pk):
    """Delete an item; the answer offers to bring it back."""
    item = plan.items.filter(pk=pk).first()
    try:
        deeds.delete_item(plan=plan, pk=pk, by=request.user)
    except Refused as refusal:
        return answer_refusal(request, plan, refusal)
    ref = f"muc-{item.section_id}" + (f"-quy-{item.quarter}" if item.quarter else "")
    return answer_piece(request, plan, item.section_id, ref=ref, focus="hoan-tac")


def _deed(request, plan, pk, deed, *, focus="sua", **arguments):
    """Do what a button says, then show the list with the keyboard where it was."""
    try:
        item = deed(plan=plan, pk=pk, by=request.user, **arguments)
    except Refused as refusal:
        return answer_refusal(request, plan, refusal, focus=f"sua-dong-{pk}")
    if item is None:  # sent twice, and what the first added is deleted already
        return answer_all(request, plan, ref="", focus="")
    ref = deeds.ref_of(item.pk)
    return answer_piece(request, plan, item.section_id, ref=ref, focus=f"{focus}-dong-{item.pk}")
