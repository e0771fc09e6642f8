"""Text no rule could place: it is sent to a place, or left out knowingly."""

import pytest

from plans.reviewing import deeds

from .confirming import draft_of, opened
from .conftest import TEXT

pytestmark = pytest.mark.django_db
LOOSE = "Số điện thoại liên hệ: 0292"


@pytest.fixture
def reading(editor):
    return opened(TEXT.replace("Nguyễn Văn Hòa", f"Nguyễn Văn Hòa\n{LOOSE}"), by=editor)


def entry(reading):
    return next(text for text in draft_of(reading).unplaced if LOOSE in text)


def place(client, reading, where):
    return client.post(f"{reading.get_absolute_url()}xep-cho/", {"entry": entry(reading), "place": where}, follow=True)


def test_it_is_shown_with_places_near_it(client, reading):
    review = client.get(reading.get_absolute_url()).context["review"]
    field, groups = next((loose, places) for loose, places in review.placings if LOOSE in loose.words)
    assert field.lines[0] > 0
    assert ("into:recipients", "Nối vào: Nơi nhận") in groups[1][1]
    assert groups[-1][1] == [("drop", "Không thuộc kế hoạch, bỏ ra ngoài")]


def test_it_joins_the_recipients(client, reading):
    place(client, reading, "into:recipients")
    assert draft_of(reading).recipients[-1] == LOOSE
    assert not any(LOOSE in text for text in draft_of(reading).unplaced)


def test_it_becomes_a_paragraph_of_its_own(client, reading):
    place(client, reading, "after:begin")
    assert draft_of(reading).sections[0].text == LOOSE


def test_it_becomes_an_item_beside_another(client, reading):
    at = next(i for i, s in enumerate(draft_of(reading).sections) if s.kind == "items")
    place(client, reading, f"after:item:{at}:0")
    items = draft_of(reading).items
    assert (items[1].text, items[1].quarter) == (LOOSE, 1)


def test_its_doubt_is_settled_with_it(client, reading):
    place(client, reading, "drop")
    doubtful = client.get(reading.get_absolute_url()).context["review"].doubtful
    assert [d.message for _, doubts in doubtful for d in doubts if LOOSE in d.message] == []


@pytest.mark.parametrize("where", ["", "into:item:99:0", "into:so", "vao-dau"])
def test_an_unknown_place_changes_nothing(client, reading, where):
    before = draft_of(reading)
    assert "alert" in place(client, reading, where).text
    assert draft_of(reading) == before


def test_what_somebody_else_has_placed_is_placed_once(client, reading, editor):
    text = entry(reading)
    deeds.place_loose(reading, text, place="into:recipients", by=editor)
    with pytest.raises(deeds.Moved):
        deeds.place_loose(reading, text, place="into:recipients", by=editor)
    assert draft_of(reading).recipients.count(LOOSE) == 1
