"""The end of a review: what wordings mean, whether a plan is updated, and the confirmation itself."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from units.access import may_edit_unit

from ..access import may_edit, may_review, visible_to
from ..editing.locking import Refused
from ..forms.reviewing import MeaningForm, SeenForm, UpdateForm
from ..models import PlanReading
from ..reading.lines import Unreadable
from ..reviewing import deeds
from ..reviewing.confirming import confirm
from ..reviewing.opening import read_again
from .answering import varied
from .guarding import plan_view
from .reading_guard import reading_view
from .reviewing import answer, refuse, show


@require_http_methods(["GET", "HEAD", "POST"])
@reading_view()
def wording_choose(request, reading):
    """What a wording means everywhere in the document."""
    if not reading.is_open:
        return refuse(request, reading, deeds.Closed(reading))
    if reading.issuer is None:
        return refuse(request, reading, "Hãy chọn cơ quan ban hành trước khi chọn đơn vị.")
    options = {"issuer": reading.issuer, "may_add": may_edit_unit(request.user, reading.issuer)}
    form = MeaningForm(request.POST or None, **options)
    if request.method == "POST" and form.is_valid():
        try:
            deeds.choose_meaning(reading, form.cleaned_data["printed"], form.choice, by=request.user)
        except Refused as refusal:
            return refuse(request, reading, refusal)
        return answer(request, reading)
    if request.method == "POST":
        return refuse(request, reading, " ".join(str(fault) for faults in form.errors.values() for fault in faults))
    return show(request, reading, {"wording_open": request.GET.get("cach-ghi", "")})


@require_POST
@reading_view()
def reading_update(request, reading):
    """Whether the reading updates a plan that stands, or becomes a new one."""
    form = UpdateForm(request.POST)
    if not form.is_valid():
        return refuse(request, reading, "Hãy chọn lại kế hoạch cần cập nhật.")
    code = form.cleaned_data["plan"]
    plan = get_object_or_404(visible_to(request.user), code=code) if code else None
    if plan and (not may_edit(request.user, plan) or plan.issuer_id != reading.issuer_id):
        return refuse(request, reading, "Kế hoạch này đã ban hành hoặc bạn không được sửa, nên không cập nhật được.")
    try:
        deeds.decide_update(reading, plan, by=request.user)
    except Refused as refusal:
        return refuse(request, reading, refusal)
    return answer(request, reading)


@require_POST
@reading_view()
def reading_confirm(request, reading):
    """From reading to plan."""
    form = SeenForm(request.POST)
    form.is_valid()
    version, seen = form.cleaned_data.get("version"), form.cleaned_data.get("seen", "")
    try:
        plan = confirm(reading, by=request.user, version=version, seen=seen)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(reading)
    messages.success(request, "Đã xác nhận. Kế hoạch đã được lưu thành dự thảo.")
    return varied(redirect(plan))


@require_POST
@reading_view()
def reading_again(request, reading):
    """Read the file once more."""
    if not reading.is_open:
        return refuse(request, reading, deeds.Closed(reading))
    return _read_again(request, reading.source, reading)


@require_POST
@plan_view(may_edit)
def plan_read_again(request, plan):
    """Read the file of a draft plan once more; the differences are shown before anything changes."""
    source = plan.sources.first()
    if source is None:
        messages.error(request, "Kế hoạch này không được nhập từ tệp nào.")
        return redirect(plan)
    waiting = PlanReading.objects.under_review().filter(source=source).select_related("office").first()
    return _go_on(request, waiting, plan) if waiting else _read_again(request, source, plan)


def _go_on(request, waiting, plan):
    """The file was read again before, and somebody may have mended that reading: it is not begun anew."""
    if not may_review(request.user, waiting):
        messages.error(request, f"Tệp gốc đang được {waiting.office} rà soát. Hãy liên hệ cơ quan đó.")
        return redirect(plan)
    messages.info(request, "Tệp gốc đã được đọc lại và đang chờ xác nhận. Hãy làm tiếp, hoặc bỏ bản đọc này.")
    return redirect(waiting)


def _read_again(request, source, back):
    try:
        reading = read_again(source, by=request.user)
    except Unreadable as reason:
        messages.error(request, str(reason))
        return redirect(back)
    messages.info(request, "Đã đọc lại tệp gốc.")
    return redirect(reading)


@require_POST
@reading_view()
def reading_drop(request, reading):
    """Give the reading up."""
    try:
        deeds.drop(reading, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(reading)
    messages.info(request, "Đã bỏ bản đọc. Nhập lại tệp này thì đọc lại từ đầu.")
    return redirect("plans:reading_list")
