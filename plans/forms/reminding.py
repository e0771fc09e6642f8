"""When the units of a plan are reminded, and whether one person is."""

from django import forms
from django.core.exceptions import ValidationError

from thiduakhenthuong.fields import LineField

from ..models import RemindingRule
from ..progress.reminder_days import FARTHEST, MOST_DAYS, days_words, parse_days
from ..progress.reminding_rules import FIELDS, mute, rule_values, set_rule, stamp_of, unmute
from .hidden import say_what_is_hidden

_FIELD = RemindingRule._meta.get_field


class RuleForm(forms.Form):
    """`seen` is what was set when the form was opened."""

    days_before = LineField(
        label="Nhắc trước hạn bao nhiêu ngày",
        required=False,
        max_length=_FIELD("days_before").max_length,
        help_text="Ví dụ: 7, 1. Bỏ trống: không nhắc trước.",
    )
    on_the_day = forms.BooleanField(label="Nhắc đúng ngày đến hạn", required=False)
    weekly_late = forms.BooleanField(label="Quá hạn hoặc báo cáo bị trả lại thì mỗi tuần nhắc một lần", required=False)
    seen = LineField(widget=forms.HiddenInput, max_length=100, error_messages={"required": "Hãy mở lại trang này."})

    def __init__(self, *args, plan, **kwargs):
        self.plan = plan
        values = rule_values(plan)
        super().__init__(*args, initial=values | {"seen": stamp_of(values)}, **kwargs)

    def clean_days_before(self):
        try:
            return days_words(parse_days(self.cleaned_data["days_before"]))
        except ValueError:
            raise ValidationError(
                f"Hãy ghi không quá {MOST_DAYS} số ngày, từ 1 đến {FARTHEST}, cách nhau bằng dấu phẩy. Ví dụ: 7, 1."
            ) from None

    def clean(self):
        cleaned = super().clean()
        say_what_is_hidden(self)
        return cleaned

    def save(self, *, by):
        """Raises Refused where somebody was quicker."""
        values = {name: self.cleaned_data[name] for name in FIELDS}
        set_rule(plan=self.plan, values=values, seen=self.cleaned_data["seen"], by=by)


class MuteForm(forms.Form):
    """One of two buttons."""

    reminders = forms.ChoiceField(
        choices=[("off", "Thôi nhắc"), ("on", "Nhắc lại")],
        error_messages={"required": "Hãy bấm một trong hai nút."},
    )

    def save(self, *, plan, user):
        """Done as asked. Whether the person is reminded from now on."""
        on = self.cleaned_data["reminders"] == "on"
        (unmute if on else mute)(plan=plan, user=user)
        return on
