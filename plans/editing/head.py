"""Deeds on the head and the foot of a plan: who issues it, number, date, subject; recipients and signature."""

from django.db import transaction

from ..models import Plan, PlanEvent
from .items import deadline_dates
from .locking import changed_fields, locked, merged_with_saved, record, write

HEAD_FIELDS = (
    "issuer",
    "superior_line",
    "issuer_lines",
    "number",
    "symbol",
    "place",
    "day",
    "month",
    "signed_year",
    "subject",
    "year",
)
DATE_FIELDS = ("day", "month", "signed_year")  # half of one date and half of another make a day that is none
FOOT_FIELDS = ("recipients", "authority_lines", "signer_name")
WORDS_FIELDS = ("amendment_words",)
HEAD_REF, FOOT_REF, WORDS_REF = "dau", "cuoi", "loi-dan"


def head_values(plan):
    """What the form of the head shows and merges; the issuer by its id."""
    return {name: getattr(plan, name) for name in HEAD_FIELDS if name != "issuer"} | {"issuer": plan.issuer_id}


def foot_values(plan):
    """What the form of the foot shows and merges."""
    return {name: getattr(plan, name) for name in FOOT_FIELDS}


def words_values(plan):
    """What the form of an amendment's words shows and merges."""
    return {name: getattr(plan, name) for name in WORDS_FIELDS}


def save_head(*, plan, base, values, by):
    """Save the head, merged with what others saved. Another year reads the deadlines anew. Returns (plan, Merged)."""
    told = {"note": "Sửa phần đầu văn bản", "together": DATE_FIELDS}
    return _save(plan, head_values, HEAD_REF, base=base, values=values, by=by, **told)


def save_foot(*, plan, base, values, by):
    """Save recipients and signature, merged with what others saved. Returns (plan, Merged)."""
    return _save(plan, foot_values, FOOT_REF, base=base, values=values, by=by, note="Sửa nơi nhận, người ký")


def save_words(*, plan, base, values, by):
    """Save what stands before the changes of an amendment, merged with what others saved. Returns (plan, Merged)."""
    return _save(plan, words_values, WORDS_REF, base=base, values=values, by=by, note="Sửa lời dẫn")


@transaction.atomic
def _save(plan, values_of, ref, *, base, values, by, note, together=()):
    held = locked(plan)
    before = values_of(held)
    versions = {"base": base, "mine": values, "theirs": before}
    merged = merged_with_saved(held, ref=ref, **versions, version=held.version, together=together)
    changes = changed_fields(before, merged.values, base=base)
    if changes["after"]:
        write(held, **{("issuer_id" if k == "issuer" else k): v for k, v in changes["after"].items()})
        held = Plan.objects.select_related("issuer__area__parent").get(pk=held.pk)
        if "year" in changes["after"]:
            _read_deadlines_anew(held)
        record(held, PlanEvent.Kind.EDITED, by=by, ref=ref, note=note, details=changes)
    return held, merged


def _read_deadlines_anew(plan):
    """Deadlines without a year mean the year of the plan."""
    for item in plan.items.exclude(deadline_raw=""):
        plan.items.filter(pk=item.pk).update(**deadline_dates(item.deadline_raw, year=plan.year))
