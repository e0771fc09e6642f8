"""Versions of a plan on screen: listed, named, read, compared; who may see them, and what 500 of them cost."""

from uuid import uuid4

import pytest

from plans.editing.items import item_values, save_item
from plans.models import Plan, PlanEvent, PlanVersion
from plans.moving import submit
from plans.versions import keep, name_version
from tests.factories import create_user, issue_as_it_stands
from tests.plans.editing import Desk
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    return Desk()


def change(desk, text):
    base = item_values(desk.first)
    save_item(plan=desk.plan, pk=desk.first.pk, base=base, values=base | {"text": text}, by=desk.editor)
    desk.first.refresh_from_db()


def issue(plan):
    Plan.objects.filter(pk=plan.pk).update(number="12", day=5)
    plan.refresh_from_db()
    issue_as_it_stands(plan)


def compared(desk, **query):
    page = desk.client.get(desk.url("version_compare"), query)
    return [(c.kind_words, c.before, c.after, *c.facts) for c in page.context["changes"]]


def test_a_named_point_is_a_version_and_the_form_sent_twice_makes_one(desk):
    sent = {"name": "  Bản gửi  lấy ý kiến ", "token": uuid4()}
    for _ in range(2):
        page = desk.client.post(desk.url("version_list"), sent, follow=True)
    assert "Đã lưu phiên bản “Bản gửi lấy ý kiến”." in page.text
    assert [version.name for version in desk.plan.versions.all()] == ["Bản gửi lấy ý kiến"]
    assert desk.plan.events.first().words == "Đặt tên phiên bản. Bản gửi lấy ý kiến"


def test_a_version_needs_a_name_and_a_plan_that_can_still_change(desk):
    page = desk.client.post(desk.url("version_list"), {"name": " "})
    assert (page.status_code, "Hãy ghi tên phiên bản" in page.text) == (422, True)
    issue(desk.plan)
    assert desk.client.post(desk.url("version_list"), {"name": "Sau khi ký"}).status_code == 422
    assert "Lưu phiên bản" not in desk.client.get(desk.url("version_list")).text


def test_every_save_of_a_submitted_plan_is_a_version(desk):
    submit(plan=desk.plan, by=desk.editor)
    change(desk, "Việc một đã sửa")
    page = desk.client.get(desk.url("version_list"))
    assert [version.event.kind for version in page.context["page"]] == ["edited", "submitted"]
    assert "Các phiên bản (2)" in desk.client.get(desk.plan.get_absolute_url()).text


def test_unless_asked_otherwise_the_last_version_and_the_plan_as_it_stands(desk):
    name_version(plan=desk.plan, name="Bản một", by=desk.editor)
    change(desk, "Việc một đã sửa")
    name_version(plan=desk.plan, name="Bản hai", by=desk.editor)
    assert compared(desk) == [("Sửa", "Việc một", "Việc một đã sửa")]
    page = desk.client.get(desk.url("version_compare"))
    assert page.text.count("<ins><span") == 1
    assert 'đã sửa<span class="visually-hidden">]</span></ins>' in page.text


def test_any_two_are_compared_in_either_direction(desk):
    name_version(plan=desk.plan, name="Bản một", by=desk.editor)
    change(desk, "Việc mới")
    name_version(plan=desk.plan, name="Bản hai", by=desk.editor)
    change(desk, "Việc một")
    assert compared(desk, truoc="1", sau="2") == [("Sửa", "Việc một", "Việc mới")]
    assert compared(desk, truoc="2", sau="1") == [("Sửa", "Việc mới", "Việc một")]
    assert compared(desk, truoc="1", sau="hien-nay") == []
    assert desk.client.get(desk.url("version_compare"), {"truoc": "7", "sau": "x"}).status_code == 422


def test_units_and_deadlines_are_told_as_facts(desk):
    name_version(plan=desk.plan, name="Bản một", by=desk.editor)
    base = item_values(desk.first)
    values = base | {"lead": "", "coordinating": "Sở Nội vụ", "deadline_raw": "tháng 5"}
    save_item(plan=desk.plan, pk=desk.first.pk, base=base, values=values, by=desk.editor)
    facts = ("thêm thời hạn: tháng 5", "Sở Nội vụ chuyển từ chủ trì sang phối hợp")
    assert compared(desk) == [("Sửa", "Việc một", "Việc một", *facts)]


def test_a_plan_without_versions_says_so(desk):
    assert "Chưa có phiên bản nào." in desk.client.get(desk.url("version_list")).text
    assert compared(desk) == []


def test_a_version_is_read_as_its_paper(desk):
    name_version(plan=desk.plan, name="Bản một", by=desk.editor)
    now = desk.client.get(desk.url("paper"), headers={"HX-Request": "true"}).text
    change(desk, "Việc khác hẳn")
    page = desk.client.get(desk.url("version_paper", 1))
    assert words_of(now) in words_of(page.text)
    assert "Việc khác hẳn" not in page.text
    assert desk.client.get(desk.url("version_paper", 2)).status_code == 404


def words_of(html):
    """Its text without elements: ids name rows, which a version has not."""
    from html.parser import HTMLParser

    parser, words = HTMLParser(), []
    parser.handle_data = words.append
    parser.feed(html)
    return " ".join(" ".join(words).split())


@pytest.mark.parametrize("name", ["version_list", "version_compare", "version_paper"])
def test_only_who_takes_part_sees_versions(desk, name):
    name_version(plan=desk.plan, name="Bản một", by=desk.editor)
    url = desk.url(name, *([1] if name == "version_paper" else []))
    assert desk.client.get(url).status_code == 200
    reporter = create_user(role=Role.REPORTER, unit=desk.office)
    assert desk.client_of(reporter).get(url).status_code == 404
    issue(desk.plan)
    assert desk.client_of(reporter).get(url).status_code == 403


PAGES = ("plan_detail", "plan_editor", "version_list", "version_compare")


def test_500_versions_cost_no_query_more(desk, django_assert_num_queries):
    keep(desk.plan, by=desk.editor)
    urls = [desk.url(name) for name in PAGES]
    few = [queries_of(desk.client, url) for url in urls]
    add_versions(desk.plan, 500)
    assert [queries_of(desk.client, url) for url in urls] == few
    assert len(desk.client.get(desk.url("version_list")).context["page"]) == 50


def queries_of(client, url):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as found:
        assert client.get(url).status_code == 200
    return len(found)


def add_versions(plan, count):
    first = plan.versions.get(number=1)
    event = PlanEvent.objects.append(plan=plan, kind="named", by=None)
    PlanVersion.objects.bulk_create(
        PlanVersion(
            plan=plan, number=n, content=first.content, sha256=f"{n:064}", plan_state="draft", by=first.by, event=event
        )
        for n in range(2, count + 2)
    )
