"""Two deeds that tell each other's doers at the same moment: neither waits for the other's events."""

import pytest
from django.db import connection, transaction

from plans.commenting import comment
from plans.moving import submit
from tests.factories import create_plan, create_unit, create_user
from tests.plans.test_edit_race import at_once
from units.models import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_telling_people_does_not_wait_for_what_they_do_elsewhere():
    unit = create_unit()
    editor, approver = (create_user(role=role, unit=unit) for role in (Role.EDITOR, Role.APPROVER))
    plan, other = create_plan(issuer=unit, code="mot"), create_plan(issuer=unit, code="hai")

    def submit_soon(plan):
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        submit(plan=plan, by=editor)

    with transaction.atomic():
        comment(plan=other, text="Xem lại", by=approver)
        at_once(submit_soon, [plan])
    plan.refresh_from_db()
    assert plan.state == "submitted"
