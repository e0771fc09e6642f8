"""The form of an item, and the small forms of its buttons."""

import json

from crispy_forms.layout import HTML, Column, Layout, Row
from django import forms
from django.urls import reverse

from thiduakhenthuong.dates import QUARTERS, quarter_words
from thiduakhenthuong.fields import LineField, TextField

from ..editing.items import FIELDS
from .fields import LinesField
from .hidden import is_id, read_object
from .rows import RowForm

QUARTER_CHOICES = [("", "Không theo quý")] + [(q, quarter_words(q)) for q in QUARTERS]
LINE_LENGTH = 300


class ItemForm(RowForm):
    """What is to be done, when and by whom. A duty (`is_duty`) may leave its text to the piece it stands below."""

    row_fields = FIELDS
    text = TextField(
        label="Nội dung",
        max_length=20_000,
        error_messages={"required": "Hãy ghi nội dung nhiệm vụ."},
        help_text="Chữ nghiêng: *chữ*; chữ đậm: **chữ**. Mỗi ý con một dòng, bắt đầu bằng “- ”.",
    )
    quarter = forms.TypedChoiceField(label="Quý", choices=QUARTER_CHOICES, coerce=int, empty_value=None, required=False)
    deadline_raw = LineField(label="Thời hạn", max_length=200, required=False)
    deadline_in_text = forms.BooleanField(label="Nội dung đã nêu thời hạn, không in thêm", required=False)
    lead = LinesField(label="Chủ trì", line_length=LINE_LENGTH, max_length=10_000, required=False)
    coordinating = LinesField(label="Phối hợp", line_length=LINE_LENGTH, max_length=10_000, required=False)
    responsible = LinesField(label="Thực hiện", line_length=LINE_LENGTH, max_length=10_000, required=False)
    units_wording = TextField(label="Câu in trên văn bản", max_length=2_000, required=False)
    picks = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, plan, is_duty=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = {}
        if is_duty:
            self.fields["text"].required = False
            self.fields["text"].label = "Nội dung ngắn (bỏ trống: như câu văn ở trên)"
            for name in ("quarter", "deadline_in_text"):  # a duty is not printed, so they mean nothing here
                self.fields[name].widget = forms.HiddenInput()
        self.fields["text"].widget.attrs |= {"rows": 3, "autofocus": True}
        self._ask_for_words(plan)
        self.helper.layout = self._layout(is_duty)

    def _ask_for_words(self, plan):
        """While typing, the server says how it reads the deadline and which bodies it recognises."""
        self.fields["deadline_raw"].widget.attrs |= {
            "autocomplete": "off",
            "hx-get": reverse("plans:deadline_words", args=[plan.code]),
            "hx-trigger": "input changed delay:250ms",
            "hx-target": f"#{self.deadline_id}",
            "aria-describedby": self.deadline_id,
        }
        for name in ("lead", "coordinating", "responsible"):
            self.fields[name].widget.attrs |= {
                "rows": 2,
                "hx-get": reverse("plans:unit_words", args=[plan.code]),
                "hx-trigger": "input changed delay:500ms",
                "hx-target": f"#{self.auto_id % f'{name}-khop'}",
                "hx-vals": json.dumps({"field": name}),
                "aria-describedby": self.auto_id % f"{name}-khop",
            }
        self.fields["units_wording"].widget.attrs["rows"] = 2

    @property
    def picker_id(self):
        return self.auto_id % "tim"

    @property
    def deadline_id(self):
        return self.auto_id % "thoi-han"

    @property
    def unit_boxes(self):
        """The three boxes with the lines in them as recognised (`lines`, set by the view)."""
        return [(self[name], self.lines.get(name, ())) for name in ("lead", "coordinating", "responsible")]

    def _layout(self, is_duty):
        units = HTML('{% include "plans/editor/_unit_fields.html" %}')
        deadline = ("deadline_raw", HTML('{% include "plans/editor/_deadline_words.html" %}'))
        if is_duty:
            return Layout("text", *deadline, units)
        when = Row(Column("quarter", css_class="col-5 col-sm-3"), Column(*deadline, css_class="col"))
        return Layout("text", when, "deadline_in_text", units)

    def clean_picks(self):
        """What the user picked from the suggestions: {words: {"unit": id}} or {words: {"group": id}}."""
        picks = read_object(self.cleaned_data["picks"] or "{}") or {}
        return {
            words: pick for words, pick in picks.items() if isinstance(pick, dict) and all(map(is_id, pick.values()))
        }


class NewItemForm(ItemForm):
    """An item that is not there yet. The token makes a form sent twice add once; `before` is the row below it."""

    base = None
    token = forms.UUIDField(widget=forms.HiddenInput)
    before = forms.IntegerField(widget=forms.HiddenInput, required=False)


class TokenForm(forms.Form):
    """A button that adds something: the token makes two clicks one."""

    token = forms.UUIDField(required=False)


class QuarterForm(forms.Form):
    """Which quarter an item goes to; 0 is outside the quarters."""

    quarter = forms.TypedChoiceField(
        choices=[(0, "Không theo quý"), *QUARTER_CHOICES[1:]],
        coerce=lambda value: int(value) or None,
        empty_value=None,
        error_messages={"required": "Hãy chọn quý.", "invalid_choice": "Hãy chọn một trong bốn quý."},
    )
