"""What people do with a reading under review: accept, mend, take out, place, choose. Each under the lock of its row."""

from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from ..draft_json import from_json, to_json
from ..editing.locking import Refused
from ..models import PlanReading
from ..reading.lines_json import lines_from_json
from .doubts import by_field, doubt_id, open_doubts
from .fields import fields_of, loose_fields
from .mending import NoSuchField, mend, put, section_at, take_out, values_of


class Closed(Refused):
    """The reading was confirmed or given up by somebody."""

    def __init__(self, reading):
        done = "xác nhận thành kế hoạch" if reading.confirmed_at else "bỏ"
        super().__init__(f"Bản đọc này đã được {done}, không sửa được nữa.")


class Moved(Refused):
    """What a form was about is no longer where it was."""

    def __init__(self):
        super().__init__("Phần này vừa được người khác sửa hoặc chuyển đi. Hãy xem lại rồi làm tiếp.")


class Holding(Refused):
    """A piece with items or duties below it."""

    def __init__(self):
        super().__init__("Bên dưới phần này còn nhiệm vụ hoặc việc giao. Hãy đưa từng việc ra trước, rồi đến phần này.")


class Contested(Exception):
    """Somebody changed the same field since the form was opened; `theirs` are its values now. Nothing is written."""

    def __init__(self, theirs):
        super().__init__("Cùng lúc có người khác sửa phần này.")
        self.theirs = theirs


def locked(reading):
    """The reading, locked until the transaction ends. Refuses one that is no longer under review."""
    held = PlanReading.objects.select_for_update().get(
        pk=reading.pk
    )  # alone: rows joined to it would not be waited for
    if not held.is_open:
        raise Closed(held)
    return held


@contextmanager
def _changing(reading, by):
    """(held, draft) under the lock; what was changed in either is stored at the end."""
    with transaction.atomic():
        held = locked(reading)
        draft = from_json(held.draft)
        try:
            yield held, draft
        except NoSuchField:
            raise Moved from None
        held.draft, held.version, held.changed_by = to_json(draft), held.version + 1, by
        held.save()


def accept(reading, key, *, by, seen=()):
    """The person says that a field is read rightly: its doubts are settled. "" are those of the whole document.

    `seen` are the ids of the doubts the person was shown: the key may name another field by now.
    """
    with _changing(reading, by) as (held, draft):
        if seen:
            known = {doubt_id(found) for found in draft.findings}
            held.settled = sorted({*held.settled, *known.intersection(seen)})
        else:
            _settle(held, draft, key)


def mend_field(reading, key, *, base, values, by):
    """Set a field. `base` is what the form was opened on. Raises Contested where it changed since, and Moved."""
    with _changing(reading, by) as (held, draft):
        theirs = values_of(draft, key)
        if theirs not in (base, values):
            raise Contested(theirs)
        _settle(held, draft, key)
        mend(draft, key, values)


def choose_issuer(reading, issuer, *, base, by):
    """Which body issued the document: it then also answers for the review. `base` is the id the form was opened on."""
    with _changing(reading, by) as (held, draft):
        if held.issuer_id not in (base, issuer.pk):
            raise Contested({"issuer": held.issuer_id})
        _settle(held, draft, "issuer")
        if issuer != held.issuer:
            _forget_decisions(held)
        held.issuer = held.office = issuer
        draft.issuer = issuer.name


def _forget_decisions(held):
    """What was decided for another issuer: its groups, what it adds below itself, the plan to update."""
    held.choices = {words: choice for words, choice in held.choices.items() if not choice or set(choice) == {"unit"}}
    held.updates, held.is_new = None, False


def take_out_field(reading, key, *, base, by):
    """Take a piece or item that is none out of the reading; its words wait for another place."""
    with _changing(reading, by) as (held, draft):
        if any(base.get(name) != value for name, value in values_of(draft, key).items()):
            raise Moved
        if not key.startswith("item:") and section_at(draft, key).items:
            raise Holding
        _settle(held, draft, key)
        take_out(draft, key)


def place_loose(reading, entry, *, place, by):
    """Put a loose text (the entry as the form showed it) to its place."""
    with _changing(reading, by) as (held, draft):
        if entry not in draft.unplaced:
            raise Moved
        at = draft.unplaced.index(entry)
        _settle(held, draft, f"loose:{at}")
        put(draft, at, place)


def choose_meaning(reading, printed, choice, *, by):
    """What a wording means everywhere in the document; the kinds of choice are told in wordings.py."""
    with _changing(reading, by) as (held, _):
        held.choices[printed] = choice


def decide_update(reading, plan, *, by):
    """Whether the reading becomes a new plan (None) or updates one that stands already."""
    with _changing(reading, by) as (held, _):
        held.updates, held.is_new = plan, plan is None


def drop(reading, *, by):
    """Give the reading up. The file stays, so that the same file can be read again."""
    with transaction.atomic():
        held = locked(reading)
        held.dropped_at, held.changed_by = timezone.now(), by
        held.save(update_fields=["dropped_at", "changed_by", "changed_at"])


def _settle(held, draft, key):
    fields = [*loose_fields(draft), *fields_of(draft, lines_from_json(held.lines))]
    doubts = by_field(open_doubts(draft, held.settled), fields)
    held.settled = sorted({*held.settled, *map(doubt_id, doubts.get(key, ()))})
