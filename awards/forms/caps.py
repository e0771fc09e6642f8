"""Local shares: one that is added, or ended."""

from thiduakhenthuong.fields import DayField, LineField, NameField
from units.access import units_of
from units.forms.naming_units import UnitField
from units.models import Role

from .. import local_caps
from ..models import LocalCap
from .fields import share
from .nominees import NO_UNIT
from .versions import REQUIRED, DeedForm


class CapForm(DeedForm):
    """A new share of a unit that the user administers; it counts for that unit and all below it."""

    unit = UnitField(
        label="Áp dụng cho",
        max_length=200,
        help_text="Tên hoặc mã đơn vị; tính riêng cho từng đơn vị đề nghị thuộc đơn vị này.",
        error_messages=NO_UNIT,
    )
    percent = share("Tỷ lệ cao nhất (%)")

    class Meta:
        model = LocalCap
        fields = [
            "unit",
            "title",
            "percent",
            "of_title",
            "rounding",
            "at_least_one",
            "blocks",
            "basis",
            "valid_from",
            "valid_to",
        ]
        field_classes = {"basis": NameField, "valid_from": DayField, "valid_to": DayField}
        error_messages = dict.fromkeys(("title", "of_title", "basis", "valid_from"), REQUIRED)
        help_texts = {"blocks": "Không đánh dấu: chỉ cảnh báo, người trình phải ghi lý do."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].units = units_of(self.by, Role.ADMINISTRATOR)
        self.fields["valid_from"].required = True
        for name in ("title", "of_title"):
            self.fields[name].empty_label = "Chọn danh hiệu"
            self.fields[name].label_from_instance = lambda title: title.full_name

    def deed(self, values, version):
        local_caps.add_cap(values=values, by=self.by)


class EndCapForm(DeedForm):
    """The last day of a share, and by what it ends."""

    on = DayField(label="Ngày cuối cùng áp dụng", error_messages={"required": "Hãy ghi ngày cuối cùng."})
    because = LineField(
        label="Căn cứ", max_length=300, error_messages={"required": "Hãy ghi văn bản hoặc lý do hết áp dụng."}
    )

    class Meta:
        model = LocalCap
        fields = []

    def stored_version(self):
        return LocalCap.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.title.events.select_related("by").first()

    def deed(self, values, version):
        local_caps.end_cap(cap=self.instance, version=version, by=self.by, **values)
