"""Versions of a plan: the list, naming one, reading one, comparing two."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thiduakhenthuong.official.html import to_html

from ..access import may_take_part
from ..comparing.changes import compare
from ..drafted import document_from
from ..drafting import draft_of
from ..forms.versions import NOW, CompareForm, NameForm
from ..models.moves import EDITABLE
from ..versions import content_of, digest, draft_in
from .guarding import plan_view

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_take_part)
def version_list(request, plan):
    """All versions, the latest first; and a form to name what the plan says now."""
    form = NameForm(request.POST if request.method == "POST" else None, plan=plan, user=request.user)
    if request.method == "POST" and form.is_valid():
        messages.success(request, f"Đã lưu phiên bản “{form.save()}”.")
        return redirect("plans:version_list", plan.code)
    versions = plan.versions.defer("content").select_related("by", "event")
    page = Paginator(versions, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"plan": plan, "page": page, "form": form, "now": NOW}
    return render(request, "plans/versions/version_list.html", context, status=422 if form.errors else 200)


@require_safe
@plan_view(may_take_part)
def version_paper(request, plan, number):
    """What a version said, as the paper it would have been."""
    version = get_object_or_404(plan.versions.select_related("by"), number=number)
    draft = draft_in(version)
    sheets = to_html(document_from(draft, marked=version.plan_state in EDITABLE), screen=True)
    context = {"plan": plan, "version": version, "sheets": sheets, "now": NOW}
    return render(request, "plans/versions/version_paper.html", context)


@require_safe
@plan_view(may_take_part)
def version_compare(request, plan):
    """Two versions side by side; unless others are asked for, the last one that differs and the plan as it stands."""
    versions = list(plan.versions.only("number", "name", "plan_state", "at", "plan"))
    form = CompareForm(_asked(request.GET, plan, versions), versions=versions)
    context = {"plan": plan, "form": form}
    if form.is_valid():
        before, after = (_said(plan, form.cleaned_data[side]) for side in ("truoc", "sau"))
        context["changes"] = compare(before, after)
        context |= {side: dict(form.fields[side].choices)[form.cleaned_data[side]] for side in ("truoc", "sau")}
    return render(request, "plans/versions/version_compare.html", context, status=422 if form.errors else 200)


def _asked(query, plan, versions):
    """What the address asks for, filled up with the usual two."""
    if query.get("truoc") and query.get("sau"):
        return query
    said = digest(content_of(plan))
    other = plan.versions.exclude(sha256=said).values_list("number", flat=True).first()
    usual = {"truoc": str(other or (versions[-1].number if versions else NOW)), "sau": NOW}
    return usual | {name: value for name, value in query.items() if value}


def _said(plan, which):
    """The draft of a version by its number, or of the plan as it stands."""
    return draft_of(plan) if which == NOW else draft_in(plan.versions.get(number=which))
