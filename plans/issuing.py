"""Issuing a plan: number and date, the paper as it leaves, and everything that follows from it, all or nothing.

Numbers: NĐ 30/2020/NĐ-CP, Điều 15. What is printed is stored, never rendered again.
"""

from copy import copy
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from thiduakhenthuong.dates import day_words
from thiduakhenthuong.official.rendering import Printing
from thiduakhenthuong.official.wording import hands

from .amending.paper import demand_changes
from .amending.telling import Hearers, hearers_of
from .checking.findings import blocking
from .document_numbers import padded
from .editing.head import head_values
from .editing.locking import Refused, changed_fields, write
from .following import follow_issue
from .models import IssuedPaper, Plan, PlanEvent
from .notices import tell_all
from .papers import paper_of
from .progress.opening import open_tasks, withdraw_tasks
from .register import next_number, register, series_of
from .versions import content_of, digest, keep

Kind = PlanEvent.Kind


class SignedLaterThanEntered(Refused):
    """Only what left the office before it was entered here may go without approval."""

    def __init__(self, plan, entered_on):
        super().__init__(
            f"{plan.noun.capitalize()} này được nhập ngày {day_words(entered_on)}. Chỉ ghi nhận được văn bản đã ký từ "
            "ngày đó trở về trước; văn bản mới hãy trình duyệt rồi ban hành."
        )


class NeedsApproval(Refused):
    """It is on its way through the office: only an approver lets it go."""

    def __init__(self, plan):
        super().__init__(
            f"{plan.noun.capitalize()} này đã vào quy trình trình duyệt nên không ghi nhận như văn bản cũ được."
        )


class Incomplete(Refused):
    """Something that no administrative document may lack is missing (NĐ 30/2020, Đ.8)."""

    def __init__(self, findings):
        told = " ".join(f"{finding.place.words}: {finding.reason}" for finding in findings)
        super().__init__(f"Chưa ban hành được. {told} Hãy trả lại để bổ sung rồi duyệt lại.")


def issue(plan, *, signed_on, by, number=None, token=None):
    """Issue an approved plan on a day. Returns it as stored; sent twice, it is issued once.

    `number` is given only where the series is kept in a paper book. In order: the probable paper is printed ahead,
    so that the counter is held but a moment; then in one transaction the plan is locked, the number taken, number and
    date written, the paper stored, the state moved with its event, a version kept, what it amends or replaces
    closed, people told. Raises Refused, IllegalMove and NotPrinted; then nothing is written and no number is lost.
    """
    return _issued(plan, Kind.ISSUED, signed_on=signed_on, by=by, number=number, token=token)


def record_issued(plan, *, number, signed_on, by, token=None):
    """Record that a plan left the office on paper before it was entered here, with the number it carries."""
    if plan.amends_id or plan.replaces_id or plan.submitted_by_id:
        raise NeedsApproval(plan)
    first = plan.events.order_by("seq").first()
    entered_on = timezone.localdate(first.at) if first else timezone.localdate()
    if signed_on > entered_on:
        raise SignedLaterThanEntered(plan, entered_on)
    return _issued(plan, Kind.RECORDED, signed_on=signed_on, by=by, number=number, token=token)


def _issued(plan, kind, *, signed_on, by, number, token):
    demand_changes(plan)
    series = series_of(plan.issuer, plan.doc_type)
    probable = number or str(next_number(series, signed_on.year, symbol=plan.symbol))
    dated = _dated(plan, probable, signed_on)
    if kind == Kind.ISSUED and (missing := blocking(dated)):
        raise Incomplete(missing)
    Printing(paper_of(dated)).pdf()
    with transaction.atomic():
        held = Plan.objects.select_for_update(of=("self",)).select_related("issuer__area__parent").get(pk=plan.pk)
        if token and held.events.filter(token=token, kind=kind).exists():
            return held
        held.check_move(kind, by=by)
        entry = _register(held, series, signed_on=signed_on, by=by, number=number)
        _write_head(held, _head_of(entry.printed_number, signed_on))
        paper = _store_paper(held, by=by)
        details = {"number": entry.number_words, "content_sha256": paper.content_sha256, "pdf_sha256": paper.pdf_sha256}
        note = f"Số {entry.number_words} ngày {day_words(signed_on)}"
        event = held._move(kind, by=by, note=note, token=token, details=details)
        keep(held, by=by, event=event)
        _give_tasks(held)
        follow_issue(held, by=by)
        hearers = hearers_of(held) if kind == Kind.ISSUED else Hearers()  # what is recorded left long ago
        tell_all([*_close_older(held, by=by, units=hearers.gone), (event, hearers.units)])
        return held


def _head_of(number, signed_on):
    return {
        "number": padded(number),
        "day": signed_on.day,
        "month": signed_on.month,
        "signed_year": signed_on.year,
    }


def _dated(plan, number, signed_on):
    """The plan as it will look when it carries this number and date."""
    dated = copy(plan)
    for name, value in _head_of(number, signed_on).items():
        setattr(dated, name, value)
    return dated


def _register(plan, series, *, signed_on, by, number):
    lines, name = hands(plan.authority_lines.split("\n"), plan.signer_name)[1]  # of two who sign the right one leads
    return register(
        series=series,
        signed_on=signed_on,
        by=by,
        number=number,
        plan=plan,
        symbol=plan.symbol,
        doc_type=plan.doc_type,
        subject=plan.subject,
        signer=", ".join(filter(None, [name, lines[-1].capitalize() if lines else ""])),
        recipients=plan.recipients,
    )


def _write_head(plan, values):
    changes = changed_fields(head_values(plan), values, base={})
    if changes["after"]:
        write(plan, **changes["after"])
        for name, value in changes["after"].items():
            setattr(plan, name, value)
        plan.version += 1
        plan.refresh_search_key()


def _store_paper(plan, *, by):
    pdf, content = Printing(paper_of(plan)).pdf(), content_of(plan)
    return IssuedPaper.objects.create(
        plan=plan,
        by=by,
        content=content,
        content_sha256=digest(content),
        pdf=pdf,
        pdf_sha256=sha256(pdf).hexdigest(),
    )


def _give_tasks(plan):
    """Its items become tasks; of what it replaces none are left but those with reports, withdrawn."""
    open_tasks(plan, instead_of=plan.amends)
    if plan.replaces:
        withdraw_tasks(plan.replaces)


def _close_older(plan, *, by, units):
    """What this plan amends or replaces no longer speaks for itself; `units` are named there and here no more.

    Returns whom to tell of it, as (event, units).
    """
    told = []
    for older, kind in ((plan.amends, Kind.AMENDED), (plan.replaces, Kind.REPLACED)):
        if older:
            event = older._move(kind, by=by, note=f"Bởi {plan.number_words} ngày {plan.date_words}")
            told.append((event, units))
    return told
