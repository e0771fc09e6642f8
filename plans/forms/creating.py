"""Beginning a plan and reading one from a file."""

from hashlib import sha256
from uuid import uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from thiduakhenthuong.text import clean
from units.access import units_with
from units.models import Role

from ..access import issuers_for, visible_to
from ..importing.importing import import_file
from ..importing.reading import Unreadable
from ..models import PlanSource
from ..starting import copy_draft, empty_draft, start_plan, started_with, template_draft

PASTED = "van-ban-dan.txt"
MOST_OFFERED = 100  # plans offered as a source; any other visible plan is copied from its own page
REQUIRED = {"required": "Hãy điền mục này."}


class StartForm(forms.Form):
    """A new plan for an issuer and a year. `token` makes a double click harmless."""

    START_CHOICES = [
        ("template", "Từ mẫu của cấp hành chính"),
        ("copy", "Chép từ kế hoạch đã có"),
        ("empty", "Bắt đầu trống"),
    ]
    issuer = forms.ModelChoiceField(
        None, label="Cơ quan ban hành", empty_label="Chọn cơ quan…", error_messages=REQUIRED
    )
    year = forms.IntegerField(
        label="Kế hoạch năm",
        min_value=2000,
        max_value=2100,
        error_messages=REQUIRED
        | {
            "invalid": "Hãy ghi năm bằng bốn chữ số, ví dụ 2025.",
            "min_value": "Năm phải từ 2000 đến 2100.",
            "max_value": "Năm phải từ 2000 đến 2100.",
        },
    )
    start = forms.ChoiceField(
        label="Bắt đầu",
        choices=START_CHOICES,
        widget=forms.RadioSelect,
        initial="template",
        error_messages=REQUIRED | {"invalid_choice": "Hãy chọn một trong ba cách bắt đầu."},
    )
    source = forms.ModelChoiceField(
        None,
        label="Kế hoạch để chép",
        required=False,
        to_field_name="code",
        help_text="Muốn chép một kế hoạch không có ở đây: mở kế hoạch đó rồi bấm “Chép thành kế hoạch mới”.",
        error_messages={"invalid_choice": "Không có kế hoạch này, hoặc bạn không được xem. Hãy chọn lại."},
    )
    move_years = forms.BooleanField(
        label="Đổi năm trong nội dung",
        required=False,
        initial=True,
        help_text="Đổi “năm 2024” thành năm mới trong trích yếu, tiêu đề và nhiệm vụ; tên luật và ngày của văn bản "
        "được viện dẫn giữ nguyên.",
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, user, source=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["issuer"].queryset = issuers_for(user).valid(on=timezone.localdate())
        self.fields["issuer"].error_messages["invalid_choice"] = (
            "Bạn không được soạn kế hoạch cho cơ quan này. Hãy chọn lại."
        )
        self.fields["source"].queryset = visible_to(user).for_list()
        self.fields["source"].choices = self._sources(source)
        self.initial |= {"token": uuid4(), **self._proposal(source)}
        self.helper = FormHelper()
        copying = Fieldset("Khi chép từ kế hoạch đã có", "source", "move_years", css_class="copying")
        self.helper.layout = Layout("token", "issuer", "year", "start", copying, Submit("", "Tạo kế hoạch"))

    def _sources(self, source):
        offered = [source] if source else self.fields["source"].queryset[:MOST_OFFERED]
        named = [(plan.code, f"{plan.issuer} – {plan.year}: {plan.subject}") for plan in offered]
        return named if source else [("", "Chọn kế hoạch…"), *named]

    def _proposal(self, source):
        own = units_with(self.user, Role.EDITOR)
        issuer = source.issuer if source and source.issuer in own else (own or [None])[0]
        year = source.year + 1 if source else timezone.localdate().year + 1
        return {"issuer": issuer, "year": year} | ({"start": "copy", "source": source.code} if source else {})

    def clean(self):
        data = super().clean()
        if data.get("start") == "copy" and not data.get("source") and "source" not in self.errors:
            self.add_error("source", "Hãy chọn kế hoạch để chép.")
        if "token" in self.errors:
            self.add_error(None, "Hãy tải lại trang rồi làm lại.")
        return data

    def save(self):
        """The new plan, or the one this very form made before."""
        data = self.cleaned_data
        return started_with(data["token"]) or start_plan(
            self._draft(),
            issuer=data["issuer"],
            by=self.user,
            token=data["token"],
            copied_from=data["source"] if data["start"] == "copy" else None,
        )

    def _draft(self):
        data = self.cleaned_data
        head = {"issuer": data["issuer"], "year": data["year"]}
        if data["start"] == "copy":
            return copy_draft(data["source"], move_years=data["move_years"], **head)
        return template_draft(**head) if data["start"] == "template" else empty_draft(**head)


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
    issuer = forms.ModelChoiceField(
        None,
        label="Cơ quan ban hành",
        required=False,
        empty_label="Như ghi trong văn bản",
        error_messages={"invalid_choice": "Bạn không được nhập kế hoạch của cơ quan này. Hãy chọn lại."},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["issuer"].queryset = issuers_for(user)
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
        if not self.fields["issuer"].queryset.filter(pk=plan.issuer_id).exists():
            raise ValidationError(
                f"Văn bản này của {plan.issuer}; bạn không được nhập kế hoạch của cơ quan đó. "
                "Nếu đọc sai, hãy chọn cơ quan ban hành."
            )
