"""What the user should know: notices, newest first, and e-mails that could not be sent, for administrators."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from thiduakhenthuong.guards import open_to_users
from units.access import units_of, units_with
from units.models import Membership, Role

from ..models import Notice, OutgoingMail
from ..notices import mark_read
from ..progress.reminding_rules import plans_to_choose

PER_PAGE, FAILED_SHOWN = 50, 20


@require_safe
@open_to_users
def notice_list(request):
    notices = Notice.objects.filter(user=request.user).select_related("plan")
    page = Paginator(notices, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"page": page, "reminded": plans_to_choose(request.user), "failed": _failed(request.user)}
    return render(request, "plans/notices/notice_list.html", context)


@require_POST
@open_to_users
def notice_open(request, pk):
    """Reading changes a row, so it is a button: the notice is read, and what it speaks of opens."""
    notice = get_object_or_404(Notice.objects.select_related("plan", "task_event"), pk=pk, user=request.user)
    mark_read(request.user, pk=notice.pk)
    if notice.task_event:
        return redirect("plans:task_detail", notice.task_event.task_id)
    return redirect(notice.plan or notice.address or "plans:my_tasks")


@require_POST
@open_to_users
def notices_read(request):
    """All of them are read."""
    mark_read(request.user)
    return redirect("plans:notice_list")


def _failed(user):
    """Messages given up, about plans of the units the user administers; of no plan, those to the people there."""
    if not units_with(user, Role.ADMINISTRATOR):
        return ()
    given_up = OutgoingMail.objects.exclude(given_up_at=None).select_related("notice__user")
    reached = units_of(user, Role.ADMINISTRATOR)
    there = Membership.objects.filter(unit__in=reached).valid(on=timezone.localdate())
    others = Q(notice__plan=None, notice__user__in=there.values("user"))
    found = given_up.filter(Q(notice__plan__issuer__in=reached) | others)
    return found.order_by("-given_up_at")[:FAILED_SHOWN]
