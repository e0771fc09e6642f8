"""Form fields of plans: several lines, small numbers, the number of a document."""

from django import forms

from thiduakhenthuong.fields import LineField, TextField
from thiduakhenthuong.text import clean_line

from ..document_numbers import is_number, padded


class LinesField(TextField):
    """One thing a line; empty lines and lines said twice are left out."""

    def __init__(self, *, line_length, **kwargs):
        super().__init__(**kwargs)
        self.line_length = line_length

    def to_python(self, value):
        lines = [clean_line(line) for line in super().to_python(value).split("\n")]
        return "\n".join(dict.fromkeys(line for line in lines if line))

    def validate(self, value):
        super().validate(value)
        if any(len(line) > self.line_length for line in value.split("\n")):
            raise forms.ValidationError(
                f"Mỗi dòng dài tối đa {self.line_length} ký tự. Hãy tách dòng dài thành nhiều dòng."
            )


class NumberField(forms.IntegerField):
    """A small number typed into a plain box (no spinner, so that the wheel never changes a date)."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        kwargs.setdefault("error_messages", {"invalid": "Hãy nhập một số."})
        super().__init__(**kwargs)
        self.widget.attrs["inputmode"] = "numeric"


class DocumentNumberField(LineField):
    """The number of a document without its symbol, kept with its leading zero."""

    default_error_messages = {"invalid": "Số văn bản chỉ gồm chữ số, ví dụ 05 hoặc 249."}

    def to_python(self, value):
        return padded(super().to_python(value))

    def validate(self, value):
        super().validate(value)
        if value and not is_number(value):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
