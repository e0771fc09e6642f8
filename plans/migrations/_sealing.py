"""Steps of migration 0005: a hash for every event that stands, a key of its own for every piece and item, a line of
the register for every issued plan."""

import re
from datetime import date
from itertools import groupby
from uuid import uuid4

from ..models.event import SEALED, seal

BATCH = 2000


def seal_events(apps, schema_editor):
    """Chain the events of each plan in the order they happened."""
    PlanEvent, Plan = apps.get_model("plans", "PlanEvent"), apps.get_model("plans", "Plan")
    events = PlanEvent.objects.order_by("plan", "at", "pk").iterator(BATCH)
    for plan, its_events in groupby(events, key=lambda event: event.plan_id):
        head, seq = "", 0
        for seq, event in enumerate(its_events, 1):
            event.seq = seq
            head = event.hash = seal(head, {name: getattr(event, name) for name in SEALED})
            PlanEvent.objects.filter(pk=event.pk).update(seq=seq, hash=head)
        Plan.objects.filter(pk=plan).update(event_count=seq, event_head=head)


def give_keys(apps, schema_editor):
    """One default stood in all rows that were there."""
    for name in ("Section", "PlanItem"):
        rows = apps.get_model("plans", name).objects
        changed = list(rows.only("pk"))
        for row in changed:
            row.key = uuid4()
        rows.bulk_update(changed, ["key"], batch_size=BATCH)


def register_issued(apps, schema_editor):
    """Plans that left the office before there was a register stand in it, so that no number is given twice."""
    Plan, Entry = apps.get_model("plans", "Plan"), apps.get_model("plans", "RegisterEntry")
    series = apps.get_model("plans", "NumberSeries").objects
    for plan in Plan.objects.filter(state="issued").order_by("pk"):
        found = re.fullmatch(r"(\d{1,6})([^\W\d_]?)", plan.number)
        if found:
            told = {name: getattr(plan, name) for name in ("symbol", "doc_type", "subject", "recipients")}
            Entry.objects.get_or_create(
                series=series.get_or_create(unit_id=plan.issuer_id, doc_type="")[0],
                year=plan.signed_year,
                number=int(found[1]),
                suffix=found[2],
                defaults=told
                | {
                    "plan": plan,
                    "signed_on": date(plan.signed_year, plan.month, plan.day),
                    "signer": plan.signer_name,
                    "by_hand": True,
                },
            )


def leave(apps, schema_editor):
    """Backwards the columns go."""
