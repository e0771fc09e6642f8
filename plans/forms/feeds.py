"""Whose tasks a calendar shows."""

from django import forms

from units.access import units_with
from units.models import Unit


class FeedForm(forms.Form):
    """One of the units at which the user holds a role, or all of them."""

    unit = forms.ModelChoiceField(
        label="Lịch nhiệm vụ của", queryset=Unit.objects.none(), required=False, empty_label="Mọi đơn vị của tôi"
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units_with(user)])
