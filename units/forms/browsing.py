"""What may stand in the query string of the tree and of the suggestions. Odd input is answered, never an error page."""

from datetime import date

from django import forms
from django.utils import timezone

from thiduakhenthuong.dates import day_words
from thiduakhenthuong.fields import DayField, LineField

from ..models import Area, Unit


class TreeForm(forms.Form):
    """A day, words to look for, and which branch is open or was just closed."""

    ngay = DayField(label="Ngày", required=False, help_text="Trước 01/07/2025 còn cấp huyện.")
    q = LineField(label="Tìm địa bàn, đơn vị", required=False, max_length=200, help_text="Không cần gõ dấu.")
    mo = forms.ModelChoiceField(Area.objects.select_related("parent__parent__parent"), required=False)
    dong = forms.ModelChoiceField(Area.objects.all(), required=False)

    def __init__(self, data):
        super().__init__(data | {"ngay": data.get("ngay") or day_words(timezone.localdate())})
        self.is_valid()
        self.on = self.cleaned_data.get("ngay") or timezone.localdate()

    def chosen(self, name):
        return self.cleaned_data.get(name)


class SuggestionForm(forms.Form):
    """What was typed, in a document of which issuer, of which day."""

    q = LineField(required=False, max_length=100)
    issuer = forms.ModelChoiceField(Unit.objects.select_related("area__parent__parent__parent"), required=False)
    on = forms.DateField(required=False, input_formats=["%Y-%m-%d"])

    def day(self) -> date:
        return self.cleaned_data.get("on") or timezone.localdate()
