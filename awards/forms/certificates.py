"""The sheet of a template and the lines on it; a line without a place is not printed."""

from uuid import uuid4

from django import forms

from units.access import units_of
from units.administration import Stale
from units.forms.naming_units import UnitField

from ..access import KEEPING
from ..certificates import layout
from ..models import AwardTitle, CertificateField, CertificateTemplate

_PRINTED = (AwardTitle.Kind.MERIT, AwardTitle.Kind.COMMENDATION, AwardTitle.Kind.EMULATION, AwardTitle.Kind.KEEPSAKE)
_SHEET = ["name", "kind", "width", "height"]
_FAULT = {"required": "Hãy điền mục này.", "invalid": "Hãy ghi một số.", "max_digits": "Hãy ghi số nhỏ hơn."}


class _SheetForm(forms.ModelForm):
    class Meta:
        model = CertificateTemplate
        fields = _SHEET
        error_messages = dict.fromkeys(_SHEET, _FAULT)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = dict(AwardTitle.Kind.choices)
        self.fields["kind"].choices = [(kind, labels[kind]) for kind in _PRINTED]
        for name in ("width", "height"):
            self.fields[name].min_value = 50


class AddTemplateForm(_SheetForm):
    """A sheet of a body, with the usual lines."""

    unit = UnitField(label="Cơ quan dùng mẫu", max_length=200, error_messages={"required": "Hãy ghi cơ quan."})

    token = forms.UUIDField(widget=forms.HiddenInput, error_messages={"invalid": "Hãy mở lại trang này."})

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["unit"].units = units_of(by, *KEEPING)
        self.fields["token"].initial = uuid4

    def save_as(self):
        values = dict(self.cleaned_data)
        unit, token = values.pop("unit"), values.pop("token")
        return layout.add_template(unit=unit, values=values, by=self.by, token=token)


class LineForm(forms.ModelForm):
    """One line; left, top, width and size all empty: it is not printed."""

    class Meta:
        model = CertificateField
        fields = ["left", "top", "width", "size", "align", "is_bold", "is_upper"]
        error_messages = dict.fromkeys(["left", "top", "width", "size"], _FAULT)

    def __init__(self, *args, what, **kwargs):
        super().__init__(*args, prefix=what, **kwargs)
        self.what, self.label = what, CertificateField.What(what).label
        for name in ("left", "top", "width", "size"):
            self.fields[name].required = False
        for name, field in self.fields.items():
            css = {"is_bold": "form-check-input", "is_upper": "form-check-input", "align": "form-select"}
            field.widget.attrs |= {
                "class": css.get(name, "form-control"),
                "aria-label": f"{self.label}: {field.label}",
            }

    def clean(self):
        data = super().clean()
        told = [data.get(name) is not None for name in ("left", "top", "width", "size")]
        if any(told) and not all(told) and not self.errors:
            raise forms.ValidationError(f"{self.label}: hãy điền cả bốn số, hoặc bỏ trống cả bốn nếu không in.")
        return data

    @property
    def line(self):
        return {"what": self.what, **self.cleaned_data} if self.cleaned_data.get("left") is not None else None


class TemplateForm(_SheetForm):
    """The whole template: its sheet and every line it may carry."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, instance, by):
        super().__init__(data, instance=instance, initial={"version": instance.version})
        self.by = by
        # A copy, for validation writes what was typed into the row it is given.
        self.stored = CertificateTemplate.objects.get(pk=instance.pk)
        stored = {field.what: field for field in instance.fields.all()}
        self.lines = [
            LineForm(data, what=what, instance=stored.get(what) or CertificateField(template=instance, what=what))
            for what in CertificateField.What.values
        ]
        for form in self.lines:
            if form.what not in stored:
                form.initial = {"align": "center"}

    def is_valid(self):
        return all([super().is_valid(), *(form.is_valid() for form in self.lines)])

    @property
    def faults(self):
        """Faults of the lines, for the top of the page."""
        found = []
        for form in self.lines:
            for name, errors in form.errors.items():
                found += [e if name == "__all__" else f"{form.label}, {form.fields[name].label}: {e}" for e in errors]
        return found

    def save_as(self):
        """True; None where somebody was first, then the form says so."""
        values = {name: self.cleaned_data[name] for name in _SHEET}
        lines = [form.line for form in self.lines if form.line]
        try:
            layout.change_template(
                template=self.stored, values=values, lines=lines, version=self.cleaned_data["version"], by=self.by
            )
        except Stale:
            self.add_error(None, "Có người vừa sửa mẫu này. Hãy mở lại trang rồi sửa tiếp.")
            return None
        return True
