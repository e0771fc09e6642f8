"""A provision of the catalogue: followed by another one, corrected, added, ended; a new title with its first one."""

from decimal import Decimal

from django import forms

from plans.forms.fields import LinesField, NumberField
from thiduakhenthuong.fields import DayField, LineField, NameField

from .. import editing
from ..models import AwardProvision, AwardTitle
from .fields import MultiplierField
from .versions import MARKS, REQUIRED, DeedForm

_CONTENT = [
    "decided_by",
    "standard",
    "basis",
    "certainty",
    "multiplier",
    "multiplier_is_limit",
    "prize_note",
    "prize_certainty",
    "dossier",
    "copies",
    "dossier_basis",
    "dossier_certainty",
    "instruments",
]


class ProvisionForm(DeedForm):
    """What a provision says, and from when. `title` is None for a title to come."""

    standard = LinesField(
        label="Tiêu chuẩn", line_length=1000, help_text="Mỗi dòng một điều kiện.", error_messages=REQUIRED
    )
    dossier = LinesField(
        label="Hồ sơ", line_length=500, required=False, help_text="Mỗi dòng một giấy tờ, kèm số mẫu nếu có."
    )
    multiplier = MultiplierField(
        label="Hệ số tiền thưởng",
        required=False,
        min_value=Decimal("0.01"),
        max_value=1000,
        max_digits=6,
        decimal_places=2,
        help_text="Số lần mức lương cơ sở, ví dụ 1,5. Bỏ trống khi chưa biết.",
        error_messages=dict.fromkeys(("min_value", "max_value"), "Hãy ghi một số từ 0,01 đến 1.000."),
    )
    copies = NumberField(label="Số bộ hồ sơ", required=False, min_value=1, max_value=20)

    class Meta:
        model = AwardProvision
        fields = ["valid_from", *_CONTENT]
        field_classes = {
            "decided_by": NameField,
            "basis": NameField,
            "prize_note": LineField,
            "dossier_basis": LineField,
            "valid_from": DayField,
            "valid_to": DayField,
        }
        widgets = {"instruments": forms.CheckboxSelectMultiple}
        error_messages = dict.fromkeys(("level", "decided_by", "basis", "certainty"), REQUIRED)

    def __init__(self, *args, title, **kwargs):
        self.title = title
        super().__init__(*args, **kwargs)
        for name in ("certainty", "prize_certainty", "dossier_certainty"):
            self.fields[name].choices = MARKS

    def stored_version(self):
        return AwardTitle.objects.values_list("version", flat=True).get(pk=self.title.pk) if self.title else 0

    def last_event(self):
        return self.title and self.title.events.select_related("by").first()

    def clean(self):
        data = super().clean()
        for fact, mark in (("multiplier", "prize_certainty"), ("dossier", "dossier_certainty")):
            if data.get(fact) and not data.get(mark) and mark not in self.errors:
                self.add_error(mark, "Hãy chọn mức tin cậy của mục này.")
        start, end = data.get("valid_from"), data.get("valid_to")
        if start and end and end < start:
            self.add_error("valid_to", "Ngày kết thúc không được trước ngày bắt đầu.")
        return data

    def _post_clean(self):
        """The deeds check what the model would, under lock, and say it in words; the instance stays as it is stored."""


class SucceedForm(ProvisionForm):
    """The provision as it will be from a day on; filled in with what holds until then."""

    def __init__(self, *args, provision, **kwargs):
        self.provision = provision
        super().__init__(*args, instance=provision, title=provision.title, **kwargs)
        self.initial["valid_from"] = None
        self.fields["valid_from"].label = "Quy định mới áp dụng từ ngày"
        self.fields["valid_from"].required = True
        self.fields["valid_from"].error_messages["required"] = "Hãy ghi ngày bắt đầu của quy định mới."
        self.fields["valid_from"].help_text = "Quy định đang có kết thúc vào ngày trước đó."

    def deed(self, values, version):
        return editing.succeed(provision=self.provision, values=values, version=version, by=self.by)


class CorrectForm(ProvisionForm):
    """A provision nobody can have used yet."""

    class Meta(ProvisionForm.Meta):
        fields = ["valid_from", "valid_to", *_CONTENT]

    def __init__(self, *args, provision, today, **kwargs):
        self.provision, self.today = provision, today
        super().__init__(*args, instance=provision, title=provision.title, **kwargs)

    def deed(self, values, version):
        editing.correct(provision=self.provision, values=values, version=version, by=self.by, today=self.today)


class AddProvisionForm(ProvisionForm):
    """Another provision of a title."""

    class Meta(ProvisionForm.Meta):
        fields = ["level", "valid_from", "valid_to", *_CONTENT]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", "Chọn cấp"), *AwardProvision.Level.choices]
        self.fields["valid_from"].required = True
        self.fields["valid_from"].error_messages["required"] = "Hãy ghi ngày bắt đầu."

    def deed(self, values, version):
        return editing.add_provision(title=self.title, values=values, version=version, by=self.by)


class AddTitleForm(AddProvisionForm):
    """A new title with its first provision."""

    code = forms.SlugField(
        label="Mã",
        max_length=40,
        help_text="Chữ, số, gạch nối, không dấu, ví dụ KNC-HOI-CN.",
        error_messages=REQUIRED | {"invalid": "Mã chỉ gồm chữ không dấu, số và gạch nối."},
    )
    name = NameField(label="Tên", max_length=200, error_messages=REQUIRED)
    kind = forms.ChoiceField(
        label="Loại", choices=[("", "Chọn loại"), *AwardTitle.Kind.choices], error_messages=REQUIRED
    )
    recipient = forms.ChoiceField(
        label="Đối tượng", choices=[("", "Chọn đối tượng"), *AwardTitle.Recipient.choices], error_messages=REQUIRED
    )
    field_order = ["code", "name", "kind", "recipient"]

    def clean_code(self):
        code = self.cleaned_data["code"].upper()
        if code == "THEM" or AwardTitle.objects.filter(code=code).exists():
            raise forms.ValidationError("Mã này đã dùng. Hãy chọn mã khác.")
        return code

    def deed(self, values, version):
        facts = {name: values.pop(name) for name in self.field_order}
        return editing.add_title(facts=facts, provision=values, by=self.by)


class EndForm(DeedForm):
    """The last day of all provisions of a title, or of one."""

    class Meta:
        model = AwardTitle
        fields = []

    which = forms.ModelChoiceField(
        AwardProvision.objects.none(), label="Quy định", required=False, empty_label="Mọi quy định đang áp dụng"
    )
    on = DayField(label="Ngày cuối cùng áp dụng", error_messages={"required": "Hãy ghi ngày cuối cùng."})
    because = LineField(
        label="Căn cứ", max_length=300, error_messages={"required": "Hãy ghi văn bản hoặc lý do hết áp dụng."}
    )

    def __init__(self, *args, title, today, **kwargs):
        self.open = title.provisions.not_ended(on=today)
        super().__init__(*args, instance=title, **kwargs)
        self.fields["which"].queryset = self.open
        self.fields["which"].label_from_instance = lambda row: f"{row.get_level_display()}, {row.span_words}"

    def stored_version(self):
        return AwardTitle.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        provisions = [values["which"]] if values["which"] else list(self.open)
        if not provisions:
            raise editing.Refused("Không còn quy định nào đang áp dụng.")
        editing.end(
            title=self.instance,
            provisions=provisions,
            on=values["on"],
            because=values["because"],
            version=version,
            by=self.by,
        )
