"""What every form on a stored row does: carry along what the row was when the form was opened (goal R1)."""

from uuid import uuid4

from crispy_forms.helper import FormHelper
from django import forms

from thiduakhenthuong.text import clean

from ..editing.locking import FORM
from .hidden import ValuesField, is_id, say_what_is_hidden


class RowForm(forms.Form):
    """A form whose fields are the values of a row. `base`, hidden, holds them as they were when it was opened."""

    base = ValuesField()

    @classmethod
    def opened_on(cls, values, *, base=None, **kwargs):
        """A form to fill in: `values` in its fields, to be compared with `base` when it comes back."""
        return cls(initial=values | {"base": (base or values) | {FORM: str(uuid4())}}, **kwargs)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.render_hidden_fields = True

    def clean(self):
        cleaned = super().clean()
        say_what_is_hidden(self)
        return cleaned

    @property
    def base_values(self):
        """What the row was; nothing where it is not there yet (forms without `base`)."""
        return self.cleaned_data.get("base", {})

    def typed(self):
        """The values of the row as typed. What cleaning alone changed counts as untouched."""
        return {name: self._typed(name) for name in self.fields if name in self.row_fields}

    def _typed(self, name):
        value, base = self.cleaned_data[name], self.base_values.get(name)
        if isinstance(base, str) and isinstance(value, str) and value == self.fields[name].to_python(clean(base)):
            return base
        return value

    def label_of(self, name):
        """What a field is called."""
        return self.fields[name].label

    def words_of(self, name, value):
        """A value as people read it: a choice by its label, a tick as yes or no."""
        field = self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            return str((field.queryset.filter(pk=value).first() if is_id(value) else None) or "")
        if isinstance(field, forms.BooleanField):
            return "Có" if value else "Không"
        choices = dict(getattr(field, "choices", ()))
        return str(choices.get(value if value is not None else "", "" if value is None else value))
