"""Who approves is led to what changed since the plan was last laid before them."""

import pytest

from plans.moving import return_for_changes, submit
from plans.versions import before_last_submission, name_version
from tests.factories import create_user
from tests.plans.editing import Desk
from tests.plans.test_versions import change, compared
from units.models import Role

pytestmark = pytest.mark.django_db


def test_the_approver_is_led_to_what_changed_since_the_last_time():
    desk = Desk()
    approver = create_user(role=Role.APPROVER, unit=desk.issuer)
    client = desk.client_of(approver)
    submit(plan=desk.plan, by=desk.editor)
    assert before_last_submission(desk.plan) is None
    assert "từ lần trình trước" not in client.get(desk.url("plan_approve")).text
    return_for_changes(plan=desk.plan, by=approver, note="Sửa việc một")
    change(desk, "Việc một đã sửa")
    name_version(plan=desk.plan, name="Dự thảo lần hai", by=desk.editor)
    submit(plan=desk.plan, by=desk.editor)
    assert before_last_submission(desk.plan).number == 1
    page = client.get(desk.url("plan_approve"))
    assert f"{desk.url('version_compare')}?truoc=1&amp;sau=hien-nay" in page.text
    assert compared(desk, truoc="1", sau="hien-nay") == [("Sửa", "Việc một", "Việc một đã sửa")]
