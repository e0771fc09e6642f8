"""Steps of migration 0005: a hash for every event that stands, a key of its own for every piece and item."""

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


def leave(apps, schema_editor):
    """Backwards the columns go."""
