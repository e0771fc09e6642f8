"""A list that goes up at once; a file of the dossier; reasons why a warning is set aside."""

from uuid import uuid4

from django import forms

from plans.progress.files import ACCEPT
from thiduakhenthuong.fields import LineField

from ..editing import Refused
from ..models import Nomination, NominationFile
from ..nominating import dossier, overriding
from ..nominating.moving import LIST_CHANGED
from .moving import MoveForm

OLD_PAGE = {"required": "Hãy mở lại trang này.", "invalid": "Hãy mở lại trang này."}


class IdsField(forms.TypedMultipleChoiceField):
    """Ids of rows. The deed says which it may touch: a form sent twice names rows that are gone from the page."""

    default_error_messages = {"invalid_choice": LIST_CHANGED}

    def valid_value(self, value):
        return value.isdecimal() and len(value) < 16


class ChosenForm(forms.Form):
    """The nominations that were ticked, and the token of the form."""

    chon = IdsField(coerce=int, required=False)
    token = forms.UUIDField(widget=forms.HiddenInput, error_messages=OLD_PAGE)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = uuid4

    def carry_out(self, deed, **options):
        """How many went; None where it was refused, with the reason among the errors."""
        data = self.cleaned_data
        try:
            return deed(ids=data["chon"], token=data["token"], **options)
        except Refused as reason:
            self.add_error(None, str(reason))
            self.faults = getattr(reason, "faults", {})
            return None


class AddFileForm(MoveForm):
    """One paper of the dossier."""

    note = None
    part = forms.ChoiceField(label="Thành phần hồ sơ", choices=NominationFile.Part.choices)
    file = forms.FileField(
        label="Tệp",
        help_text="PDF, Word (.docx), Excel (.xlsx), ảnh JPEG hoặc PNG; tối đa 20 MB.",
        error_messages={"required": "Hãy chọn tệp.", "empty": "Tệp này trống.", "invalid": "Hãy chọn lại tệp."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, deed=dossier.add_file, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ACCEPT

    def deed(self, values, version):
        values["upload"] = values.pop("file")
        super().deed(values, version)


class RemoveFileForm(MoveForm):
    """Take one out."""

    note = None

    def __init__(self, *args, file, **kwargs):
        super().__init__(*args, deed=dossier.remove_file, **kwargs)
        self.file = file

    def deed(self, values, version):
        super().deed(values | {"file": self.file}, version)


class OverrideForm(MoveForm):
    """A reason for each warning; left empty, it stays unanswered."""

    note = None

    class Meta:
        model = Nomination
        fields = []

    def __init__(self, *args, warnings, answered, **kwargs):
        super().__init__(*args, deed=overriding.set_aside, **kwargs)
        self.rules = {f"ly_do_{place}": found["rule"] for place, found in enumerate(warnings)}
        for name, found in zip(self.rules, warnings, strict=True):
            self.fields[name] = LineField(
                label=found["sentence"],
                required=False,
                max_length=1000,
                initial=answered.get(found["rule"], ""),
                help_text=found["citation"],
            )

    def clean(self):
        data = super().clean()
        if not any(data.get(name) for name in self.rules):
            self.add_error(None, "Hãy ghi lý do cho ít nhất một cảnh báo.")
        return data

    def deed(self, values, version):
        reasons = {rule: values.get(name) for name, rule in self.rules.items() if values.get(name)}
        super().deed({"token": values["token"], "reasons": reasons}, version)
