"""Which nominations of a group go into the paper that is drawn up."""

from django import forms
from django.utils import timezone

from plans.editing.locking import Refused as PlanRefused
from plans.forms.moving import TokenForm

from ..documents import ready
from ..documents.beginning import MOST, begin_paper
from ..editing import Refused


class PaperForm(TokenForm):
    """Boxes, all ticked at first. Sent twice, it draws up one paper."""

    chosen = forms.TypedMultipleChoiceField(
        label="Trường hợp",
        coerce=int,
        error_messages={
            "required": "Hãy chọn ít nhất một trường hợp.",
            "invalid_choice": "Có đề nghị vừa được đưa vào văn bản khác. Hãy xem lại danh sách rồi chọn lại.",
        },
    )

    def __init__(self, data, *, campaign, group):
        super().__init__(data)
        self.campaign, self.group = campaign, group
        self.rows = list(ready.members(campaign, group, on=timezone.localdate())[:MOST])
        self.fields["chosen"].choices = [(row.pk, str(row)) for row in self.rows]
        self.fields["token"].required = True

    @property
    def boxes(self):
        """(nomination, is ticked) in the order of the paper."""
        ticked = set(self.data.getlist("chosen")) if self.is_bound else None
        return [(row, ticked is None or str(row.pk) in ticked) for row in self.rows]

    def save(self, *, by):
        """The draft, or None where it was refused: then the form says why."""
        given = {"campaign": self.campaign, "key": self.group.key, "by": by, "on": timezone.localdate()}
        try:
            return begin_paper(**given, **self.cleaned_data)
        except (Refused, PlanRefused) as reason:
            self.add_error(None, str(reason))
        return None
