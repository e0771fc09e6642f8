"""Reports on several tasks of a unit in one form: a row a task, and only rows that change anything are sent.

The same form shows what a filled-in spreadsheet says: what stands in it is what will be sent (decision 41).
"""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from thiduakhenthuong.fields import DayField, TextField

from ..models import Task
from ..progress.asked_figures import told, value_for
from ..progress.reporting import ReportedMeanwhile
from ..progress.reporting_together import SomeRefused, report_together
from ..progress.sheets.confined import rows_confined
from ..reading.lines import Unreadable
from .moving import TokenForm
from .reporting import FigureField

MOST = 200  # rows of one form


class ChosenField(forms.Field):
    """Ids of tasks, one a box or all of a section with commas between; what is no number was not chosen."""

    widget = forms.SelectMultiple

    def to_python(self, value):
        told = [each for box in value or () for each in box.split(",")]
        return {int(each) for each in told if each.isascii() and each.isdigit() and len(each) < 16}


class ChosenTasks(forms.Form):
    """Which tasks to report on."""

    viec = ChosenField(required=False)


class ReportRow(forms.Form):
    """One report. State and day carry what the page showed, so that a change is what the person changed."""

    state = forms.ChoiceField(
        label="Trạng thái",
        choices=Task.State.choices,
        show_hidden_initial=True,
        error_messages={
            "required": "Hãy chọn trạng thái.",
            "invalid_choice": "“%(value)s” không phải trạng thái. Hãy chọn một trạng thái trong danh sách.",
        },
    )
    note = TextField(label="Nội dung", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    happened_on = DayField(label="Ngày thực hiện", required=False, show_hidden_initial=True)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    skipped = forms.BooleanField(label="Không gửi dòng này", required=False)

    def __init__(self, data=None, *, task, figures):
        initial = {"state": task.state, "happened_on": timezone.localdate(), "seen": task.report_id or 0}
        super().__init__(data, prefix=str(task.pk), initial=initial)
        self.task, self.figures = task, {f"figure_{figure.position}": figure for figure in figures}
        for name, figure in self.figures.items():
            label = f"{figure.label} ({figure.measure})" if figure.measure else figure.label
            self.fields[name] = FigureField(label=label, required=False, max_length=30)

    @property
    def figure_fields(self):
        return [self[name] for name in self.figures]

    def counts(self):
        """Whether there is anything to send."""
        return not self["skipped"].data and bool({"state", "note", "happened_on", *self.figures} & {*self.changed_data})

    def clean_happened_on(self):
        day = self.cleaned_data["happened_on"]
        if day and day > timezone.localdate():
            raise ValidationError("Ngày thực hiện ở sau hôm nay. Hãy ghi lại ngày.")
        return day

    def clean(self):
        data = super().clean()
        if data.get("state") == Task.State.NOT_DONE and not data.get("note") and "note" not in self.errors:
            self.add_error("note", "Hãy ghi lý do không thực hiện.")
        return data

    def told(self):
        """The report, as keywords of the deed."""
        data = self.cleaned_data
        given = [(figure, data[name]) for name, figure in self.figures.items()]
        figures = {str(figure.position): told(figure, value) for figure, value in given if value}
        said = {name: data[name] for name in ("state", "note", "happened_on", "seen")}
        return {"task": self.task, "figures": figures, **said}

    def repeats_last_report(self):
        """Whether it says word for word what was reported last."""
        last, said = self.task.report, self.told()
        if not last or self.task.returned_at:
            return False
        figures = all(value_for(figure, last) == self.cleaned_data[name] for name, figure in self.figures.items())
        return figures and all(getattr(last, name) == said[name] for name in ("state", "note", "happened_on"))

    def refuse(self, reason):
        """Say why beside the row; who has read what somebody else reported meanwhile may send again."""
        self.add_error(None, str(reason))
        if isinstance(reason, ReportedMeanwhile):
            self.task.refresh_from_db()
            self.data[self.add_prefix("seen")] = str(self.task.report_id)


class ReportsTogether:
    """The rows of some tasks and their common token. `data` is what was sent or what a sheet says."""

    def __init__(self, data=None, *, tasks, asked):
        data = None if data is None else data.copy()
        self.form = TokenForm(data)
        self.rows = [ReportRow(data, task=task, figures=asked.get(task.pk, ())) for task in tasks]

    def is_valid(self):
        """Whether all rows to be sent are right, and there are any."""
        faults = [row for row in self.sent if not row.is_valid()]  # of all rows, not only the first
        return self.form.is_valid() and bool(self.sent) and not faults

    @property
    def sent(self):
        return [row for row in self.rows if row.counts()]

    def save(self, *, by):
        """The events; none where a row was refused, which then says why."""
        try:
            return report_together([row.told() for row in self.sent], by=by, token=self.form.cleaned_data["token"])
        except SomeRefused as refused:
            for row in self.rows:
                if reason := refused.faults.get(row.task.pk):
                    row.refuse(reason)
        return []


class SheetForm(forms.Form):
    """A spreadsheet that was filled in."""

    file = forms.FileField(
        label="Bảng đã điền",
        help_text="Tệp Excel (.xlsx) tải từ trang này; tối đa 20 MB.",
        error_messages={
            "required": "Hãy chọn tệp bảng tính đã điền.",
            "empty": "Tệp này trống. Hãy chọn tệp khác.",
            "invalid": "Hãy chọn lại tệp.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".xlsx"

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError("Tệp lớn hơn 20 MB. Hãy tải lại bảng, điền rồi chọn tệp ấy.")
        return file

    def read(self):
        """The rows; None where the file is refused, with the reason beside it."""
        file = self.cleaned_data["file"]
        try:
            return rows_confined(file.read(), file.name, limit=settings.UPLOAD_LIMIT)
        except Unreadable as reason:
            self.add_error("file", str(reason))
        return None
