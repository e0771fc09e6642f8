"""Counting the figures of a report anew: pieces nobody has touched are rewritten, what a person wrote stays."""

from dataclasses import dataclass

from django.db import transaction

from thiduakhenthuong.dates import day_words

from ..amending.citing import cited, first_of
from ..editing.locking import locked, record
from ..editing.sections import save_section, section_values
from ..models import PlanEvent
from .beginning import COUNTED, as_counted, keep_figures
from .facts import facts_of
from .reported import reported_on
from .slots import slots_of


@dataclass(frozen=True)
class Recounted:
    """How many pieces were rewritten, and how many kept their words although their figures changed."""

    rewritten: int
    kept: int


def counted_of(report):
    """What was counted last: {name of the slot: {key, kind, text}}."""
    event = report.events.filter(details__has_key=COUNTED).order_by("-seq").first()
    return event.details[COUNTED] if event else {}


def slots_now(plan, period, *, on):
    """The slots of a report on a plan in force as the tasks stand now."""
    return slots_of(facts_of(plan, period, on=on), issuer=plan.issuer.name, cited=cited(first_of(plan)))


@transaction.atomic
def recount(*, report, by, on):
    """Count again as of the day `on`. Returns Recounted; raises Refused where the report cannot be edited any more."""
    held = locked(report)
    before, slots = counted_of(held), slots_now(reported_on(held), held.period, on=on)
    sections = {str(section.key): section for section in held.sections.all()}
    counted, rewritten, kept = dict(before), 0, 0
    for name, was in before.items():
        section, slot = sections.get(was["key"]), slots[name]
        if section is None or slot.text == was["text"]:
            continue
        if (section.text, section.kind) != (was["text"], was["kind"]):
            kept += 1
            continue
        _rewrite(report, section, slot, by=by)
        counted[name] = as_counted(slot, was["key"])
        rewritten += 1
    for name, piece in counted.items():
        if piece["text"] == slots[name].text and piece["key"] in sections:
            keep_figures(report, piece["key"], slots[name])
    note = f"Tính lại số liệu đến ngày {day_words(on)}"
    record(held, PlanEvent.Kind.EDITED, by=by, ref="", note=note, details={COUNTED: counted})
    return Recounted(rewritten, kept)


def _rewrite(report, section, slot, *, by):
    base = section_values(section)
    values = base | {"text": slot.text, "kind": str(slot.kind)}
    save_section(plan=report, pk=section.pk, base=base, values=values, by=by)
