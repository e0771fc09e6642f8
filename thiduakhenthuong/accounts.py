"""Signing in: Vietnamese wording for allauth, and no self-registration."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ChangePasswordForm as AllauthChangePasswordForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from django.contrib import messages
from django.shortcuts import redirect


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by administrators."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Tài khoản này đã ngừng hoạt động. Hãy liên hệ người quản trị.",
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại.",
        "too_many_login_attempts": "Đăng nhập sai quá nhiều lần. Hãy chờ 5 phút rồi thử lại.",
        "enter_current_password": "Mật khẩu hiện tại không đúng. Hãy nhập lại.",
        "incorrect_password": "Mật khẩu không đúng. Hãy nhập lại.",
        "rate_limited": "Bạn gửi quá nhiều yêu cầu. Hãy chờ một phút rồi thử lại.",
    }

    def is_open_for_signup(self, request):
        return False

    def respond_user_inactive(self, request, user):
        """Only who knows the password gets here."""
        messages.error(request, self.error_messages["account_inactive"])
        return redirect("account_login")

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Counts by account alone: allauth adds the host name, and one site may be reached under several."""
        return credentials.get("username", "").casefold()


class LoginForm(AllauthLoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Tên đăng nhập"
        self.fields["password"].label = "Mật khẩu"
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class ChangePasswordForm(AllauthChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = {"oldpassword": "Mật khẩu hiện tại", "password1": "Mật khẩu mới", "password2": "Nhập lại mật khẩu mới"}
        for name, label in labels.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)
