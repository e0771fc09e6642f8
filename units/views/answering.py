"""What the views of this app answer alike."""

from django.shortcuts import render


def form_page(request, form, title, back):
    """A page with one form; `back` is the object whose page the user came from. 422 where the form has errors."""
    status = 422 if form.errors else 200
    return render(request, "units/form.html", {"form": form, "title": title, "back": back}, status=status)
