"""Recording that a plan was issued on paper."""

from datetime import date

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from thiduakhenthuong.fields import DayField

from ..editing.locking import Refused
from ..issuing import NumberTaken, record_issued
from .fields import DocumentNumberField


class RecordIssuedForm(forms.Form):
    """The number and the full date that stand on the paper."""

    number = DocumentNumberField(
        label="Số",
        max_length=11,
        help_text="Chỉ phần số, ví dụ 249.",
        error_messages={"required": "Hãy ghi số văn bản."},
    )
    signed_on = DayField(
        label="Ngày ký",
        help_text="Ngày/tháng/năm, ví dụ 21/12/2023.",
        error_messages={"required": "Hãy ghi đủ ngày, tháng, năm ký."},
    )

    def __init__(self, *args, plan, user, **kwargs):
        super().__init__(*args, initial={"number": plan.number, "signed_on": _date_of(plan)}, **kwargs)
        self.plan, self.user = plan, user
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Ghi nhận đã ban hành"))

    def clean_signed_on(self):
        signed_on = self.cleaned_data["signed_on"]
        if signed_on > timezone.localdate():
            raise ValidationError("Ngày ký ở sau hôm nay. Hãy ghi ngày trên văn bản đã ký.")
        if signed_on.year < 1945:
            raise ValidationError("Năm ký không đúng. Hãy ghi đủ bốn chữ số của năm.")
        return signed_on

    def save(self):
        """The plan as issued; None where it was refused, then the form says why."""
        try:
            return record_issued(self.plan, by=self.user, **self.cleaned_data)
        except NumberTaken as reason:
            self.add_error("number", str(reason))
        except Refused as reason:
            self.add_error(None, str(reason))
        return None


def _date_of(plan):
    """The date as far as it is known: only a full one that exists is offered."""
    try:
        return date(plan.signed_year, plan.month, plan.day) if plan.day and plan.month else None
    except ValueError:
        return None
