"""Whoever hears the page knows which field, text or wording a button is about; ids are there once."""

import re
from collections import Counter

import pytest

from plans.draft import ItemDraft, PlanDraft, SectionDraft, UnitDraft
from plans.draft_json import to_json
from plans.kinds import SectionKind
from plans.reviewing import deeds
from tests.factories import create_reading

pytestmark = pytest.mark.django_db
WORDINGS = ["Tổ một", "TỔ MỘT", "…", "—"]  # alike to a search


@pytest.fixture
def page(client, editor, office):
    units = [UnitDraft(wording) for wording in WORDINGS]
    pieces = [SectionDraft(SectionKind.PARAGRAPH, text, lines=(n, n)) for n, text in enumerate(("Một", "Hai"), 1)]
    pieces.append(SectionDraft(SectionKind.ITEMS, items=[ItemDraft("Việc", units=units, lines=(3, 3))], lines=(3, 3)))
    draft = PlanDraft(subject="Công tác", year=2024, sections=pieces, unplaced=["4: Ba", "5: Bốn"])
    return client.get(create_reading(office=office, draft=to_json(draft)).get_absolute_url())


def test_ids_stand_once(page):
    counts = Counter(re.findall(r'\sid="([^"]+)"', page.text))
    assert [name for name, times in counts.items() if times > 1] == []


def test_controls_that_look_alike_are_named_apart(page):
    links = re.findall(r'class="act"[^>]*>Sửa<span class="visually-hidden">([^<]*)<', page.text)
    places = re.findall(r'<label class="visually-hidden" for="cho-[^>]*>([^<]*)<', page.text)
    buttons = re.findall(r'aria-label="(Xếp vào[^"]*)"', page.text)
    assert [len(names) for names in map(set, (links, places, buttons))] == [len(links), 2, 2]


def test_a_closed_reading_says_that_it_is_closed(client, reading, editor):
    deeds.drop(reading, by=editor)
    told = client.post(f"{reading.get_absolute_url()}cach-ghi/", {"printed": "x", "meaning": "as_printed"}, follow=True)
    assert "đã được bỏ" in told.text
    assert "Hãy chọn cơ quan ban hành" not in told.text
