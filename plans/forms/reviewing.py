"""The forms of a review: one for each kind of field, and the small ones of its buttons."""

from datetime import date

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from thiduakhenthuong.fields import LineField, NameField, TextField
from units.forms.naming_units import named_unit
from units.models import Unit, UnitGroup

from ..kinds import SectionKind
from ..reviewing.fields import KIND_WORDS
from .fields import DocumentNumberField, LinesField, NumberField
from .hidden import ValuesField
from .issuers import IssuerField
from .items import LINE_LENGTH, QUARTER_CHOICES
from .rows import RowForm

_NO_TEXT = (SectionKind.ITEMS, SectionKind.TABLE, SectionKind.ANNEX)  # what a paragraph that was read does not become
_KINDS = [(str(kind), words) for kind, words in KIND_WORDS.items() if kind not in _NO_TEXT]
_LINE = {"subject": 500, "symbol": 30, "place": 100, "superior": 200, "signer_name": 50, "doc_type": 50}
_LINES = {
    "recipients": "Mỗi nơi một dòng.",
    "authority_lines": "Mỗi dòng một bậc.",
    "issuer_lines": "Mỗi dòng một dòng.",
}
_YEAR = {"required": "Hãy ghi năm.", "invalid": "Hãy nhập một số."}


class OneValueForm(RowForm):
    """A field of the head or foot that is one text; `None` stands for a blank."""

    row_fields = ("value",)

    def __init__(self, *args, key, label, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["value"] = _value_field(key, label)

    def typed(self):
        value = super().typed()["value"]
        return {"value": value or None if self.base_values.get("value") is None else value}


def _value_field(key, label):
    if key in _LINES:
        return LinesField(
            label=label, line_length=LINE_LENGTH, max_length=10_000, required=False, help_text=_LINES[key]
        )
    if key == "year":
        return NumberField(
            label=label,
            min_value=1945,
            max_value=2100,
            error_messages=_YEAR,
        )
    if key == "number":
        return DocumentNumberField(label=label, max_length=11, required=False, help_text="Chỉ phần số, ví dụ 249.")
    needed = key in ("subject", "doc_type")
    missing = {"required": f"Hãy ghi {label.lower()}."}
    return LineField(label=label, max_length=_LINE[key], required=needed, error_messages=missing)


class DateForm(RowForm):
    """Day, month and year of signing; what the paper leaves blank stays blank."""

    row_fields = ("day", "month", "signed_year")
    day = NumberField(label="Ngày", min_value=1, max_value=31, required=False)
    month = NumberField(label="Tháng", min_value=1, max_value=12, required=False)
    signed_year = NumberField(label="Năm", min_value=1945, max_value=2100, required=False)

    def clean(self):
        data = super().clean()
        day, month, year = (data.get(name) for name in self.row_fields)
        if day and not month:
            self.add_error("month", "Có ngày thì phải có tháng.")
        if day and month and not _exists(day, month, year or 2024):
            self.add_error("day", "Ngày này không có trong lịch. Hãy kiểm tra lại.")
        return data


def _exists(day, month, year):
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


class PieceForm(RowForm):
    """A piece of text: what it is, and its words."""

    row_fields = ("kind", "titled", "text")
    kind = forms.ChoiceField(label="Loại", choices=_KINDS, required=False)
    titled = forms.BooleanField(label="Là tiêu đề", required=False)
    text = TextField(label="Nội dung", max_length=20_000, required=False)

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        if kind == SectionKind.ANNEX:  # it stays what it is
            self.fields["kind"].choices = [(str(kind), KIND_WORDS[SectionKind.ANNEX])]
            self.fields["kind"].widget = forms.HiddenInput()

    def typed(self):
        values = super().typed()
        return values | {"kind": values["kind"] or self.base_values.get("kind", "")}


class ReadItemForm(RowForm):
    """An item: what, when, by whom."""

    row_fields = ("text", "quarter", "deadline_raw", "lead", "coordinating", "responsible")
    text = TextField(label="Nội dung", max_length=20_000, required=False)
    quarter = forms.TypedChoiceField(label="Quý", choices=QUARTER_CHOICES, coerce=int, empty_value=None, required=False)
    deadline_raw = LineField(label="Thời hạn", max_length=200, required=False)
    lead = LinesField(label="Chủ trì", line_length=LINE_LENGTH, max_length=10_000, required=False)
    coordinating = LinesField(label="Phối hợp", line_length=LINE_LENGTH, max_length=10_000, required=False)
    responsible = LinesField(
        label="Thực hiện", line_length=LINE_LENGTH, max_length=10_000, required=False, help_text="Mỗi đơn vị một dòng."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["rows"] = 2
        units = [Column(name, css_class="col-sm-4") for name in ("lead", "coordinating", "responsible")]
        when = Row(Column("quarter", css_class="col-5 col-sm-4"), Column("deadline_raw", css_class="col"))
        self.helper.layout = Layout("base", "text", when, Row(*units))


class ReadIssuerForm(RowForm):
    """Which body issued the document, among those the user writes for."""

    row_fields = ("issuer",)
    issuer = IssuerField(
        None,
        label="Cơ quan ban hành",
        empty_label="Chọn cơ quan…",
        error_messages={
            "required": "Hãy chọn cơ quan ban hành.",
            "invalid_choice": "Bạn không được nhập kế hoạch của cơ quan này. Hãy chọn lại.",
        },
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["issuer"].offer(user)


class BaseForm(forms.Form):
    """A button about a field as it was shown."""

    base = ValuesField()


class PlaceForm(forms.Form):
    """A loose text and where it goes."""

    entry = forms.CharField(strip=False, max_length=200_000)
    place = forms.CharField(max_length=60, error_messages={"required": "Hãy chọn chỗ cho đoạn này."})


class MeaningForm(forms.Form):
    """What a wording means. New bodies, groups and aliases are for those who administer the issuer (`may_add`)."""

    printed = forms.CharField(strip=False, max_length=2_000)
    pick = forms.ModelChoiceField(Unit.objects.all(), required=False)  # one of the candidates
    meaning = forms.ChoiceField(
        required=False,
        choices=[(word, "") for word in ("named", "new_unit", "new_group", "as_printed")],
        error_messages={"invalid_choice": "Hãy chọn một cách hiểu."},
    )
    name = NameField(max_length=200, required=False)
    kind = forms.ChoiceField(choices=Unit.Kind.choices, required=False)
    alias = forms.BooleanField(required=False)

    def __init__(self, *args, issuer, may_add, **kwargs):
        super().__init__(*args, **kwargs)
        self.issuer, self.may_add = issuer, may_add

    def clean(self):
        data = super().clean()
        meaning = data.get("meaning")
        if meaning in ("new_unit", "new_group") or data.get("alias"):
            self._demand_right()
        data |= {"unit": data.get("pick"), "group": None}
        if not meaning and not data["unit"]:
            raise ValidationError("Hãy chọn một cách hiểu.")
        if meaning == "named" and not data["unit"]:
            data |= self._named(data.get("name"))
        if meaning == "new_unit" and not data.get("kind"):
            raise ValidationError("Hãy chọn loại đơn vị.")
        return data

    def _demand_right(self):
        if not self.may_add:
            raise ValidationError("Chỉ quản trị của cơ quan ban hành được thêm đơn vị, nhóm, cách ghi.")

    def _named(self, name):
        """The group or body somebody named."""
        if not name:
            raise ValidationError("Hãy ghi tên hoặc mã của đơn vị.")
        near = UnitGroup.objects.filter(Q(issuer=self.issuer) | Q(issuer=None), name__iexact=name)
        group = near.order_by("issuer").first()
        return {"group": group, "unit": None if group else named_unit(name, Unit.objects.all())}

    @property
    def choice(self):
        """The choice as wordings.py describes it."""
        data = self.cleaned_data
        meaning, name = data["meaning"], data["name"] or data["printed"][:200]
        if data["unit"]:
            return {"unit": data["unit"].pk} | ({"alias": True} if data["alias"] else {})
        if meaning == "as_printed":
            return {}
        if meaning == "new_unit":
            return {"new_unit": name, "kind": data["kind"]}
        if meaning == "new_group":
            return {"new_group": name}
        return {"group": data["group"].pk}


class UpdateForm(forms.Form):
    """Which plan the reading updates; nothing chosen means: a new one."""

    plan = forms.SlugField(required=False)


class SeenForm(forms.Form):
    """What the person saw: the version of the reading, and the plan to update as its differences were shown."""

    version = forms.IntegerField(required=False)
    seen = forms.CharField(max_length=16, required=False)
