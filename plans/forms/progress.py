"""What may stand in the query string of a plan's progress. Odd input is cleaned, never an error page."""

from django import forms
from django.db.models import Q

from thiduakhenthuong.dates import month_period
from units.models import Unit

from ..models import Task
from ..models.task import unfinished
from ..progress.lateness import late
from .filtering import QueryField

LATE, SILENT, ASKED = "qua-han", "chua-bao-cao", "xin-gia-han"
VIEWS = [("nhiem-vu", "Theo nhiệm vụ"), ("don-vi", "Theo đơn vị")]


class ProgressFilter(forms.Form):
    """Which tasks of a plan to show, and whether by item or by body."""

    xem = forms.ChoiceField(required=False, choices=VIEWS, widget=forms.HiddenInput)
    don_vi = QueryField(label="Đơn vị", required=False, help_text="Không cần gõ dấu.")
    thang = forms.TypedChoiceField(
        label="Hạn trong tháng",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Mọi tháng"), *((month, f"Tháng {month}") for month in range(1, 13))],
    )
    trang_thai = forms.ChoiceField(
        label="Trạng thái",
        required=False,
        choices=[
            ("", "Mọi trạng thái"),
            (LATE, "Quá hạn"),
            (SILENT, "Chưa báo cáo"),
            (ASKED, "Xin gia hạn"),
            *Task.State.choices,
        ],
    )

    def __init__(self, *args, only=None, **kwargs):
        """`only`: names of the fields that count on this page; by default all."""
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(only or self.fields):
            del self.fields[name]

    @property
    def by_unit(self):
        return self.cleaned_data.get("xem") == "don-vi"

    @property
    def is_narrowed(self):
        return any(self.cleaned_data.get(name) for name in ("don_vi", "thang", "trang_thai"))

    @property
    def words(self):
        """What the tasks are narrowed to, in words; "" where they are not."""
        data, states = self.cleaned_data, dict(self.fields["trang_thai"].choices)
        words = [f"đơn vị có tên “{data['don_vi']}”" if data.get("don_vi") else ""]
        words += [f"hạn trong tháng {data['thang']}" if data.get("thang") else ""]
        words += [f"trạng thái “{states[data['trang_thai']].lower()}”" if data.get("trang_thai") else ""]
        return ", ".join(filter(None, words))

    def apply(self, tasks, *, year, today):
        """The tasks that fit; a field with an error lets all through."""
        data = self.cleaned_data
        if data.get("don_vi"):
            tasks = tasks.filter(unit__in=Unit.objects.named_like(data["don_vi"]))
        if data.get("thang"):
            tasks = tasks.filter(due_on__range=month_period(year, data["thang"]))
        return _in_state(tasks, data.get("trang_thai"), today)


def _in_state(tasks, wanted, today):
    if not wanted:
        return tasks
    if wanted == LATE:
        return late(tasks, today)
    special = {SILENT: Q(reported_at=None), ASKED: Q(asked_until_on__isnull=False)}
    return tasks.filter(unfinished() & special[wanted] if wanted in special else Q(state=wanted)).given()
