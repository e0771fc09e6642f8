"""A document to read, as a file or as pasted text."""

from uuid import UUID, uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from thiduakhenthuong.text import clean

from ..editing.locking import Refused
from ..reading.lines import Unreadable
from ..reviewing.opening import known, open_reading
from ..reviewing.progress import ReadingProgress
from .issuers import IssuerField

PASTED = "van-ban-dan.txt"


class PastedField(forms.CharField):
    """Text as it was copied, tabs between cells included; the reading cleans it."""

    widget = forms.Textarea

    def to_python(self, value):
        return super().to_python(value).replace("\0", "")


class UploadForm(forms.Form):
    """A document as a file or as pasted text. The token names this reading while its progress is shown."""

    file = forms.FileField(
        label="Tệp văn bản",
        required=False,
        help_text="Tệp Word (.docx), PDF có chữ, .txt hoặc .md; tối đa 20 MB.",
        error_messages={"empty": "Tệp này trống. Hãy chọn tệp khác.", "invalid": "Hãy chọn lại tệp."},
    )
    text = PastedField(
        label="Hoặc dán nội dung kế hoạch vào đây",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "maxlength": 1_000_000}),
    )
    issuer = IssuerField(
        None,
        label="Cơ quan ban hành",
        required=False,
        empty_label="Như ghi trong văn bản",
        error_messages={"invalid_choice": "Bạn không được nhập kế hoạch của cơ quan này. Hãy chọn lại."},
    )

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, initial={"token": uuid4()}, **kwargs)
        self.user = user
        self.fields["issuer"].offer(user)
        self.fields["file"].widget.attrs["accept"] = ".docx,.pdf,.txt,.md,.doc"
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Đọc văn bản"))

    @property
    def progress_token(self):
        """The name of this reading; a new one where a stale page sent none."""
        sent = self["token"].value()
        try:
            return UUID(str(sent))
        except ValueError:
            return uuid4()

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_LIMIT:
            raise ValidationError("Tệp lớn hơn 20 MB. Hãy chọn tệp nhỏ hơn.")
        return file

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        if bool(data["file"]) == bool(clean(data["text"])):
            raise ValidationError("Hãy chọn một tệp hoặc dán nội dung vào ô bên dưới, một trong hai.")
        return data

    def save(self):
        """What the file became: the reading to confirm, or the plan or reading made of the same bytes before; and
        whether it was known. None where it cannot be read, with the reason among the errors.
        """
        file = self.cleaned_data["file"]
        name, content = (file.name, file.read()) if file else (PASTED, self.cleaned_data["text"].encode())
        try:
            found = known(content, by=self.user)
            return found or self._read(content, name), found is not None
        except (Unreadable, Refused) as reason:
            self.add_error(None, str(reason))
            return None

    def _read(self, content, name):
        issuer, token = self.cleaned_data["issuer"], self.cleaned_data["token"]
        progress = ReadingProgress(token) if token else None
        return open_reading(content, name, by=self.user, issuer=issuer, progress=progress)
