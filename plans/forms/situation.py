"""What may stand in the query string of a leader's pages. Odd input is cleaned, never an error page."""

from django import forms

from ..progress.concerns import Concern
from ..progress.situation import usual_year


class SituationFilter(forms.Form):
    """Which of the leader's bodies and years; on the list of tasks also which tasks."""

    viec = forms.ChoiceField(label="Việc", required=False, choices=Concern.choices)
    co_quan = forms.TypedChoiceField(label="Cơ quan", required=False, coerce=int, empty_value=None)
    nam = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)

    def __init__(self, data, *, bodies, years, today):
        self.bodies, self.usual_year = bodies, usual_year(years, today)
        self.has_choice = len(bodies) > 1 or len(years) > 1
        data = data.copy()
        data.setdefault("nam", str(self.usual_year))
        super().__init__(data)
        self.fields["co_quan"].choices = [("", "Tất cả"), *((body.pk, body.name_in_time) for body in bodies)]
        self.fields["nam"].choices = [(year, year) for year in years]

    @property
    def year(self):
        return self.cleaned_data.get("nam") or self.usual_year

    @property
    def concern(self):
        return Concern(self.cleaned_data.get("viec") or Concern.GIVEN)

    def fits(self, plan):
        """Whether the plan is of the body chosen; its year is asked apart, for what waits for approval has any."""
        chosen = self.cleaned_data.get("co_quan")
        body = next((body for body in self.bodies if body.pk == chosen), None)
        return body is None or (plan.issuer.path.startswith(body.path) and plan.issuer.area_id == body.area_id)
