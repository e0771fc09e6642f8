"""Calendars that programs fetch by themselves: a person's own addresses, and what is under such an address."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thiduakhenthuong.guards import open_to_users
from thiduakhenthuong.rates import SECONDS, may_ask

from ..calendar import calendar_of
from ..editing.locking import Refused
from ..feeds import feed_of, make_feed, revoke, stamp_of, tasks_of_feed
from ..forms.feeds import FeedForm
from ..models import CalendarFeed


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_users
def feeds(request):
    """The user's addresses; a new one is shown on the page that answers its form, and never again."""
    form, address = FeedForm(request.POST if request.method == "POST" else None, user=request.user), ""
    if request.method == "POST" and form.is_valid():
        try:
            secret = make_feed(user=request.user, unit=form.cleaned_data["unit"])
            address = request.build_absolute_uri(reverse("plans:feed_ics", args=[secret]))
        except Refused as reason:
            form.add_error("unit", str(reason))
    standing = CalendarFeed.objects.filter(user=request.user, revoked_at=None).select_related("unit")
    context = {"form": form, "address": address, "feeds": standing}
    return render(request, "plans/feeds.html", context, status=422 if form.errors else 200)


@require_POST
@open_to_users
def feed_revoke(request, pk):
    revoke(get_object_or_404(CalendarFeed, pk=pk, user=request.user))
    messages.success(request, "Đã thu hồi địa chỉ lịch. Lịch đã thêm ở nơi khác sẽ không cập nhật nữa.")
    return redirect("plans:feeds")


@login_not_required
@cache_control(private=True, no_cache=True)
@require_safe
def feed_ics(request, secret):
    """Open to who knows the secret, as long as its maker may see the tasks. 304 to who has it as it is."""
    feed = feed_of(secret)
    if feed is None:
        raise Http404
    stamp = stamp_of(feed, today=timezone.localdate())
    etag, changed = quote_etag(stamp.mark), int(stamp.changed_at.timestamp())
    response = get_conditional_response(request, etag=etag, last_modified=changed) or _calendar(request, feed)
    if response.status_code in (200, 304):
        response["ETag"], response["Last-Modified"] = etag, http_date(changed)
    return response


feed_ics.guarded_by = "secret"


def _calendar(request, feed):
    if not may_ask("feed", feed.user_id):
        words = "Địa chỉ lịch này được hỏi quá nhiều lần. Hãy chờ một phút."
        return HttpResponse(words, "text/plain; charset=utf-8", 429, headers={"Retry-After": SECONDS})
    tasks = tasks_of_feed(feed, today=timezone.localdate())
    name = feed.unit or feed.user
    content = calendar_of(name, tasks, link=lambda task: request.build_absolute_uri(task.get_absolute_url()))
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
