"""The comments on a plan: what is open, what was resolved, and a form for one more."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ..access import may_take_part
from ..commenting import comment, may_resolve, ref_of, resolve
from ..editing.locking import Refused
from ..forms.comments import CommentForm
from .guarding import plan_view

PER_PAGE = 100


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_take_part)
def comment_list(request, plan):
    """`?muc=` and `?nhiem-vu=` choose what the form speaks of."""
    form = CommentForm(request.POST) if request.method == "POST" else CommentForm(initial=_about(request))
    if request.method == "POST" and form.is_valid():
        try:
            comment(plan=plan, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Đã gửi góp ý.")
            return redirect("plans:comment_list", plan.code)
    context = _context(request, plan) | {"form": form, "about": _words_of(plan, form)}
    return render(request, "plans/comments/comment_list.html", context, status=422 if form.errors else 200)


@require_POST
@plan_view(may_take_part)
def comment_resolve(request, plan, pk):
    """A comment is dealt with."""
    found = get_object_or_404(plan.comments, pk=pk)
    found.plan = plan
    try:
        resolve(comment=found, by=request.user)
        messages.success(request, "Đã đánh dấu giải quyết xong.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{reverse('plans:comment_list', args=[plan.code])}#gop-y")


def _context(request, plan):
    comments = plan.comments.select_related("by", "resolved_by")
    unresolved = list(comments.filter(resolved_at=None))
    for found in unresolved:
        found.plan = plan
    page = Paginator(comments.exclude(resolved_at=None).order_by("-resolved_at"), PER_PAGE)
    return {
        "plan": plan,
        "open": [(found, ref_of(found), may_resolve(request.user, found)) for found in unresolved],
        "page": page.get_page(request.GET.get("trang")),
    }


def _about(request):
    """What the query string points at, as far as it is a number."""
    asked = {"section": request.GET.get("muc", ""), "item": request.GET.get("nhiem-vu", "")}
    return {name: text for name, text in asked.items() if text.isdecimal() and len(text) < 19}


def _words_of(plan, form):
    """The beginning of the piece or item the form speaks of; "" for the whole plan."""
    for name, rows in (("section", plan.sections), ("item", plan.items.select_related("section"))):
        pk = form[name].value()
        found = rows.filter(pk=pk).first() if str(pk or "").isdecimal() and len(str(pk)) < 19 else None
        if found:
            return str(found)
    return ""
