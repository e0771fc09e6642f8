"""A movement: listed, entered, changed, taken out."""

from uuid import uuid4

from django import forms

from plans.forms.fields import NumberField
from thiduakhenthuong.fields import DayField, LineField, NameField
from thiduakhenthuong.text import search_key
from units.access import units_of
from units.forms.naming_units import UnitField

from ..access import KEEPING
from ..models import Movement
from ..movements import keeping
from .nominees import NO_UNIT, YEAR_FAULTS
from .versions import EARLIEST, REQUIRED, DeedForm

_LATEST_YEAR = 2100


class MovementFilter(forms.Form):
    """Which movements to list. Odd input is answered, never an error page."""

    q = LineField(label="Tên, cơ quan", required=False, max_length=200, help_text="Không cần gõ dấu.")
    nam = NumberField(label="Phát động năm", required=False, min_value=1945, max_value=2200, error_messages=YEAR_FAULTS)
    cap = forms.ChoiceField(label="Cấp phát động", required=False, choices=[("", "Mọi cấp"), *Movement.Level.choices])

    def __init__(self, data):
        super().__init__(data)
        self.is_valid()

    def apply(self, movements):
        """Those that fit; a field with an error lets all through."""
        data = self.cleaned_data
        chosen = {"launched_on__year": data.get("nam"), "level": data.get("cap")}
        movements = movements.filter(**{name: value for name, value in chosen.items() if value})
        words = search_key(data.get("q") or "").split()
        return [row for row in movements if _holds(row, words)] if words else movements


def _holds(movement, words):
    """An office has few movements: their names are compared here, without a stored key."""
    text = search_key(f"{movement.name} {movement.unit.name}")
    return all(word in text for word in words)


class MovementForm(DeedForm):
    """What is known of a movement; the office that follows it stays."""

    class Meta:
        model = Movement
        fields = ["name", "level", "scope", "method", "basis", "launched_on", "ends_on"]
        field_classes = {"name": NameField, "basis": NameField, "launched_on": DayField, "ends_on": DayField}
        error_messages = dict.fromkeys(fields, REQUIRED)
        help_texts = {
            "basis": "Ví dụ: Kế hoạch số 12/KH-UBND ngày 15/01/2026.",
            "ends_on": "Ngày cuối theo văn bản phát động; phong trào hằng năm thì ghi 31/12.",
        }

    def clean(self):
        """Days within which there were movements, in their order."""
        data = super().clean()
        start, end = data.get("launched_on"), data.get("ends_on")
        for name, day in (("launched_on", start), ("ends_on", end)):
            if day and not (day >= EARLIEST and day.year <= _LATEST_YEAR):
                self.add_error(name, f"Hãy ghi một ngày từ 02/09/1945 đến hết năm {_LATEST_YEAR}.")
        if start and end and end < start:
            self.add_error("ends_on", "Ngày kết thúc không được trước ngày phát động. Hãy sửa lại.")
        return data

    def stored_version(self):
        return Movement.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        keeping.change_movement(movement=self.instance, values=values, version=version, by=self.by)


class AddMovementForm(MovementForm):
    """A new one, of a unit whose records the user keeps."""

    unit = UnitField(
        label="Cơ quan theo dõi",
        max_length=200,
        help_text="Cơ quan phát động; phong trào của trung ương thì ghi cơ quan theo dõi ở địa phương.",
        error_messages=NO_UNIT,
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    class Meta(MovementForm.Meta):
        fields = ["unit", *MovementForm.Meta.fields]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].units = units_of(self.by, *KEEPING)
        self.fields["token"].initial = uuid4

    def stored_version(self):
        return 0

    def last_event(self):
        return None

    def deed(self, values, version):
        token = values.pop("token")
        return keeping.add_movement(values=values, by=self.by, token=token)


class RemoveMovementForm(DeedForm):
    """Why it is taken out."""

    because = LineField(label="Lý do", max_length=300, error_messages={"required": "Hãy ghi vì sao bỏ phong trào này."})

    class Meta:
        model = Movement
        fields = []

    def stored_version(self):
        return Movement.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        keeping.remove_movement(movement=self.instance, version=version, by=self.by, **values)
