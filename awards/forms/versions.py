"""Forms that two people may have open at once: each carries the version that was read and says who was first."""

from datetime import date

from crispy_forms.helper import FormHelper
from django import forms

from plans.forms.hidden import say_what_is_hidden
from units.administration import Stale

from ..editing import Refused
from ..models import Certainty

EARLIEST = date(1945, 9, 2)
MARKS = [("", "Chọn mức tin cậy"), *Certainty.choices]
REQUIRED = {"required": "Hãy điền mục này."}


class DeedForm(forms.ModelForm):
    """A form whose `deed` may be refused; what was typed stays in it, the reason stands at its top."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["version"].initial = self.stored_version()
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self):
        """No day before there was a state to award anything."""
        data = super().clean()
        for name in ("valid_from", "valid_to"):
            if data.get(name) and data[name] < EARLIEST:
                self.add_error(name, "Hãy ghi một ngày từ 02/09/1945.")
        say_what_is_hidden(self)
        return data

    def stored_version(self):
        """The version of what this form changes, as it is stored now."""
        return 0

    def last_event(self):
        """What was done last to what this form changes."""

    def deed(self, values, version):
        """Do it. Raises Stale or Refused."""
        raise NotImplementedError

    def save_as(self):
        """What the deed made, or True; None where it was refused."""
        values = dict(self.cleaned_data)
        version = values.pop("version") or 0
        try:
            return self.deed(values, version) or True
        except Refused as reason:
            self.add_error(None, str(reason))
        except Stale:
            self.data = self.data.copy()
            self.data["version"] = str(self.stored_version())
            self.add_error(None, self._told_first())
        return None

    def _told_first(self):
        event = self.last_event()
        what = f" ({event.by}: {event.note})" if event else ""
        return (
            f"Có người vừa thay đổi mục này trong lúc bạn sửa{what}. Nội dung bạn gõ vẫn còn ở dưới. "
            "Hãy xem lại trang của mục này rồi bấm Lưu lần nữa nếu vẫn cần."
        )
