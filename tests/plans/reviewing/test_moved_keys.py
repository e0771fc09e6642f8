"""Keys name fields by their place: one that moved, or that never was, does no harm."""

import pytest

from plans.draft import Finding, ItemDraft
from plans.draft_json import to_json
from plans.kinds import SectionKind
from plans.reviewing import deeds
from plans.reviewing.doubts import doubt_id
from tests.factories import create_reading

from .confirming import draft_of
from .test_review_page import field_url, item_key, values

pytestmark = pytest.mark.django_db


@pytest.fixture
def small(editor, office):
    """One heading (line 1), one list (line 2); a doubt on either."""
    reading = create_reading(office=office)
    draft = draft_of(reading)
    draft.findings = [Finding("warning", "Mục lạ.", 1), Finding("warning", "Việc lạ.", 2)]
    reading.draft = to_json(draft)
    reading.save()
    return reading


def test_accepted_is_the_doubt_that_was_shown(client, small, editor):
    heading = next(f.key for f, _ in client.get(small.get_absolute_url()).context["review"].doubtful if f)
    deeds.place_loose(small, "3: Trang 1", place="after:begin", by=editor)
    client.post(field_url(small, heading, "dung"), {"seen": doubt_id(Finding("warning", "Mục lạ.", 1))})
    doubtful = client.get(small.get_absolute_url()).context["review"].doubtful
    assert [d.message for _, doubts in doubtful for d in doubts] == ["Việc lạ."]


@pytest.mark.parametrize("key", ["sections", "findings", "closing_mark", "__class__", "la:gi", "khong-co"])
@pytest.mark.parametrize("verb", ["sua", "dung", "bo"])
def test_a_key_of_no_field_changes_nothing(client, small, key, verb):
    before = draft_of(small)
    assert client.post(field_url(small, key, verb), {"base": "{}"}, follow=True).status_code == 200
    assert draft_of(small) == before


def test_a_list_has_no_words_to_mend(client, small):
    assert "Sửa" not in client.get(small.get_absolute_url()).text.split("Danh sách nhiệm vụ")[1].split("</li>")[0]
    assert client.get(field_url(small, "section:1"), headers={"HX-Request": "true"}).context.get("form") is None


def test_a_piece_with_duties_says_what_to_do_first(client, reading):
    draft = draft_of(reading)
    at = next(n for n, section in enumerate(draft.sections) if section.kind != SectionKind.ITEMS)
    draft.sections[at].items = [ItemDraft("Theo dõi")]
    reading.draft = to_json(draft)
    reading.save()
    page = client.get(field_url(reading, f"section:{at}"))
    told = client.post(field_url(reading, f"section:{at}", "bo"), {"base": values(page)["base"]}, follow=True).text
    assert "còn nhiệm vụ hoặc việc giao" in told


def test_an_annex_stays_one(client, reading):
    draft = draft_of(reading)
    draft.sections[0].kind = SectionKind.ANNEX
    reading.draft = to_json(draft)
    reading.save()
    page = client.get(field_url(reading, "section:0"))
    assert page.context["form"]["kind"].is_hidden
    assert client.post(field_url(reading, "section:0"), values(page, text="Phụ lục mới")).status_code == 302
    section = draft_of(reading).sections[0]
    assert (section.kind, section.text) == (SectionKind.ANNEX, "Phụ lục mới")


def test_a_mended_year_moves_the_deadlines(client, reading):
    page = client.get(field_url(reading, "year"))
    client.post(field_url(reading, "year"), values(page, value="2025"))
    ends = [item.deadline.end and item.deadline.end.year for item in draft_of(reading).items]
    assert ends == [2025, None, 2025]


def test_a_deadline_told_in_the_text_is_not_printed_twice(client, reading):
    draft = draft_of(reading)
    item = draft.items[2]
    item.text, item.deadline_in_text = "Sơ kết trước ngày 15/6/2024", True
    reading.draft = to_json(draft)
    reading.save()
    key = item_key(reading, "Sơ kết")
    page = client.get(field_url(reading, key))
    client.post(field_url(reading, key), values(page, deadline_raw="trước ngày 15/6/2024"))
    item = draft_of(reading).items[2]
    assert (item.deadline.raw, item.deadline_in_text) == ("trước ngày 15/6/2024", True)
