"""A changed file of a plan that stands: its differences are shown, and the draft changes only after confirmation."""

from datetime import date

import pytest

from plans.draft_json import to_json
from plans.drafting import draft_of as plan_draft
from plans.editing.head import head_values
from plans.editing.locking import Refused
from plans.issuing import record_issued
from plans.models import Plan
from plans.reviewing.differences import differences
from plans.reviewing.updating import ChangedSince, state_of

from .confirming import confirm_all, confirm_now, opened, settle_all
from .conftest import TEXT

pytestmark = pytest.mark.django_db
CHANGED = TEXT.replace(
    "hội nghị tổng kết\tPhòng Nội vụ\ttháng 01", "hội nghị tổng kết năm\tPhòng Nội vụ\ttháng 02"
).replace(
    "QUÝ II\n3\tSơ kết 6 tháng\tPhòng Tổng hợp\ttháng 6\n", "QUÝ III\n3\tKiểm tra công tác\tPhòng Nội vụ\ttháng 8\n"
)


@pytest.fixture
def plan(reading, editor):
    return confirm_all(reading, by=editor)


@pytest.fixture
def changed(plan, editor):
    return opened(CHANGED, by=editor, name="ban-sua.txt")


def decide(client, reading, code):
    return client.post(f"{reading.get_absolute_url()}cap-nhat/", {"plan": code}, follow=True)


def test_it_must_be_said_whether_it_is_another_plan(client, plan, changed, editor):
    settle_all(changed, by=editor)
    page = client.get(changed.get_absolute_url())
    assert page.context["review"].like == [plan]
    assert "cho biết đây là kế hoạch mới hay bản sửa" in page.text
    with pytest.raises(Refused):
        confirm_now(changed, by=editor)


def test_the_differences_are_shown_and_nothing_changes_yet(client, plan, changed):
    before = to_json(plan_draft(plan))
    page = decide(client, changed, plan.code)
    found = [(c.kind_words, c.before, c.after, *c.facts) for c in page.context["review"].changes]
    held, mended = "Tổ chức hội nghị tổng kết", "Tổ chức hội nghị tổng kết năm"
    assert ("Sửa", held, mended, "thời hạn: tháng 01 → tháng 02") in found
    assert ("Bỏ", "Sơ kết 6 tháng", "") in found
    assert ("Thêm", "", "Kiểm tra công tác", "thời hạn: tháng 8", "Phòng Nội vụ thực hiện") in found
    assert to_json(plan_draft(plan)) == before


def test_confirmed_the_draft_says_what_the_file_says(client, plan, changed, editor):
    decide(client, changed, plan.code)
    settle_all(changed, by=editor)
    assert confirm_now(changed, by=editor, seen=state_of(plan)) == plan
    texts = list(plan.items.order_by("position").values_list("text", flat=True))
    assert "Kiểm tra công tác" in texts
    assert "Sơ kết 6 tháng" not in texts
    assert (Plan.objects.count(), plan.sources.count()) == (1, 2)
    before = plan.events.first().details["before"]
    assert [item["text"] for item in before["items"]][2] == "Sơ kết 6 tháng"


def test_a_draft_edited_in_between_is_not_overwritten(client, plan, changed, editor):
    decide(client, changed, plan.code)
    settle_all(changed, by=editor)
    seen = state_of(plan)
    plan.items.filter(text="Sơ kết 6 tháng").update(text="Sơ kết 6 tháng, sửa tay")
    with pytest.raises(ChangedSince):
        confirm_now(changed, by=editor, seen=seen)
    assert plan.items.filter(text="Sơ kết 6 tháng, sửa tay").exists()


def test_an_issued_plan_is_not_updated(client, plan, changed, editor):
    record_issued(plan, number="30", signed_on=date(2024, 1, 5), by=None)
    assert "đã ban hành" in decide(client, changed, plan.code).text
    changed.refresh_from_db()
    assert changed.updates is None


def test_it_may_be_another_plan(client, plan, changed, editor):
    decide(client, changed, "")
    other = confirm_all(changed, by=editor)
    assert (other != plan, Plan.objects.count()) == (True, 2)


def test_a_plan_is_read_again_from_its_own_file(client, plan, editor):
    plan.sections.filter(text="NỘI DUNG").update(text="NỘI DUNG SỬA")
    response = client.post(f"/ke-hoach/{plan.code}/doc-lai/")
    page = client.get(response.url)
    assert [(c.before, c.after) for c in page.context["review"].changes] == [("NỘI DUNG SỬA", "NỘI DUNG")]
    reading = plan.sources.get().reading
    settle_all(reading, by=editor)
    confirm_now(reading, by=editor, seen=state_of(plan))
    assert plan.sections.filter(text="NỘI DUNG").exists()


def test_a_plan_differs_in_nothing_from_itself(plan):
    draft = plan_draft(plan)
    assert differences(draft, draft) == []
    assert head_values(plan)
