"""A nomination: entered for a record that stands or a new one, changed, listed."""

from uuid import uuid4

from django import forms
from django.utils import timezone

from plans.forms.fields import NumberField
from thiduakhenthuong.fields import LineField, TextField
from thiduakhenthuong.text import search_key
from units.access import units_with
from units.models import Unit

from ..access import KEEPING
from ..models import AwardTitle, Nomination, Nominee
from ..nominating import entering
from ..nominating.fields import columns_of, open_parts
from .nominees import YEAR_FAULTS, AddNomineeForm
from .versions import REQUIRED, DeedForm

MOST_FOUND = 20
_YEAR = {"min_value": 1945, "max_value": 2200, "error_messages": YEAR_FAULTS | REQUIRED}


def records_of(unit):
    """The records a unit may nominate: who is posted at it or below it today."""
    return Nominee.objects.standing().kept_by(Unit.objects.below(unit), on=timezone.localdate())


class FindNomineeForm(forms.Form):
    """Whom to nominate, by name."""

    ten = LineField(label="Họ tên hoặc tên tập thể", required=False, max_length=200, help_text="Không cần gõ dấu.")

    def __init__(self, data, *, unit, kind):
        super().__init__(data)
        self.unit, self.kind = unit, kind
        self.is_valid()

    @property
    def name(self):
        return self.cleaned_data.get("ten") or ""

    def found(self):
        """The unit's records of that name; of them all the first ones, where nothing was typed."""
        rows = records_of(self.unit).filter(kind=self.kind).named_like(self.name)
        return list(rows.prefetch_related("postings__unit")[: MOST_FOUND + 1])


