"""Which way an issued plan is to be changed."""

from django import forms
from django.utils import timezone

from ..amending.beginning import amend, replace_by_new
from ..editing.locking import Refused
from .moving import TokenForm


class AmendForm(TokenForm):
    """Amend some of it, or replace it as a whole."""

    WAYS = {"amend": amend, "replace": replace_by_new}
    way = forms.ChoiceField(
        label="Cách thay đổi",
        choices=[
            ("amend", "Điều chỉnh, bổ sung: văn bản mới chỉ nêu những chỗ thay đổi, phần còn lại vẫn giữ"),
            ("replace", "Thay thế: văn bản mới có đủ nội dung, kế hoạch này hết hiệu lực"),
        ],
        widget=forms.RadioSelect,
        initial="amend",
        error_messages={"required": "Hãy chọn cách thay đổi.", "invalid_choice": "Hãy chọn một trong hai cách."},
    )

    def save(self, *, plan, by):
        """The draft that was begun, or the one under way; None where it was refused, then the form says why."""
        begin = self.WAYS[self.cleaned_data["way"]]
        try:
            return begin(plan=plan, by=by, on=timezone.localdate(), token=self.cleaned_data["token"])
        except Refused as reason:
            self.add_error(None, str(reason))
        return None
