"""The parts of a record: postings, grades, initiatives, discipline, awards. Each carries the version of the record."""

from django import forms
from django.utils import timezone

from plans.forms.fields import LinesField, NumberField
from thiduakhenthuong.fields import DayField, LineField, NameField
from units.forms.naming_units import UnitField

from ..access import nominees_visible_to
from ..models import AwardHeld, AwardTitle, DisciplinePeriod, Examination, Initiative, Nominee, Posting, YearGrade
from ..nominees import keeping
from .nominees import NO_UNIT, YEAR_FAULTS
from .versions import EARLIEST, REQUIRED, DeedForm


def _year(label, **kwargs):
    return NumberField(label=label, min_value=1945, max_value=2200, error_messages=REQUIRED | YEAR_FAULTS, **kwargs)


def _past(day, word="Ngày này"):
    if day and day > timezone.localdate():
        raise forms.ValidationError(f"{word} chưa đến. Hãy kiểm tra lại.")
    if day and day < EARLIEST:
        raise forms.ValidationError("Hãy ghi một ngày từ 02/09/1945.")
    return day


class RecordForm(DeedForm):
    """A form on something of one record."""

    def __init__(self, *args, nominee, **kwargs):
        self.nominee = nominee
        super().__init__(*args, **kwargs)

    def stored_version(self):
        return Nominee.objects.values_list("version", flat=True).get(pk=self.nominee.pk)

    def last_event(self):
        return self.nominee.events.select_related("by").first()


class PartForm(RecordForm):
    """Adds a row, or changes the one it is bound to."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"grade", "level", "form", "merit", "matter"} & set(self.fields):
            self.fields[name].choices = [("", "Chọn"), *self.fields[name].choices[1:]]

    def deed(self, values, version):
        told = {"nominee": self.nominee, "values": values, "version": version, "by": self.by}
        if self.instance.pk:
            return keeping.change_part(part=self.instance, **told)
        return keeping.add_part(model=self._meta.model, **told)


class PostingForm(PartForm):
    unit = UnitField(label="Đơn vị", max_length=200, help_text="Tên hoặc mã đơn vị.", error_messages=NO_UNIT)

    class Meta:
        model = Posting
        fields = ["unit", "position", "valid_from", "valid_to"]
        field_classes = {"position": LineField, "valid_from": DayField, "valid_to": DayField}


class GradeForm(PartForm):
    year = _year("Năm")

    class Meta:
        model = YearGrade
        fields = ["year", "grade", "decision"]
        field_classes = {"decision": LineField}
        error_messages = {"grade": REQUIRED}

    def clean_year(self):
        if self.cleaned_data["year"] > timezone.localdate().year:
            raise forms.ValidationError("Năm này chưa đến. Hãy kiểm tra lại.")
        return self.cleaned_data["year"]


class InitiativeForm(PartForm):
    """Other authors are named by the numbers of their records; authors out of the user's sight stay."""

    others = LinesField(
        label="Đồng tác giả",
        line_length=20,
        max_length=2_000,
        required=False,
        help_text="Số hồ sơ của từng người, mỗi dòng một số (số ghi ở đầu trang hồ sơ).",
    )

    class Meta:
        model = Initiative
        fields = ["title", "level", "recognised_on", "decision", "used_for"]
        field_classes = {"title": NameField, "recognised_on": DayField, "decision": LineField, "used_for": LineField}
        error_messages = dict.fromkeys(("title", "level", "recognised_on"), REQUIRED)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["others"].widget.attrs["rows"] = 2
        seen = self._seen().exclude(pk=self.nominee.pk)
        self.fields["others"].initial = "\n".join(str(pk) for pk in seen.values_list("pk", flat=True))

    def _seen(self):
        """The authors the user may see."""
        authors = nominees_visible_to(self.by)
        return authors.filter(initiatives=self.instance) if self.instance.pk else authors.none()

    def clean_recognised_on(self):
        return _past(self.cleaned_data["recognised_on"])

    def clean_others(self):
        numbers = self.cleaned_data["others"].split()
        wanted = {int(text) for text in numbers if text.isascii() and text.isdigit() and len(text) < 10}
        found = list(nominees_visible_to(self.by).filter(pk__in=wanted, kind=self.nominee.kind))
        if len(found) != len(set(numbers)):
            raise forms.ValidationError("Có số không phải hồ sơ cùng loại mà bạn xem được. Hãy kiểm tra lại từng số.")
        return found

    def deed(self, values, version):
        authors = {self.nominee, *values.pop("others")}
        if self.instance.pk:
            authors |= set(self.instance.authors.exclude(pk__in=self._seen().values("pk")))
        return super().deed(values | {"authors": authors}, version)


