"""The pieces of a plan in the editor: text, headings, lists with their layout, annexes."""

from uuid import uuid4

from django.views.decorators.http import require_GET, require_POST

from ..access import may_open_editor
from ..editing import sections as deeds
from ..editing.locking import Contested, Gone, Refused, added_by, last_event
from ..editing.mentioning import mention_annexes
from ..forms.items import TokenForm
from ..forms.sections import LayoutForm, NewSectionForm, PlaceForm, SectionForm
from ..kinds import SectionKind
from ..models import PlanEvent
from ..numbering import labels
from .answering import answer_all, answer_piece, answer_refusal, page_or_part, status_of_form
from .contests import contest_of, tell_taken
from .guarding import plan_view


@plan_view(may_open_editor)
@require_GET
def section_show(request, plan, pk):
    """The piece as it stands: what remains when editing is cancelled."""
    if not plan.sections.filter(pk=pk).exists():
        return _gone(request, plan, pk)
    return answer_piece(request, plan, pk, ref=deeds.ref_of(pk), focus=f"sua-phan-{pk}", saved=False)


@plan_view(may_open_editor)
def section_edit(request, plan, pk):
    """Edit the text or the kind of a piece in its place."""
    section = plan.sections.filter(pk=pk).first()
    if section is None:
        return _gone(request, plan, pk)
    return _edit(request, plan, section, SectionForm, deeds.section_values, deeds.save_section)


@plan_view(may_open_editor)
def section_layout(request, plan, pk):
    """Choose how a list of items appears on paper."""
    section = plan.sections.select_related("layout").filter(pk=pk, kind=SectionKind.ITEMS).first()
    if section is None:
        return _closed(request, plan, pk)
    return _edit(request, plan, section, LayoutForm, deeds.layout_values, deeds.save_layout)


def _edit(request, plan, section, form_class, values_of, save):
    auto_id = f"phan{section.pk}-%s"
    if request.method != "POST":
        form = form_class.opened_on(values_of(section), auto_id=auto_id)
        return _show_form(request, plan, form, section=section)
    form = form_class(request.POST, auto_id=auto_id)
    if not form.is_valid():
        return _show_form(request, plan, form, section=section)
    try:
        saved, merged = save(plan=plan, pk=section.pk, base=form.base_values, values=form.typed(), by=request.user)
    except Contested as contested:
        return _contested(request, plan, section, form, contested, form_class)
    except Gone:
        return _gone(request, plan, section.pk)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _show_form(request, plan, form, section=section)
    return _saved(request, plan, section, saved, form, merged)


def _contested(request, plan, section, form, contested, form_class):
    again = form_class.opened_on(contested.merged.values, base=contested.theirs, auto_id=f"phan{section.pk}-%s")
    return _show_form(request, plan, again, section=section, contest=contest_of(form, contested))


def _saved(request, plan, before, after, form, merged):
    ref, focus = deeds.ref_of(after.pk), f"sua-phan-{after.pk}"
    tell_taken(request, plan, form, merged, ref=ref)
    if (before.kind, before.titled) == (after.kind, after.titled) and after.kind != SectionKind.ITEMS:
        return answer_piece(request, plan, after.pk, ref=ref, focus=focus)
    return answer_all(request, plan, ref=ref, focus=focus)


def _gone(request, plan, pk):
    """The piece was deleted while it was being edited: what was typed can be added again, at its place."""
    deletion = last_event(plan, deeds.ref_of(pk), kind=PlanEvent.Kind.DELETED)
    if deletion is None or request.method != "POST":
        return _closed(request, plan, pk)
    initial = {
        "kind": request.POST.get("kind") or SectionKind.PARAGRAPH,
        "text": request.POST.get("text", ""),
        "titled": "titled" in request.POST,
        "landscape": "landscape" in request.POST,
        "after": deletion.details["previous"],
        "before": deletion.details["next"],
        "token": uuid4(),
    }
    form = NewSectionForm(initial=initial, auto_id=_new_id())
    return _show_form(request, plan, form, gone=str(Gone(deletion)))


def _closed(request, plan, pk):
    """The piece was deleted meanwhile and nothing was typed: the pieces as they stand, and who deleted it."""
    return answer_refusal(request, plan, Gone(last_event(plan, deeds.ref_of(pk), kind=PlanEvent.Kind.DELETED)))


@plan_view(may_open_editor)
def section_add(request, plan):
    """Add a piece before or after another, or at the end."""
    if request.method == "POST":
        form = NewSectionForm(request.POST, auto_id=_new_id())
        if form.is_valid():
            return _add(request, plan, form)
    else:
        asked = {name: request.GET.get(name) for name in ("after", "before")}
        kind = request.GET.get("kind", SectionKind.PARAGRAPH)
        form = NewSectionForm(initial=asked | {"kind": kind, "token": uuid4()}, auto_id=_new_id())
    return _show_form(request, plan, form)


