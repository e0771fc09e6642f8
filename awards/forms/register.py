"""What may stand in the query string of the register. Odd input is answered, never an error page."""

from django import forms
from django.utils import timezone

from plans.forms.fields import NumberField
from thiduakhenthuong.fields import LineField
from thiduakhenthuong.text import search_key
from units.access import units_of
from units.models import Unit

from ..access import SEEING
from ..models import AwardHeld, Nominee
from ..register.entries import entries_visible_to


class RegisterFilter(forms.Form):
    """Which awards to list; a field with an error lets all through."""

    q = LineField(label="Tên người, tập thể", required=False, max_length=200, help_text="Không cần gõ dấu.")
    don_vi = LineField(label="Đơn vị", required=False, max_length=200, help_text="Tên hoặc mã, kể cả cấp dưới.")
    danh_hieu = LineField(label="Danh hiệu, hình thức", required=False, max_length=200)
    so = LineField(label="Số quyết định", required=False, max_length=100)
    nam = NumberField(label="Năm quyết định", required=False, min_value=1945, max_value=2200)
    loai = forms.ChoiceField(
        label="Loại hình", required=False, choices=[("", "Mọi loại hình"), *AwardHeld.Merit.choices]
    )
    con = forms.ChoiceField(
        label="Hiệu lực",
        required=False,
        choices=[("", "Tất cả"), ("con", "Đang có hiệu lực"), ("thu-hoi", "Đã thu hồi")],
    )

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        self.is_valid()

    def apply(self):
        data, rows = self.cleaned_data, entries_visible_to(self.user)
        for word in search_key(data.get("q") or "").split():
            rows = rows.filter(nominee__search_key__contains=word)
        for word in search_key(data.get("danh_hieu") or "").split():
            rows = rows.filter(title__search_key__contains=word)
        if data.get("don_vi"):
            rows = rows.filter(nominee__in=self._posted_at(data["don_vi"]))
        if data.get("so"):
            rows = rows.filter(decision__icontains=data["so"].upper().replace("QD", "QĐ"))
        if data.get("nam"):
            rows = rows.filter(decided_on__year=data["nam"])
        if data.get("loai"):
            rows = rows.filter(merit=data["loai"])
        if data.get("con"):
            rows = rows.filter(revoked_on__isnull=data["con"] == "con")
        return rows

    def _posted_at(self, text):
        reached = units_of(self.user, *SEEING)
        named = reached.filter(code=text)[:1] or reached.named_like(text)[:50]
        units = Unit.objects.below(*named)
        return Nominee.objects.kept_by(units, on=timezone.localdate()).order_by().values("pk")

    @property
    def words(self):
        """What was looked for, in words: "Năm quyết định: 2026"."""
        told = []
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if value:
                told.append(f"{field.label}: {dict(getattr(field, 'choices', ())).get(value, value)}")
        return "; ".join(told)
