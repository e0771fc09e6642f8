"""What amends or replaces an issued plan: its words are checked too, its deadlines may have passed."""

import pytest

from plans.amending.beginning import amend, replace_by_new
from plans.checking.findings import findings_of
from tests.plans.amending import ON, InForce
from tests.plans.editing import HTMX

pytestmark = pytest.mark.django_db


class WithPastDeadline(InForce):
    def prepare(self):
        self.first.deadline_raw, self.first.deadline_end = "trước ngày 10/01/2024", "2024-01-10"
        self.first.save()


@pytest.fixture
def office():
    return WithPastDeadline()


@pytest.mark.parametrize("begin", [amend, replace_by_new])
def test_what_goes_on_from_an_issued_plan_keeps_its_deadlines(office, begin):
    plan = begin(plan=office.plan, by=office.editor, on=ON)
    plan.day, plan.month, plan.signed_year = 15, 5, 2024
    plan.save()
    assert findings_of(plan) == []


def test_the_words_of_an_amendment_are_checked_and_mended(office):
    amendment = office.amend()
    amendment.amendment_words = "Căn cứ tình hình của của tỉnh"
    amendment.save()
    (finding,) = findings_of(amendment)
    assert (finding.place.ref, finding.place.words) == ("loi-dan", "Lời dẫn")
    url = f"/ke-hoach/{amendment.code}/soat-loi/thay/"
    response = office.client.post(url, {"finding": finding.key}, headers=HTMX)
    assert response["HX-Retarget"] == "#loi-dan"
    amendment.refresh_from_db()
    assert amendment.amendment_words == "Căn cứ tình hình của tỉnh"
