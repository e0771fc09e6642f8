"""Form fields for Vietnamese text and dates. Whatever is typed passes the one gate of text.py."""

from django import forms

from .text import clean, clean_line


class LineField(forms.CharField):
    """One line of clean text."""

    def to_python(self, value):
        return clean_line(super().to_python(value) or "")


class TextField(forms.CharField):
    """Clean text on several lines."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value):
        return clean(super().to_python(value) or "")


class DayField(forms.DateField):
    """A date typed day first."""

    widget = forms.DateInput(attrs={"placeholder": "ngày/tháng/năm", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"invalid": "Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 30/06/2025."}
