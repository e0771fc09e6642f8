"""What may stand in the query string of the catalogue. Odd input is answered, never an error page."""

from django import forms
from django.utils import timezone

from thiduakhenthuong.dates import day_words
from thiduakhenthuong.fields import DayField, LineField
from thiduakhenthuong.text import search_key

from ..models import AwardProvision, AwardTitle


class DateForm(forms.Form):
    """The day on which to look; a field left empty or unreadable means today."""

    ngay = DayField(label="Áp dụng ngày", required=False)

    def __init__(self, data):
        super().__init__(data | {"ngay": data.get("ngay") or day_words(timezone.localdate())})
        self.is_valid()
        self.on = self.cleaned_data.get("ngay") or timezone.localdate()


def _choices(everything, choices):
    return [("", everything), *choices]


class CatalogueFilter(DateForm):
    """Which part of the catalogue to list."""

    q = LineField(label="Tìm theo tên, mã", required=False, max_length=200, help_text="Không cần gõ dấu.")
    loai = forms.ChoiceField(label="Loại", required=False, choices=_choices("Mọi loại", AwardTitle.Kind.choices))
    doi_tuong = forms.ChoiceField(
        label="Đối tượng", required=False, choices=_choices("Mọi đối tượng", AwardTitle.Recipient.choices)
    )
    cap = forms.ChoiceField(
        label="Cấp quyết định", required=False, choices=_choices("Mọi cấp", AwardProvision.Level.choices)
    )

    def apply(self, provisions):
        """Those that fit, of a queryset of provisions; a field with an error lets all through."""
        data = self.cleaned_data
        chosen = {"title__kind": "loai", "title__recipient": "doi_tuong", "level": "cap"}
        provisions = provisions.filter(**{path: data[name] for path, name in chosen.items() if data.get(name)})
        for word in search_key(data.get("q") or "").split():
            provisions = provisions.filter(title__search_key__contains=word)
        return provisions
