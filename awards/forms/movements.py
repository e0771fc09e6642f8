"""A movement: listed, entered, changed, taken out."""

from django import forms

from plans.forms.fields import NumberField
from thiduakhenthuong.fields import DayField, LineField, NameField
from thiduakhenthuong.text import search_key

from ..models import Movement
from .kept import AddKeptForm, KeptForm, RemoveKeptForm
from .nominees import YEAR_FAULTS
from .versions import EARLIEST, REQUIRED

_LATEST_YEAR = 2100
_WHOSE = "Cơ quan phát động; phong trào của trung ương thì ghi cơ quan theo dõi ở địa phương."


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


class MovementForm(KeptForm):
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


class AddMovementForm(AddKeptForm, MovementForm):
    """A new one, of a unit whose records the user keeps."""

    class Meta(MovementForm.Meta):
        fields = ["unit", *MovementForm.Meta.fields]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].help_text = _WHOSE


RemoveMovementForm = forms.modelform_factory(Movement, RemoveKeptForm, fields=[])