def _new_id():
    """Several new pieces may be open on one page."""
    return f"phan-moi-{uuid4().hex[:6]}-%s"


def _add(request, plan, form):
    data = form.cleaned_data
    try:
        section = deeds.add_section(
            plan=plan,
            values=form.typed(),
            after=data["after"],
            before=data["before"],
            token=data["token"],
            by=request.user,
        )
    except Contested as contested:  # sent before, and others changed meanwhile what it added
        section = plan.sections.get(pk=added_by(plan, data["token"])["section"])
        return _contested(request, plan, section, form, contested, SectionForm)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _show_form(request, plan, form)
    pk = section.pk if section else 0
    return answer_all(request, plan, ref=deeds.ref_of(pk), focus=f"sua-phan-{pk}")


def _show_form(request, plan, form, *, section=None, contest=None, gone=""):
    is_layout = isinstance(form, LayoutForm)
    context = {
        "plan": plan,
        "form": form,
        "section": section,
        "contest": contest,
        "gone": gone,
        "is_layout": is_layout,
        "row_id": form.auto_id % "o",
        "back": f"phan-{section.pk}" if section else "them-phan",
        "save_words": "Thêm lại" if gone else ("Lưu" if section else "Thêm phần này"),
        "page_title": "Cách trình bày nhiệm vụ" if is_layout else ("Sửa một phần" if section else "Thêm một phần"),
    }
    status = status_of_form(form, contest=contest, gone=gone)
    return page_or_part(
        request, "plans/editor/section_form.html", "plans/editor/_section_form.html", context, status=status
    )


@plan_view(may_open_editor)
def section_place(request, plan, pk):
    """Move a piece right after another, for instance into an annex."""
    section = plan.sections.filter(pk=pk).first()
    if section is None:
        return _closed(request, plan, pk)
    numbers = labels(list(plan.sections.all()))
    form = PlaceForm(request.POST or None, plan=plan, moved=section, labels=numbers, auto_id=f"phan{pk}-%s")
    if request.method == "POST" and form.is_valid():
        after = form.cleaned_data["after"]
        return _deed(request, plan, pk, deeds.place_section, after=after.pk if after else None)
    context = {
        "plan": plan,
        "form": form,
        "section": section,
        "back": f"phan-{pk}",
        "save_words": "Chuyển",
        "page_title": "Chuyển phần này đến chỗ khác",
    }
    return page_or_part(
        request,
        "plans/editor/place_form.html",
        "plans/editor/_place_form.html",
        context,
        status=status_of_form(form),
    )


@plan_view(may_open_editor)
@require_POST
def section_up(request, plan, pk):
    """One place up."""
    return _deed(request, plan, pk, deeds.move_section, step=-1, focus="len")


@plan_view(may_open_editor)
@require_POST
def section_down(request, plan, pk):
    """One place down."""
    return _deed(request, plan, pk, deeds.move_section, step=1, focus="xuong")


@plan_view(may_open_editor)
@require_POST
def annex_mention(request, plan):
    """Add the sentence by which the body mentions its annexes."""
    try:
        section = mention_annexes(plan=plan, by=request.user)
    except Refused as refusal:
        return answer_refusal(request, plan, refusal)
    return answer_all(request, plan, ref=deeds.ref_of(section.pk), focus=f"sua-phan-{section.pk}")


@plan_view(may_open_editor)
@require_POST
def section_duplicate(request, plan, pk):
    """Copy a piece below itself."""
    form = TokenForm(request.POST)
    token = form.cleaned_data["token"] if form.is_valid() else None
    return _deed(request, plan, pk, deeds.duplicate_section, token=token)


@plan_view(may_open_editor)
@require_POST
def section_delete(request, plan, pk):
    """Delete a piece with its items; the answer offers to bring it back."""
    try:
        deeds.delete_section(plan=plan, pk=pk, by=request.user)
    except Refused as refusal:
        return answer_refusal(request, plan, refusal)
    return answer_all(request, plan, ref="", focus="hoan-tac")


def _deed(request, plan, pk, deed, *, focus="sua", **arguments):
    """Do what a button says, then show the pieces with the keyboard where it was."""
    try:
        section = deed(plan=plan, pk=pk, by=request.user, **arguments)
    except Refused as refusal:
        return answer_refusal(request, plan, refusal, focus=f"sua-phan-{pk}")
    if section is None:  # sent twice, and what the first added is deleted already
        return answer_all(request, plan, ref="", focus="")
    return answer_all(request, plan, ref=deeds.ref_of(section.pk), focus=f"{focus}-phan-{section.pk}")
