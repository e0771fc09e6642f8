"""Voting: opened, ballots, the count of paper ballots, who does not vote, the end."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ..council.access import may_recuse, may_run_session, may_vote, seat_of
from ..council.counting import sitting
from ..forms.council import BallotForm, CloseForm, MinutesForm, OpenForm, PaperForm, RecuseForm, StopForm
from ..models import CouncilSession
from .council import answer
from .editing import FORM
from .guarding import session_view

_VOTING = CouncilSession.State.VOTING


@require_http_methods(FORM)
@session_view(may_run_session)
def voting_open(request, session):
    form = OpenForm(request.POST or None, instance=session, by=request.user)
    return answer(request, session, form, "Mở biểu quyết", button="Mở biểu quyết")


@require_http_methods(FORM)
@session_view(may_run_session)
def voting_stop(request, session):
    form = StopForm(request.POST or None, instance=session, by=request.user)
    told = "Phiên họp trở lại bước chuẩn bị để sửa thành viên, chương trình. Chỉ làm được khi chưa có phiếu nào."
    return answer(request, session, form, "Dừng biểu quyết", button="Quay lại chuẩn bị", told=told)


@require_http_methods(FORM)
@session_view(may_recuse)
def case_recuse(request, session, case):
    """The secretary for a member; a member who does not run the session for themselves."""
    found = get_object_or_404(session.cases.select_related("nomination__nominee", "nomination__title"), pk=case)
    seat = None if may_run_session(request.user, session) else seat_of(request.user, session)
    form = RecuseForm(request.POST or None, case=found, seat=seat, by=request.user)
    told = "Thành viên không biểu quyết thì không tính vào trường hợp này; lý do được ghi vào biên bản."
    return answer(request, session, form, f"Không biểu quyết: {found}", button="Ghi nhận", told=told)


@never_cache
@require_http_methods(FORM)
@session_view(may_vote)
def ballot(request, session):
    """One page with all cases. The answer is the same whatever was chosen."""
    seat, seen = seat_of(request.user, session), sitting(session)
    mine = _lines_of(seat, seen) if session.state == _VOTING and not seen.on_paper else []
    to_vote = [line for line in mine if seat.pk not in line.voted]
    form = BallotForm(request.POST or None, session=session, member=seat, lines=to_vote, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as() is not None:
        messages.success(request, "Đã nhận phiếu.")
        return redirect("awards:session_ballot", session.pk)
    fresh = BallotForm(session=session, member=seat, lines=to_vote, by=request.user)
    context = {
        "session": session,
        "seat": seat,
        "titles": _by_title(to_vote, fresh),
        "voted": [line for line in mine if seat.pk in line.voted],
        "recused": [(line, why) for line in seen.lines for why in line.recused if why.member_id == seat.pk],
        "faults": form.non_field_errors() if form.is_bound else [],
    }
    return render(request, "awards/council/ballot.html", context, status=422 if form.errors else 200)


def _lines_of(seat, seen):
    return [line for line in seen.lines if any(member.pk == seat.pk for member in line.entitled)]


def _by_title(lines, form):
    groups = {}
    for line in lines:
        groups.setdefault(line.case.nomination.title, []).append((line, form[f"p-{line.case.pk}"]))
    return list(groups.items())


@require_http_methods(FORM)
@session_view(may_run_session)
def paper_count(request, session):
    lines = [line for line in sitting(session).lines if line.case.on_paper]
    if session.state != _VOTING or not lines:
        raise Http404
    form = PaperForm(request.POST or None, instance=session, lines=lines, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as() is not None:
        messages.success(request, "Đã ghi kết quả kiểm phiếu.")
        return redirect(session)
    context = {"form": form, "session": session}
    return render(request, "awards/council/paper.html", context, status=422 if form.errors else 200)


@require_POST
@session_view(may_run_session)
def minutes_begin(request, session):
    """The minutes as a draft; where they were drawn up already they are opened."""
    form = MinutesForm(request.POST)
    if form.is_valid() and (plan := form.save_as(session=session, by=request.user)):
        return redirect(plan)
    messages.warning(request, " ".join(form.non_field_errors()))
    return redirect(session)


@require_http_methods(FORM)
@session_view(may_run_session)
def session_close(request, session):
    seen = sitting(session)
    missing = 0 if seen.on_paper else seen.missing
    form = CloseForm(request.POST or None, instance=session, missing=missing, by=request.user)
    told = "Sau khi kết thúc không còn sửa phiếu hay kết quả. Đề nghị đủ tỷ lệ được ghi là Hội đồng thông qua."
    return answer(request, session, form, "Kết thúc biểu quyết", button="Kết thúc, công bố kết quả", told=told)
