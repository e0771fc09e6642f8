"""What is said when a nomination moves: a note, or a reason with the parts to mend."""

from uuid import uuid4

from django import forms

from thiduakhenthuong.fields import LineField

from ..models import Nomination
from ..nominating import moving
from ..nominating.fields import FIELDS
from .versions import DeedForm


class MoveForm(DeedForm):
    """Forward or accept: a note if wanted."""

    class Meta:
        model = Nomination
        fields = []

    note = LineField(label="Ghi chú (không bắt buộc)", max_length=1000, required=False)
    token = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": "Hãy mở lại trang này."})

    def __init__(self, *args, deed, **kwargs):
        super().__init__(*args, **kwargs)
        self.move = deed
        self.fields["token"].initial = uuid4

    def stored_version(self):
        return Nomination.objects.values_list("version", flat=True).get(pk=self.instance.pk)

    def last_event(self):
        return self.instance.events.select_related("by").first()

    def deed(self, values, version):
        self.move(nomination=self.instance, version=version, by=self.by, **values)


class ReasonForm(MoveForm):
    """Refuse or withdraw: why."""

    note = LineField(label="Lý do", max_length=1000, error_messages={"required": "Hãy ghi lý do."})


class ReturnForm(ReasonForm):
    """Which parts are to be mended, and what is wrong with them."""

    fields_named = forms.MultipleChoiceField(
        label="Phần cần sửa, bổ sung",
        choices=list(FIELDS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Đơn vị chỉ sửa được những phần đánh dấu ở đây.",
        error_messages={"required": "Hãy đánh dấu ít nhất một phần cần sửa."},
    )
    field_order = ["fields_named", "note"]

    def deed(self, values, version):
        named = values.pop("fields_named")
        super().deed(values | {"fields": named}, version)


FORMS = {
    moving.forward: MoveForm,
    moving.accept: MoveForm,
    moving.give_back: ReturnForm,
    moving.refuse: ReasonForm,
    moving.withdraw: ReasonForm,
}
