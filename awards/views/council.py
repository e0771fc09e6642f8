"""Sessions of councils: listed, begun, seen, changed; what is on their agenda."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ..council.access import may_run_session, seat_of, sessions_visible_to
from ..council.agenda import blocks, candidates
from ..council.counting import sitting
from ..council.members import last_with_members
from ..council.minutes import minutes_of
from ..council.voting import obstacles
from ..forms.council import AgendaForm, BeginForm, CancelSessionForm, OpenForm, SessionForm
from ..models import AwardTitle, Case
from ..rounds.access import may_run_campaign
from .editing import FORM
from .guarding import campaign_view, session_view, sessions_view

PER_PAGE = 50
CANDIDATES = 100


@require_safe
@sessions_view()
def session_list(request, _):
    found = sessions_visible_to(request.user).select_related("campaign", "unit").annotate(case_count=Count("cases"))
    found = found.order_by("-held_on", "-pk")  # counting drops the order
    return render(
        request,
        "awards/council/list.html",
        {"page": Paginator(found, PER_PAGE).get_page(request.GET.get("trang")), "query": ""},
    )


@require_http_methods(FORM)
@campaign_view(may_run_campaign)
def session_add(request, campaign):
    form = BeginForm(request.POST or None, campaign=campaign, by=request.user)
    if request.method == "POST" and form.is_valid() and (made := form.save_as()):
        messages.success(request, "Đã lập phiên họp. Tiếp theo hãy ghi thành viên và chương trình.")
        return redirect(made)
    context = {"form": form, "heading": f"Lập phiên họp Hội đồng: {campaign}", "campaign": campaign}
    return render(request, "awards/council/form.html", context, status=422 if form.errors else 200)


@require_safe
@session_view()
def session_detail(request, session):
    seen, runs = sitting(session), may_run_session(request.user, session)
    preparing = session.state == session.State.PREPARING
    context = {
        "session": session,
        "sitting": seen,
        "runs": runs,
        "seat": seat_of(request.user, session),
        "obstacles": list(obstacles(seen)) if preparing else [],
        "open_form": OpenForm(instance=session, by=request.user) if runs and preparing else None,
        "last": last_with_members(session) if runs and preparing else None,
        "minutes": minutes_of(session) if session.state == session.State.CLOSED else None,
        "events": session.events.select_related("by") if runs else [],
    }
    return render(request, "awards/council/detail.html", context)


@require_http_methods(FORM)
@session_view(may_run_session)
def session_edit(request, session):
    form = SessionForm(request.POST or None, instance=session, by=request.user)
    return answer(request, session, form, "Sửa thông tin phiên họp")


@require_http_methods(FORM)
@session_view(may_run_session)
def session_cancel(request, session):
    form = CancelSessionForm(request.POST or None, instance=session, by=request.user)
    told = (
        "Đề nghị trong chương trình trở lại chờ phiên họp khác. Phiên họp đã hủy vẫn còn trong danh sách với lịch sử."
    )
    return answer(request, session, form, "Hủy phiên họp", button="Hủy phiên họp", told=told)


@require_http_methods(FORM)
@session_view(may_run_session)
def session_agenda(request, session):
    """The nominations that wait, of one title or of all, a page at a time; what is ticked is on the agenda."""
    found = candidates(session).order_by("title__order", "title__sort_key", "nominee__sort_key", "pk")
    titles = AwardTitle.objects.filter(pk__in=found.order_by().values("title"))
    asked = request.GET.get("danh-hieu", "")
    title = next((row for row in titles if row.code == asked), None)
    page = Paginator(found.filter(title=title) if title else found, CANDIDATES).get_page(request.GET.get("trang"))
    shown = [(row, blocks(row)) for row in page]
    free = [row for row, barred in shown if not barred]
    on_it = set(Case.objects.filter(session=session, nomination__in=page).values_list("nomination", flat=True))
    form = AgendaForm(request.POST or None, instance=session, shown=free, on_it=on_it, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as() is not None:
        messages.success(request, "Đã lưu chương trình.")
        return redirect(request.get_full_path())
    context = {
        "session": session,
        "form": form,
        "page": page,
        "shown": shown,
        "on_it": on_it,
        "titles": titles,
        "title": title,
        "query": f"danh-hieu={title.code}" if title else "",
        "case_count": session.cases.count(),
    }
    return render(request, "awards/council/agenda.html", context, status=422 if form.errors else 200)


def answer(request, session, form, heading, **more):
    """Save and go back to the session, or show the form (again, 422)."""
    if request.method == "POST" and form.is_valid() and form.save_as() is not None:
        messages.success(request, "Đã lưu.")
        return redirect(session)
    context = {"form": form, "heading": heading, "session": session, **more}
    return render(request, "awards/council/form.html", context, status=422 if form.errors else 200)
