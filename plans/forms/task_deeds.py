"""What is said when a report is returned, a day is moved, an item is ended, an open address is given to bodies."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from thiduakhenthuong.fields import DayField, LineField, TextField

from ..editing.locking import Refused
from ..progress.addressing import Unclear, bodies_of
from ..progress.asked_figures import ask_figures, asked_by
from .fields import LinesField
from .hidden import is_id, read_object
from .moving import TokenForm

LINE_LENGTH = 300  # of Assignment.printed


class DeedForm(TokenForm):
    """A note, and what a deed asks besides; the deed gets the task, by and the cleaned data by their names."""

    note = TextField(label="Nội dung", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, task, page, **kwargs):
        super().__init__(*args, **kwargs)
        self.task = task
        self.fields["note"].label = page.note_label
        self.fields["note"].required = page.needs_note
        self.fields["note"].error_messages["required"] = "Hãy ghi vào ô này."

    def carry_out(self, deed, *, by):
        """Do the deed; where it is refused the form says why in its `errors`."""
        try:
            return deed(task=self.task, by=by, **self.cleaned_data)
        except Refused as reason:
            self.add_error(None, str(reason))
            return None


class ExtensionForm(DeedForm):
    """A later day; what the unit asked for stands in it already."""

    until_on = DayField(label="Gia hạn đến ngày", error_messages={"required": "Hãy ghi ngày."})
    field_order = ["until_on", "note"]

    def __init__(self, *args, task, **kwargs):
        super().__init__(*args, task=task, initial={"until_on": task.asked_until_on}, **kwargs)


class ItemForm(DeedForm):
    """A deed on the whole item of the task."""

    def carry_out(self, deed, *, by):
        return deed(item=self.task.item, by=by, **self.cleaned_data)


class GiveForm(DeedForm):
    """Bodies as they are written, one a line; which namesake was picked travels along."""

    units = LinesField(
        label="Giao cho những đơn vị nào",
        line_length=LINE_LENGTH,
        max_length=10_000,
        help_text="Mỗi đơn vị một dòng, ghi tên đầy đủ; tên nhóm đã liệt kê thì giao cho mọi đơn vị trong nhóm.",
        error_messages={"required": "Hãy ghi ít nhất một đơn vị."},
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    picks = TextField(widget=forms.HiddenInput, required=False)
    field_order = ["units", "note"]

    def clean_picks(self):
        """What was picked from the suggestions: {words: {"unit": id}} or {words: {"group": id}}."""
        picks = read_object(self.cleaned_data["picks"] or "{}") or {}
        return {w: pick for w, pick in picks.items() if isinstance(pick, dict) and all(map(is_id, pick.values()))}

    def clean(self):
        data = super().clean()
        if data.get("units"):
            try:
                lines, issuer = data["units"].split("\n"), self.task.plan.issuer
                data["units"] = bodies_of(lines, issuer=issuer, on=timezone.localdate(), picks=data.pop("picks", {}))
            except Unclear as faults:
                self.add_error("units", ValidationError(faults.sentences))
        return data


class FiguresForm(forms.Form):
    """At most two figures that reports on an item are to give."""

    label_1 = LineField(label="Số liệu thứ nhất", required=False, max_length=100)
    measure_1 = LineField(label="Đơn vị tính của số liệu thứ nhất", required=False, max_length=30)
    label_2 = LineField(label="Số liệu thứ hai", required=False, max_length=100)
    measure_2 = LineField(label="Đơn vị tính của số liệu thứ hai", required=False, max_length=30)

    def __init__(self, *args, item, **kwargs):
        self.item = item
        asked = asked_by(item)
        labels = {f"label_{figure.position}": figure.label for figure in asked}
        measures = {f"measure_{figure.position}": figure.measure for figure in asked}
        super().__init__(*args, initial=labels | measures, **kwargs)
        self.fields["label_1"].widget.attrs["placeholder"] = "Ví dụ: Số tập thể được đề nghị khen thưởng"
        self.fields["measure_1"].widget.attrs["placeholder"] = "Ví dụ: tập thể"

    def save(self, *, by):
        """The figures as they are written; a box left empty asks for nothing any more."""
        data = self.cleaned_data
        rows = {position: (data[f"label_{position}"], data[f"measure_{position}"]) for position in (1, 2)}
        ask_figures(item=self.item, wanted={position: row for position, row in rows.items() if row[0]}, by=by)
