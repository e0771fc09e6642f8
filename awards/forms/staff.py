"""Organisations and people that do the work of TĐKT: entered, changed, taken out."""

from django import forms
from django.utils import timezone

from plans.forms.fields import NumberField
from thiduakhenthuong.fields import DayField, NameField

from ..models import StaffMember, StaffOffice
from ..models.staff import TOO_YOUNG, YOUNGEST
from .kept import AddKeptForm, KeptForm, RemoveKeptForm
from .nominees import YEAR_FAULTS
from .versions import REQUIRED

_EARLIEST_BIRTH = 1940
_YEAR = YEAR_FAULTS | REQUIRED
_SPAN = {"name": NameField, "valid_from": DayField, "valid_to": DayField}


class StaffForm(KeptForm):
    """What both have: days in their order."""

    def clean(self):
        data = super().clean()
        start, end = data.get("valid_from"), data.get("valid_to")
        if start and end and end < start:
            self.add_error("valid_to", "Ngày kết thúc không được trước ngày bắt đầu. Hãy sửa lại.")
        return data


class StaffOfficeForm(StaffForm):
    class Meta:
        model = StaffOffice
        fields = ["name", "kind", "valid_from", "valid_to"]
        field_classes = _SPAN
        labels = {"name": "Tên tổ chức"}
        error_messages = dict.fromkeys(fields, REQUIRED)
        help_texts = {
            "kind": "Loại “Khác” chỉ tính vào tổng số của biểu 0604.",
            "valid_to": "Để trống khi tổ chức đang hoạt động; ghi ngày cuối khi đã sáp nhập, giải thể.",
        }


class StaffMemberForm(StaffForm):
    birth_year = NumberField(label="Năm sinh", error_messages=_YEAR)
    since_year = NumberField(
        label="Làm công tác thi đua, khen thưởng từ năm",
        error_messages=_YEAR,
        help_text="Tính cả thời gian ở cơ quan khác; dùng để tính thâm niên.",
    )

    class Meta:
        model = StaffMember
        fields = ["name", "sex", "birth_year", "training", "since_year", "valid_from", "valid_to"]
        field_classes = _SPAN
        labels = {"name": "Họ và tên", "valid_from": "Ở cơ quan này từ ngày"}
        error_messages = dict.fromkeys(fields, REQUIRED)
        help_texts = {"valid_to": "Để trống khi đang làm; ghi ngày cuối khi chuyển việc, nghỉ hưu."}

    def clean_birth_year(self):
        year, latest = self.cleaned_data["birth_year"], timezone.localdate().year - YOUNGEST
        if not _EARLIEST_BIRTH <= year <= latest:
            raise forms.ValidationError(f"Hãy ghi năm sinh từ {_EARLIEST_BIRTH} đến {latest}.")
        return year

    def clean_since_year(self):
        year, latest = self.cleaned_data["since_year"], timezone.localdate().year
        if not _EARLIEST_BIRTH <= year <= latest:
            raise forms.ValidationError(f"Hãy ghi năm bắt đầu, không sau năm {latest}.")
        return year

    def clean(self):
        """Nobody began as a child."""
        data = super().clean()
        born, since = data.get("birth_year"), data.get("since_year")
        if born and since and since < born + YOUNGEST:
            self.add_error("since_year", TOO_YOUNG)
        return data


class AddStaffOfficeForm(AddKeptForm, StaffOfficeForm):
    class Meta(StaffOfficeForm.Meta):
        fields = ["unit", *StaffOfficeForm.Meta.fields]


class AddStaffMemberForm(AddKeptForm, StaffMemberForm):
    class Meta(StaffMemberForm.Meta):
        fields = ["unit", *StaffMemberForm.Meta.fields]


RemoveStaffOfficeForm = forms.modelform_factory(StaffOffice, RemoveKeptForm, fields=[])
RemoveStaffMemberForm = forms.modelform_factory(StaffMember, RemoveKeptForm, fields=[])
