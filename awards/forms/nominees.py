"""A record of a nominee: found, added, changed, merged."""

from django import forms
from django.utils import timezone

from plans.forms.fields import NumberField
from thiduakhenthuong.fields import DayField, LineField, NameField
from units.access import units_of
from units.administration import Stale
from units.forms.naming_units import UnitField

from ..access import KEEPING, SEEING, nominees_visible_to
from ..editing import Refused
from ..models import AwardTitle, Nominee
from ..nominees import duplicates, keeping, merging
from .versions import REQUIRED, DeedForm

YEAR_FAULTS = dict.fromkeys(("invalid", "min_value", "max_value"), "Hãy ghi năm đủ bốn chữ số, ví dụ 1985.")
NO_UNIT = {"required": "Hãy ghi tên hoặc mã đơn vị."}
Kind = AwardTitle.Recipient


class NomineeFilter(forms.Form):
    """Which records to list. Odd input is answered, never an error page."""

    q = LineField(label="Tìm theo tên", required=False, max_length=200, help_text="Không cần gõ dấu.")
    don_vi = LineField(label="Đơn vị", required=False, max_length=200, help_text="Tên hoặc mã, kể cả đơn vị cấp dưới.")
    loai = forms.ChoiceField(label="Loại hồ sơ", required=False, choices=[("", "Mọi loại"), *Kind.choices])
    trung = forms.BooleanField(label="Chỉ hồ sơ có thể trùng", required=False)

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        self.is_valid()

    def apply(self):
        """Those that fit, of the records the user may see; a field with an error lets all through."""
        data, visible = self.cleaned_data, nominees_visible_to(self.user)
        found = visible.named_like(data.get("q") or "")
        if data.get("loai"):
            found = found.filter(kind=data["loai"])
        if data.get("don_vi"):
            found = found.kept_by(self._units(data["don_vi"]), on=timezone.localdate())
        return duplicates.doubtful(found, visible) if data.get("trung") else found

    def _units(self, text):
        """The units named so within reach, and all below them."""
        reached = units_of(self.user, *SEEING)
        named = reached.filter(code=text)[:1] or reached.named_like(text)[:50]
        return reached.below(*named)


class NomineeForm(DeedForm):
    """What is known of the nominee itself; which questions are asked depends on the kind."""

    class Meta:
        model = Nominee
        fields = ["name", "first_year", "sex", "body"]
        field_classes = {"name": NameField}
        error_messages = {"name": REQUIRED}

    first_year = NumberField(required=False, min_value=1800, max_value=2200, error_messages=YEAR_FAULTS)
    body = UnitField(
        label="Đơn vị trong danh bạ",
        required=False,
        max_length=200,
        help_text="Tên hoặc mã, nếu tập thể này là một đơn vị trong danh bạ.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kind = self.instance.kind
        self.fields["name"].label = {Kind.PERSON: "Họ và tên", Kind.HOUSEHOLD: "Tên chủ hộ"}.get(kind, "Tên tập thể")
        self.fields["first_year"].label = self.instance.year_label
        if kind == Kind.PERSON:
            self.fields["sex"].choices = [("", "Không ghi"), *Nominee.Sex.choices]
        else:
            del self.fields["sex"]
        if kind == Kind.HOUSEHOLD:
            del self.fields["first_year"]
        if kind != Kind.COLLECTIVE:
            del self.fields["body"]

    def clean_first_year(self):
        year = self.cleaned_data["first_year"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError("Năm này chưa đến. Hãy kiểm tra lại.")
        return year

    def stored_version(self):
        return Nominee.objects.values_list("version", flat=True).get(pk=self.instance.pk) if self.instance.pk else 0

    def last_event(self):
        return self.instance.pk and self.instance.events.select_related("by").first()

    def deed(self, values, version):
        keeping.change_nominee(nominee=self.instance, values=values, version=version, by=self.by)


class AddNomineeForm(NomineeForm):
    """A new record, with the unit where its nominee is now; names that look known are asked about first."""

    unit = UnitField(
        label="Đơn vị công tác",
        max_length=200,
        help_text="Tên hoặc mã của một đơn vị bạn phụ trách.",
        error_messages=NO_UNIT,
    )
    position = LineField(label="Chức vụ, công việc", max_length=200, required=False)
    since = DayField(label="Từ ngày", required=False)
    another = forms.BooleanField(label="Đây là hồ sơ khác, vẫn lập mới", required=False, widget=forms.HiddenInput)

    def __init__(self, *args, kind, by, **kwargs):
        super().__init__(*args, instance=Nominee(kind=kind), by=by, **kwargs)
        self.fields["unit"].units = units_of(by, *KEEPING)
        if kind != Kind.PERSON:
            self.fields["unit"].label = "Thuộc đơn vị"
            del self.fields["position"]

    def clean(self):
        data = super().clean()
        if data.get("name") and data.get("unit") and not data.get("another"):
            found = duplicates.like(
                self.known(),
                kind=self.instance.kind,
                name=data["name"],
                first_year=data.get("first_year"),
                units=[data["unit"].pk],
            )
            self._ask_about(list(found))
        return data

    def known(self):
        """The records among which a double is looked for."""
        return nominees_visible_to(self.by)

    def _ask_about(self, found):
        if not found:
            return
        self.fields["another"].widget = forms.CheckboxInput()
        names = "; ".join(f"hồ sơ số {one.pk}, {one.name}, {one.postings.all()[0].unit}" for one in found)
        self.add_error("another", f"Có thể đã có hồ sơ: {names}. Hãy xem trước; nếu là người khác, hãy đánh dấu ô này.")

    def deed(self, values, version):
        values.pop("another")
        unit = values.pop("unit")
        posting = {"unit": unit, "position": values.pop("position", ""), "valid_from": values.pop("since")}
        return keeping.add_nominee(kind=self.instance.kind, values=values, posting=posting, unit=unit, by=self.by)


class MergeForm(forms.Form):
    """The versions of both records as they were seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    other_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, nominee, other, by, **kwargs):
        seen = {"version": nominee.version, "other_version": other.version}
        super().__init__(*args, initial=seen, **kwargs)
        self.nominee, self.other, self.by = nominee, other, by

    def save_as(self):
        """The kept record; None where it was refused."""
        try:
            return merging.merge(nominee=self.nominee, other=self.other, by=self.by, **self.cleaned_data)
        except Refused as reason:
            self.add_error(None, str(reason))
        except Stale:
            self.add_error(None, "Có người vừa thay đổi một trong hai hồ sơ. Hãy mở lại trang này rồi gộp.")
        return None
