"""A body: its facts, its other wordings, its end."""

from django import forms

from thiduakhenthuong.dates import day_words
from thiduakhenthuong.fields import DayField, LineField, NameField

from ..access import COVERING, may_edit_area, may_word
from ..administration import Stale, end_unit
from ..models import Area, Unit
from .editing import VersionedForm
from .naming_units import UnitField

_WORDS = {"required": "Hãy điền mục này."}


class UnitForm(VersionedForm):
    """The facts of a body. Its place in the tree is not changed here."""

    class Meta:
        model = Unit
        fields = ["name", "short_name", "kind", "symbol", "seat", "valid_from", "valid_to", "ended_because"]
        field_classes = {
            "name": NameField,
            "short_name": LineField,
            "symbol": LineField,
            "seat": LineField,
            "ended_because": LineField,
            "valid_from": DayField,
            "valid_to": DayField,
        }
        error_messages = {"name": _WORDS, "kind": _WORDS}

    def __init__(self, *args, by, area, **kwargs):
        super().__init__(*args, **kwargs)
        self.by, self.area = by, area

    def clean_kind(self):
        """A kind that rules the place is set by those who rule it (goal S9); a stored one may stay."""
        kind = self.cleaned_data["kind"]
        if kind in COVERING and kind != self.instance.kind and not may_edit_area(self.by, self.area):
            raise forms.ValidationError(
                "Cơ quan loại này trông coi cả địa bàn, chỉ quản trị của địa bàn được chọn. Hãy chọn loại khác."
            )
        return kind


class AreaForm(VersionedForm):
    """The facts of a place. Its level and what it lies in are not changed here."""

    class Meta:
        model = Area
        fields = ["type_word", "name", "valid_from", "valid_to", "ended_because"]
        field_classes = {
            "type_word": NameField,
            "name": NameField,
            "ended_because": LineField,
            "valid_from": DayField,
            "valid_to": DayField,
        }
        error_messages = {"name": _WORDS, "type_word": _WORDS}


class AliasForm(forms.Form):
    """Another wording, for everybody or in the documents of one issuer."""

    text = NameField(label="Cách ghi", max_length=200, error_messages={"required": "Hãy ghi một cách gọi khác."})
    issuer = UnitField(
        label="Chỉ trong văn bản của", required=False, help_text="Tên hoặc mã đơn vị; bỏ trống: mọi cơ quan ban hành."
    )

    def __init__(self, *args, unit, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit, self.by = unit, by
        if not may_word(by, unit, issuer=None):
            self.fields["issuer"].initial = unit
            self.fields["issuer"].help_text = "Tên hoặc mã của một đơn vị bạn quản trị."

    def clean_issuer(self):
        issuer = self.cleaned_data["issuer"]
        if not may_word(self.by, self.unit, issuer=issuer):
            whose = f"văn bản của {issuer}" if issuer else "mọi cơ quan ban hành"
            raise forms.ValidationError(
                f"Cách ghi cho {whose} không thuộc quyền quản trị của bạn. Hãy ghi một đơn vị bạn quản trị."
            )
        return issuer


class EndForm(forms.Form):
    """The last day of a body, why, and who takes over."""

    on = DayField(label="Ngày cuối cùng hoạt động", error_messages={"required": "Hãy ghi ngày cuối cùng."})
    because = LineField(
        label="Căn cứ", max_length=300, error_messages={"required": "Hãy ghi văn bản hoặc lý do chấm dứt hoạt động."}
    )
    successor = UnitField(
        label="Đơn vị kế tiếp", required=False, help_text="Tên hoặc mã; bỏ trống nếu không có đơn vị nào kế tiếp."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    with_those_below = forms.BooleanField(label="Cả các đơn vị trực thuộc cùng chấm dứt hoạt động", required=False)

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.fields["version"].initial = unit.version

    def clean_on(self):
        day = self.cleaned_data["on"]
        if self.unit.valid_from and day < self.unit.valid_from:
            raise forms.ValidationError(
                f"Đơn vị hoạt động từ ngày {day_words(self.unit.valid_from)}. Hãy ghi ngày muộn hơn."
            )
        return day

    def clean_successor(self):
        if self.cleaned_data["successor"] == self.unit:
            raise forms.ValidationError("Một đơn vị không kế thừa chính nó. Hãy ghi đơn vị khác.")
        return self.cleaned_data["successor"]

    def clean(self):
        data = super().clean()
        below = Unit.objects.below(self.unit).exclude(pk=self.unit.pk)
        if data.get("on") and not data.get("with_those_below"):
            alive = below.valid(on=data["on"]).exclude(valid_to__lte=data["on"])
            if names := list(alive.values_list("name", flat=True)[:4]):
                listed = ", ".join(names[:3]) + ("…" if len(names) > 3 else "")
                self.add_error(
                    "with_those_below", f"Còn đơn vị trực thuộc: {listed}. Hãy chọn cho cả các đơn vị đó chấm dứt."
                )
        return data

    def save_end(self):
        """End the body; False when somebody changed it since the form was opened."""
        data = self.cleaned_data
        end = {name: data[name] for name in ("on", "because", "successor")}
        try:
            end_unit(self.unit, version=data["version"] or 0, **end)
        except Stale:
            self.data = self.data.copy()
            self.data["version"] = str(Unit.objects.get(pk=self.unit.pk).version)
            self.add_error(None, "Có người vừa sửa đơn vị này. Hãy xem lại trang đơn vị rồi bấm Lưu lần nữa.")
            return False
        return True
