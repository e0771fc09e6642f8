"""What a page carries along hidden, as JSON: read without trust, because anything can come back in it."""

import json
import re

from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput

LONGEST = 1_000_000  # characters; the longest row we ever saw needs a tenth
LARGEST_ID = 2**63 - 1
_HALF_LETTERS = re.compile("[\ud800-\udfff]")


def read_object(text):
    """The JSON object in `text`; None where it holds anything else, or too much of it."""
    try:
        read = json.loads(text) if len(text) <= LONGEST else None
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def is_id(value):
    """Whether a value may be the id of a row."""
    return type(value) is int and 0 < value <= LARGEST_ID


def say_what_is_hidden(form):
    """What is wrong with hidden fields is said above the form: the user cannot mend it there."""
    if any(field.errors for field in form.hidden_fields()):
        form.add_error(None, "Trang này mở từ lâu quá hoặc bị hỏng. Hãy chép lại chữ bạn gõ, mở lại rồi lưu.")


def _is_plain(value):
    if isinstance(value, str):
        return not _HALF_LETTERS.search(value)
    return value is None or isinstance(value, int)


class ValuesField(forms.JSONField):
    """The values of a row, by name: texts, whole numbers, yes or no, nothing."""

    widget = forms.HiddenInput

    def to_python(self, value):
        read = read_object(value or "")
        if read is None or not all(map(_is_plain, (*read, *read.values()))):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return read

    def bound_data(self, data, initial):
        """What came goes out again as it came, readable or not."""
        return InvalidJSONInput(data or "")
