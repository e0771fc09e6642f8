"""Naming a version, and choosing two to compare."""

from django import forms
from django.utils import timezone

from thiduakhenthuong.fields import LineField

from ..models import PlanVersion
from ..versions import name_version
from .moving import TokenForm

NOW = "hien-nay"  # the plan as it stands, which may be no version yet


class NameForm(TokenForm):
    """Keep what the plan says now under a name."""

    name = LineField(
        label="Đặt tên phiên bản hiện tại",
        max_length=PlanVersion._meta.get_field("name").max_length,
        error_messages={"required": "Hãy ghi tên phiên bản, ví dụ: Bản gửi lấy ý kiến."},
    )

    def __init__(self, *args, plan, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.user = plan, user

    def clean(self):
        if self.plan.is_frozen:
            raise forms.ValidationError("Nội dung không đổi được nữa nên không cần đặt tên phiên bản.")
        return super().clean()

    def save(self):
        return name_version(plan=self.plan, by=self.user, **self.cleaned_data)


class CompareForm(forms.Form):
    """Two versions of a plan, or one and what the plan says now. `versions` are all of the plan, latest first."""

    truoc = forms.ChoiceField(label="Bản trước")
    sau = forms.ChoiceField(label="Bản sau")

    def __init__(self, *args, versions, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(NOW, "Bản hiện tại"), *((str(v.number), words_of(v)) for v in versions)]
        for field in self.fields.values():
            field.choices = choices
            field.error_messages["invalid_choice"] = "Không có phiên bản này. Hãy chọn lại."


def words_of(version):
    """A version in one line: "3. Bản gửi lấy ý kiến (Dự thảo, 09:30 05/02/2024)"."""
    name = f" {version.name}" if version.name else ""
    at = timezone.localtime(version.at)
    return f"{version.number}.{name} ({version.get_plan_state_display()}, {at:%H:%M %d/%m/%Y})"
