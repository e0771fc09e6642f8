"""The signed copy of a plan: what was found about it, the file itself, and the clerk's page to file one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from thiduakhenthuong.official.signing import signing_place

from ..access import may_issue, may_take_part
from ..forms.signed import SignedCopyForm
from ..models import IssuedPaper, SignedCopy
from ..signed import report_of
from .guarding import plan_view


@require_safe
@plan_view()
def signed_copy(request, plan):
    """What was found about the latest copy; for those who work on the plan, the copies before it."""
    if not plan.has_left:
        raise Http404
    copies = list(plan.signed_copies.select_related("by").defer("content"))
    latest = copies[0] if copies else None
    context = {
        "plan": plan,
        "copy": latest,
        "report": latest and report_of(latest),
        "older": copies[1:] if may_take_part(request.user, plan) else [],
        "may_file": plan.is_in_force and may_issue(request.user, plan),
    }
    return render(request, "plans/signed/signed_copy.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@plan_view(may_issue)
def signed_copy_add(request, plan):
    """The clerk files a scan or a signed PDF; what is doubtful is shown first."""
    if not plan.is_in_force:
        messages.info(request, f"Chỉ lưu bản đã ký của {plan.noun} đã ban hành và đang có hiệu lực.")
        return redirect(plan)
    posted = request.method == "POST"
    form = SignedCopyForm(*(request.POST, request.FILES) if posted else (), plan=plan, user=request.user)
    if posted and form.is_valid() and (copy := form.save()):
        _tell_filed(request, plan, copy)
        return redirect("plans:signed_copy", plan.code)
    paper = IssuedPaper.objects.filter(plan=plan).only("pdf").first()
    context = {"plan": plan, "form": form, "place": paper and signing_place(bytes(paper.pdf))}
    return render(request, "plans/signed/signed_copy_add.html", context, status=422 if form.errors else 200)


def _tell_filed(request, plan, copy):
    """What was filed; a file that another one had replaced before does not count again."""
    latest = plan.signed_copies.only("pk", "name").first()
    if latest == copy:
        messages.success(request, f"Đã lưu bản đã ký: {copy.get_kind_display().lower()}, {copy.pages} trang.")
    else:
        messages.info(request, f"Tệp này đã được lưu trước đây; bản đang được tính vẫn là “{latest.name}”.")


@require_safe
@plan_view()
def signed_copy_pdf(request, plan):
    """The copy that counts, shown in the browser."""
    copy = plan.signed_copies.defer("content").first()
    if copy is None:
        raise Http404
    return _pdf(request, plan, copy)


@require_safe
@plan_view(may_take_part)
def older_copy_pdf(request, plan, pk):
    """A copy that another one replaced."""
    return _pdf(request, plan, get_object_or_404(plan.signed_copies.defer("content"), pk=pk))


def _pdf(request, plan, copy):
    """Its bytes as they came, never under the name they came with; unchanged, the browser has them."""
    etag = f'"{copy.sha256}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        content = SignedCopy.objects.values_list("content", flat=True).get(pk=copy.pk)
        response = HttpResponse(bytes(content), content_type="application/pdf")
        name = f"{plan} ({plan.number_words.replace('/', '-')}, bản đã ký).pdf"
        response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name)
        response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response
