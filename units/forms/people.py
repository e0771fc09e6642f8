"""Roles and accounts at a unit."""

import re
from datetime import timedelta

from django import forms
from django.utils import timezone

from thiduakhenthuong.fields import DayField, LineField

from ..models import Membership, Role, User

_FURTHEST = timedelta(days=5 * 366)
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")


class RoleForm(forms.Form):
    """A role for somebody who has an account already."""

    username = LineField(
        label="Tên đăng nhập",
        max_length=150,
        error_messages={"required": "Hãy ghi tên đăng nhập của người nhận vai trò."},
    )
    role = forms.ChoiceField(
        label="Vai trò",
        choices=Role.choices,
        error_messages={"invalid_choice": "Hãy chọn một vai trò trong danh sách."},
    )
    valid_from = DayField(label="Từ ngày", error_messages={"required": "Hãy ghi ngày bắt đầu."})
    valid_to = DayField(label="Đến hết ngày", required=False)

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.fields["valid_from"].initial = timezone.localdate

    def clean_username(self):
        user = User.objects.filter(username=self.cleaned_data["username"], is_active=True).first()
        if not user:
            raise forms.ValidationError("Không có tài khoản này. Hãy kiểm tra tên, hoặc tạo tài khoản mới.")
        return user

    def clean_valid_from(self):
        start = self.cleaned_data["valid_from"]
        if start > timezone.localdate() + _FURTHEST:
            raise forms.ValidationError("Ngày bắt đầu còn hơn 5 năm nữa. Hãy kiểm tra lại năm.")
        return start

    def clean(self):
        data = super().clean()
        start, end = data.get("valid_from"), data.get("valid_to")
        if start and end and end < start:
            self.add_error("valid_to", "Ngày kết thúc không được trước ngày bắt đầu. Hãy sửa lại.")
        if {"username", "role"} <= data.keys() and self._already(data, start):
            self.add_error("role", "Người này đang giữ vai trò đó tại đơn vị.")
        return data

    def _already(self, data, start):
        held = Membership.objects.filter(user=data["username"], unit=self.unit, role=data["role"])
        return start and held.valid(on=start).exists()


class EmailField(forms.EmailField):
    """Where notices are sent to."""

    def __init__(self, **kwargs):
        super().__init__(
            label="Thư điện tử",
            help_text="Để nhận thông báo; có thể bỏ trống.",
            error_messages={"invalid": "Địa chỉ thư chưa đúng, ví dụ đúng: ten@coquan.gov.vn."},
            **kwargs,
        )


class OwnEmailForm(forms.Form):
    """A person's own address."""

    email = EmailField(required=False)


class AccountForm(forms.Form):
    """A new account with its first role here."""

    full_name = LineField(label="Họ và tên", max_length=100, error_messages={"required": "Hãy ghi họ và tên."})
    username = LineField(
        label="Tên đăng nhập",
        help_text="Chữ thường không dấu, số, dấu chấm hoặc gạch; từ 3 đến 40 ký tự.",
        error_messages={"required": "Hãy ghi tên đăng nhập."},
    )
    email = EmailField(required=False)
    role = forms.ChoiceField(
        label="Vai trò",
        choices=Role.choices,
        error_messages={"invalid_choice": "Hãy chọn một vai trò trong danh sách."},
    )

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit = unit

    def clean_username(self):
        username = self.cleaned_data["username"]
        if not _USERNAME.fullmatch(username):
            raise forms.ValidationError(
                "Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm hoặc gạch, từ 3 đến 40 ký tự."
            )
        if Membership.objects.filter(user__username=username, unit=self.unit).exists():
            raise forms.ValidationError(
                f"Tại đơn vị này đã có tài khoản “{username}”. Nếu bạn vừa tạo mà chưa thấy mật khẩu, "
                "hãy mở trang đơn vị và bấm “Mật khẩu mới” cạnh tên người đó."
            )
        if User.objects.filter(username=username).exists():
            raise forms.ValidationError("Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.")
        return username
