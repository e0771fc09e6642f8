"""Filing the signed copy of an issued plan: a scan of the paper, or the issued PDF signed outside (goal S10).

The file is checked before the plan is locked; what the check found is stored with it and never changes.
"""

from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from thiduakhenthuong.signatures.confined import check
from thiduakhenthuong.signatures.report import Outcome, from_json, to_json
from thiduakhenthuong.signatures.roots import NoCertificate, read_roots
from units.access import has_role

from .editing.locking import Refused
from .models import IssuedPaper, Plan, PlanEvent, SignedCopy
from .models.moves import MOVES, NotYours, State
from .notices import tell

Kind = PlanEvent.Kind
NO_SIGNATURE = "Tệp không có chữ ký số và cũng không phải bản chụp: chưa chắc đây là bản đã ký."
NOT_VALID = "Có chữ ký không hợp lệ."
NOT_VERIFIED = "Có chữ ký không xác minh được người ký."
CHANGED = "Sau khi ký, tệp còn bị thay đổi khác với việc đóng số, đóng dấu thường gặp."
OTHER_WORDS = "Chữ trong tệp khác bản đã ban hành."
OTHER_PAGES = "Tệp có {pages} trang, bản đã ban hành có {issued} trang."


class Doubtful(Exception):
    """The file can be filed, but a person must have seen what is doubtful: `report` and `doubts`, in sentences."""

    def __init__(self, report, doubts, digest):
        super().__init__(" ".join(doubts))
        self.report, self.doubts, self.digest = report, doubts, digest


def file_signed_copy(*, plan, name, data, by, seen="", token=None):
    """Store a signed copy; the latest counts. Returns it; the same form or the same bytes twice store it once.

    In order: the file is checked in a child process; what is doubtful must have been `seen`, as the hash of the file
    that was shown; then in one transaction the plan is locked, role and state are asked, the copy stored, the state
    moved by the first one, the event written, people told. Raises Refused, IllegalMove, Unacceptable and Doubtful.
    """
    _ask(plan, by)  # before half a minute is spent on the file
    report, digest = examine(plan, name, data), sha256(data).hexdigest()
    doubts = doubts_of(report)
    if doubts and seen != digest:
        raise Doubtful(report, doubts, digest)
    with transaction.atomic():
        held = Plan.objects.select_for_update(of=("self",)).select_related("issuer").get(pk=plan.pk)
        copy = _stored_before(held, digest, token)
        if copy and held.state == State.FILED:
            return copy
        _ask(held, by)
        copy = copy or _store(held, name, data, digest, report, by)  # known, where the plan came back into force
        event = _leave_event(held, copy, doubts, by=by, token=token)
        if event:
            tell(event)
    return copy


def examine(plan, name, data):
    """The FileReport of a file against the paper that left the office. Raises Unacceptable and Refused."""
    paper = IssuedPaper.objects.filter(plan=plan).only("pdf").first()
    try:
        roots = read_roots(settings.TRUSTED_ROOTS)
    except NoCertificate:
        raise Refused("Không đọc được chứng thư gốc tin cậy đã cấu hình; hãy báo quản trị.") from None
    return check(data, name, issued=bytes(paper.pdf) if paper else b"", roots=roots, now=timezone.now())


def doubts_of(report):
    """Why a person should look before the file is filed; nothing for what offices usually file."""
    return [
        words
        for holds, words in (
            (report.outcome == Outcome.INVALID, NOT_VALID),
            (_unverified(report), NOT_VERIFIED),
            (report.outcome == Outcome.CHANGED_AFTER and not report.is_ordinary, CHANGED),
            (not report.signatures and not report.is_scan, NO_SIGNATURE),
            (bool(report.text.differences), OTHER_WORDS),
            (
                report.issued_pages not in (0, report.pages),
                OTHER_PAGES.format(pages=report.pages, issued=report.issued_pages),
            ),
        )
        if holds
    ]


def report_of(copy):
    """What was found when the copy was filed."""
    return from_json(copy.report)


def _unverified(report):
    """Where roots are configured a signature should lead to one; where none are, every upload would ask."""
    return bool(settings.TRUSTED_ROOTS) and any(each.outcome == Outcome.UNVERIFIABLE for each in report.signatures)


def _ask(plan, by):
    """Raises IllegalMove: a copy is filed by the clerk, for a plan in force; a second one replaces the first."""
    if plan.state != State.FILED:
        plan.check_move(Kind.FILED, by=by)
    elif by and not has_role(by, plan.issuer, *MOVES[Kind.FILED].roles):
        raise NotYours(plan, MOVES[Kind.FILED])


def _stored_before(plan, digest, token):
    """The copy this form stored before, or the one with these bytes."""
    sent = PlanEvent.objects.filter(plan=plan, kind=Kind.FILED, token=token).first() if token else None
    copies = plan.signed_copies.defer("content")
    return copies.filter(pk=sent.details["copy"]).first() if sent else copies.filter(sha256=digest).first()


def _store(plan, name, data, digest, report, by):
    return SignedCopy.objects.create(
        plan=plan,
        kind=SignedCopy.Kind.DIGITAL if report.signatures else SignedCopy.Kind.SCAN,
        name=name[-255:],
        content=data,
        sha256=digest,
        pages=report.pages,
        report=to_json(report),
        outcome=report.outcome or "",
        by=by,
    )


def _leave_event(plan, copy, doubts, *, by, token):
    """The move of the first copy; for a later one the event alone."""
    outcome = f", {copy.get_outcome_display()}" if copy.outcome else ""
    note = f"{copy.get_kind_display()}{outcome}"
    details = {"copy": copy.pk, "sha256": copy.sha256, "confirmed": doubts}
    if plan.state == State.FILED:
        return PlanEvent.objects.append(plan=plan, kind=Kind.FILED, by=by, note=note, details=details, token=token)
    return plan._move(Kind.FILED, by=by, note=note, details=details, token=token)
