"""Beginning the BÁO CÁO on a plan: a draft from what its tasks say, with the records behind every figure."""

from django.db import transaction
from django.utils import timezone

from thiduakhenthuong.dates import day_words

from ..drafting import draft_of
from ..editing.locking import Refused
from ..importing.saving import Beginning, save_plan
from ..models import Period, Plan, PlanEvent, ReportFigure
from .drafting import draft_report
from .facts import facts_of
from .reported import report_under_way

COUNTED = "counted"  # in the details of an event: {name of the slot: its piece as counted}


class NothingGiven(Refused):
    def __init__(self):
        super().__init__("Kế hoạch này chưa giao nhiệm vụ nào nên chưa có gì để báo cáo.")


@transaction.atomic
def begin_report(*, plan, period, by, on, token=None):
    """A draft of the report for a Period, as of the day `on`. One that is under way is given instead.

    The same token begins it once. Raises Refused where the plan asks nothing of anybody.
    """
    held = Plan.objects.select_for_update(of=("self",)).select_related("issuer__area__parent").get(pk=plan.pk)
    before = PlanEvent.objects.filter(token=token).select_related("plan").first() if token else None
    begun = before.plan if before else report_under_way(held, period)
    if begun:
        return begun
    facts = facts_of(held, period, on=on)
    if not facts.all_tasks:
        raise NothingGiven
    drafted = draft_report(draft_of(held), facts, plan=held)
    report = _save(drafted, held, by=by, on=on, period=period, token=token)
    for name, slot in drafted.slots.items():
        keep_figures(report, drafted.keys[name], slot)
    return report


def _save(drafted, plan, *, by, on, period, token):
    words = f"{Period(period).label}: {plan.number_words}, số liệu đến ngày {day_words(on)}"
    details = {COUNTED: {name: as_counted(slot, drafted.keys[name]) for name, slot in drafted.slots.items()}}
    beginning = Beginning(note=words, token=token, details=details)
    report = save_plan(drafted.draft, issuer=plan.issuer, by=by, beginning=beginning)
    Plan.objects.filter(pk=report.pk).update(report_of=plan, period=period, genus=Plan.Genus.REPORT)
    return Plan.objects.select_related("issuer__area__parent", "report_of").get(pk=report.pk)


def as_counted(slot, key):
    """What the event of counting keeps of a piece: which it is, and what was written there."""
    return {"key": key, "kind": str(slot.kind), "text": slot.text}


def keep_figures(report, key, slot):
    """The figures of one piece, instead of those that stood there before."""
    report.figures.filter(section_key=key).delete()
    ReportFigure.objects.bulk_create(
        ReportFigure(
            plan=report,
            section_key=key,
            position=n,
            words=figure.words,
            value=figure.value,
            tasks=figure.tasks,
            drawn_at=timezone.now(),
        )
        for n, figure in enumerate(slot.figures, 1)
    )
