"""Nominations follow the record: merged into another, renamed."""

import pytest

from tests.awards.making import create_campaign, create_nomination, create_nominee
from tests.awards.test_nominees import editor, office, url  # noqa: F401 - fixtures

pytestmark = pytest.mark.django_db


def merge(client, kept, gone):
    return client.post(url(kept, "gop", gone.pk), {"version": 1, "other_version": 1})


def test_nominations_move_to_the_kept_record(client, editor, office):  # noqa: F811
    kept, gone = (create_nominee(name=name, unit=office) for name in ("Lê An", "Võ Bình"))
    nomination = create_nomination(nominee=gone, unit=office)
    merge(client, kept, gone)
    nomination.refresh_from_db()
    assert nomination.nominee == kept
    assert nomination.sort_key.endswith(kept.sort_key)


@pytest.mark.parametrize(("state", "merged"), [("draft", False), ("awarded", False), ("withdrawn", True)])
def test_two_nominations_for_one_title_of_a_round_hinder(client, editor, office, state, merged):  # noqa: F811
    kept, gone = (create_nominee(unit=office) for _ in range(2))
    campaign = create_campaign(unit=office)
    create_nomination(campaign=campaign, nominee=kept, unit=office)
    create_nomination(campaign=campaign, nominee=gone, unit=office, state=state)
    response = merge(client, kept, gone)
    gone.refresh_from_db()
    assert (gone.merged_into == kept) is merged
    assert ("Hãy rút một đề nghị rồi gộp" in response.text) is not merged


def test_a_new_name_puts_its_nominations_in_another_place(client, editor, office):  # noqa: F811
    nominee = create_nominee(unit=office)
    nomination = create_nomination(nominee=nominee, unit=office)
    client.post(url(nominee, "sua"), {"version": 1, "name": "Lê Ánh"})
    nominee.refresh_from_db()
    nomination.refresh_from_db()
    assert (nominee.name, nomination.sort_key.endswith(nominee.sort_key)) == ("Lê Ánh", True)
