"""Who sits in a session, and who is there."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from ..council.access import may_run_session
from ..council.members import last_with_members
from ..forms.council import AttendanceForm, CopyMembersForm, MemberForm, RemoveMemberForm
from .council import answer
from .editing import FORM
from .guarding import session_view


@require_http_methods(FORM)
@session_view(may_run_session)
def member_add(request, session):
    form = MemberForm(request.POST or None, session=session, by=request.user)
    return answer(request, session, form, "Thêm thành viên")


@require_http_methods(FORM)
@session_view(may_run_session)
def member_edit(request, session, row):
    member = get_object_or_404(session.members.select_related("user", "heads", "nominee"), pk=row)
    form = MemberForm(request.POST or None, instance=member, session=session, by=request.user)
    return answer(request, session, form, f"Sửa thành viên: {member.name}")


@require_http_methods(FORM)
@session_view(may_run_session)
def member_remove(request, session, row):
    member = get_object_or_404(session.members, pk=row)
    form = RemoveMemberForm(request.POST or None, instance=session, member=member, by=request.user)
    return answer(request, session, form, f"Bớt thành viên: {member}", button="Bớt thành viên")


@require_http_methods(FORM)
@session_view(may_run_session)
def members_copy(request, session):
    last = last_with_members(session)
    form = CopyMembersForm(request.POST or None, instance=session, by=request.user)
    told = f"Chép từ: {last}." if last else "Hội đồng này chưa có phiên họp nào trước đó."
    return answer(request, session, form, "Chép thành viên từ phiên trước", button="Chép thành viên", told=told)


@require_http_methods(FORM)
@session_view(may_run_session)
def attendance(request, session):
    form = AttendanceForm(request.POST or None, instance=session, by=request.user)
    if request.method == "POST":
        return answer(request, session, form, "Điểm danh")
    return render(request, "awards/council/attendance.html", {"form": form, "session": session})
