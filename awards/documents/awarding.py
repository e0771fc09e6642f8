"""What the issue of a decision writes into records, and what its revocation marks there. In its own transaction."""

from datetime import date

from django.db.models import F
from django.utils import timezone

from plans.editing.locking import Refused
from thiduakhenthuong.asking import current
from units.access import acting_unit

from ..models import AwardDocument, AwardHeld, Initiative, Nomination, NominationEvent, Nominee, NomineeEvent
from ..wording import head_of
from .fitting import demand_fit

State = Nomination.State
BATCH = 500


def write_awards(plan, *, by):
    """Every line of an issued decision becomes an award held; nominations are awarded, initiatives used.

    Raises Refused where a nomination, or an initiative it rests on, went another way meanwhile.
    """
    document = _decision_of(plan)
    if document is None:
        return
    lines = _locked(document)
    demand_fit(plan, lines)
    decided = {
        "decision": plan.number_words,
        "decided_on": date(plan.signed_year, plan.month, plan.day),
        "decided_by": head_of(plan.issuer)[:200],
    }
    merit = document.campaign.merit
    held = [_award(line, merit, decided) for line in lines]
    AwardHeld.objects.bulk_create(held, batch_size=BATCH)
    words = f"Quyết định số {plan.number_words} ngày {plan.date_words}"
    _use_initiatives(lines, words)
    _move(lines, State.AWARDED, NominationEvent.Kind.AWARDED, words, plan, by=by)
    _tell_records(held, NomineeEvent.Kind.ADDED, lambda award: f"Tặng {award.title.name}: {words}", plan, by=by)


def revoke_awards(plan, *, by, because):
    """The decision was revoked: its awards stay on record, marked; its nominations may stand in another decision."""
    document = _decision_of(plan)
    if document is None:
        return
    lines = _locked(document)
    awards = AwardHeld.objects.filter(line__document=document, revoked_on=None).select_related("title", "nominee")
    held = list(awards)
    on = max(timezone.localdate(), date(plan.signed_year, plan.month, plan.day))
    awards.update(revoked_on=on, revoked_because=because[:300])
    words = f"Hủy Quyết định số {plan.number_words}: {because}"
    _free_initiatives(lines, f"Quyết định số {plan.number_words} ngày {plan.date_words}")
    ended = {award.line_id for award in held}
    again = [line for line in lines if line.pk in ended]
    _move(again, State.AGREED, NominationEvent.Kind.REVOKED, words, plan, by=by)
    _tell_records(held, NomineeEvent.Kind.REVOKED, lambda award: f"Thu hồi {award.title.name}: {words}", plan, by=by)


def note_revoked(award, *, by, because):
    """One award was revoked on its record: the nomination it came from tells it too."""
    line = award.line
    if line:
        plan = line.document.plan
        _note([line], NominationEvent.Kind.REVOKED, f"Thu hồi: {because}", plan, by=by)


def _decision_of(plan):
    decisions = AwardDocument.objects.filter(plan=plan, kind=AwardDocument.Kind.DECISION)
    return decisions.select_related("campaign").first()


def _locked(document):
    ids = document.lines.values_list("nomination", flat=True)
    list(Nomination.objects.filter(pk__in=ids).order_by("pk").select_for_update())
    rows = document.lines.select_related("nomination__nominee__merged_into", "nomination__title")
    return list(rows.prefetch_related("nomination__initiatives"))


def _award(line, merit, decided):
    nomination = line.nomination
    nominee = nomination.nominee.merged_into or nomination.nominee
    return AwardHeld(
        nominee=nominee,
        title=nomination.title,
        merit=merit,
        from_year=nomination.from_year,
        to_year=nomination.to_year,
        recipient_class=nomination.recipient_class,
        line=line,
        **decided,
    )


def _use_initiatives(lines, words):
    """An initiative is used once (Công văn số 5007/BNV-TĐKT)."""
    wanted = {one.pk: line for line in lines for one in line.nomination.initiatives.all()}
    rows = list(Initiative.objects.filter(pk__in=wanted).order_by("pk").select_for_update())
    if used := [row for row in rows if row.used_for]:
        raise Refused(f"Chưa ban hành được: sáng kiến “{used[0]}” đã dùng để xét {used[0].used_for}.")
    for row in rows:
        row.used_for = f"{wanted[row.pk].nomination.title.name}, {words}"[:300]
    Initiative.objects.bulk_update(rows, ["used_for"], batch_size=BATCH)


def _free_initiatives(lines, words):
    ids = {one.pk for line in lines for one in line.nomination.initiatives.all()}
    Initiative.objects.filter(pk__in=ids, used_for__endswith=words).update(used_for="")


def _move(lines, state, kind, words, plan, *, by):
    ids = [line.nomination_id for line in lines]
    Nomination.objects.filter(pk__in=ids).update(state=state, version=F("version") + 1)
    _note(lines, kind, words, plan, by=by)


def _note(lines, kind, words, plan, *, by):
    told = _told(plan, by)
    NominationEvent.objects.bulk_create(
        (
            NominationEvent(nomination_id=line.nomination_id, kind=kind, note=words[:1000], details=_of(plan), **told)
            for line in lines
        ),
        batch_size=BATCH,
    )


def _tell_records(held, kind, words, plan, *, by):
    told = _told(plan, by)
    Nominee.objects.filter(pk__in={award.nominee_id for award in held}).update(version=F("version") + 1)
    NomineeEvent.objects.bulk_create(
        (
            NomineeEvent(nominee=award.nominee, kind=kind, note=words(award)[:500], details=_of(plan), **told)
            for award in held
        ),
        batch_size=BATCH,
    )


def _of(plan):
    return {"plan": plan.pk}


def _told(plan, by):
    """Who, from which unit, when, from where (goal R7)."""
    asking = current()
    return {
        "by": by,
        "unit": acting_unit(by, plan.issuer) if by else None,
        "at": timezone.now(),
        "address": asking.address,
        "request_id": asking.request_id,
    }
