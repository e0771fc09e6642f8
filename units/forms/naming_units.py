"""Fields in which a person names existing units by code or name; several that fit are listed, never chosen silently."""

from django import forms

from thiduakhenthuong.fields import LineField, TextField

from ..models import Unit
from ..wording import canonical


class UnitField(LineField):
    """One existing unit, by its code, its full name or words that fit one unit only."""

    def __init__(self, *, units=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def clean(self, value):
        text = super().clean(value)
        return named_unit(text, Unit.objects.all() if self.units is None else self.units) if text else None

    def prepare_value(self, value):
        unit = Unit.objects.filter(pk=value).first() if isinstance(value, int) else value
        return unit.code if isinstance(unit, Unit) else value


class UnitsField(TextField):
    """Existing units, one a line."""

    def clean(self, value):
        lines = super().clean(value).split("\n")
        return list(dict.fromkeys(named_unit(line, Unit.objects.all()) for line in lines if line))


def named_unit(text, units):
    """The one unit meant by a code or a name. Raises ValidationError that says what to write instead."""
    found = list(units.filter(code=text)[:1]) or list(units.filter(name__iexact=text)[:6])
    found = found or list(units.named_like(canonical(text))[:6])
    if len(found) == 1:
        return found[0]
    if not found:
        raise forms.ValidationError(f"Không có đơn vị nào là “{text}”. Hãy ghi đúng tên hoặc mã đơn vị.")
    offered = "; ".join(f"{unit.name} ({unit.code})" for unit in found[:5])
    more = "; …" if len(found) > 5 else ""
    raise forms.ValidationError(f"Có nhiều đơn vị hợp với “{text}”. Hãy ghi mã của một đơn vị: {offered}{more}.")
