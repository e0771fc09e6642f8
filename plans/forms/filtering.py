"""What may stand in the query string of the lists. Odd input is cleaned, never an error page."""

from django import forms
from django.db.models import Max, Min, Q

from thiduakhenthuong.fields import LineField
from thiduakhenthuong.text import search_key
from units.models import Area, Unit

from ..models import Plan
from ..search import matching

LONGEST_QUERY = 200
KINDS = {"ke-hoach": Plan.Genus.PLAN, "bao-cao": Plan.Genus.REPORT, "khen-thuong": Plan.Genus.AWARD}


class QueryField(LineField):
    """A few words to look for; what is too long is cut."""

    def to_python(self, value):
        return super().to_python(value)[:LONGEST_QUERY]


class PlanFilter(forms.Form):
    """Which plans to list. A field left empty lets everything through."""

    q = QueryField(label="Tìm trong nội dung", required=False, help_text="Không cần gõ dấu.")
    nam = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)
    cap = forms.ChoiceField(label="Cấp", required=False, choices=[("", "Mọi cấp"), *Area.Level.choices])
    dia_ban = QueryField(label="Địa bàn", required=False)
    co_quan = QueryField(label="Cơ quan ban hành", required=False)
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Mọi trạng thái"), *Plan.State.choices]
    )

    loai = forms.ChoiceField(
        label="Loại",
        required=False,
        choices=[("", "Mọi loại"), *((slug, kind.label) for slug, kind in KINDS.items())],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", "Mọi năm"), *_years()]

    def apply(self, plans, *, whole=False):
        """The plans that fit, searched by `whole` words or by beginnings; a field with an error lets all through."""
        data = self.cleaned_data
        plans = matching(plans, data["q"], whole=whole) if data.get("q") else plans
        if data.get("nam"):
            plans = plans.of_year(data["nam"])
        if data.get("cap"):
            plans = plans.filter(issuer__area__level=data["cap"])
        if data.get("trang_thai"):
            plans = plans.filter(state=data["trang_thai"])
        if data.get("loai"):
            plans = plans.filter(genus=KINDS[data["loai"]])
        if data.get("co_quan"):
            plans = plans.filter(issuer__in=Unit.objects.named_like(data["co_quan"]))
        return plans.filter(_inside(data["dia_ban"])) if data.get("dia_ban") else plans


def _years():
    ends = Plan.objects.aggregate(first=Min("year"), last=Max("year"))
    return [(year, year) for year in range(ends["last"], ends["first"] - 1, -1)] if ends["last"] else []


def _inside(name):
    """Issued in an area of this name or below it."""
    areas = Area.objects.all()
    for word in search_key(name).split():
        areas = areas.filter(search_key__contains=word)
    return Q(issuer__area__in=Area.objects.within(areas))


class TaskFilter(forms.Form):
    """Which year of a unit's tasks, and in which order."""

    ORDERS = [("viec", "Mức gấp"), ("quy", "Quý"), ("han", "Thời hạn")]

    nam = forms.IntegerField(required=False, min_value=1900, max_value=2200)
    theo = forms.ChoiceField(required=False, choices=ORDERS)
