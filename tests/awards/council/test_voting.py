"""Voting: each member once a case, by the rule of the day, with the result counted and kept."""

import pytest

from awards.council.voting import cast, recuse
from awards.models import Case, Nomination, NominationEvent, SessionEvent, Vote
from tests.awards.council.making import Council
from tests.factories import create_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return Council()


def vote(client, council, member, *choices):
    """The member's ballots, one choice a case."""
    client.force_login(member.user)
    sent = {"gui": "1"} | {
        f"p-{case.pk}": choice for case, choice in zip(council.cases, choices, strict=False) if choice
    }
    return client.post(f"{council.url}phieu/", sent)


def close(client, council, **sent):
    client.force_login(council.secretary)
    return client.post(f"{council.url}ket-thuc/", {"conclusion": "Nhất trí.", "version": council.version} | sent)


def totals(case):
    case.refresh_from_db()
    return case.for_count, case.against_count, case.invalid_count


class TestInTheBrowser:
    def test_a_ballot_that_comes_after_its_member_declared_an_interest_counts_nothing(self, council):
        council.open()
        case, member = council.cases[0], council.members[0]
        recuse(case=case, member=member, reason="Anh em ruột", by=member.user)
        choices = {row.pk: "for" for row in council.cases}
        assert cast(session=council.session, member=member, choices=choices, by=member.user) == 1
        assert (totals(case), totals(council.cases[1])) == ((0, 0, 0), (1, 0, 0))

    def test_from_the_first_ballot_to_the_result(self, client, council):
        council.open()
        for number, member in enumerate(council.members):
            assert vote(client, council, member, "for", "for" if number < 3 else "against").status_code == 302
        assert close(client, council).url == council.url
        first, second = council.cases
        assert (totals(first), totals(second)) == ((5, 0, 0), (3, 2, 0))
        assert (first.outcome, second.outcome) == ("proposed", "not_proposed")
        states = Nomination.objects.order_by("pk").values_list("state", "version")
        assert list(states) == [("agreed", 2), ("not_agreed", 2)]
        event = NominationEvent.objects.get(nomination=council.nominations[1])
        assert (event.kind, event.by, event.unit) == ("judged", council.secretary, council.unit)
        assert "3/5 thành viên Hội đồng đồng ý, đạt 60%" in event.note
        text = client.get(council.url).text
        assert "60%" in text and "Không đề nghị" in text and "5 phiếu đếm được của 5 người đã bỏ" in text

    def test_nobody_votes_twice(self, client, council):
        council.open()
        assert [vote(client, council, council.members[0], "for").status_code for _ in range(2)] == [302, 422]
        vote(client, council, council.members[0], "against", "for")
        assert (totals(council.cases[0]), totals(council.cases[1])) == ((1, 0, 0), (1, 0, 0))
        assert Vote.objects.count() == 2

    def test_what_was_left_empty_is_voted_on_later(self, client, council):
        council.open()
        vote(client, council, council.members[0], "for", None)
        page = client.get(f"{council.url}phieu/").text
        assert f'name="p-{council.cases[0].pk}"' not in page and f'name="p-{council.cases[1].pk}"' in page
        assert vote(client, council, council.members[0]).status_code == 422

    def test_totals_are_shown_to_nobody_before_the_end(self, client, council):
        council.open()
        vote(client, council, council.members[0], "for", "against")
        for user in (council.secretary, council.members[0].user, council.members[1].user):
            client.force_login(user)
            for path in ("", "phieu/", "ket-thuc/", "truong-hop/0/tranh/"):
                response = client.get(f"{council.url}{path}")
                assert "phiếu đếm được" not in response.text
        context = client.get(council.url).context
        assert context["sitting"].missing == 8

    def test_only_members_vote_and_only_while_it_lasts(self, client, council):
        assert vote(client, council, council.members[0]).status_code == 422  # not opened yet
        council.open()
        client.force_login(create_user())
        assert client.post(f"{council.url}phieu/", {f"p-{council.cases[0].pk}": "for"}).status_code == 404
        client.force_login(council.secretary)
        assert client.post(f"{council.url}phieu/", {f"p-{council.cases[0].pk}": "for"}).status_code == 403
        close(client, council, although_missing="on")
        vote(client, council, council.members[0], "for")
        assert (totals(council.cases[0]), Vote.objects.count()) == ((0, 0, 0), 0)

    def test_missing_ballots_have_to_be_confirmed(self, client, council):
        council.open()
        vote(client, council, council.members[0], "for", "for")
        response = close(client, council)
        assert (response.status_code, "Còn 8 lượt chưa bỏ phiếu" in response.text) == (422, True)
        close(client, council, although_missing="on")
        assert set(Case.objects.values_list("outcome", flat=True)) == {"not_proposed"}

    def test_an_open_vote_is_kept_by_name(self, client):
        council = Council(secret=False)
        council.open()
        vote(client, council, council.members[0], "against", "for")
        assert sorted(Vote.objects.values_list("choice", flat=True)) == ["against", "for"]
        event = SessionEvent.objects.get(kind="voted")
        first, second = council.cases
        assert (event.by, event.details) == (council.members[0].user, {str(first.pk): "against", str(second.pk): "for"})

    def test_who_has_no_account_cannot_vote_in_the_browser(self, client, council):
        council.put_on_agenda()
        council.session.members.filter(pk=council.members[4].pk).update(user=None)
        client.force_login(council.secretary)
        response = client.post(f"{council.url}bieu-quyet/mo/", {"on_paper": "may", "version": council.version})
        assert (response.status_code, "Ủy viên 4" in response.text) == (422, True)

    def test_a_choice_that_does_not_exist_is_refused(self, client, council):
        council.open()
        assert vote(client, council, council.members[0], "maybe").status_code == 422
        assert Vote.objects.count() == 0


