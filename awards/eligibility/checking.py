"""Asks the rules of nominations and keeps what they said, so that a whole round can be listed and filtered."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ..models import CheckMark, EligibilityCheck, Nomination
from .finding import worst
from .judging import findings_of
from .registry import RULES_VERSION
from .standing import OVER

AT_ONCE = 2_000  # a request asks for no more


@transaction.atomic
def keep(found):
    """What rules said, by nomination; what was kept of an earlier asking is replaced."""
    list(Nomination.objects.filter(pk__in=found).order_by("pk").select_for_update().values_list("pk"))
    CheckMark.objects.filter(last_check__nomination__in=found).delete()
    now, told = timezone.now(), ["worst", "rules_version", "at"]
    rows = [
        EligibilityCheck(nomination_id=pk, worst=worst(findings), rules_version=RULES_VERSION, at=now)
        for pk, findings in found.items()
    ]
    EligibilityCheck.objects.bulk_create(rows, update_conflicts=True, unique_fields=["nomination"], update_fields=told)
    checks = dict(EligibilityCheck.objects.filter(nomination__in=found).values_list("nomination", "pk"))
    CheckMark.objects.bulk_create(_marks(found, checks))


def check_oldest(nominations, *, on):
    """Those of a queryset that are open and were asked about longest ago, or never; how many."""
    open_ones = nominations.exclude(state__in=OVER).order_by(F("last_check__at").asc(nulls_first=True), "pk")
    found = findings_of(list(open_ones[:AT_ONCE]), on=on)
    keep(found)
    return len(found)


def _marks(found, checks):
    told = ("rule", "severity", "sentence", "citation")
    for pk, findings in found.items():
        for finding in findings:
            if finding["severity"] != "pass":
                yield CheckMark(last_check_id=checks[pk], **{name: finding[name] for name in told})
