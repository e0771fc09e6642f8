"""One comment, and what it speaks of."""

from django import forms

from thiduakhenthuong.fields import TextField

from .hidden import LARGEST_ID
from .moving import TokenForm


class CommentForm(TokenForm):
    """Neither `section` nor `item`: on the whole plan."""

    text = TextField(
        label="Góp ý",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Hãy ghi nội dung góp ý."},
    )
    section = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID, widget=forms.HiddenInput)
    item = forms.IntegerField(required=False, min_value=1, max_value=LARGEST_ID, widget=forms.HiddenInput)