class DisciplineForm(PartForm):
    class Meta:
        model = DisciplinePeriod
        fields = ["form", "valid_from", "valid_to", "decision"]
        field_classes = {"valid_from": DayField, "valid_to": DayField, "decision": NameField}
        error_messages = dict.fromkeys(("form", "valid_from", "decision"), REQUIRED)


class ExaminationForm(PartForm):
    """What is being looked into: while it lasts nothing may be proposed."""

    class Meta:
        model = Examination
        fields = ["matter", "valid_from", "valid_to", "decision"]
        field_classes = {"valid_from": DayField, "valid_to": DayField, "decision": NameField}
        error_messages = dict.fromkeys(("matter", "valid_from", "decision"), REQUIRED)
        help_texts = {"valid_to": "Ngày có kết luận; bỏ trống khi chưa có."}


class AwardForm(PartForm):
    from_year = _year("Thành tích từ năm")
    to_year = _year("Đến năm", required=False, help_text="Bỏ trống khi chỉ một năm.")

    class Meta:
        model = AwardHeld
        fields = ["title", "merit", "from_year", "to_year", "decision", "decided_on", "decided_by"]
        field_classes = {"decision": NameField, "decided_on": DayField, "decided_by": NameField}
        error_messages = dict.fromkeys(("title", "merit", "decision", "decided_on", "decided_by"), REQUIRED)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].queryset = AwardTitle.objects.filter(recipient=self.nominee.kind)
        self.fields["title"].empty_label = "Chọn danh hiệu, hình thức"

    def clean_decided_on(self):
        return _past(self.cleaned_data["decided_on"])

    def clean(self):
        data = super().clean()
        start, end = data.get("from_year"), data.get("to_year")
        if start and not end and "to_year" not in self.errors:
            data["to_year"] = start
        elif start and end and end < start:
            self.add_error("to_year", "Năm cuối không được trước năm đầu.")
        return data


class RemoveForm(RecordForm):
    """Why a row is taken out."""

    because = LineField(label="Lý do xóa", max_length=300, error_messages={"required": "Hãy ghi lý do xóa."})

    class Meta:
        model = Nominee
        fields = []

    def __init__(self, *args, part, **kwargs):
        self.part = part
        super().__init__(*args, **kwargs)

    def deed(self, values, version):
        keeping.remove_part(nominee=self.nominee, part=self.part, version=version, by=self.by, **values)


class RevokeForm(RecordForm):
    """Since when an award counts no more, and by what."""

    on = DayField(label="Ngày thu hồi", error_messages={"required": "Hãy ghi ngày thu hồi."})
    because = LineField(
        label="Căn cứ", max_length=300, error_messages={"required": "Hãy ghi quyết định hoặc lý do thu hồi."}
    )

    class Meta:
        model = Nominee
        fields = []

    def __init__(self, *args, award, **kwargs):
        self.award = award
        super().__init__(*args, **kwargs)

    def clean_on(self):
        return _past(self.cleaned_data["on"])

    def deed(self, values, version):
        keeping.revoke(nominee=self.nominee, award=self.award, version=version, by=self.by, **values)
