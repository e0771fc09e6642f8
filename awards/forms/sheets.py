"""A list as a file or as pasted rows, and its review."""

import json
from uuid import uuid4

from django import forms
from django.conf import settings

from plans.forms.uploading import PastedField
from plans.progress.sheets.confined import columns_confined
from plans.reading.lines import Unreadable
from thiduakhenthuong.text import clean

from ..nominating.sheets.columns import COLUMNS, LONGEST, MOST, NEEDED
from ..nominating.sheets.pasted import rows_pasted

EMPTY = "Không có dòng nào để đọc. Hãy điền ít nhất tên và danh hiệu."
TOO_MANY = f"Danh sách có hơn {MOST} dòng. Hãy tách thành nhiều lần nhập."


class ListForm(forms.Form):
    """The file that was filled in, or rows copied from it."""

    file = forms.FileField(
        label="Bảng đã điền",
        required=False,
        help_text="Tệp Excel (.xlsx) theo mẫu tải từ trang này; tối đa 20 MB.",
        error_messages={"empty": "Tệp này trống. Hãy chọn tệp khác.", "invalid": "Hãy chọn lại tệp."},
    )
    text = PastedField(
        label="Hoặc dán các dòng sao chép từ Excel",
        required=False,
        strip=False,
        max_length=1_000_000,
        help_text="Kèm dòng tiêu đề, hoặc theo đúng thứ tự các cột của mẫu.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".xlsx"

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_LIMIT:
            raise forms.ValidationError("Tệp lớn hơn 20 MB. Hãy tải lại mẫu, điền rồi chọn tệp ấy.")
        return file

    def clean(self):
        data = super().clean()
        if not self.errors and bool(data["file"]) == bool(data["text"].strip()):
            raise forms.ValidationError("Hãy chọn một tệp hoặc dán các dòng vào ô bên dưới, một trong hai.")
        return data

    def read(self):
        """The rows; None where they are refused, with the reason among the errors."""
        try:
            rows = self._rows()
        except Unreadable as reason:
            self.add_error("file", str(reason))
            return None
        if not rows or len(rows) > MOST:
            self.add_error(None, TOO_MANY if rows else EMPTY)
            return None
        return rows

    def _rows(self):
        file = self.cleaned_data["file"]
        if not file:
            return rows_pasted(self.cleaned_data["text"])
        limit = settings.UPLOAD_LIMIT
        return columns_confined(file.read(), file.name, limit=limit, columns=COLUMNS, needed=NEEDED)


class RowsField(forms.JSONField):
    """What the review carries along, read without trust: numbered rows of texts."""

    widget = forms.HiddenInput

    def to_python(self, value):
        try:
            rows = super().to_python(value)
        except RecursionError:
            rows = None
        if not isinstance(rows, list) or not 0 < len(rows) <= MOST or not all(map(_is_row, rows)):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return [(number, {title: clean(text[:LONGEST]) for title, text in told.items()}) for number, told in rows]


def _is_row(row):
    if not isinstance(row, list) or len(row) != 2 or type(row[0]) is not int:
        return False
    told = row[1]
    return isinstance(told, dict) and set(told) == set(COLUMNS) and all(map(_is_text, told.values()))


def _is_text(value):
    """Without half letters, that no database takes."""
    return isinstance(value, str) and value.encode(errors="ignore").decode() == value


class ReviewForm(forms.Form):
    """The rows as they were read, and the token; which record a row means stands beside it (`hs-<row>`)."""

    rows = RowsField(error_messages=dict.fromkeys(("invalid", "required"), "Trang này bị hỏng. Hãy nhập lại từ đầu."))
    token = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Hãy mở lại trang này."})

    @classmethod
    def of(cls, rows):
        return cls(initial={"rows": rows, "token": uuid4()})

    @property
    def rows_text(self):
        return json.dumps(self.initial["rows"], ensure_ascii=False)

    def choices(self):
        """What was chosen, by the number of the row."""
        return {number: self.data.get(f"hs-{number}", "") for number, _ in self.cleaned_data["rows"]}
