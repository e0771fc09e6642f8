"""The forms of what is asked while typing."""

from django import forms

from thiduakhenthuong.fields import LineField

from .fields import LinesField
from .items import LINE_LENGTH


class DeadlineForm(forms.Form):
    """A deadline being typed."""

    deadline_raw = LineField(max_length=200, required=False)


class UnitLinesForm(forms.Form):
    """Which of the three boxes is being typed in, and what stands there."""

    field = forms.ChoiceField(choices=[(name, name) for name in ("lead", "coordinating", "responsible")])
    lead = LinesField(line_length=LINE_LENGTH, required=False)
    coordinating = LinesField(line_length=LINE_LENGTH, required=False)
    responsible = LinesField(line_length=LINE_LENGTH, required=False)
