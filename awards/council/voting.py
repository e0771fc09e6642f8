"""Voting: opened, stopped, each member's ballot, the count of paper ballots.

What keeps a secret ballot secret (decision 48): a `Vote` says that a member has voted and nothing else, the choice is
added to the totals of the case. Both in one transaction, the same statements whatever was chosen, no event, no moment,
no number; nothing shows the totals before the session is closed.
"""

from uuid import uuid4

from django.db import models, transaction
from django.db.models import F, When

from ..editing import Refused
from ..models import Case, Recusal, SessionEvent, SessionMember, Vote
from .agenda import waits
from .counting import is_entitled, sitting
from .locking import Kind, State, demand, locked, move_to, next_version, tell

Choice = Vote.Choice
Part = SessionMember.Part
_LEADING = (Part.CHAIR, Part.VICE_CHAIR)


@transaction.atomic
def open_voting(*, session, on_paper, version, by):
    """From now on members vote, or the secretary enters what was counted on paper."""
    held = next_version(session, version)
    seen = sitting(held)
    for reason in obstacles(seen, on_paper=on_paper):
        raise Refused(reason)
    held.cases.update(on_paper=on_paper)
    move_to(held, State.VOTING)
    how = "phiếu giấy" if on_paper else "từng thành viên bỏ phiếu trên máy"
    words = f"Mở biểu quyết: {how}; {seen.quorum.present}/{seen.quorum.members} thành viên có mặt"
    tell(held, Kind.OPENED, by, words)


def obstacles(seen, *, on_paper=True):
    """Why voting cannot begin yet, in sentences."""
    if not seen.members:
        yield "Hãy ghi thành viên Hội đồng trước."
    if not seen.lines:
        yield "Hãy đưa đề nghị vào chương trình trước."
    if seen.members and not seen.quorum.is_met:
        yield "Chưa đủ số thành viên có mặt theo quy định nên chưa mở biểu quyết được."
    if seen.members and not any(member.is_present and member.part in _LEADING for member in seen.members):
        yield "Phải có Chủ tịch hoặc Phó Chủ tịch Hội đồng có mặt để chủ trì. Hãy điểm danh lại."
    if empty := [line for line in seen.lines if not line.entitled]:
        yield f"Không còn ai biểu quyết về {empty[0].case}. Hãy bớt trường hợp này."
    if gone := [line for line in seen.lines if not waits(line.case.nomination, seen.session)]:
        yield f"Đề nghị không còn chờ Hội đồng xét: {gone[0].case}. Hãy mở chương trình và lưu lại để bỏ ra."
    if not on_paper and seen.without_account:
        names = "; ".join(member.name for member in seen.without_account[:5])
        yield f"Có thành viên chưa có tài khoản để bỏ phiếu trên máy: {names}. Hãy ghi tài khoản hoặc dùng phiếu giấy."


@transaction.atomic
def stop_voting(*, session, version, by):
    """Back to preparing, as long as nobody has voted."""
    held = next_version(session, version, state=State.VOTING)
    if Vote.objects.filter(case__session=held).exists() or any(line.counted for line in sitting(held).lines):
        raise Refused("Đã có phiếu nên không quay lại chuẩn bị được nữa.")
    move_to(held, State.PREPARING)
    tell(held, Kind.STOPPED, by, "Dừng biểu quyết, quay lại chuẩn bị")


@transaction.atomic
def cast(*, session, member, choices, by):
    """The ballots of one member: {case id: choice}. A case voted on before keeps its vote. How many counted."""
    held = locked(session)
    demand(held, State.VOTING)
    member = SessionMember.objects.get(pk=member.pk, session=held)
    cases = _open_to(member, held, choices)
    votes = [Vote(id=uuid4(), case=case, member=member, choice=_kept(case, choices)) for case in cases]
    Vote.objects.bulk_create(sorted(votes, key=lambda vote: vote.id))
    _add_to_totals(held, cases, choices)
    _tell_open_votes(held, cases, choices, by)
    return len(cases)


def _open_to(member, session, choices):
    """The cases that the member may still vote on, locked."""
    cases = session.cases.filter(pk__in=choices, on_paper=False).exclude(votes__member=member)
    cases = cases.exclude(recusals__member=member).select_for_update(of=("self",), no_key=True).order_by("pk")
    return [case for case in cases if is_entitled(member, case)]


def _kept(case, choices):
    return "" if case.is_secret else choices[case.pk]


def _add_to_totals(session, cases, choices):
    """One statement for all, which touches the same rows whatever was chosen."""

    def more(choice):
        chosen = [case.pk for case in cases if choices[case.pk] == choice]
        return models.Case(When(pk__in=chosen, then=1), default=0, output_field=models.IntegerField())

    totals = {
        "for_count": F("for_count") + more(Choice.FOR),
        "against_count": F("against_count") + more(Choice.AGAINST),
    }
    session.cases.filter(pk__in=[case.pk for case in cases]).update(**totals)


def _tell_open_votes(session, cases, choices, by):
    public = {str(case.pk): choices[case.pk] for case in cases if not case.is_secret}
    if public:
        tell(session, Kind.VOTED, by, f"Biểu quyết công khai {len(public)} trường hợp", public)


@transaction.atomic
def count_paper(*, session, totals, version, by):
    """{case id: (for, against, invalid)}: what was counted; each sum is the number of those who vote on the case."""
    held = next_version(session, version, state=State.VOTING)
    lines = {line.case.pk: line for line in sitting(held).lines if line.case.on_paper}
    if not set(totals) <= set(lines):
        raise Refused("Phiên họp này không dùng phiếu giấy.")
    before = {}
    for pk, counts in totals.items():
        line, case = lines[pk], lines[pk].case
        if sum(counts) != len(line.entitled):
            raise Refused(f"{case}: tổng số phiếu phải bằng {len(line.entitled)}.")
        before[str(pk)] = [case.for_count, case.against_count, case.invalid_count]
        case.for_count, case.against_count, case.invalid_count = counts
    Case.objects.bulk_update([lines[pk].case for pk in totals], ["for_count", "against_count", "invalid_count"])
    tell(held, Kind.COUNTED, by, f"Ghi kết quả kiểm phiếu của {len(totals)} trường hợp", {"before": before})


@transaction.atomic
def recuse(*, case, member, reason, by):
    """The member declares an interest, or the secretary for the member: no vote on this case."""
    held = locked(case.session)
    demand(held, State.PREPARING, State.VOTING)
    case, member = Case.objects.get(pk=case.pk), SessionMember.objects.get(pk=member.pk, session=held)
    if case.votes.filter(member=member).exists() or _is_counted_on_paper(case):
        raise Refused("Đã bỏ phiếu về trường hợp này nên không rút được nữa.")
    made, is_new = Recusal.objects.get_or_create(case=case, member=member, defaults={"reason": reason})
    if is_new:
        details = {"case": case.pk, "member": member.pk}
        tell(held, SessionEvent.Kind.RECUSED, by, f"{member.name} không biểu quyết về {case}: {reason}", details)
    return made


def _is_counted_on_paper(case):
    return case.on_paper and bool(case.for_count + case.against_count + case.invalid_count)