class NominationForm(DeedForm):
    """What a nomination says; once returned, only the named parts are open."""

    class Meta:
        model = Nomination
        fields = ["title", "from_year", "to_year", "position_words", "recipient_class", "achievement", "initiatives"]
        field_classes = {"position_words": LineField, "achievement": TextField}
        widgets = {
            "initiatives": forms.CheckboxSelectMultiple,
            "achievement": forms.Textarea(attrs={"rows": 6}),
        }
        error_messages = {"title": REQUIRED}

    token = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Hãy mở lại trang này."})
    from_year = NumberField(label="Thành tích từ năm", **_YEAR)
    to_year = NumberField(label="Đến năm", **_YEAR)

    def __init__(self, *args, campaign, nominee=None, kind=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.campaign, self.nominee = campaign, nominee
        self.fields["token"].initial = uuid4
        self._set_up_title(kind or nominee.kind)
        self.fields["recipient_class"].choices = [
            ("", "Chưa xác định"),
            *Nomination._meta.get_field("recipient_class").choices,
        ]
        self.fields["position_words"].help_text = "Bỏ trống: lấy theo hồ sơ."
        initiatives = nominee.initiatives.all() if nominee else None
        if initiatives:
            self.fields["initiatives"].queryset = initiatives
        else:
            del self.fields["initiatives"]

    def _set_up_title(self, kind):
        title = self.fields["title"]
        title.queryset = self.campaign.titles.filter(recipient=kind)
        title.empty_label = "Chọn danh hiệu, hình thức"
        if kind != AwardTitle.Recipient.PERSON:
            self.fields["position_words"].label = "Địa chỉ, nơi trực thuộc ghi trên văn bản"

    def clean(self):
        data = super().clean()
        start, end, year = data.get("from_year"), data.get("to_year"), self.campaign.year
        if start and end and end < start:
            self.add_error("to_year", "Năm cuối không được trước năm đầu.")
        elif end and end > year:
            self.add_error("to_year", f"Đợt này xét thành tích đến năm {year}.")
        return data

    def _post_clean(self):
        """The deed writes the row; the instance stays as it is stored."""


class ChangeNominationForm(NominationForm):
    """A draft, or what was returned for mending."""

    def __init__(self, *args, instance, **kwargs):
        super().__init__(*args, instance=instance, campaign=instance.campaign, nominee=instance.nominee, **kwargs)
        allowed = columns_of(open_parts(instance)) | {"token", "version"}
        for name, field in self.fields.items():
            field.disabled = name not in allowed

    def stored_version(self):
        return Nomination.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        token = values.pop("token")
        entering.change_nomination(nomination=self.instance, values=values, version=version, by=self.by, token=token)


class AddNominationForm(NominationForm):
    """A new one for a record that stands, or for a new record whose form is bound beside it."""

    def __init__(self, *args, unit, new=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit, self.new = unit, new
        self.fields["from_year"].initial = self.fields["to_year"].initial = self.campaign.year

    def is_valid(self):
        """Both forms, so that all faults are said at once."""
        new = self.new is None or self.new.is_valid()
        return super().is_valid() and new

    def deed(self, values, version):
        token = values.pop("token")
        nominee = self.new.made if self.new else self.nominee
        return entering.add_nomination(
            campaign=self.campaign, unit=self.unit, nominee=nominee, values=values, by=self.by, token=token
        )


class NewNomineeForm(AddNomineeForm):
    """The record of somebody the unit nominates for the first time; its namesakes there are asked about."""

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, prefix="ho-so", **kwargs)
        self.proposing = unit
        self.fields["unit"].units = Unit.objects.below(unit)
        self.fields["unit"].initial = unit
        self.fields["unit"].help_text = "Tên hoặc mã: đơn vị đề nghị hoặc đơn vị trực thuộc."

    def known(self):
        return records_of(self.proposing)

    def made(self):
        """The record; raises Refused."""
        values = dict(self.cleaned_data)
        return self.deed(values, values.pop("version"))


class NominationFilter(forms.Form):
    """Which nominations to list. Odd input is answered, never an error page."""

    q = LineField(label="Tìm theo tên", required=False, max_length=200, help_text="Không cần gõ dấu.")
    don_vi = LineField(label="Đơn vị đề nghị", required=False, max_length=200, help_text="Tên hoặc mã.")
    o = LineField(label="Đang ở", required=False, max_length=200, help_text="Tên hoặc mã đơn vị đang giữ.")
    danh_hieu = forms.ModelChoiceField(
        AwardTitle.objects.none(), label="Danh hiệu", required=False, empty_label="Mọi danh hiệu, hình thức"
    )
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Mọi trạng thái"), *Nomination.State.choices]
    )
    cho = forms.BooleanField(label="Chỉ đề nghị đang chờ tôi xử lý", required=False)
    don_vi_so = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data, *, campaign, user):
        super().__init__(data)
        self.campaign, self.user = campaign, user
        self.fields["danh_hieu"].queryset = campaign.titles.all()
        self.fields["danh_hieu"].label_from_instance = lambda title: title.full_name
        self.is_valid()

    def apply(self, nominations):
        """Those that fit; a field with an error lets all through."""
        data = self.cleaned_data
        chosen = {"title": "danh_hieu", "state": "trang_thai", "unit": "don_vi_so"}
        found = nominations.filter(**{path: data[name] for path, name in chosen.items() if data.get(name)})
        for word in search_key(data.get("q") or "").split():
            found = found.filter(nominee__search_key__contains=word)
        for path, name in (("unit__in", "don_vi"), ("holder__in", "o")):
            if data.get(name):
                found = found.filter(**{path: self._units(data[name])})
        return found.filter(**self._waiting()) if data.get("cho") else found

    def _waiting(self):
        own = [unit.pk for unit in units_with(self.user, *KEEPING)]
        return {"holder__in": own, "state__in": ("draft", "returned", "submitted")}

    def _units(self, text):
        """The units of the round named so."""
        units = Unit.objects.below(self.campaign.unit)
        return units.filter(code=text)[:1] or units.named_like(text)[:50]
