"""Recording that a plan left the office on paper, with the number and date it carries there."""

from django.db import transaction

from .models import Plan


class NumberTaken(Exception):
    """Another plan of the same issuer and year carries this number."""

    def __init__(self, other):
        super().__init__(f"Số {other.number_words} năm {other.signed_year} đã dùng cho “{other}”. Hãy kiểm tra lại số.")


def record_issued(plan, *, number, signed_on, by):
    """Give the plan its number and date, then let it go; all or nothing.

    Numbers are unique in a year within one series (NĐ 30/2020, Đ.15); the series is the issuer's symbol.
    """
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        _refuse_taken_number(plan, number, signed_on.year)
        plan.number, plan.day, plan.month, plan.signed_year = number, signed_on.day, signed_on.month, signed_on.year
        plan.version += 1
        plan.save(update_fields=["number", "day", "month", "signed_year", "version", "changed_at"])
        plan.refresh_search_key()
        plan.record_issued(by=by)


def _refuse_taken_number(plan, number, year):
    same = Plan.objects.filter(issuer=plan.issuer, symbol=plan.symbol, number=number, signed_year=year)
    other = same.exclude(pk=plan.pk).first()
    if other:
        raise NumberTaken(other)
