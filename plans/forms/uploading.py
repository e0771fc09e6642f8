"""A plan read from a file or from pasted text."""

from hashlib import sha256

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from thiduakhenthuong.text import clean

from ..access import issuers_for, visible_to
from ..importing.importing import import_file
from ..models import PlanSource
from ..reading.lines import Unreadable
from .issuers import IssuerField

PASTED = "van-ban-dan.txt"


class PastedField(forms.CharField):
    """Text as it was copied, tabs between cells included; the reading cleans it."""

    widget = forms.Textarea

    def to_python(self, value):
        return super().to_python(value).replace("\0", "")


class UploadForm(forms.Form):
    """A plan as a text file or as pasted text."""

    file = forms.FileField(
        label="Tệp văn bản",
        required=False,
        help_text="Tệp .txt hoặc .md, tối đa 20 MB.",
        error_messages={"empty": "Tệp này trống. Hãy chọn tệp khác.", "invalid": "Hãy chọn lại tệp."},
    )
    text = PastedField(
        label="Hoặc dán nội dung kế hoạch vào đây",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "maxlength": 1_000_000}),
    )
    issuer = IssuerField(
        None,
        label="Cơ quan ban hành",
        required=False,
        empty_label="Như ghi trong văn bản",
        error_messages={"invalid_choice": "Bạn không được nhập kế hoạch của cơ quan này. Hãy chọn lại."},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["issuer"].offer(user)
        self.fields["file"].widget.attrs["accept"] = ".txt,.md,text/plain,text/markdown"
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Đọc văn bản"))

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_LIMIT:
            raise ValidationError("Tệp lớn hơn 20 MB. Hãy chọn tệp nhỏ hơn.")
        return file

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        if bool(data["file"]) == bool(clean(data["text"])):
            raise ValidationError("Hãy chọn một tệp hoặc dán nội dung vào ô bên dưới, một trong hai.")
        return data

    def save(self):
        """The plan, new or read from the same bytes before, and which; or None, with the reason among the errors."""
        file = self.cleaned_data["file"]
        name, content = (file.name, file.read()) if file else (PASTED, self.cleaned_data["text"].encode())
        try:
            existing = self._existing(content)
            return existing or self._import(name, content), existing is not None
        except ValidationError as reason:
            self.add_error(None, reason)
            return None

    def _existing(self, content):
        """The plan read from the same bytes before."""
        source = PlanSource.objects.filter(sha256=sha256(content).hexdigest()).first()
        if source is None:
            return None
        plan = visible_to(self.user).filter(pk=source.plan_id).first()
        if plan is None:
            raise ValidationError("Văn bản này đã được một cơ quan khác nhập. Hãy liên hệ quản trị nếu cần xem.")
        return plan

    def _import(self, name, content):
        try:
            with transaction.atomic():
                plan = import_file(content, name, issuer=self.cleaned_data["issuer"], by=self.user)
                self._refuse_foreign_issuer(plan)
                return plan
        except Unreadable as reason:
            raise ValidationError(str(reason)) from reason

    def _refuse_foreign_issuer(self, plan):
        """Raised inside the transaction: nothing of the plan stays."""
        if not issuers_for(self.user).filter(pk=plan.issuer_id).exists():
            raise ValidationError(
                f"Văn bản này của {plan.issuer}; bạn không được nhập kế hoạch của cơ quan đó. "
                "Nếu đọc sai, hãy chọn cơ quan ban hành."
            )
