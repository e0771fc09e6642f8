"""Form fields for Vietnamese text: everything typed passes the one gate of thiduakhenthuong/text.py."""

from django import forms

from thiduakhenthuong.text import clean, clean_line


class LineField(forms.CharField):
    """One line of clean text."""

    def to_python(self, value):
        return clean_line(super().to_python(value) or "")


class TextField(forms.CharField):
    """Clean text on several lines."""

    widget = forms.Textarea

    def to_python(self, value):
        return clean(super().to_python(value) or "")


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
                f"Mỗi dòng dài tối đa {self.line_length} chữ. Hãy tách dòng dài thành nhiều dòng."
            )


class NumberField(forms.IntegerField):
    """A small number typed into a plain box (no spinner, so that the wheel never changes a date)."""

    widget = forms.TextInput

    def __init__(self, **kwargs):
        kwargs.setdefault("error_messages", {"invalid": "Hãy nhập một số."})
        super().__init__(**kwargs)
        self.widget.attrs["inputmode"] = "numeric"
