"""The register of outgoing documents: which lines to show, what is no plan, a line filled in or cancelled."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from thiduakhenthuong.fields import DayField, LineField, TextField
from thiduakhenthuong.text import search_key
from units.forms.editing import VersionedForm

from ..editing.locking import Refused
from ..models import RegisterEntry
from ..registering import FILLED_IN, cancel_entry, enter, fill_in
from ..series import DOCUMENT_TYPES
from .fields import DocumentNumberField, LinesField, NumberField
from .filtering import QueryField
from .moving import TokenForm

TYPES = [("", "Chọn tên loại"), *((name.upper(), name) for name in DOCUMENT_TYPES)]
EARLIEST = 1945


class RegisterFilter(forms.Form):
    """Which year, which series, which words. Odd input shows the year of today."""

    nam = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)
    day = forms.ModelChoiceField(None, label="Dãy số", required=False, empty_label="Mọi dãy số")
    q = QueryField(label="Tìm trong sổ", required=False, help_text="Số, trích yếu, người ký, nơi nhận; không cần dấu.")

    def __init__(self, *args, years, series, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [(year, year) for year in years]
        self.fields["day"].queryset = series

    @property
    def year(self):
        return self.cleaned_data.get("nam") or timezone.localdate().year

    def apply(self, entries):
        """The lines that fit, in the order of their numbers."""
        entries = entries.filter(year=self.year).order_by("series__doc_type", "number", "suffix")
        if series := self.cleaned_data.get("day"):
            entries = entries.filter(series=series)
        words = search_key(self.cleaned_data.get("q") or "").split()
        return entries.filter(pk__in=_saying(entries, words)) if words else entries


def _saying(entries, words):
    """The ids of the lines that say all the words; letters are folded here, for no database folds Đ."""
    for pk, number, suffix, symbol, *texts in entries.values_list(
        "pk", "number", "suffix", "symbol", "doc_type", "subject", "signer", "recipients", "note"
    ):
        said = search_key(" ".join([f"{number:02d}{suffix}/{symbol}", str(number), *texts]))
        if all(word in said for word in words):
            yield pk


class EntryForm(VersionedForm):
    """What the clerk fills in after the document left."""

    copies = NumberField(label="Số lượng bản", required=False, min_value=0, max_value=9999)

    class Meta:
        model = RegisterEntry
        fields = FILLED_IN
        field_classes = {"keeper": LineField, "received_by": LineField, "note": LineField, "sent_on": DayField}

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by

    def write(self):
        fill_in(entry=self.instance, values=self.cleaned_data, version=self.read_at, by=self.by)


class OtherDocumentForm(TokenForm):
    """A document that is no plan, as the register tells of it."""

    doc_type = forms.ChoiceField(label="Tên loại", choices=TYPES, error_messages={"required": "Hãy chọn tên loại."})
    symbol = LineField(
        label="Ký hiệu",
        max_length=30,
        help_text="Phần sau dấu gạch chéo, ví dụ QĐ-UBND.",
        error_messages={"required": "Hãy ghi ký hiệu."},
    )
    number = DocumentNumberField(
        label="Số",
        max_length=11,
        required=False,
        help_text="Bỏ trống để lấy số tiếp theo. Chỉ ghi khi số đã lấy ở sổ giấy.",
    )
    signed_on = DayField(
        label="Ngày văn bản",
        help_text="Ngày/tháng/năm.",
        error_messages={"required": "Hãy ghi đủ ngày, tháng, năm."},
    )
    subject = LineField(label="Trích yếu nội dung", max_length=500, error_messages={"required": "Hãy ghi trích yếu."})
    signer = LineField(label="Người ký", max_length=150, required=False)
    recipients = LinesField(label="Nơi nhận", required=False, line_length=200, help_text="Mỗi nơi một dòng.")

    def __init__(self, *args, unit, by, **kwargs):
        super().__init__(*args, initial={"signed_on": timezone.localdate()}, **kwargs)
        self.unit, self.by = unit, by

    def clean_signed_on(self):
        signed_on = self.cleaned_data["signed_on"]
        if signed_on > timezone.localdate():
            raise ValidationError("Ngày văn bản ở sau hôm nay. Hãy ghi lại ngày.")
        if signed_on.year < EARLIEST:
            raise ValidationError("Năm không đúng. Hãy ghi đủ bốn chữ số của năm.")
        return signed_on

    def clean_symbol(self):
        symbol = self.cleaned_data["symbol"].lstrip("/ ")
        if not search_key(symbol):
            raise ValidationError("Hãy ghi ký hiệu.")
        return symbol

    def save(self):
        """The line; None where it was refused, then the form says why."""
        try:
            return enter(unit=self.unit, by=self.by, today=timezone.localdate(), **self.cleaned_data)
        except Refused as reason:
            self.add_error(None, str(reason))
        return None


class CancelEntryForm(forms.Form):
    """Why the document counts no longer."""

    reason = TextField(
        label="Lý do",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Hãy ghi lý do."},
    )

    def save(self, *, entry, by):
        """Whether it is cancelled; else the form says why."""
        try:
            cancel_entry(entry=entry, reason=self.cleaned_data["reason"], by=by)
        except Refused as reason:
            self.add_error(None, str(reason))
        return not self.errors
