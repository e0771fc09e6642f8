"""Sums of money, factors and shares in words of a page. Knows no model."""


def dong(amount):
    """ "2.530.000 đồng"."""
    return f"{amount:,} đồng".replace(",", ".")


def times(multiplier):
    """A factor as people write it: "1,5"."""
    return f"{multiplier.normalize():f}".replace(".", ",")


def percent_words(share):
    """A share as people write it: "66,67%"."""
    return f"{times(share)}%"
