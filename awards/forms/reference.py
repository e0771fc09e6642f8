"""Legal instruments and base salaries."""

from thiduakhenthuong.fields import DayField, LineField, NameField

from .. import editing
from ..models import BaseSalary, Instrument
from .fields import DongField
from .versions import MARKS, REQUIRED, DeedForm

_SUM = REQUIRED | {"min_value": "Hãy ghi một số tiền lớn hơn 0.", "max_value": "Số tiền quá lớn. Hãy ghi lại."}


class InstrumentForm(DeedForm):
    """What is known of an instrument that stands in the catalogue."""

    class Meta:
        model = Instrument
        fields = ["name", "subject", "valid_from", "valid_to", "certainty", "note"]
        field_classes = {
            "name": NameField,
            "subject": NameField,
            "valid_from": DayField,
            "valid_to": DayField,
            "note": LineField,
        }
        error_messages = dict.fromkeys(("code", "name", "subject", "certainty"), REQUIRED)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["certainty"].choices = MARKS

    def stored_version(self):
        return Instrument.objects.values_list("version", flat=True).get(pk=self.instance.pk) if self.instance.pk else 0

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        editing.change_instrument(instrument=self.instance, values=values, version=version, by=self.by)


class AddInstrumentForm(InstrumentForm):
    """Another instrument."""

    class Meta(InstrumentForm.Meta):
        fields = ["code", *InstrumentForm.Meta.fields]
        help_texts = {"code": "Chữ, số, gạch nối, không dấu, ví dụ ND152."}

    def deed(self, values, version):
        return editing.add_instrument(values=values, by=self.by)


class SalaryForm(DeedForm):
    """The base salary from a day on; its version is the id of the newest one that was seen."""

    amount = DongField(label="Mức lương cơ sở (đồng)", min_value=1, max_value=1_000_000_000, error_messages=_SUM)
    rounded_up_to = DongField(
        label="Tiền thưởng làm tròn lên đến (đồng)",
        min_value=1,
        max_value=1_000_000,
        initial=1,
        help_text="1: không làm tròn. Nghị định số 91/2017/NĐ-CP làm tròn lên đến 10.000 đồng.",
        error_messages=_SUM,
    )

    class Meta:
        model = BaseSalary
        fields = ["amount", "valid_from", "rounded_up_to", "basis", "certainty"]
        field_classes = {"valid_from": DayField, "basis": NameField}
        error_messages = dict.fromkeys(("valid_from", "basis", "certainty"), REQUIRED)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["certainty"].choices = MARKS
        if "valid_from" in self.fields:
            self.fields["valid_from"].help_text = "Mức đang có kết thúc vào ngày trước đó."

    def stored_version(self):
        return BaseSalary.objects.order_by("-valid_from").values_list("pk", flat=True).first()

    def last_event(self):
        newest = BaseSalary.objects.order_by("-valid_from").first()
        return newest and newest.events.select_related("by").first()

    def _post_clean(self):
        """The deed checks the dates under lock and says in words what does not fit."""

    def deed(self, values, version):
        return editing.add_salary(values=values, newest=version or None, by=self.by)


class CorrectSalaryForm(SalaryForm):
    """A salary no prize can have been reckoned by; its day stays."""

    class Meta(SalaryForm.Meta):
        fields = ["amount", "rounded_up_to", "basis", "certainty"]

    def __init__(self, *args, today, **kwargs):
        self.today = today
        super().__init__(*args, **kwargs)

    def stored_version(self):
        return BaseSalary.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        editing.correct_salary(salary=self.instance, values=values, version=version, by=self.by, today=self.today)
