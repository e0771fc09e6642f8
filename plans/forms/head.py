"""The forms of the head and of the foot of a plan."""

from calendar import monthrange

from crispy_forms.layout import HTML, Column, Layout, Row
from django import forms

from thiduakhenthuong.fields import LineField, TextField

from ..access import issuers_for
from ..editing.head import FOOT_FIELDS, HEAD_FIELDS, WORDS_FIELDS
from ..models import Plan
from .fields import DocumentNumberField, LinesField, NumberField
from .rows import RowForm


def _of_model(name, kind, **kwargs):
    field = Plan._meta.get_field(name)
    kwargs.setdefault("required", not field.blank)
    if field.max_length:
        kwargs["max_length"] = field.max_length
    return kind(label=field.verbose_name.capitalize(), help_text=field.help_text, **kwargs)


class HeadForm(RowForm):
    """Who issues the plan, its number, date and subject. The day, and day and month, may still be blank."""

    row_fields = HEAD_FIELDS
    issuer = forms.ModelChoiceField(
        label="Cơ quan ban hành",
        queryset=None,
        empty_label=None,
        error_messages={"invalid_choice": "Bạn không soạn văn bản cho cơ quan này. Hãy chọn cơ quan trong danh sách."},
    )
    superior_line = _of_model("superior_line", LineField)
    issuer_lines = _of_model("issuer_lines", LinesField, line_length=200)
    number = _of_model("number", DocumentNumberField)
    symbol = _of_model("symbol", LineField)
    place = _of_model("place", LineField)
    day = NumberField(label="Ngày", min_value=1, max_value=31, required=False)
    month = NumberField(label="Tháng", min_value=1, max_value=12, required=False)
    signed_year = NumberField(label="Năm ký", min_value=1945, max_value=2100)
    subject = _of_model("subject", TextField)
    year = NumberField(min_value=1945, max_value=2100)

    def __init__(self, *args, plan, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset = _issuers(plan, user)
        self.fields["year"].label = f"{plan.noun.capitalize()} năm"
        self.fields["issuer"].widget.attrs["autofocus"] = True
        self.fields["issuer_lines"].widget.attrs["rows"] = 2
        self.fields["subject"].widget.attrs["rows"] = 2
        self.helper.layout = Layout(
            "issuer",
            Row(Column("superior_line", css_class="col-sm-6"), Column("issuer_lines", css_class="col-sm-6")),
            Row(
                Column("number", css_class="col-4 col-sm-3"),
                Column("symbol", css_class="col-8 col-sm-4"),
                Column("place", css_class="col-sm-5"),
            ),
            Row(*(Column(name, css_class="col-3") for name in ("day", "month", "signed_year", "year"))),
            HTML('<p class="form-text mt-n2">Chưa biết ngày ký thì để trống ngày, hoặc cả ngày và tháng.</p>'),
            "subject",
        )

    def clean_subject(self):
        return " ".join(self.cleaned_data["subject"].split())

    def clean(self):
        cleaned = super().clean()
        day, month, year = (cleaned.get(name) for name in ("day", "month", "signed_year"))
        if day and not month and "month" not in self.errors:
            self.add_error("month", "Có ngày thì phải có tháng.")
        elif day and month and year and not _is_date(year, month, day):
            self.add_error("day", f"Tháng {month} năm {year} không có ngày {day}.")
        return cleaned

    def typed(self):
        values = super().typed()
        return values | {"issuer": values["issuer"].pk}


class FootForm(RowForm):
    """Recipients and signature."""

    row_fields = FOOT_FIELDS
    authorities = ("TM.", "KT.", "TL.", "TUQ.", "Q.")
    recipients = _of_model("recipients", LinesField, line_length=300)
    authority_lines = _of_model("authority_lines", LinesField, line_length=200)
    signer_name = _of_model("signer_name", LineField)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["recipients"].widget.attrs |= {"rows": 8, "autofocus": True}
        self.fields["authority_lines"].widget.attrs |= {"rows": 3, "data-authority": True}
        self.helper.layout = Layout(
            Row(
                Column("recipients", css_class="col-sm-6"),
                Column(
                    "authority_lines",
                    HTML('{% include "plans/editor/_authority_choices.html" %}'),
                    "signer_name",
                    css_class="col-sm-6",
                ),
            ),
        )


class WordsForm(RowForm):
    """Of a plan that amends another: what stands before the changes. Lines that begin with "Căn cứ" are căn cứ."""

    row_fields = WORDS_FIELDS
    amendment_words = _of_model("amendment_words", TextField)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["amendment_words"].widget.attrs |= {"rows": 6, "autofocus": True}
        self.helper.layout = Layout("amendment_words")


def _issuers(plan, user):
    """What amends or replaces a plan comes from the body that issued that one."""
    own = type(plan.issuer).objects.filter(pk=plan.issuer_id)
    return own if plan.amends_id or plan.replaces_id else (issuers_for(user) | own).distinct()


def _is_date(year, month, day):
    return day <= monthrange(year, month)[1]
