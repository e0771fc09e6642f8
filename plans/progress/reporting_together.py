"""Several reports filed at once: all of them or, where one is refused, none."""

from django.db import transaction

from ..editing.locking import Refused
from ..models import Task
from .reporting import report


class SomeRefused(Refused):
    """Nothing was filed. `faults` says of each task that was refused why, by its id."""

    def __init__(self, faults):
        super().__init__("Chưa gửi dòng nào: có dòng cần xem lại.")
        self.faults = faults


@transaction.atomic
def report_together(reports, *, by, token=None):
    """File reports, each as the keywords of `report`. Returns their events; the same token again files none twice.

    All tasks are locked before the first is touched, in the order in which every deed locks them: two people who
    report on the same tasks at the same moment wait for each other instead of failing.
    """
    reports = sorted(reports, key=lambda one: one["task"].pk)
    which = Task.objects.filter(pk__in=[one["task"].pk for one in reports]).order_by("pk")
    list(which.select_for_update(no_key=True).values_list("pk"))
    events, faults = [], {}
    for one in reports:
        try:
            events.append(report(by=by, token=token, **one))
        except Refused as reason:
            faults[one["task"].pk] = reason
    if faults:
        raise SomeRefused(faults)
    return events
