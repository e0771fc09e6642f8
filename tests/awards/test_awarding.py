"""What the issue of a decision writes into records, all or nothing; what its revocation marks there."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from awards.models import AwardHeld, NominationEvent, NomineeEvent
from awards.nominees import keeping
from plans.editing.locking import Refused
from plans.issuing import record_issued
from plans.models import Plan, RegisterEntry
from plans.moving import approve, cancel, submit
from plans.versions import content_of, digest
from tests.awards.making import create_initiative, create_salary
from tests.awards.papers import SIGNED_ON, Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def agreed():
    return Round()


def states(agreed):
    return [type(one).objects.get(pk=one.pk).state for one in agreed.people]


def refused(agreed, words):
    """The issue is refused, and nothing is written and no number lost."""
    with pytest.raises(Refused, match=words):
        agreed.issue()
    assert not AwardHeld.objects.exists()
    assert not RegisterEntry.objects.exists()
    assert Plan.objects.get(pk=agreed.decision.pk).state == "approved"


class TestIssue:
    def test_every_line_becomes_an_award_with_the_decision(self, agreed):
        one = agreed.people[0]
        type(one).objects.filter(pk=one.pk).update(from_year=2025, recipient_class="direct_worker")
        issued = agreed.issue()
        award = one.nominee.awards.get()
        assert (award.title, award.merit, award.from_year, award.to_year) == (agreed.merit, "work", 2025, 2026)
        assert (award.decision, award.decided_on) == (issued.number_words, SIGNED_ON)
        assert award.decided_by == "Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"
        assert (award.recipient_class, award.line.document.plan) == ("direct_worker", issued)
        assert states(agreed) == ["awarded"] * 2

    def test_record_and_nomination_tell_who_did_it(self, agreed):
        version = agreed.people[0].nominee.version
        agreed.issue()
        for events, kind in (
            (NominationEvent.objects.filter(nomination=agreed.people[0]), "awarded"),
            (NomineeEvent.objects.filter(nominee=agreed.people[0].nominee), "added"),
        ):
            event = events.get()
            assert (event.kind, event.by, event.unit) == (kind, agreed.clerk, agreed.unit)
            assert f"Quyết định số 01/QĐ-UBND ngày {SIGNED_ON:%d/%m/%Y}" in event.note
        agreed.people[0].nominee.refresh_from_db()
        assert agreed.people[0].nominee.version == version + 1

    def test_its_initiatives_are_used(self, agreed):
        initiative = create_initiative(agreed.people[0].nominee)
        agreed.people[0].initiatives.add(initiative)
        agreed.issue()
        initiative.refresh_from_db()
        assert initiative.used_for.endswith("Quyết định số 01/QĐ-UBND ngày 20/11/2026")

    def test_an_initiative_that_was_used_meanwhile_stops_it(self, agreed):
        agreed.people[0].initiatives.add(create_initiative(agreed.people[0].nominee, used_for="CSTĐ cơ sở 2025"))
        refused(agreed, "đã dùng để xét CSTĐ cơ sở 2025")

    def test_a_nomination_that_went_another_way_stops_it(self, agreed):
        one = agreed.people[0]
        assert agreed.decision
        type(one).objects.filter(pk=one.pk).update(state="withdrawn")
        refused(agreed, "1 đề nghị không còn ở trạng thái được khen thưởng")

    def test_a_name_that_was_taken_out_of_the_text_stops_it(self, agreed):
        agreed.decision.sections.filter(text__contains="An 0").update(text="Ông Khác, Chuyên viên;")
        refused(agreed, "1 trường hợp không còn trong nội dung văn bản")

    def test_a_longer_name_is_not_the_same_name(self, agreed):
        section = agreed.decision.sections.get(text__contains="An 0")
        agreed.decision.sections.filter(pk=section.pk).update(text=section.text.replace("An 0", "An 01"))
        refused(agreed, "1 trường hợp không còn trong nội dung văn bản")

    def test_a_prize_of_another_day_stops_it(self, agreed):
        assert agreed.decision
        type(agreed.merit.provisions.get()).objects.update(multiplier="2")
        refused(agreed, "theo ngày ký, tiền thưởng .* là 5.060.000 đồng")

    def test_an_authority_that_ended_stops_it(self, agreed):
        assert agreed.decision
        agreed.merit.provisions.update(valid_to=date(2026, 10, 31))
        refused(agreed, "không có thẩm quyền")

    def test_a_record_that_was_merged_gets_it_where_it_went(self, agreed):
        first, second = (nomination.nominee for nomination in agreed.people)
        type(first).objects.filter(pk=first.pk).update(merged_into=second)
        agreed.issue()
        assert second.awards.count() == 2

    @pytest.mark.parametrize("people", [1, 30])
    def test_the_number_of_queries_does_not_grow(self, people, django_assert_max_num_queries):
        agreed = Round(people=people)
        assert agreed.decision
        with django_assert_max_num_queries(140):
            agreed.issue()


class TestRevocation:
    def test_a_revoked_decision_keeps_its_awards_on_record_marked(self, agreed):
        issued = agreed.issue()
        initiative = create_initiative(agreed.people[0].nominee)
        cancel(plan=issued, by=agreed.clerk, note="Ghi sai thẩm quyền")
        awards = list(AwardHeld.objects.all())
        assert [award.revoked_because for award in awards] == ["Ghi sai thẩm quyền"] * 2
        assert all(award.revoked_on >= award.decided_on for award in awards)
        assert states(agreed) == ["agreed"] * 2
        assert agreed.people[0].events.first().kind == "revoked"
        assert agreed.people[0].nominee.events.first().kind == "revoked"
        assert initiative.used_for == ""

    def test_then_its_nominations_may_stand_in_another_decision(self, agreed):
        cancel(plan=agreed.issue(), by=agreed.clerk, note="Ghi sai thẩm quyền")
        del agreed.decision
        second = agreed.issue()
        assert second.number == "02"
        assert AwardHeld.objects.filter(revoked_on=None, decision=second.number_words).count() == 2

    def test_initiatives_are_free_again(self, agreed):
        initiative = create_initiative(agreed.people[0].nominee)
        agreed.people[0].initiatives.add(initiative)
        cancel(plan=agreed.issue(), by=agreed.clerk, note="Ghi sai thẩm quyền")
        initiative.refresh_from_db()
        assert initiative.used_for == ""

    def test_one_award_revoked_on_its_record_is_told_by_its_nomination(self, agreed):
        agreed.issue()
        nominee = type(agreed.people[0].nominee).objects.get(pk=agreed.people[0].nominee_id)
        award = nominee.awards.get()
        given = {"on": SIGNED_ON, "because": "Khai man thành tích", "version": nominee.version, "by": agreed.editor}
        keeping.revoke(nominee=nominee, award=award, **given)
        event = agreed.people[0].events.first()
        assert (event.kind, event.note) == ("revoked", "Thu hồi: Khai man thành tích")
        assert AwardHeld.objects.filter(revoked_on=None).count() == 1


def test_a_decision_recorded_from_paper_writes_its_awards_too(agreed):
    create_salary(amount=2_340_000, valid_to=date(2026, 6, 30))
    assert agreed.decision
    record_issued(agreed.decision, number="77", signed_on=SIGNED_ON, by=agreed.clerk)
    assert set(AwardHeld.objects.values_list("decision", flat=True)) == {"77/QĐ-UBND"}


def test_the_clerk_reads_why_it_cannot_be_issued(client, agreed):
    one = agreed.people[0]
    submit(plan=agreed.decision, by=agreed.editor)
    approve(plan=agreed.decision, by=agreed.approver, seen=digest(content_of(agreed.decision)))
    type(one).objects.filter(pk=one.pk).update(state="withdrawn")
    client.force_login(agreed.clerk)
    url = reverse("plans:plan_issue", args=[agreed.decision.code])
    answer = client.post(url, {"signed_on": f"{timezone.localdate():%d/%m/%Y}"})
    assert answer.status_code == 422
    assert "Chưa ban hành được: 1 đề nghị không còn ở trạng thái được khen thưởng" in answer.text
