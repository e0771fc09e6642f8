"""The signed copy of a plan as a file, with the confirmation that what is doubtful about it was seen."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from thiduakhenthuong.signatures.report import Unacceptable
from thiduakhenthuong.text import clean_line

from ..editing.locking import Refused
from ..models import IllegalMove
from ..signed import Doubtful, file_signed_copy
from .moving import TokenForm


class SignedCopyForm(TokenForm):
    """`seen` is the hash of the file whose doubts were shown; only that one is filed by the confirmation."""

    file = forms.FileField(
        label="Bản đã ký",
        help_text="Tệp PDF: bản chụp giấy đã ký, đóng dấu, hoặc bản đã ký số; tối đa 20 MB, 300 trang.",
        error_messages={
            "required": "Hãy chọn tệp PDF của bản đã ký.",
            "empty": "Tệp này trống. Hãy chọn tệp khác.",
            "invalid": "Hãy chọn lại tệp.",
        },
    )
    confirmed = forms.BooleanField(label="Tôi đã xem các điểm trên và vẫn lưu tệp này làm bản đã ký.", required=False)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, *args, plan, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.user = plan, user
        self.doubtful = None
        self.fields["file"].widget.attrs["accept"] = ".pdf,application/pdf"
        if not self.data.get("seen"):
            self.fields["confirmed"].widget = forms.HiddenInput()

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError("Tệp lớn hơn 20 MB. Hãy chụp ở độ phân giải thấp hơn (200–300 dpi) rồi chọn lại.")
        return file

    def save(self):
        """The copy as filed; None where it was refused or is doubtful: `errors` and `doubtful` say why."""
        file, data = self.cleaned_data["file"], self.cleaned_data
        seen = data["seen"] if data["confirmed"] else ""
        name = clean_line(file.name) or "ban-ky.pdf"
        try:
            return file_signed_copy(
                plan=self.plan, name=name, data=file.read(), by=self.user, seen=seen, token=data["token"]
            )
        except Doubtful as doubtful:
            self._ask_to_look(doubtful)
        except (IllegalMove, Refused) as reason:
            self.add_error(None, str(reason))
        except Unacceptable as reason:
            self.add_error("file", str(reason))
        return None

    def _ask_to_look(self, doubtful):
        """The form again, with the box to tick: a browser does not send a file twice by itself."""
        self.doubtful = doubtful
        self.add_error(
            "file", "Hãy xem các điểm trên đây; nếu vẫn lưu, hãy chọn lại đúng tệp này và đánh dấu xác nhận."
        )
        self.data = self.data.copy()
        self.data["seen"] = doubtful.digest
        self.data.pop("confirmed", None)
        self.fields["confirmed"].widget = forms.CheckboxInput()
