"""Changing one row that somebody else may be changing too: the form carries the version it was read at."""

from datetime import date

from crispy_forms.helper import FormHelper
from django import forms

from thiduakhenthuong.dates import day_words

from ..administration import Stale, change


class VersionedForm(forms.ModelForm):
    """Saves by `write`, through `change`. After a conflict it keeps what was typed and says what is stored."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = self.instance.version
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self):
        """The version is no fact of the row: it leaves `cleaned_data`."""
        data = super().clean()
        self.read_at = data.pop("version", None) or 0
        return data

    def save_as(self):
        """Save; False when somebody else saved first, then the form shows both."""
        try:
            self.write()
        except Stale:
            self._show_stored()
            return False
        return True

    def write(self):
        """The deed of this form. Raises Stale when somebody else saved first."""
        change(type(self.instance).objects.get(pk=self.instance.pk), self.cleaned_data, version=self.read_at)

    def _show_stored(self):
        stored = type(self.instance).objects.get(pk=self.instance.pk)
        for name in self._meta.fields:
            if getattr(stored, name) != self.cleaned_data[name]:
                self[name].help_text = f"Đang lưu: {_words(stored, name)}"
        self.data = self.data.copy()
        self.data["version"] = str(stored.version)
        self.add_error(
            None,
            "Có người vừa sửa mục này trong lúc bạn sửa. Nội dung bạn gõ vẫn còn ở dưới, nội dung đang lưu ghi dưới "
            "từng ô khác nhau. Hãy xem lại rồi bấm Lưu lần nữa để ghi nội dung của bạn.",
        )


def _words(row, name):
    value = getattr(row, f"get_{name}_display", lambda: getattr(row, name))()
    return day_words(value) if isinstance(value, date) else value or "(trống)"
