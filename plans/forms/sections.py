"""The forms of a piece of text, of an item layout, and of where a piece goes."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from thiduakhenthuong.fields import LineField, TextField
from thiduakhenthuong.text import clean

from ..editing.sections import FIELDS, LAYOUT_FIELDS
from ..kinds import SectionKind
from ..models import ItemLayout
from ..models.content import ITEM_STYLE_WORDS, SECTION_KIND_WORDS
from ..tables import from_pasted
from .rows import RowForm


class SectionForm(RowForm):
    """One piece: what it is and what it says."""

    row_fields = FIELDS
    kind = forms.ChoiceField(label="Loại", choices=list(SECTION_KIND_WORDS.items()))
    text = TextField(
        label="Nội dung",
        max_length=60_000,
        required=False,
        help_text="Chữ nghiêng: *chữ*; chữ đậm: **chữ**. Bảng: mỗi dòng một hàng, dấu | ngăn các ô, dòng đầu là tên "
        "cột; có thể dán thẳng từ Excel, Word.",
    )
    titled = forms.BooleanField(label="Là tiêu đề (in đậm)", required=False)
    landscape = forms.BooleanField(label="Phụ lục in khổ ngang", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs |= {"rows": 3, "autofocus": True}
        self.helper.layout = Layout(
            "text",
            Row(Column("kind", css_class="col-sm-5"), Column("titled", "landscape", css_class="col-sm-7 pt-sm-4")),
        )

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if kind == SectionKind.TABLE and "text" in cleaned:
            cleaned["text"] = clean(from_pasted(self.data.get(self.add_prefix("text"), "")))
        if kind and kind not in (SectionKind.ITEMS, SectionKind.ANNEX) and not cleaned.get("text"):
            self.add_error("text", "Hãy ghi nội dung; muốn bỏ phần này, hãy bấm Xóa.")
        if kind == SectionKind.ITEMS and cleaned.get("text"):
            self.add_error("text", "Danh sách nhiệm vụ không có chữ riêng; hãy thêm một đoạn văn ở trên.")
        return cleaned


class NewSectionForm(SectionForm):
    """A piece that is not there yet, after or before another one. Sent twice, it adds once."""

    base = None
    token = forms.UUIDField(widget=forms.HiddenInput)
    after = forms.IntegerField(widget=forms.HiddenInput, required=False)
    before = forms.IntegerField(widget=forms.HiddenInput, required=False)


def _title_field(name):
    field = ItemLayout._meta.get_field(name)
    return LineField(
        label=field.verbose_name.capitalize(),
        help_text=field.help_text,
        max_length=field.max_length,
        required=not field.blank,
    )


class LayoutForm(RowForm):
    """How a list of items appears on paper."""

    row_fields = LAYOUT_FIELDS
    style = forms.ChoiceField(label="Cách trình bày", choices=list(ITEM_STYLE_WORDS.items()))
    quarter_heading = _title_field("quarter_heading")
    number_title = _title_field("number_title")
    content_title = _title_field("content_title")
    units_title = _title_field("units_title")
    coordinating_title = _title_field("coordinating_title")
    deadline_title = _title_field("deadline_title")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["style"].widget.attrs["autofocus"] = True
        for name in ("number_title", "content_title", "units_title", "quarter_heading"):
            self.fields[name].required = False
        self.helper.layout = Layout(
            Row(Column("style", css_class="col-sm-6"), Column("quarter_heading", css_class="col-sm-6")),
            Row(Column("number_title", css_class="col-4 col-sm-3"), Column("content_title", css_class="col")),
            Row(Column("units_title", css_class="col-sm-6"), Column("coordinating_title", css_class="col-sm-6")),
            "deadline_title",
        )


class PlaceForm(forms.Form):
    """After which piece a piece goes; empty is the top of the plan. An annex goes after another annex or the body."""

    after = forms.ModelChoiceField(
        label="Đặt ngay sau",
        queryset=None,
        required=False,
        empty_label="(đầu văn bản)",
        error_messages={"invalid_choice": "Phần đã chọn không còn nữa. Hãy chọn lại."},
    )

    def __init__(self, *args, plan, moved, labels, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True  # it stands in the form of _form.html
        field = self.fields["after"]
        field.queryset = plan.sections.exclude(pk=moved.pk)
        if moved.kind == SectionKind.ANNEX:
            field.queryset = field.queryset.filter(kind=SectionKind.ANNEX)
            field.empty_label = f"(ngay sau nội dung {plan.noun})"
        field.initial = field.queryset.filter(position__lt=moved.position).last()
        field.label_from_instance = lambda section: f"{labels.get(section.pk) or ''} {section}".strip()
        field.widget.attrs["autofocus"] = True
