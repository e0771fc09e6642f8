"""What a session decides on: nominations that lie before its body. Each case keeps the vote rule of the day."""

from django.db import transaction

from ..editing import Refused
from ..eligibility.judging import findings_of
from ..models import Case, CouncilSession, Nomination, Recusal
from .conflicts import find_conflicts
from .locking import Kind, next_version, tell
from .rules import rules_by_title

_OF_RULE = ("percent", "denominator", "is_secret", "counts_written", "quorum", "basis")


def candidates(session):
    """Submitted, before the council's body, and in no other session that is still to decide."""
    undecided = CouncilSession.objects.exclude(state=CouncilSession.State.CLOSED)
    elsewhere = Case.objects.filter(session__in=undecided).exclude(session=session)
    waiting = Nomination.objects.filter(
        campaign=session.campaign_id, state=Nomination.State.SUBMITTED, holder=session.unit_id
    )
    return waiting.exclude(pk__in=elsewhere.values("nomination")).select_related("title", "nominee", "unit")


def waits(nomination, session):
    """Does it still lie before the body of the session?"""
    return nomination.state == Nomination.State.SUBMITTED and nomination.holder_id == session.unit_id


def blocks(nomination):
    """What bars it, as it was found when it was submitted."""
    return _blocking(nomination.findings)


def _blocking(findings):
    return [finding for finding in findings if finding["severity"] == "block"]


@transaction.atomic
def set_agenda(*, session, shown, chosen, version, by):
    """Of the nominations `shown` (ids) those `chosen` are on the agenda, the others not; what is not shown stays.

    What waits no longer, because it was withdrawn or returned, goes in any case.
    """
    held = next_version(session, version)
    on_it = set(held.cases.filter(nomination__in=shown).values_list("nomination", flat=True))
    past = {row.nomination_id for row in held.cases.select_related("nomination") if not waits(row.nomination, held)}
    gone, new = (on_it - set(chosen)) | past, set(chosen) - on_it
    found = list(candidates(held).filter(pk__in=new).select_for_update(of=("self",)).order_by("pk"))
    _demand_fit(found, new, on=held.held_on)
    take_off(held.cases.filter(nomination__in=gone))
    held.cases.model.objects.bulk_create(Case(session=held, nomination=row, percent=100) for row in found)
    _put_in_order(held)
    apply_rules(held)
    find_conflicts(held)
    note = f"Chương trình: thêm {len(new)}, bớt {len(gone)} trường hợp"
    tell(held, Kind.AGENDA, by, note, {"added": sorted(new), "removed": sorted(gone)})


def apply_rules(session):
    """The vote rule that holds for each case on the day of the session."""
    cases = list(session.cases.select_related("nomination"))
    rules = rules_by_title({case.nomination.title_id for case in cases}, on=session.held_on)
    if None in rules.values():
        raise Refused("Chưa có quy định biểu quyết áp dụng vào ngày họp. Hãy nhờ quản trị thêm quy định trước.")
    for case in cases:
        rule = rules[case.nomination.title_id]
        for name in _OF_RULE:
            setattr(case, name, getattr(rule, name))
    Case.objects.bulk_update(cases, _OF_RULE)


def _demand_fit(found, wanted, *, on):
    """Nothing bars them, neither as it was found when they were submitted nor as the records stand now."""
    if len(found) != len(wanted):
        raise Refused("Có đề nghị không còn chờ Hội đồng xét hoặc đã ở phiên họp khác. Hãy mở lại trang này.")
    now = findings_of(found, on=on) if found else {}
    barred = [f"{row} ({why[0]['sentence']})" for row in found if (why := [*blocks(row), *_blocking(now[row.pk])])]
    if barred:
        raise Refused(f"Chưa đủ điều kiện nên không đưa vào chương trình được: {'; '.join(barred[:5])}.")


def take_off(cases):
    """Their nominations are free for another session."""
    Recusal.objects.filter(case__in=cases).delete()
    cases.delete()


def _put_in_order(session):
    """By title as the catalogue orders them, then by name."""
    order = ("nomination__title__order", "nomination__title__sort_key", "nomination__nominee__sort_key", "pk")
    cases = list(session.cases.order_by(*order))
    for place, case in enumerate(cases, 1):
        case.order = place
    Case.objects.bulk_update(cases, ["order"])
