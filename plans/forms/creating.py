"""Beginning a plan: empty, from a template, as a copy."""

from uuid import uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.utils import timezone

from thiduakhenthuong.dates import day_words
from units.access import units_with
from units.models import Role

from ..access import visible_to
from ..models import Plan
from ..starting import copy_draft, empty_draft, start_plan, start_with, template_draft
from .issuers import IssuerField

MOST_OFFERED = 100  # plans offered as a source; any other visible plan is copied from its own page
REQUIRED = {"required": "Hãy điền mục này."}


class StartForm(forms.Form):
    """A new plan for an issuer and a year. `token` makes a double click harmless."""

    START_CHOICES = [
        ("template", "Từ mẫu của cấp hành chính"),
        ("copy", "Chép từ kế hoạch đã có"),
        ("empty", "Bắt đầu trống"),
    ]
    issuer = IssuerField(None, label="Cơ quan ban hành", empty_label="Chọn cơ quan…", error_messages=REQUIRED)
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
    started = None  # the plan it made when it was sent before, with other answers

    def __init__(self, *args, user, source=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["issuer"].offer(user)
        self.fields["issuer"].error_messages["invalid_choice"] = (
            "Bạn không được soạn kế hoạch cho cơ quan này. Hãy chọn lại."
        )
        self.fields["source"].queryset = visible_to(user).filter(genus=Plan.Genus.PLAN).for_list()
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
        year = source.year + 1 if source else timezone.localdate().year + 1
        copied = {"start": "copy", "source": source.code} if source else {}
        return {"issuer": self._likely_issuer(source, year), "year": year} | copied

    def _likely_issuer(self, source, year):
        """The source's issuer or what took over from it, else the user's own unit; one that still exists."""
        own = units_with(self.user, Role.EDITOR)
        likely = [source.issuer, *(s.successor for s in source.issuer.successions_out.all())] if source else []
        allowed = set(self.fields["issuer"].queryset.filter(pk__in=[unit.pk for unit in likely]))
        return next((u for u in [*(u for u in likely if u in allowed), *own] if not _ended_before(u, year)), None)

    def clean(self):
        data = super().clean()
        if data.get("start") == "copy" and not data.get("source") and "source" not in self.errors:
            self.add_error("source", "Hãy chọn kế hoạch để chép.")
        if "token" in self.errors:
            self.add_error(None, "Hãy tải lại trang rồi làm lại.")
        if data.get("issuer") and data.get("year") and _ended_before(data["issuer"], data["year"]):
            self.add_error("issuer", _say_ended(data["issuer"], data["year"]))
        return data

    def save(self):
        """The new plan, or the one this very form made before; None if that one was made of other answers."""
        data, sent = self.cleaned_data, self._sent()
        before = start_with(data["token"])
        if before and (before.by != self.user or before.details.get("sent") != sent):
            return self._ask_again(before)
        return (
            before.plan
            if before
            else start_plan(
                self._draft(),
                issuer=data["issuer"],
                by=self.user,
                token=data["token"],
                copied_from=data["source"] if data["start"] == "copy" else None,
                sent=sent,
            )
        )

    def _sent(self):
        data = self.cleaned_data
        copying = {"source": data["source"].code, "move_years": data["move_years"]} if data["start"] == "copy" else {}
        return {"issuer": data["issuer"].pk, "year": data["year"], "start": data["start"]} | copying

    def _ask_again(self, before):
        """Nothing is made. The form comes back with a token of its own; `started` is the plan it made before."""
        self.started = before.plan if before.by == self.user and "sent" in before.details else None
        self.data = self.data.copy()
        self.data["token"] = str(uuid4())
        self.add_error(
            None, "Mẫu này đã được gửi một lần rồi. Muốn tạo thêm một kế hoạch thì bấm “Tạo kế hoạch” lần nữa."
        )

    def _draft(self):
        data = self.cleaned_data
        head = {"issuer": data["issuer"], "year": data["year"]}
        if data["start"] == "copy":
            return copy_draft(data["source"], move_years=data["move_years"], **head)
        return template_draft(**head) if data["start"] == "template" else empty_draft(**head)


def _ended_before(unit, year):
    return unit.valid_to is not None and unit.valid_to.year < year


def _say_ended(unit, year):
    successors = ", ".join(str(succession.successor) for succession in unit.successions_out.select_related("successor"))
    advice = f"Hãy chọn đơn vị kế tiếp: {successors}." if successors else "Hãy chọn đơn vị khác hoặc năm khác."
    return f"{unit} đã chấm dứt hoạt động sau ngày {day_words(unit.valid_to)}, không lập kế hoạch năm {year}. {advice}"
