"""Form fields for Vietnamese text and dates. Whatever is typed passes the one gate of text.py."""

from django import forms

from .text import clean, clean_line, search_key


class LineField(forms.CharField):
    """One line of clean text."""

    def to_python(self, value):
        return clean_line(super().to_python(value) or "")


class NameField(LineField):
    """A line that search, codes and stored keys can be made from."""

    def clean(self, value):
        text = super().clean(value)
        if text and not search_key(text):
            raise forms.ValidationError("Hãy ghi tên có chữ cái hoặc chữ số.")
        return text


class TextField(forms.CharField):
    """Clean text on several lines."""

    widget = forms.Textarea(attrs={"rows": 4})

    def to_python(self, value):
        return clean(super().to_python(value) or "")


class DayField(forms.DateField):
    """A date typed day first."""

    widget = forms.DateInput(attrs={"placeholder": "ngày/tháng/năm", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"invalid": "Hãy ghi ngày theo dạng ngày/tháng/năm, ví dụ 30/06/2025."}
