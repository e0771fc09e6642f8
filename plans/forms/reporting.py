"""A unit's report on a task: the state, a sentence, the figures asked for, the day, files."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from thiduakhenthuong.fields import DayField, LineField, TextField
from thiduakhenthuong.numbers import figure_words, read_figure

from ..editing.locking import Refused
from ..models import Task
from ..progress.access import reports_on_behalf
from ..progress.asked_figures import asked_by, told, value_for
from ..progress.files import ACCEPT, files_of
from ..progress.reporting import ReportedMeanwhile, report
from .moving import TokenForm

State = Task.State
NEEDS_REASON = "Hãy ghi lý do không thực hiện vào ô này."


class FigureField(LineField):
    """A figure in Vietnamese notation; cleaned to a plain decimal."""

    def clean(self, value):
        try:
            return read_figure(super().clean(value))
        except ValueError:
            raise ValidationError("Hãy ghi một số, ví dụ 1250, 1.250 hoặc 12,5.") from None


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; cleaned to TaskFile not yet stored."""

    widget = FilesInput

    def clean(self, data, initial=None):
        uploads = [super(FilesField, self).clean(upload, initial) for upload in data or []]
        try:
            return files_of(uploads)
        except Refused as reason:
            raise ValidationError(str(reason)) from None


class ReportForm(TokenForm):
    """Starts from the last report, so that it can be corrected; `seen` is that report."""

    state = forms.ChoiceField(
        label="Tình hình thực hiện",
        choices=State.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Hãy chọn một trạng thái."},
    )
    note = TextField(
        label="Kết quả, hoặc lý do",
        required=False,
        max_length=2000,
        help_text="Một câu là đủ. Không thực hiện thì ghi lý do.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    happened_on = DayField(label="Ngày thực hiện", required=False)
    files = FilesField(
        label="Tệp kèm theo",
        required=False,
        help_text="Ảnh (.jpg, .png), .pdf, .docx, .xlsx; tối đa 5 tệp, mỗi tệp 20 MB.",
        error_messages={"empty": "Có tệp trống. Hãy chọn tệp khác.", "invalid": "Hãy chọn lại tệp."},
        widget=FilesInput(attrs={"accept": ACCEPT, "hx-preserve": "true"}),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, task, user, **kwargs):
        super().__init__(*args, initial=_as_reported(task), **kwargs)
        self.task, self.user = task, user
        self.on_behalf = reports_on_behalf(user, task)
        self.asked = asked_by(task)
        for figure in self.asked:
            self.fields[_name(figure)] = FigureField(label=_label(figure), required=False, max_length=30)
            self.fields[_name(figure)].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}
            self.initial[_name(figure)] = figure_words(value_for(figure, task.report))

    @property
    def figures(self):
        """The boxes of the figures asked for."""
        return [self[_name(figure)] for figure in self.asked]

    @property
    def more_is_open(self):
        """Whether something stands in the part that is folded away."""
        return bool(self["happened_on"].errors or self["files"].errors)

    def clean_happened_on(self):
        day = self.cleaned_data["happened_on"] or timezone.localdate()
        if day > timezone.localdate():
            raise ValidationError("Ngày thực hiện không thể sau hôm nay.")
        return day

    def clean(self):
        data = super().clean()
        if data.get("state") == State.NOT_DONE and not data.get("note") and "note" not in self.errors:
            self.add_error("note", NEEDS_REASON)
        return data

    def save(self):
        """The event; None where the report was refused, with the reason among the errors."""
        data = self.cleaned_data
        given = [(figure, data[_name(figure)]) for figure in self.asked]
        figures = {str(figure.position): told(figure, value) for figure, value in given if value}
        said = {name: data[name] for name in ("state", "note", "happened_on", "files", "seen", "token")}
        try:
            return report(task=self.task, by=self.user, figures=figures, on_behalf=self.on_behalf, **said)
        except ReportedMeanwhile as reason:
            self._show_as_seen(reason)
        except Refused as reason:
            self.add_error(None, str(reason))
        return None

    def _show_as_seen(self, reason):
        """What was typed stays; sent once more it is filed after the report of the other."""
        self.add_error(None, str(reason))
        self.data = self.data.copy()
        self.data["seen"] = reason.event.pk


def _as_reported(task):
    last, today = task.report, timezone.localdate()
    if last is None:
        return {"happened_on": today, "seen": 0}
    return {"state": last.state, "note": last.note, "happened_on": today, "seen": last.pk}


def _name(figure):
    return f"figure_{figure.position}"


def _label(figure):
    return f"{figure.label} ({figure.measure})" if figure.measure else figure.label
