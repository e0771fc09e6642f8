"""The editor's page, and what the server says while somebody types."""

import pytest

from tests.factories import create_item
from tests.plans.editing import HTMX, Desk

pytestmark = pytest.mark.django_db

QUERIES = 18  # whatever the size of the plan


def test_the_page_shows_the_pieces_and_the_paper():
    desk = Desk()
    page = desk.client.get(desk.url("plan_editor")).content.decode()
    assert f'id="dong-{desk.first.pk}"' in page
    assert f'id="nhiem-vu-{desk.first.pk}"' in page
    assert "✓ Mọi đơn vị đã khớp" in page


def test_unmatched_units_are_counted_and_marked():
    desk = Desk()
    desk.second.assignments.create(position=1, role="responsible", printed="Đội văn nghệ")
    page = desk.client.get(desk.url("plan_editor")).content.decode()
    assert "Chưa khớp đơn vị: 1" in page
    assert f'href="#dong-{desk.second.pk}"' in page


def test_the_page_asks_the_database_as_often_for_thirty_items_as_for_three(django_assert_num_queries):
    desk = Desk()
    with django_assert_num_queries(QUERIES):
        desk.client.get(desk.url("plan_editor"))
    for _ in range(27):
        create_item(plan=desk.plan, section=desk.list, text="Việc nữa", units=[desk.office, desk.group])
    with django_assert_num_queries(QUERIES):
        desk.client.get(desk.url("plan_editor"))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("cuối tháng 02", "21/02/2024 – 29/02/2024"),
        ("trước ngày 15/5/2024", "đến 15/05/2024"),
        ("từ tháng 01 đến tháng 12", "01/01/2024 – 31/12/2024"),
        ("Quý I", "01/01/2024 – 31/03/2024"),
        ("hằng tháng", "không quy ra ngày cố định"),
        ("mấy hôm nữa", "vẫn in đúng như bạn ghi"),
        ("", "Ví dụ"),
    ],
)
def test_a_deadline_is_answered_as_dates(typed, answer):
    desk = Desk()
    response = desk.client.get(desk.url("deadline_words"), {"deadline_raw": typed}, headers=HTMX)
    assert answer in response.content.decode()


def test_lines_are_answered_with_the_bodies_they_name():
    desk = Desk()
    query = {"field": "lead", "lead": "so noi vu\nĐội văn nghệ"}
    page = desk.client.get(desk.url("unit_words"), query, headers=HTMX).content.decode()
    assert "✓</span> Sở Nội vụ" in page
    assert "chưa khớp" in page.split("Đội văn nghệ")[1]
    assert desk.client.get(desk.url("unit_words"), {"field": "x"}).status_code == 200


def test_what_was_typed_is_never_markup():
    desk = Desk()
    payload = "<script>alert('x')</script>"
    item = desk.item(payload, quarter=1, deadline_raw=payload)
    item.assignments.create(position=1, role="lead", printed=payload)
    desk.plan.sections.filter(pk=desk.clause.pk).update(text=payload)
    type(desk.plan).objects.filter(pk=desk.plan.pk).update(subject=payload, recipients=payload, signer_name=payload)
    desk.client.post(desk.url("item_delete", item.pk))
    desk.client.post(desk.url("event_undo", desk.plan.events.get(kind="deleted").pk))
    pages = ["plan_editor", "head_edit", "foot_edit"]
    contents = [desk.client.get(desk.url(name)).content.decode() for name in pages]
    contents.append(desk.client.get(desk.url("item_edit", item.pk)).content.decode())
    assert all("alert(" in content and payload not in content for content in contents)
