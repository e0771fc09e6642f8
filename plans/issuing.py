"""Recording that a plan left the office on paper, with the number and date it carries there."""

from django.db import IntegrityError, transaction

from .document_numbers import padded
from .editing.head import HEAD_REF, head_values
from .editing.locking import Refused, changed_fields, locked, record, write
from .models import Plan, PlanEvent


class NumberTaken(Refused):
    """Another plan of the same issuer and year carries this number."""

    def __init__(self, other):
        super().__init__(f"Số {other.number_words} năm {other.signed_year} đã dùng cho “{other}”. Hãy kiểm tra lại số.")


def record_issued(plan, *, number, signed_on, by):
    """Give the plan its number and date, then let it go; all or nothing. Returns it as it is stored then.

    Numbers are unique in a year within one series (NĐ 30/2020, Đ.15); the series is the issuer's symbol. Raises
    NumberTaken, also where another server gave the number away in the same moment, and NotEditable.
    """
    values = {"number": padded(number), "day": signed_on.day, "month": signed_on.month, "signed_year": signed_on.year}
    try:
        with transaction.atomic():
            held = locked(plan)
            _refuse_taken_number(held, **values)
            _write_head(held, values, by=by)
            held.mark_issued(by=by)
            return held
    except IntegrityError:
        _refuse_taken_number(plan, **values)
        raise


def _refuse_taken_number(plan, *, number, signed_year, **day):
    same = Plan.objects.filter(issuer=plan.issuer, symbol=plan.symbol, number=number, signed_year=signed_year)
    other = same.exclude(pk=plan.pk).first()
    if other:
        raise NumberTaken(other)


def _write_head(plan, values, *, by):
    changes = changed_fields(head_values(plan), values, base={})
    if changes["after"]:
        write(plan, **changes["after"])
        plan.refresh_from_db()
        record(plan, PlanEvent.Kind.EDITED, by=by, ref=HEAD_REF, note="Ghi số và ngày ký", details=changes)
