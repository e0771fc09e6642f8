"""The prize that goes with an award: a multiple of the base salary in force on the day of the decision."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from .models import BaseSalary, Certainty
from .money import dong, times


@dataclass(frozen=True)
class Prize:
    """An amount in đồng and how it was found; as sure as the less sure of multiplier and salary."""

    amount: int
    multiplier: Decimal
    salary: BaseSalary
    is_limit: bool
    certainty: Certainty

    @property
    def amount_words(self):
        """ "2.530.000 đồng", "không quá 1.518.000 đồng"."""
        return f"{'không quá ' if self.is_limit else ''}{dong(self.amount)}"

    @property
    def formula(self):
        """ "1,5 × 2.340.000 đồng", and how it was rounded."""
        words = f"{times(self.multiplier)} × {dong(self.salary.amount)}"
        step = self.salary.rounded_up_to
        return f"{words}, làm tròn lên đến {dong(step)}" if step > 1 else words


def prize(provision, *, salary):
    """What the provision gives at this base salary; None where multiplier or salary is unknown."""
    if provision.multiplier is None or salary is None:
        return None
    step = salary.rounded_up_to
    steps = (provision.multiplier * salary.amount / step).to_integral_value(ROUND_CEILING)
    return Prize(
        amount=int(steps) * step,
        multiplier=provision.multiplier,
        salary=salary,
        is_limit=provision.multiplier_is_limit,
        certainty=Certainty.least(provision.prize_certainty, salary.certainty),
    )


def salary_on(on):
    """The base salary in force on a date, or None."""
    return BaseSalary.objects.valid(on=on).first()
