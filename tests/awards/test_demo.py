"""The demonstration of awarding: enough of it, every kind of finding, left alone by a second loading."""

from collections import Counter

import pytest

from awards.demo import DISTRICT, ROUNDS, load_award_demo
from awards.eligibility.finding import SEVERITIES
from awards.loading import load_awards
from awards.models import Nomination
from tests.factories import create_area, create_unit
from tests.walking import fingerprint

pytestmark = pytest.mark.django_db


def test_three_hundred_nominations_of_three_levels_with_every_kind_of_finding():
    the_bodies_it_names()
    load_awards()
    assert load_award_demo() >= 300
    assert set(Nomination.objects.values_list("campaign__unit__area__level", flat=True)) == {
        "province",
        "district",
        "commune",
    }
    every_kind_of_finding()
    before = fingerprint()
    assert load_award_demo() == 0
    assert fingerprint() == before


def the_bodies_it_names():
    """Of the same codes and levels; the whole country takes long to load."""
    province = create_unit(code=ROUNDS[0].unit)
    places = {"ubnd-quan": ("district", "quận"), "ubnd-": ("commune", "phường")}
    wanted = dict.fromkeys([DISTRICT, *(code for entry in ROUNDS for code in (entry.unit, *entry.units))])
    made = {ROUNDS[0].unit: province}
    for code in wanted:
        if code not in made:
            level = next((level for start, level in places.items() if code.startswith(start)), None)
            area = create_area(level=level[0], type_word=level[1], name=code, parent=province.area) if level else None
            above = made[DISTRICT] if code.startswith("phong-") else province
            made[code] = create_unit(code=code, name=code, parent=above, area=area or above.area)


def every_kind_of_finding():
    found = [finding for findings in Nomination.objects.values_list("findings", flat=True) for finding in findings]
    assert set(Counter(finding["severity"] for finding in found)) == set(SEVERITIES)
    bad = {finding["rule"] for finding in found if finding["severity"] in ("block", "warn", "unknown")}
    assert bad >= {
        "year-grade",
        "merit-of-year",
        "consecutive-titles",
        "initiative-reach",
        "initiative-once",
        "two-initiatives",
        "prior-award",
        "titles-in-window",
        "consecutive-years",
        "examination",
        "discipline",
        "report-attached",
        "local-cap",
        "one-state-award",
    }
