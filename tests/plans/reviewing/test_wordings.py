"""What wordings mean: a choice made once holds everywhere, and at the next import."""

import pytest

from plans.models import Assignment
from units.models import Unit, UnitAlias, UnitGroup

from .confirming import confirm_all, opened
from .conftest import TEXT

pytestmark = pytest.mark.django_db
UNKNOWN = "Phòng Tổng hợp"


def choose(client, reading, **choice):
    return client.post(f"{reading.get_absolute_url()}cach-ghi/", {"printed": UNKNOWN} | choice, follow=True)


def meant(plan):
    rows = Assignment.objects.filter(item__plan=plan, printed=UNKNOWN)
    return [row.unit or row.group for row in rows]


def undecided(client, reading):
    return [wording.printed for wording in client.get(reading.get_absolute_url()).context["review"].undecided]


def test_unknown_wordings_are_asked_for_with_their_number(client, reading):
    review = client.get(reading.get_absolute_url()).context["review"]
    assert [(w.printed, w.count) for w in review.undecided] == [(UNKNOWN, 2)]
    assert ("Phòng Nội vụ", "found") in [(w.printed, w.how) for w in review.decided]


def test_a_named_body_counts_everywhere_and_the_next_time(client, reading, editor, office):
    division = Unit.objects.get(kind="division")
    choose(client, reading, meaning="named", name=division.code)
    assert undecided(client, reading) == []
    assert meant(confirm_all(reading, by=editor)) == [division, division]
    later = opened(TEXT.replace("2024", "2025"), by=editor)
    assert undecided(client, later) == []
    assert meant(confirm_all(later, by=editor)) == [division, division]


def test_left_as_printed_is_remembered_too(client, reading, editor):
    choose(client, reading, meaning="as_printed")
    assert meant(confirm_all(reading, by=editor)) == [None, None]
    assert undecided(client, opened(TEXT.replace("2024", "2025"), by=editor)) == []


def test_a_group_can_be_named(client, reading, editor, office):
    group = UnitGroup.objects.create(name="Các phòng", issuer=office, membering="open")
    choose(client, reading, meaning="named", name="Các phòng")
    assert meant(confirm_all(reading, by=editor)) == [group, group]


def test_a_new_body_is_made_when_the_reading_is_confirmed(client, reading, administrator, office):
    before = Unit.objects.count()
    choose(client, reading, meaning="new_unit", kind="division", name="")
    assert Unit.objects.count() == before
    plan = confirm_all(reading, by=administrator)
    made = Unit.objects.get(name=UNKNOWN)
    assert (made.parent, made.area, meant(plan)) == (office, office.area, [made, made])


def test_a_new_group_is_made_once(client, reading, administrator, office):
    choose(client, reading, meaning="new_group")
    plan = confirm_all(reading, by=administrator)
    assert meant(plan) == [UnitGroup.objects.get(name=UNKNOWN, issuer=office)] * 2


def test_a_wording_can_become_an_alias_for_everyone(client, reading, administrator, office):
    division = Unit.objects.get(kind="division")
    choose(client, reading, meaning="named", name=division.code, alias="1")
    assert not UnitAlias.objects.exists()
    confirm_all(reading, by=administrator)
    assert UnitAlias.objects.get(text=UNKNOWN).unit == division


@pytest.mark.parametrize("choice", [{"meaning": "new_unit", "kind": "division"}, {"meaning": "new_group"}])
def test_an_editor_makes_no_bodies(client, reading, editor, choice):
    assert "Chỉ quản trị của cơ quan ban hành" in choose(client, reading, **choice).text
    assert undecided(client, reading) == [UNKNOWN]


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ({}, "Hãy chọn một cách hiểu."),
        ({"meaning": "named", "name": ""}, "Hãy ghi tên hoặc mã của đơn vị."),
        ({"meaning": "named", "name": "Phòng Không Có"}, "Không có đơn vị nào là"),
    ],
)
def test_a_choice_that_says_nothing_is_asked_again(client, reading, choice, told):
    assert told in choose(client, reading, **choice).text
    assert undecided(client, reading) == [UNKNOWN]