class TestOnPaper:
    def sent(self, council, *counts):
        """Three figures a case."""
        names = ("for", "against", "invalid")
        rows = zip(council.cases, counts, strict=True)
        return {f"{n}-{case.pk}": c for case, row in rows for n, c in zip(names, row, strict=True)}

    def count(self, client, council, *counts):
        client.force_login(council.secretary)
        sent = self.sent(council, *counts) | {"version": council.version}
        return client.post(f"{council.url}kiem-phieu/", sent)

    def test_the_secretary_enters_what_was_counted(self, client, council):
        council.open(on_paper=True)
        assert self.count(client, council, (4, 1, 0), (3, 1, 1)).status_code == 302
        assert close(client, council).status_code == 302
        assert list(Case.objects.values_list("outcome", flat=True)) == ["proposed", "not_proposed"]
        event = SessionEvent.objects.get(kind="counted")
        assert (event.by, event.unit, event.address) == (council.secretary, council.unit, "127.0.0.1")

    def test_the_sum_is_the_number_of_those_who_vote(self, client, council):
        council.open(on_paper=True)
        response = self.count(client, council, (4, 0, 0), (6, 0, 0))
        assert (response.status_code, totals(council.cases[0])) == (422, (0, 0, 0))
        assert "Tổng là 4, phải bằng 5 phiếu" in response.text

    def test_it_cannot_end_before_all_is_counted(self, client, council):
        council.open(on_paper=True)
        self.count(client, council, (5, 0, 0), ("", "", ""))
        response = close(client, council, although_missing="on")
        assert (response.status_code, "chưa ghi đủ" in response.text) == (422, True)

    def test_no_member_votes_in_the_browser_then(self, client, council):
        council.open(on_paper=True)
        assert vote(client, council, council.members[0], "for").status_code == 422
        assert Vote.objects.count() == 0


