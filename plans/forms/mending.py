"""The one button of a finding: put in place what it proposes."""

from django import forms


class MendForm(forms.Form):
    """`finding` is the key of the finding the page showed; it fits only as long as its words stand there."""

    finding = forms.CharField(min_length=32, max_length=32)
