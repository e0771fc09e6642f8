"""Which report on a plan is to be begun."""

from django import forms
from django.utils import timezone

from ..editing.locking import Refused
from ..models import Period
from ..report_documents.beginning import begin_report
from .moving import TokenForm


class BeginReportForm(TokenForm):
    """The first half of the year, or all of it."""

    period = forms.ChoiceField(
        label="Kỳ báo cáo",
        choices=Period.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn kỳ báo cáo.", "invalid_choice": "Hãy chọn một trong hai kỳ."},
    )

    def save(self, *, plan, by):
        """The draft that was begun, or the one under way; None where it was refused, then the form says why."""
        try:
            return begin_report(plan=plan, by=by, on=timezone.localdate(), **self.cleaned_data)
        except Refused as reason:
            self.add_error(None, str(reason))
        return None


def usual_period(plan, today):
    """The period whose report is due next: the half-year until the end of September."""
    return Period.HALF if (today.year, today.month) <= (plan.year, 9) else Period.YEAR
