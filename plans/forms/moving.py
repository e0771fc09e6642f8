"""One move of a plan: its note, and the token by which a form sent twice moves it once."""

from uuid import uuid4

from django import forms

from thiduakhenthuong.fields import TextField

from ..editing.locking import Refused
from ..models import IllegalMove
from .hidden import say_what_is_hidden


class TokenForm(forms.Form):
    """A form that does its deed once, however often it is sent."""

    token = forms.UUIDField(
        widget=forms.HiddenInput, required=False, error_messages={"invalid": "Hãy mở lại trang này."}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = uuid4

    def clean(self):
        cleaned = super().clean()
        say_what_is_hidden(self)
        return cleaned


class MoveForm(TokenForm):
    """`needs_note`: why must be said. The deed gets plan, by and the cleaned data by their names."""

    note = TextField(label="Ghi chú", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args, needs_note=False, note_label="Ghi chú (không bắt buộc)", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].label = note_label
        self.fields["note"].required = needs_note
        self.fields["note"].error_messages["required"] = "Hãy ghi lý do."

    def carry_out(self, deed, *, plan, by):
        """Do the deed; where it is refused the form says why in its `errors`."""
        try:
            deed(plan=plan, by=by, **self.cleaned_data)
        except (IllegalMove, Refused) as reason:
            self.add_error(None, str(reason))


class ApproveForm(MoveForm):
    """Approves what was read: `seen` is the hash of its content."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
