"""Roles and accounts at a unit, given and ended by its administrators."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from .. import administration
from ..access import may_change_account, may_end_role, may_give_roles
from ..forms.people import AccountForm, RoleForm
from .answering import form_page
from .guarding import account_view, membership_view, unit_view


@require_http_methods(["GET", "HEAD", "POST"])
@unit_view(may_give_roles)
def role_give(request, unit):
    form = RoleForm(request.POST or None, unit=unit)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        administration.give_role(
            data["username"],
            unit,
            data["role"],
            by=request.user,
            valid_from=data["valid_from"],
            valid_to=data["valid_to"],
        )
        messages.success(request, f"Đã giao vai trò cho {data['username']}.")
        return redirect(unit)
    return form_page(request, form, f"Giao vai trò tại {unit}", unit)


@require_POST
@membership_view(may_end_role)
def role_end(request, membership):
    administration.end_role(membership, by=request.user, on=timezone.localdate())
    messages.success(request, f"{membership.user} không còn vai trò {membership.get_role_display()}.")
    return redirect(membership.unit)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@unit_view(may_give_roles)
def account_create(request, unit):
    form = AccountForm(request.POST or None, unit=unit)
    if request.method == "POST" and form.is_valid():
        user, password = administration.create_account(
            **form.cleaned_data, unit=unit, by=request.user, on=timezone.localdate()
        )
        return _password(request, user, password, unit)
    return form_page(request, form, f"Tạo tài khoản tại {unit}", unit)


@never_cache
@require_POST
@account_view(may_change_account)
def account_reset(request, account):
    if account == request.user:
        raise PermissionDenied
    password = administration.reset_password(account, by=request.user)
    unit = account.memberships.not_ended(on=timezone.localdate()).select_related("unit").first().unit
    return _password(request, account, password, unit)


def _password(request, user, password, unit):
    """The only page that ever shows the password."""
    return render(request, "units/account_password.html", {"account": user, "password": password, "unit": unit})
