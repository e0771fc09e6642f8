"""Issued plans and files to file for them."""

from functools import cache

from plans.models import IssuedPaper
from tests.factories import create_plan, create_section, create_unit, create_user, issue_as_it_stands
from tests.signatures.signing import leader, office, root, sign
from units.models import Role

DAY = {"number": "12", "day": 21, "month": 12, "signed_year": 2023}


def create_issued(*, issuer=None, **fields):
    """A plan that left the office, with its paper."""
    plan = create_plan(issuer=issuer or create_unit(), **DAY | fields)
    create_section(plan=plan, text="Các sở, ban, ngành tổ chức hội nghị tổng kết công tác thi đua, khen thưởng.")
    issue_as_it_stands(plan)
    return plan


def clerk_of(plan, **fields):
    return create_user(role=Role.CLERK, unit=plan.issuer, **fields)


def paper_of(plan):
    return bytes(IssuedPaper.objects.get(plan=plan).pdf)


@cache
def _signed(pdf, *holders):
    for holder in holders:
        pdf = sign(pdf, holder)
    return pdf


def signed(plan):
    """The issued paper, signed by the leader and sealed by the office."""
    return _signed(paper_of(plan), leader(), office())


def trust_root(settings, folder):
    """Configure the root that leader and office lead to."""
    (folder / "goc.pem").write_text(root().pem)
    settings.TRUSTED_ROOTS = str(folder)
