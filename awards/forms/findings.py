"""What may stand in the query string of the findings of a round. Odd input is answered, never an error page."""

from django import forms
from django.db.models import Exists, OuterRef

from thiduakhenthuong.fields import LineField
from thiduakhenthuong.text import search_key

from ..eligibility.finding import SEVERITIES
from ..eligibility.registry import RULES
from ..models import CheckMark

UNASKED = "chua"
_GRADES = [("", "Mọi kết quả"), *SEVERITIES.items(), (UNASKED, "Chưa kiểm tra")]


class FindingFilter(forms.Form):
    """Severity and rule; with a rule the severity is that of this rule, else the worst of all."""

    q = LineField(label="Tìm theo tên", required=False, max_length=200, help_text="Không cần gõ dấu.")
    muc = forms.ChoiceField(label="Kết quả", required=False, choices=_GRADES)
    dieu_kien = forms.ChoiceField(label="Điều kiện", required=False)

    def __init__(self, data):
        super().__init__(data)
        words = {}
        for rule in RULES:
            words.setdefault(rule.id, rule.words)
        self.fields["dieu_kien"].choices = [("", "Mọi điều kiện"), *sorted(words.items(), key=lambda pair: pair[1])]
        self.is_valid()

    @property
    def result(self):
        return self.cleaned_data.get("muc") or ""

    @property
    def told_by_counts(self):
        """Do the numbers of each result say how many are listed?"""
        return not self.cleaned_data.get("q") and not self.cleaned_data.get("dieu_kien")

    def apply(self, nominations):
        """Those of a queryset that fit; a field with an error lets all through."""
        data = self.cleaned_data
        for word in search_key(data.get("q") or "").split():
            nominations = nominations.filter(nominee__search_key__contains=word)
        severity, rule = self.result, data.get("dieu_kien")
        if severity == UNASKED:
            return nominations.filter(last_check=None)
        if not rule:
            return nominations.filter(last_check__worst=severity) if severity else nominations
        marks = CheckMark.objects.filter(last_check__nomination=OuterRef("pk"), rule=rule)
        if severity == "pass":
            return nominations.exclude(last_check=None).exclude(Exists(marks))
        return nominations.filter(Exists(marks.filter(severity=severity) if severity else marks))
