"""The series of numbers of a body: a new one for a type, who gives the numbers, where the paper book ended."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from thiduakhenthuong.fields import DayField
from units.forms.editing import VersionedForm

from ..editing.locking import Refused
from ..models import NumberSeries
from ..register import LARGEST
from ..series import begin_after, open_series, set_by_hand
from .fields import NumberField
from .register import TYPES


class NewSeriesForm(forms.Form):
    """A series of its own for one type."""

    doc_type = forms.ChoiceField(label="Tên loại", choices=TYPES, error_messages={"required": "Hãy chọn tên loại."})
    by_hand = forms.BooleanField(
        label="Lấy số ở sổ giấy", required=False, help_text=NumberSeries._meta.get_field("by_hand").help_text
    )

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit = unit

    def clean_doc_type(self):
        doc_type = self.cleaned_data["doc_type"]
        if NumberSeries.objects.filter(unit=self.unit, doc_type=doc_type).exists():
            raise ValidationError("Cơ quan đã có dãy số riêng cho loại này.")
        return doc_type

    def save(self, *, by):
        """The series; None where somebody was quicker, then the form says so."""
        try:
            return open_series(unit=self.unit, by=by, year=timezone.localdate().year, **self.cleaned_data)
        except Refused as reason:
            self.add_error("doc_type", str(reason))
        return None


class SeriesForm(VersionedForm):
    """Who gives the numbers: the program, or a paper book."""

    class Meta:
        model = NumberSeries
        fields = ["by_hand"]

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by

    def write(self):
        set_by_hand(series=self.instance, version=self.read_at, by=self.by, **self.cleaned_data)


class BeginAfterForm(forms.Form):
    """Where the paper book of this year ended."""

    number = NumberField(
        label="Số cuối đã lấy ở sổ giấy",
        min_value=1,
        max_value=LARGEST,
        error_messages={"required": "Hãy ghi số cuối ở sổ giấy.", "invalid": "Hãy nhập một số."},
    )
    on = DayField(label="Ngày của văn bản mang số đó", error_messages={"required": "Hãy ghi ngày của văn bản đó."})

    def clean_on(self):
        on, today = self.cleaned_data["on"], timezone.localdate()
        if on.year != today.year or on > today:
            raise ValidationError(f"Hãy ghi một ngày của năm {today.year}, không sau hôm nay.")
        return on

    def save(self, *, series, by):
        """Whether it was done; else the form says why."""
        try:
            begin_after(series=series, year=timezone.localdate().year, by=by, **self.cleaned_data)
        except Refused as reason:
            self.add_error("number", str(reason))
        return not self.errors
