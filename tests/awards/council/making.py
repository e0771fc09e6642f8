"""Plain functions that make rows of councils for tests."""

from decimal import Decimal

from awards.models import VoteRule


def create_rule(*, percent=80, **fields):
    values = {"denominator": "all", "basis": "Quy chế Hội đồng", "certainty": "A", "is_secret": False}
    return VoteRule.objects.create(percent=Decimal(percent), **values | fields)
