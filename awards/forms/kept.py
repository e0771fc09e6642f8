"""Forms of the rows that an office keeps in a list: one is entered, changed, taken out."""

from uuid import uuid4

from django import forms

from thiduakhenthuong.fields import LineField
from units.access import units_of
from units.forms.naming_units import UnitField

from .. import keeping
from ..access import KEEPING
from .nominees import NO_UNIT
from .versions import DeedForm


class KeptForm(DeedForm):
    """What is known of a row; the unit that keeps it stays."""

    def stored_version(self):
        row = self.instance
        return type(row).objects.values_list("version", flat=True).get(pk=row.pk) if row.pk else 0

    def last_event(self):
        return self.instance.events.select_related("by").first() if self.instance.pk else None

    def deed(self, values, version):
        keeping.change(self.instance, values=values, version=version, by=self.by)


class AddKeptForm(KeptForm):
    """A new row, of a unit whose records the user keeps."""

    unit = UnitField(
        label="Cơ quan theo dõi",
        max_length=200,
        help_text="Tên hoặc mã của một đơn vị bạn phụ trách.",
        error_messages=NO_UNIT,
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].units = units_of(self.by, *KEEPING)
        self.fields["token"].initial = uuid4

    def deed(self, values, version):
        token = values.pop("token")
        return keeping.add(type(self.instance), values=values, by=self.by, token=token)


class RemoveKeptForm(KeptForm):
    """Why it is taken out."""

    because = LineField(label="Lý do", max_length=300)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["because"].error_messages["required"] = f"Hãy ghi vì sao bỏ {self.instance.word} này."

    def deed(self, values, version):
        keeping.remove(self.instance, version=version, by=self.by, **values)
