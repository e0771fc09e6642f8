"""The demonstration of awarding: enough of it, every kind of finding, left alone by a second loading."""

from collections import Counter

import pytest

from awards.demo import load_award_demo
from awards.eligibility.finding import SEVERITIES
from awards.loading import load_awards
from awards.models import Nomination
from tests.walking import fingerprint
from units.loading import load_fixtures, load_units

pytestmark = pytest.mark.django_db


def test_three_hundred_nominations_of_three_levels_with_every_kind_of_finding():
    load_units()
    load_fixtures()
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
