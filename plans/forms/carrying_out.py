"""Which plan of a level above a plan carries out."""

from django import forms
from django.db.models import Q

from ..access import visible_to
from ..editing.carrying_out import carry_out, superiors_of
from ..editing.locking import Refused


class SuperiorField(forms.ModelChoiceField):
    def label_from_instance(self, plan):
        return f"Kế hoạch {plan.number_words} của {plan.issuer}: {plan.subject}"


class CarryOutForm(forms.Form):
    """One of those the user may know of. `seen` is what was chosen when the form was opened."""

    superior = SuperiorField(
        label="Kế hoạch này triển khai",
        queryset=None,
        required=False,
        blank=True,
        empty_label="Không triển khai kế hoạch cấp trên nào",
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Hãy chọn một trong các kế hoạch dưới đây."},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)

    def __init__(self, *args, plan, user, **kwargs):
        self.plan = plan
        chosen = plan.carries_out
        super().__init__(*args, initial={"superior": chosen, "seen": chosen.code if chosen else ""}, **kwargs)
        known = Q(pk__in=visible_to(user).order_by().values("pk")) | Q(pk=plan.carries_out_id)
        self.fields["superior"].queryset = superiors_of(plan).filter(known)

    def save(self, *, by):
        """Whether it was done; where it was refused the form says why."""
        chosen, seen = self.cleaned_data["superior"], self.cleaned_data["seen"]
        try:
            carry_out(plan=self.plan, superior=chosen, by=by, seen=seen)
        except Refused as reason:
            self.add_error(None, str(reason))
            return False
        return True
