"""What people change about their own account, besides the password."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thiduakhenthuong.guards import open_to_users

from ..forms.people import OwnEmailForm


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_users
def own_email(request):
    """The address notices are sent to; empty: none are sent."""
    form = OwnEmailForm(request.POST if request.method == "POST" else None, initial={"email": request.user.email})
    if request.method == "POST" and form.is_valid():
        request.user.email = form.cleaned_data["email"]
        request.user.save(update_fields=["email"])
        messages.success(request, "Đã lưu địa chỉ thư.")
        return redirect("home")
    return render(request, "units/own_email.html", {"form": form}, status=422 if form.errors else 200)
