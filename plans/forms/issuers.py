"""The choice of who issues a plan: bodies that issue such documents, those at work first."""

from django import forms
from django.db.models import Q
from django.utils import timezone

from units.access import units_with
from units.models import Role, Unit

from ..access import issuers_for

# Bodies with a seal and a document symbol of their own, in the order they are offered. Office holders sign for a body;
# clusters, the press, elected and initiative councils and central bodies issue no plan of this kind here.
ISSUING_KINDS = (
    Unit.Kind.PEOPLES_COMMITTEE,
    Unit.Kind.DEPARTMENT,
    Unit.Kind.EMULATION_BOARD,
    Unit.Kind.EMULATION_COUNCIL,
    Unit.Kind.DIVISION,
    Unit.Kind.OFFICE,
    Unit.Kind.PARTY,
    Unit.Kind.FRONT,
    Unit.Kind.MASS_ORGANISATION,
    Unit.Kind.ARMED_FORCE,
    Unit.Kind.PUBLIC_SERVICE,
    Unit.Kind.SCHOOL,
    Unit.Kind.ENTERPRISE,
)


class IssuerField(forms.ModelChoiceField):
    """One of the units a user writes for. Those that ended stand apart and say so: namesakes may have followed them."""

    def offer(self, user):
        """Offer the user's own units, whatever they are, then those below them that issue plans."""
        own = [unit.pk for unit in units_with(user, Role.EDITOR)]
        self.queryset = issuers_for(user).filter(Q(pk__in=own) | Q(kind__in=ISSUING_KINDS))
        units = sorted(self.queryset, key=lambda unit: (unit.pk not in own, _rank(unit), unit.sort_key))
        stretches = {"Đang hoạt động": [], "Đã chấm dứt hoạt động": []}
        working, ended = stretches.values()
        for unit in units:
            has_ended = unit.valid_to and unit.valid_to < timezone.localdate()
            (ended if has_ended else working).append((unit.pk, self.label_from_instance(unit)))
        self.choices = [("", self.empty_label), *((title, named) for title, named in stretches.items() if named)]

    def label_from_instance(self, unit):
        return unit.name_in_time


def _rank(unit):
    return ISSUING_KINDS.index(unit.kind) if unit.kind in ISSUING_KINDS else len(ISSUING_KINDS)
