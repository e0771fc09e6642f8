"""A round of awarding: listed, opened, changed, closed."""

from uuid import uuid4

from django import forms
from django.utils import timezone

from plans.forms.fields import NumberField
from plans.models import PlanItem
from plans.models.moves import IN_FORCE
from thiduakhenthuong.fields import DayField, LineField, NameField, TextField
from thiduakhenthuong.text import search_key
from units.access import units_of, units_with
from units.forms.naming_units import UnitField

from ..access import KEEPING
from ..models import AwardTitle, Campaign
from ..rounds import keeping
from .nominees import NO_UNIT, YEAR_FAULTS
from .versions import REQUIRED, DeedForm

ITEM_LENGTH = 120


class CampaignFilter(forms.Form):
    """Which rounds to list. Odd input is answered, never an error page."""

    q = LineField(label="Tìm theo tên đợt, cơ quan", required=False, max_length=200, help_text="Không cần gõ dấu.")
    nam = NumberField(label="Năm công tác", required=False, min_value=2000, max_value=2200, error_messages=YEAR_FAULTS)
    loai = forms.ChoiceField(label="Loại đợt", required=False, choices=[("", "Mọi loại"), *Campaign.Kind.choices])
    mo = forms.BooleanField(label="Chỉ đợt chưa đóng", required=False)

    def __init__(self, data):
        super().__init__(data)
        self.is_valid()

    def apply(self, campaigns):
        data = self.cleaned_data
        chosen = {"year": data.get("nam"), "kind": data.get("loai")}
        campaigns = campaigns.filter(**{name: value for name, value in chosen.items() if value})
        if data.get("mo"):
            campaigns = campaigns.filter(closed_at=None)
        words = search_key(data.get("q") or "").split()
        return [row for row in campaigns if _holds(row, words)] if words else campaigns


def _holds(campaign, words):
    """A body has few rounds: their names are compared here, without a stored key."""
    text = search_key(f"{campaign.name} {campaign.unit.name}")
    return all(word in text for word in words)


class TitlesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, title):
        return title.full_name


class CampaignForm(DeedForm):
    """What is known of a round; its body stays."""

    class Meta:
        model = Campaign
        fields = ["name", "kind", "year", "opens_on", "due_on", "plan_item", "note", "titles"]
        field_classes = {"name": NameField, "opens_on": DayField, "due_on": DayField, "note": TextField}
        error_messages = dict.fromkeys(("name", "kind", "opens_on", "due_on"), REQUIRED)

    year = NumberField(
        label="Năm công tác",
        min_value=2000,
        max_value=2200,
        help_text="Năm của thành tích.",
        error_messages=YEAR_FAULTS | REQUIRED,
    )
    titles = TitlesField(
        AwardTitle.objects.all(),
        label="Danh hiệu, hình thức xét trong đợt",
        error_messages={"required": "Hãy chọn ít nhất một danh hiệu hoặc hình thức."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Chọn loại đợt"), *Campaign.Kind.choices]
        items = self.fields["plan_item"]
        items.queryset = self._items()
        items.empty_label = "Không gắn với nhiệm vụ nào"
        items.label_from_instance = lambda item: f"{item.plan.number_words}: {item.words[:ITEM_LENGTH]}"

    def _items(self):
        """Of the plans in force of the bodies the round may belong to."""
        owner = [self.instance.unit] if self.instance.pk else units_with(self.by, *KEEPING)
        found = PlanItem.objects.filter(plan__issuer__in=owner, plan__state__in=IN_FORCE)
        recent = found.filter(plan__year__gte=timezone.localdate().year - 1)
        return recent.select_related("plan", "section").order_by("-plan__year", "plan", "position")

    def clean(self):
        data = super().clean()
        start, end = data.get("opens_on"), data.get("due_on")
        if start and end and end < start:
            self.add_error("due_on", "Ngày hết hạn không được trước ngày bắt đầu nhận.")
        return data

    def _post_clean(self):
        """The deed writes the row; the instance stays as it is stored."""

    def stored_version(self):
        return Campaign.objects.values_list("version", flat=True).get(pk=self.instance.pk) if self.instance.pk else 0

    def last_event(self):
        return self.instance.events.select_related("by").first() if self.instance.pk else None

    def deed(self, values, version):
        keeping.change_campaign(campaign=self.instance, values=values, version=version, by=self.by)


class OpenCampaignForm(CampaignForm):
    """A new round of a body the user works for."""

    unit = UnitField(
        label="Cơ quan tổ chức đợt",
        max_length=200,
        help_text="Tên hoặc mã. Các đơn vị trực thuộc cơ quan này gửi đề nghị lên.",
        error_messages=NO_UNIT,
    )
    token = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ["unit", "name", "kind", "year", "opens_on", "due_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = uuid4
        self.fields["unit"].units = units_of(self.by, *KEEPING)
        own = units_with(self.by, *KEEPING)
        self.fields["unit"].initial = own[0] if own else None
        self.fields["year"].initial = timezone.localdate().year

    def deed(self, values, version):
        return keeping.open_campaign(values=values, by=self.by, token=values.pop("token"))


class CloseCampaignForm(DeedForm):
    """Close a round, or open it again: with a reason."""

    class Meta:
        model = Campaign
        fields = []

    because = LineField(label="Lý do", max_length=400, error_messages={"required": "Hãy ghi lý do."})

    def stored_version(self):
        return Campaign.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        deed = keeping.reopen_campaign if self.instance.closed_at else keeping.close_campaign
        deed(campaign=self.instance, note=values["because"], version=version, by=self.by)
