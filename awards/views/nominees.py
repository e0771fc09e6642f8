"""Records of people, collectives and households: found, opened, added, changed, merged. Whoever opens one is noted."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..access import may_add_nominee, may_edit_nominee, may_see_nominee, nominees_visible_to
from ..forms.nominees import AddNomineeForm, MergeForm, NomineeFilter, NomineeForm
from ..models import AwardTitle, Nominee, NomineeEvent, NomineeViewed
from ..nominees.duplicates import like_nominee
from ..nominees.merging import obstacle
from ..nominees.years import by_year
from .guarding import nominee_view, nominees_view

PER_PAGE = 50
LAST_VIEWS = 30
FORM = ["GET", "HEAD", "POST"]
Kind = AwardTitle.Recipient
KINDS = {"ca-nhan": Kind.PERSON, "tap-the": Kind.COLLECTIVE, "ho-gia-dinh": Kind.HOUSEHOLD}


@require_safe
@nominees_view()
def nominee_list(request, _):
    form = NomineeFilter(request.GET.dict(), user=request.user)
    found = form.apply().prefetch_related("postings__unit")
    query = request.GET.copy()
    query.pop("trang", None)
    context = {
        "form": form,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("trang")),
        "query": query.urlencode(),
        "kinds": [(slug, kind.label.lower()) for slug, kind in KINDS.items()],
        "may_add": may_add_nominee(request.user),
        "on": timezone.localdate(),
    }
    return render(request, "awards/nominees/list.html", context)


@require_http_methods(FORM)
@nominees_view(may_add_nominee)
def nominee_add(request, _, kind):
    if kind not in KINDS:
        raise Http404
    form = AddNomineeForm(request.POST or None, kind=KINDS[kind], by=request.user)
    if request.method == "POST" and form.is_valid() and (added := form.save_as()):
        messages.success(request, "Đã lập hồ sơ.")
        return redirect(added)
    context = {"form": form, "heading": f"Lập hồ sơ {KINDS[kind].label.lower()}", "list": True}
    return render(request, "awards/nominees/form.html", context, status=422 if form.errors else 200)


@require_safe
@nominee_view()
def nominee_detail(request, nominee):
    if request.path != nominee.get_absolute_url():
        return redirect(nominee)
    note_view(request, nominee)
    line = [nominee.pk, *nominee.merged.values_list("pk", flat=True)]
    may_edit = may_edit_nominee(request.user, nominee)
    context = {
        "nominee": nominee,
        "merged": line[1:],
        "postings": nominee.postings.all(),
        "years": by_year(nominee),
        "alike": like_nominee(nominees_visible_to(request.user), nominee),
        "may_edit": may_edit,
        "events": NomineeEvent.objects.filter(nominee__in=line).select_related("by", "unit"),
        "views": nominee.views.select_related("by")[:LAST_VIEWS] if may_edit else [],
    }
    return render(request, "awards/nominees/detail.html", context)


@require_http_methods(FORM)
@nominee_view(may_edit_nominee)
def nominee_edit(request, nominee):
    heading = f"Sửa thông tin chung: {nominee}"
    form = NomineeForm(request.POST or None, instance=nominee, by=request.user)
    return answer(request, nominee, form, heading)


@require_http_methods(FORM)
@nominee_view(may_edit_nominee)
def nominee_merge(request, nominee, other):
    """The other record goes into this one."""
    gone = get_object_or_404(Nominee.objects.standing(), pk=other)
    if gone.pk == nominee.pk or not may_edit_nominee(request.user, gone):
        raise Http404
    form = MergeForm(request.POST or None, nominee=nominee, other=gone, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, f"Đã gộp hồ sơ số {gone.pk} vào hồ sơ này.")
        return redirect(nominee)
    both = [nominee, gone]
    for row in both:
        note_view(request, row)
    context = {
        "form": form,
        "nominee": nominee,
        "other": gone,
        "sides": [
            {"nominee": row, "postings": row.postings.select_related("unit"), "years": by_year(row)} for row in both
        ],
        "obstacle": obstacle(nominee, gone),
    }
    return render(request, "awards/nominees/merge.html", context, status=422 if form.errors else 200)


def answer(request, nominee, form, heading):
    """Save and go back to the record, or show the form (again, 422)."""
    if request.method == "POST" and form.is_valid() and form.save_as() is not None:
        messages.success(request, "Đã lưu.")
        kept = Nominee.objects.get(pk=nominee.pk)
        return redirect(kept if may_see_nominee(request.user, kept) else "awards:nominee_list")
    note_view(request, nominee)
    context = {"form": form, "heading": heading, "nominee": nominee}
    return render(request, "awards/nominees/form.html", context, status=422 if form.errors else 200)


def note_view(request, nominee):
    """Who sees personal data leaves a line (goal S12): the one row that a GET writes."""
    NomineeViewed.objects.append(nominee=nominee, by=request.user)