class TestTheRule:
    """Percentages over all members or over those who vote, with or without opinions in writing."""

    @pytest.mark.parametrize(
        ("rule", "away", "written", "outcome", "share"),
        [
            ({"denominator": "all"}, 1, 0, "proposed", 80),
            ({"denominator": "all", "percent": 81}, 1, 0, "not_proposed", 80),
            ({"denominator": "present", "percent": 90}, 1, 0, "proposed", 100),
            ({"denominator": "all", "percent": 90}, 0, 1, "proposed", 100),
            ({"denominator": "all", "percent": 90, "counts_written": False}, 0, 1, "not_proposed", 80),
            ({"denominator": "present", "percent": 90, "counts_written": False}, 0, 1, "proposed", 100),
        ],
    )
    def test_who_is_away(self, client, rule, away, written, outcome, share):
        council = Council(cases=1, **rule)
        last = council.session.members.filter(pk=council.members[4].pk)
        last.update(is_present=False, sends_opinion=bool(written))
        council.open()
        for member in council.members:
            vote(client, council, member, "for")
        close(client, council)
        (line,) = client.get(council.url).context["sitting"].lines
        assert (line.case.outcome, line.share) == (outcome, share)

    def test_below_the_quorum_voting_does_not_open(self, client, council):
        council.put_on_agenda()
        away = [member.pk for member in council.members[3:]]
        council.session.members.filter(pk__in=away).update(is_present=False, sends_opinion=True)
        client.force_login(council.secretary)
        assert "Có mặt 3/5 thành viên (60%), cần ít nhất 66,67%: chưa đủ" in client.get(council.url).text
        response = client.post(f"{council.url}bieu-quyet/mo/", {"on_paper": "may", "version": council.version})
        council.session.refresh_from_db()
        assert (response.status_code, council.session.state) == (422, "preparing")

    def test_two_thirds_are_enough_for_two_thirds(self, client):
        council = Council(members=3)
        council.session.members.filter(pk=council.members[2].pk).update(is_present=False)
        council.open()
        council.session.refresh_from_db()
        assert council.session.state == "voting"

    def test_a_case_keeps_the_rule_of_the_day(self, client, council):
        council.open()
        council.rule.delete()
        for member in council.members:
            vote(client, council, member, "for", "for")
        close(client, council)
        assert set(Case.objects.values_list("percent", "outcome", "basis")) == {(80, "proposed", "Quy chế Hội đồng")}

    def test_without_a_rule_nothing_is_decided(self, client, council):
        council.rule.delete()
        client.force_login(council.secretary)
        response = client.post(
            f"{council.url}chuong-trinh/", {"chosen": council.nominations[0].pk, "version": council.version}
        )
        assert (response.status_code, "Chưa có quy định biểu quyết" in response.text) == (422, True)


def test_voting_goes_back_only_as_long_as_nobody_voted(client, council):
    council.open()
    client.force_login(council.secretary)
    assert client.post(f"{council.url}bieu-quyet/dung/", {"version": council.version}).status_code == 302
    council.open()
    vote(client, council, council.members[0], "for")
    client.force_login(council.secretary)
    response = client.post(f"{council.url}bieu-quyet/dung/", {"version": council.version})
    assert (response.status_code, "Đã có phiếu" in response.text) == (422, True)


def test_what_was_withdrawn_before_the_vote_has_to_go(client, council):
    council.put_on_agenda()
    Nomination.objects.filter(pk=council.nominations[0].pk).update(state="withdrawn")
    client.force_login(council.secretary)
    response = client.post(f"{council.url}bieu-quyet/mo/", {"on_paper": "giay", "version": council.version})
    assert (response.status_code, "không còn chờ Hội đồng xét" in response.text) == (422, True)
    client.post(f"{council.url}chuong-trinh/", {"chosen": council.nominations[1].pk, "version": council.version})
    assert [case.nomination for case in council.session.cases.all()] == [council.nominations[1]]


def test_what_was_withdrawn_during_the_vote_is_not_judged(client, council):
    council.open()
    Nomination.objects.filter(pk=council.nominations[0].pk).update(state="withdrawn")
    close(client, council, although_missing="on")
    assert sorted(Nomination.objects.values_list("state", flat=True)) == ["not_agreed", "withdrawn"]
    assert NominationEvent.objects.count() == 1
