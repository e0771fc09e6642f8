"""The review page: what is doubtful first, each field with its lines, accepted or mended one by one."""

import json

import pytest

from plans.models import Plan
from tests.factories import create_editor

from .confirming import draft_of, opened
from .conftest import TEXT

pytestmark = pytest.mark.django_db


def field_url(reading, key, verb="sua"):
    return f"{reading.get_absolute_url()}o/{key}/{verb}/"


def item_key(reading, text):
    """The key of the item with this text."""
    sections = draft_of(reading).sections
    found = ((i, n) for i, s in enumerate(sections) for n, item in enumerate(s.items) if text in item.text)
    return "item:{}:{}".format(*next(found))


def values(page, **changes):
    """What a form sends: its fields as they were filled in, with some changes."""
    form = page.context["form"]
    sent = {name: form[name].value() for name in form.fields}
    sent["base"] = form["base"].value() if isinstance(form["base"].value(), str) else json.dumps(form["base"].value())
    return {name: "" if value in (None, False) else value for name, value in (sent | changes).items()}


def test_every_line_stands_on_the_left_under_its_number(client, reading):
    page = client.get(reading.get_absolute_url())
    for number, _, raw, _ in reading.lines:
        assert not raw.strip() or f'<li id="dong-{number}"' in page.text
    assert "Tổ chức hội nghị tổng kết" in page.text


def test_what_is_doubtful_comes_first_with_its_reason_and_lines(client, reading):
    doubtful = client.get(reading.get_absolute_url()).context["review"].doubtful
    found = {field.words: [d.message for d in doubts] for field, doubts in doubtful if field}
    assert found["Phát động thi đua"] == ["Chưa đọc được thời hạn “bao giờ cũng được” thành ngày."]


def test_an_accepted_field_is_doubtful_no_more(client, reading):
    key = item_key(reading, "Phát động")
    response = client.post(field_url(reading, key, "dung"))
    assert response.url == f"{reading.get_absolute_url()}"
    shown = client.get(reading.get_absolute_url()).context["review"].doubtful
    assert key not in [field.key for field, _ in shown if field]


def test_a_mended_deadline_becomes_dates(client, reading):
    key = item_key(reading, "Phát động")
    page = client.get(field_url(reading, key))
    response = client.post(field_url(reading, key), values(page, deadline_raw="trước ngày 15/3/2024"))
    assert response.status_code == 302
    reading.refresh_from_db()
    item = draft_of(reading).items[1]
    assert (item.deadline.raw, f"{item.deadline.end:%d/%m/%Y}") == ("trước ngày 15/3/2024", "15/03/2024")
    assert key not in [f.key for f, _ in client.get(reading.get_absolute_url()).context["review"].doubtful if f]


def test_without_script_the_form_opens_in_the_page(client, reading):
    page = client.get(field_url(reading, "subject"))
    assert "Văn bản như đã đọc" in page.text
    assert 'name="value"' in page.text


def test_with_htmx_only_the_form_comes(client, reading):
    part = client.get(field_url(reading, "subject"), headers={"HX-Request": "true"})
    assert "<html" not in part.text
    assert 'name="value"' in part.text


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("subject", {"value": ""}, "Hãy ghi trích yếu."),
        ("year", {"value": "hai nghìn"}, "Hãy nhập một số."),
        ("number", {"value": "12a/b"}, "Số văn bản chỉ gồm chữ số"),
        ("date", {"day": "31", "month": "2"}, "Ngày này không có trong lịch."),
        ("date", {"day": "3", "month": ""}, "Có ngày thì phải có tháng."),
    ],
)
def test_a_wrong_value_is_told_and_what_was_typed_stays(client, reading, key, typed, told):
    page = client.get(field_url(reading, key))
    again = client.post(field_url(reading, key), values(page, **typed))
    assert again.status_code == 422
    assert told in again.text
    assert all(again.context["form"][name].value() == value for name, value in typed.items())


def test_two_people_at_one_field_see_each_others_words(client, reading, office):
    page = client.get(field_url(reading, "subject"))
    client.post(field_url(reading, "subject"), values(page, value="Bản của người thứ nhất"))
    second = client.post(field_url(reading, "subject"), values(page, value="Bản của người thứ hai"))
    assert second.status_code == 409
    assert "Bản của người thứ nhất" in second.text
    assert second.context["form"]["value"].value() == "Bản của người thứ hai"
    assert draft_of(reading).subject == "Bản của người thứ nhất"
    client.post(field_url(reading, "subject"), values(second))
    assert draft_of(reading).subject == "Bản của người thứ hai"


def test_another_person_of_the_office_goes_on(client, reading, office):
    client.force_login(create_editor(unit=office, username="nguoi-khac"))
    page = client.get(field_url(reading, "subject"))
    client.post(field_url(reading, "subject"), values(page, value="Công tác thi đua năm 2024"))
    reading.refresh_from_db()
    assert reading.changed_by.username == "nguoi-khac"
    listed = client.get("/ke-hoach/ban-doc/").text
    assert "ke-hoach.txt" in listed


def test_an_item_that_is_none_waits_for_another_place(client, reading):
    key = item_key(reading, "Phát động")
    page = client.get(field_url(reading, key))
    client.post(field_url(reading, key, "bo"), {"base": values(page)["base"]})
    draft = draft_of(reading)
    assert [item.text for item in draft.items] == ["Tổ chức hội nghị tổng kết", "Sơ kết 6 tháng"]
    assert draft.unplaced[-1].endswith("Phát động thi đua\nbao giờ cũng được\nPhòng Tổng hợp")


def test_a_key_that_names_nothing_says_so(client, reading):
    told = client.post(field_url(reading, "item:99:0", "dung"), follow=True).text
    assert Plan.objects.count() == 0
    assert client.get(field_url(reading, "item:99:0"), follow=True).status_code == 200
    assert "rà soát" in told.lower()


@pytest.mark.parametrize("more", [0, 30])
def test_the_page_asks_as_often_for_many_items_as_for_few(client, editor, more, django_assert_num_queries):
    rows = "".join(f"{n}\tViệc số {n}\tPhòng số {n}\ttháng 6\n" for n in range(4, 4 + more))
    reading = opened(TEXT.replace("\nII. TỔ", f"{rows}\nII. TỔ"), by=editor)
    with django_assert_num_queries(14):
        client.get(reading.get_absolute_url())
