"""The demonstration: the country, five real plans and an account for each role, with invented names.

Loading it again adds what is missing and touches nothing else: what people changed stays.
"""

import json
from datetime import date

from django.conf import settings
from django.db import transaction

from units.loading import load_fixtures, load_units
from units.models import Membership, Unit, User

from .demo_accounts import ACCOUNTS, PASSWORD
from .demo_reports import report_on
from .draft_json import from_json
from .importing.saving import Beginning, save_plan
from .issuing import record_issued
from .models import Plan, PlanEvent

PLANS = settings.BASE_DIR / "fixtures" / "plans"


def load_demo():
    """Places and bodies, then all plans and people or none of them. Returns how many plans were added."""
    load_units()
    load_fixtures()
    with transaction.atomic():
        added = [_load_plan(path) for path in sorted(PLANS.glob("*.json"))]
        for account in ACCOUNTS:
            _load_account(account)
        report_on("can-tho-2024")
    return sum(added)


def _load_plan(path):
    """One plan under its file's name as code; signed with number and day, it counts as issued."""
    code = path.stem
    if Plan.objects.filter(code=code).exists():
        return False
    read = Beginning(PlanEvent.Kind.IMPORTED, "Dữ liệu trình diễn, đọc từ văn bản đã công bố")
    plan = save_plan(from_json(json.loads(path.read_text())), code=code, beginning=read)
    if plan.number and plan.day:
        record_issued(plan, number=plan.number, signed_on=date(plan.signed_year, plan.month, plan.day), by=None)
    return True


def _load_account(account):
    if User.objects.filter(username=account.username).exists():
        return
    user = User.objects.create_user(account.username, password=PASSWORD, full_name=account.full_name)
    units = Unit.objects.filter(code__in=account.units)
    Membership.objects.bulk_create(Membership(user=user, unit=unit, role=account.role) for unit in units)
