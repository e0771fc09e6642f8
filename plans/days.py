"""The day whose bodies a plan means: names are looked up among what existed then. Knows no Django."""

from datetime import date


def day_of(plan):
    """The date on which the names in a plan or draft count: the day it is signed, as far as that is known.

    A file may print a date that is none (31/02); then the first day of the plan's year counts.
    """
    try:
        return date(plan.signed_year or plan.year, plan.month or 1, plan.day or 1)
    except ValueError:
        return date(plan.year, 1, 1)
