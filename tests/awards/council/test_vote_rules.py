"""How councils decide: the most special rule in force, read by all, added and ended by administrators of a province."""

from datetime import date
from decimal import Decimal

import pytest

from awards.council.rules import rules_by_title
from awards.loading import load_awards
from awards.models import AwardTitle, CatalogueEvent, VoteRule
from tests.awards.council.making import create_rule
from tests.awards.making import create_award
from tests.factories import create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
LIST = "/khen-thuong/bieu-quyet/"
DAY = date(2026, 5, 4)


@pytest.fixture
def administrator(client):
    user = create_user(role=Role.ADMINISTRATOR, unit=create_unit(), full_name="Lê Quản Trị")
    client.force_login(user)
    return user


def rule_of(title, on=DAY):
    return rules_by_title([title.pk], on=on)[title.pk]


class TestWhichHolds:
    def test_the_title_before_the_level_before_everything(self):
        title = create_award(level="central_pm").title
        assert rule_of(title) is None
        for about in ({}, {"level": "central_pm"}, {"title": title}):
            rule = create_rule(**about)
            assert rule_of(title) == rule

    def test_the_highest_level_that_decides_that_day(self):
        title = create_award(level="commune").title
        create_award(title=title, level="ministry_province", valid_to=date(2025, 6, 30))
        low, high = create_rule(level="commune"), create_rule(level="ministry_province")
        assert (rule_of(title), rule_of(title, date(2025, 6, 30))) == (low, high)

    def test_the_rule_of_the_day(self):
        title = create_award().title
        old = create_rule(title=title, valid_to=date(2025, 12, 31))
        new = create_rule(title=title, valid_from=date(2026, 1, 1))
        assert [rule_of(title, date(year, 12, 31)) for year in (2025, 2026)] == [old, new]

    def test_two_queries_for_any_number_of_titles(self, django_assert_num_queries):
        titles = [create_award().title.pk for _ in range(5)]
        create_rule(level="unit")
        for some in (titles[:1], titles):
            with django_assert_num_queries(2):
                assert len(rules_by_title(some, on=DAY)) == len(some)


def test_what_the_law_says_is_loaded_once_with_its_certainty():
    load_awards()
    stored = VoteRule.objects.count()
    assert (load_awards(), VoteRule.objects.count()) == (0, stored)
    title = AwardTitle.objects.get(code="CSTDT-CN")
    rule = rule_of(title, date(2023, 6, 1))
    assert (rule.percent, rule.denominator, rule.is_secret, rule.certainty) == (Decimal("90"), "all", True, "A")
    assert (rule_of(title).percent, rule_of(title).certainty) == (Decimal("80"), "D")
    assert rule_of(AwardTitle.objects.get(code="LDTT-CN")).title is None


def test_what_an_administrator_ended_stays_ended_after_a_later_load(client, administrator):
    load_awards()
    rule = VoteRule.objects.get(title__code="CSTDT-CN", valid_from=date(2024, 1, 1))
    client.post(f"{LIST}{rule.pk}/ket-thuc/", {"on": "31/12/2025", "because": "Quy chế mới", "version": 1})
    load_awards()
    rule.refresh_from_db()
    assert (rule.valid_to, rule.version) == (date(2025, 12, 31), 2)


class TestChanging:
    SENT = {"percent": "66,7", "denominator": "present", "quorum": "66,67", "basis": "Quy chế", "certainty": "A"}
    SENT |= {"valid_from": "01/01/2026", "is_secret": "on"}

    def test_a_rule_is_added_with_its_event(self, client, administrator):
        title = create_award().title
        assert client.post(f"{LIST}them/", self.SENT | {"title": title.pk}).url == LIST
        rule = VoteRule.objects.get()
        assert (rule.percent, rule.denominator, rule.is_secret, rule.counts_written) == (
            Decimal("66.7"),
            "present",
            True,
            False,
        )
        event = CatalogueEvent.objects.get()
        assert (event.rule, event.by, event.kind) == (rule, administrator, "added")
        assert "66,7%" in client.get(LIST).text

    def test_two_never_share_a_day(self, client, administrator):
        create_rule(valid_to=date(2026, 1, 1))
        response = client.post(f"{LIST}them/", self.SENT)
        assert (response.status_code, VoteRule.objects.count()) == (422, 1)
        assert "Đã có quy định áp dụng" in response.text

    def test_a_title_or_a_level(self, client, administrator):
        response = client.post(f"{LIST}them/", self.SENT | {"title": create_award().title.pk, "level": "unit"})
        assert (response.status_code, VoteRule.objects.count()) == (422, 0)

    def test_the_second_of_two_people_is_told(self, client, administrator):
        rule = create_rule()
        sent = {"on": "31/12/2026", "because": "Quy chế mới", "version": 1}
        answers = [client.post(f"{LIST}{rule.pk}/ket-thuc/", sent).status_code for _ in range(2)]
        assert (answers, CatalogueEvent.objects.count()) == ([302, 422], 1)

    def test_everybody_reads_a_ward_changes_nothing(self, client):
        client.force_login(create_user(role=Role.EDITOR))
        rule = create_rule()
        assert client.get(LIST).status_code == 200
        assert [client.post(f"{LIST}{path}").status_code for path in ("them/", f"{rule.pk}/ket-thuc/")] == [403, 403]


@pytest.mark.parametrize("payload", MARKUP[:6])
def test_words_of_ill_will_are_escaped(client, administrator, payload):
    create_rule(title=create_award(name=payload[:200]).title, basis=payload[:300])
    assert payload not in client.get(LIST).text
