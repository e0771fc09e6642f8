"""What tests of the review do again and again."""

from plans.draft_json import from_json
from plans.models import PlanReading
from plans.reading.lines_json import lines_from_json
from plans.reviewing import deeds
from plans.reviewing.confirming import confirm
from plans.reviewing.doubts import by_field, open_doubts
from plans.reviewing.fields import fields_of, loose_fields
from plans.reviewing.opening import open_reading
from plans.reviewing.wordings import wordings_of


def opened(text, *, by, name="ke-hoach.txt", **fields):
    """The reading of a text."""
    return open_reading(text.encode(), name, by=by, **fields)


def draft_of(reading):
    """Its draft as it is stored now."""
    return from_json(PlanReading.objects.get(pk=reading.pk).draft)


def settle_all(reading, *, by):
    """Accept every doubt, leave every unknown wording as printed."""
    reading.refresh_from_db()
    draft = draft_of(reading)
    doubts = open_doubts(draft, reading.settled)
    for key in by_field(doubts, [*loose_fields(draft), *fields_of(draft, lines_from_json(reading.lines))]):
        deeds.accept(reading, key, by=by)
    for wording in wordings_of(draft, issuer=reading.issuer, choices=reading.choices):
        if not wording.is_decided:
            deeds.choose_meaning(reading, wording.printed, {}, by=by)


def confirm_all(reading, *, by, seen=""):
    """The plan of a reading whose every doubt was accepted."""
    settle_all(reading, by=by)
    return confirm_now(reading, by=by, seen=seen)


def confirm_now(reading, *, by, seen=""):
    """Confirm the reading as it is stored now."""
    version = PlanReading.objects.get(pk=reading.pk).version
    return confirm(reading, by=by, version=version, seen=seen)
