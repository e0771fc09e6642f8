"""Giving a plan its number and date: by issuing it, or by recording that it left on paper before."""

from datetime import date

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django.core.exceptions import ValidationError
from django.utils import timezone

from thiduakhenthuong.fields import DayField
from thiduakhenthuong.official.rendering import NotPrinted

from ..editing.locking import Refused
from ..issuing import issue, record_issued
from ..models import IllegalMove
from ..register import NumberTaken
from .fields import DocumentNumberField
from .moving import TokenForm

_NUMBER = {
    "label": "Số",
    "max_length": 11,
    "help_text": "Chỉ phần số, ví dụ 249.",
    "error_messages": {"required": "Hãy ghi số văn bản."},
}


class _NumberedForm(TokenForm):
    """The full date that stands on the paper, and a deed that may be refused."""

    signed_on = DayField(
        label="Ngày ký",
        help_text="Ngày/tháng/năm, ví dụ 21/12/2023.",
        error_messages={"required": "Hãy ghi đủ ngày, tháng, năm ký."},
    )
    button = ""

    def __init__(self, *args, plan, user, initial, **kwargs):
        super().__init__(*args, initial=initial, **kwargs)
        self.plan, self.user = plan, user
        self.helper = FormHelper()
        self.helper.add_input(Submit("", self.button))

    def clean_signed_on(self):
        signed_on = self.cleaned_data["signed_on"]
        if signed_on > timezone.localdate():
            raise ValidationError("Ngày ký ở sau hôm nay. Hãy ghi ngày trên văn bản đã ký.")
        if signed_on.year < 1945:
            raise ValidationError("Năm ký không đúng. Hãy ghi đủ bốn chữ số của năm.")
        return signed_on

    def _done(self, deed):
        """The plan as issued; None where it was refused, then the form says why."""
        try:
            return deed(self.plan, by=self.user, **self.cleaned_data)
        except NumberTaken as reason:
            self.add_error("number" if "number" in self.fields else None, str(reason))
        except (Refused, IllegalMove, NotPrinted) as reason:
            self.add_error(None, str(reason))
        return None


class IssueForm(_NumberedForm):
    """The day; the number is taken from the register, or typed where a paper book is kept."""

    button = "Cấp số và ban hành"

    def __init__(self, *args, series, **kwargs):
        super().__init__(*args, initial={"signed_on": timezone.localdate()}, **kwargs)
        if series.by_hand:
            self.fields["number"] = DocumentNumberField(**_NUMBER)
            self.order_fields(["number", "signed_on"])

    def save(self):
        return self._done(issue)


class RecordIssuedForm(_NumberedForm):
    """The number and the full date that stand on the paper."""

    number = DocumentNumberField(**_NUMBER)
    button = "Ghi nhận đã ban hành"
    field_order = ["number", "signed_on"]

    def __init__(self, *args, plan, **kwargs):
        initial = {"number": plan.number, "signed_on": _date_of(plan)}
        super().__init__(*args, plan=plan, initial=initial, **kwargs)

    def save(self):
        return self._done(record_issued)


def _date_of(plan):
    """The date as far as it is known: only a full one that exists is offered."""
    try:
        return date(plan.signed_year, plan.month, plan.day) if plan.day and plan.month else None
    except ValueError:
        return None
