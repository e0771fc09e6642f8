"""A collective address: who its members are."""

from thiduakhenthuong.fields import NameField

from ..models import Area, Unit, UnitGroup
from .editing import VersionedForm
from .naming_units import UnitsField

_CHOICES = {
    "membering": [("", "Chọn cách…"), *UnitGroup.Membering.choices],
    "member_kind": [("", "Chưa chọn loại"), *Unit.Kind.choices],
    "member_level": [("", "Chưa chọn cấp"), *Area.Level.choices],
}


class GroupForm(VersionedForm):
    """Name, and members by list, by rule or unknown; a rule counts in the issuer's own area."""

    listed = UnitsField(
        label="Danh sách thành viên (chỉ cho cách “Danh sách”)",
        required=False,
        help_text="Mỗi dòng một đơn vị, ghi tên hoặc mã.",
    )

    class Meta:
        model = UnitGroup
        fields = ["name", "membering", "member_kind", "member_level"]
        field_classes = {"name": NameField}
        labels = {
            "membering": "Cách xác định thành viên",
            "member_kind": "Loại thành viên (chỉ cho cách “Theo loại và cấp”)",
            "member_level": "Cấp thành viên (chỉ cho cách “Theo loại và cấp”)",
        }
        error_messages = {
            "name": {"required": "Hãy ghi tên gọi của nhóm."},
            "membering": {"required": "Hãy chọn một cách."},
        }

    def __init__(self, *args, issuer, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.issuer = self.issuer = issuer
        for name, choices in _CHOICES.items():
            self.fields[name].choices = choices
        if self.instance.pk:
            self.fields["listed"].initial = "\n".join(unit.code for unit in self.instance.members.all())

    def clean(self):
        data = super().clean()
        if data.get("membering") == UnitGroup.Membering.RULE:
            for name in ("member_kind", "member_level"):
                if not data.get(name):
                    self.add_error(name, "Thành viên “Theo loại và cấp”: hãy chọn mục này.")
        if data.get("membering") == UnitGroup.Membering.LISTED and not data.get("listed") and not self.errors:
            self.add_error("listed", "Hãy ghi ít nhất một đơn vị thành viên.")
        if UnitGroup.objects.filter(name=data.get("name"), issuer=self.issuer).exclude(pk=self.instance.pk).exists():
            self.add_error("name", "Đã có nhóm mang tên này trong văn bản của đơn vị. Hãy chọn tên khác.")
        return data | self._rule(data)

    def _rule(self, data):
        """A rule counts in the issuer's area; what is no rule has none."""
        if data.get("membering") == UnitGroup.Membering.RULE:
            return {"area": self.issuer.area}
        return {"area": None, "member_kind": "", "member_level": ""}

    def _post_clean(self):
        """The rule's area is set by us, so the model's own check sees it."""
        self.instance.area = self.cleaned_data.get("area")
        super()._post_clean()

    def save_group(self):
        """Save a new or changed group with its members; False when somebody else saved first."""
        members = self.cleaned_data.pop("listed")
        if not self.instance.pk:
            self.instance.save()
        elif not self.save_as():
            return False
        self.instance.members.set(members if self.instance.membering == UnitGroup.Membering.LISTED else [])
        return True
