"""Numbers as people here write them: a comma before the decimals, dots between thousands."""

from decimal import Decimal

from django import forms

from ..money import times


class MultiplierField(forms.DecimalField):
    """A factor: 1,5 or 1.5."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "invalid": "Hãy ghi một số, ví dụ 1,5.",
        "max_digits": "Hãy ghi tối đa sáu chữ số.",
        "max_decimal_places": "Hãy ghi tối đa hai chữ số sau dấu phẩy.",
        "max_whole_digits": "Hãy ghi tối đa bốn chữ số trước dấu phẩy.",
    }

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value):
        return times(value) if isinstance(value, Decimal) else value


class DongField(forms.IntegerField):
    """A sum of money: 2.530.000 or 2530000."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"invalid": "Hãy ghi một số tiền, ví dụ 2.530.000."}

    def to_python(self, value):
        return super().to_python("".join(c for c in value if c not in ". ") if isinstance(value, str) else value)

    def prepare_value(self, value):
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


def share(label, **kwargs):
    """A share of a hundred, to two decimals."""
    wrong = dict.fromkeys(("min_value", "max_value"), "Hãy ghi một số từ 0,01 đến 100.")
    wrong |= {"required": "Hãy điền mục này.", "invalid": "Hãy ghi một số, ví dụ 66,67."}
    limits = {"min_value": Decimal("0.01"), "max_value": 100, "max_digits": 5, "decimal_places": 2}
    return MultiplierField(label=label, error_messages=wrong, **limits, **kwargs)
