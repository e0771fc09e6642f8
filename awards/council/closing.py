"""The result of a session: each case against its rule, each nomination agreed to or not, the traces of order wiped."""

from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from thiduakhenthuong.asking import current

from ..editing import Refused
from ..models import Case, CouncilSession, Nomination, NominationEvent, Vote
from ..money import percent_words
from .access import running_unit
from .counting import sitting
from .locking import Kind, State, next_version, tell

AGREED = {Case.Outcome.PROPOSED: Nomination.State.AGREED, Case.Outcome.NOT_PROPOSED: Nomination.State.NOT_AGREED}


@transaction.atomic
def close(*, session, conclusion, although_missing, version, by):
    """No vote counts after this. In order: totals checked, outcomes, nominations moved with their events, the end."""
    held = next_version(session, version, state=State.VOTING)
    seen = sitting(held)
    _demand_counted(seen, although_missing=although_missing)
    for line in seen.lines:
        line.case.outcome = line.outcome
    Case.objects.bulk_update([line.case for line in seen.lines], ["outcome"])
    _judge(held, seen, by)
    _shuffle(held)
    end = {"conclusion": conclusion, "closed_at": timezone.now()}
    _move(CouncilSession.objects.filter(pk=held.pk), State.CLOSED, **end)
    agreed = sum(line.outcome == Case.Outcome.PROPOSED for line in seen.lines)
    tell(held, Kind.CLOSED, by, f"Kết quả: {agreed}/{len(seen.lines)} trường hợp đủ điều kiện đề nghị", _totals(seen))


def _demand_counted(seen, *, although_missing):
    uncounted = [line for line in seen.lines if line.case.on_paper and line.missing]
    if uncounted:
        raise Refused(f"Còn {len(uncounted)} trường hợp chưa ghi đủ kết quả kiểm phiếu, ví dụ {uncounted[0].case}.")
    wrong = [line for line in seen.lines if not line.is_proven]
    if wrong:
        raise Refused(f"Số phiếu đếm được không khớp số người đã bỏ phiếu: {wrong[0].case}. Hãy báo quản trị.")
    if seen.missing and not although_missing:
        raise Refused(f"Còn {seen.missing} lượt chưa bỏ phiếu. Hãy chờ, hoặc đánh dấu ô xác nhận để kết thúc.")


def _judge(session, seen, by):
    """Nominations that still wait are agreed to or not; one that was withdrawn meanwhile stays as it is."""
    ids = [line.case.nomination_id for line in seen.lines]
    waiting = Nomination.objects.filter(pk__in=ids, state=Nomination.State.SUBMITTED).order_by("pk")
    standing = set(waiting.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    lines = [line for line in seen.lines if line.case.nomination_id in standing]
    for outcome, state in AGREED.items():
        judged = [line.case.nomination_id for line in lines if line.outcome == outcome]
        _move(Nomination.objects.filter(pk__in=judged), state, version=F("version") + 1)
    asking, unit, now = current(), running_unit(by, session), timezone.now()
    NominationEvent.objects.bulk_create(
        NominationEvent(
            nomination_id=line.case.nomination_id,
            kind=NominationEvent.Kind.JUDGED,
            note=f"{session}: {line.case.get_outcome_display().lower()} ({result_words(line)})",
            details={"case": line.case.pk},
            by=by,
            unit=unit,
            at=now,
            address=asking.address,
            request_id=asking.request_id,
        )
        for line in lines
    )


def result_words(line):
    """ "8/9 thành viên Hội đồng đồng ý, đạt 88,89%"."""
    return f"{line.case.for_count}/{line.whole_words} đồng ý, đạt {percent_words(line.share)}"


def _shuffle(session):
    """The marks of who voted are written anew, in the order of new random keys: nothing tells who was first or last."""
    votes = list(Vote.objects.filter(case__session=session, case__is_secret=True))
    Vote.objects.filter(pk__in=[vote.pk for vote in votes]).delete()
    anew = [Vote(id=uuid4(), case_id=vote.case_id, member_id=vote.member_id) for vote in votes]
    Vote.objects.bulk_create(sorted(anew, key=lambda vote: vote.id))


def _totals(seen):
    return {
        str(line.case.pk): [line.case.for_count, line.case.against_count, line.case.invalid_count]
        for line in seen.lines
    }


def _move(rows, state, **others):
    """The one door by which a closing session and its nominations change their states."""
    rows.update(state=state, **others)
