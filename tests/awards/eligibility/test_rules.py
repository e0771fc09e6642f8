"""The other rules: each passes, fails or cannot tell, with the article of the day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from awards.eligibility.facts import Cap, Decider, Other
from awards.eligibility.law import Basis, Law, Span
from awards.eligibility.registry import RULES
from tests.awards.eligibility.cases import body, case, episode, findings, grades, held, idea, member, severities


def decider(level, name="Người quyết định", certainty="A", **more):
    return Decider(level, name, "Luật số 06/2022/QH15, Điều 80", certainty, **more)


class TestAuthority:
    @pytest.mark.parametrize(
        ("office", "levels", "expected"),
        [
            ("ministry_province", ["ministry_province"], "pass"),
            ("commune", ["commune", "unit"], "pass"),
            ("commune", ["ministry_province"], "pass"),  # handed up
            ("ministry_province", ["central_pm"], "pass"),
            ("ministry_province", ["commune", "unit"], "block"),
            ("district", ["commune", "unit"], "block"),  # abolished on 30/06/2025
            ("commune", [], "block"),
        ],
    )
    def test_who_decides(self, office, levels, expected):
        about = case(office=body(level=office), deciders=tuple(map(decider, levels)))
        assert severities(about, "authority") == [expected]

    def test_the_sentence_names_who_decides(self):
        about = case(deciders=(decider("commune", "Chủ tịch UBND cấp xã"),))
        found = findings(about)["authority"]
        assert "Người quyết định: Chủ tịch UBND cấp xã" in found["sentence"]
        assert found["citation"] == "Luật số 06/2022/QH15, Điều 80"

    def test_a_division_may_lack_legal_standing(self):
        about = case(office=body(kind="division", level="unit"), deciders=(decider("unit"),))
        assert severities(about, "authority") == ["unknown"]

    def test_what_is_unsure_only_warns(self):
        about = case(deciders=(decider("commune", certainty="C"),))
        assert severities(about, "authority") == ["warn"]

    def test_a_title_of_persons_is_not_for_a_collective(self):
        about = case("LDTT-CN")
        assert severities(case("LDTT-CN", recipient="collective"), "recipient") == ["block"]
        assert severities(about, "recipient") == [None]


class TestTitlesOfPersons:
    @pytest.mark.parametrize(("letter", "expected"), [("E", "pass"), ("G", "pass"), ("D", "block"), ("-", "unknown")])
    def test_the_grade_of_the_year(self, letter, expected):
        assert severities(case(grades=grades(2025, letter)), "year-grade") == [expected]

    def test_maternity_leave_is_pointed_out(self):
        assert "thai sản" in findings(case(is_woman=True))["year-grade"]["sentence"]

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"grades": grades(2025, "E")}, "pass"),
            ({"grades": grades(2025, "G"), "chosen": (idea(),)}, "pass"),
            ({"grades": grades(2025, "G"), "ideas": (idea(),)}, "unknown"),
            ({"grades": grades(2025, "G")}, "block"),
            ({"grades": grades(2025, "G"), "unit": body(kind="armed_force", level="unit")}, "unknown"),
            ({}, "unknown"),
        ],
    )
    def test_a_fighter_has_an_excellent_year_or_an_initiative(self, facts, expected):
        assert severities(case("CSTDCS-CN", **facts), "merit-of-year") == [expected]

    def test_three_in_a_row(self):
        won = tuple(held("CSTDCS-CN", year) for year in (2022, 2023, 2024))
        found = findings(case("CSTDT-CN", held=won, chosen=(idea(level="ministry_province"),)))
        assert found["consecutive-titles"]["sentence"] == "CSTĐ cơ sở 2022, 2023, 2024: 3 năm liên tục ✓"
        assert found["initiative-reach"]["severity"] == "pass"

    def test_a_gap_is_explained(self):
        won = tuple(held("CSTDCS-CN", year) for year in (2022, 2024, 2025))
        found = findings(case("CSTDT-CN", held=won))["consecutive-titles"]
        assert (found["severity"], found["sentence"]) == (
            "block",
            "CSTĐ cơ sở 2024, 2025: mới 2/3 năm liên tục; năm 2023 chưa có danh hiệu.",
        )

    def test_the_title_of_this_year_may_still_be_under_way(self):
        won = tuple(held("CSTDCS-CN", year) for year in (2023, 2024))
        other = Other("CSTDCS-CN", "CSTĐ cơ sở", "emulation", "work", 2025, 2025, "Đợt")
        assert severities(case("CSTDT-CN", held=won, others=(other,)), "consecutive-titles") == ["unknown"]

    @pytest.mark.parametrize(("level", "expected"), [("unit", "block"), ("ministry_province", "pass")])
    def test_the_initiative_reaches_far_enough(self, level, expected):
        assert severities(case("CSTDT-CN", chosen=(idea(level=level),)), "initiative-reach") == [expected]

    @pytest.mark.parametrize(
        ("years", "expected"), [((2021, 2024), "pass"), ((2019, 2024), "block"), ((2024,), "block")]
    )
    def test_twice_in_a_row_for_the_national_title(self, years, expected):
        won = tuple(held("CSTDT-CN", year) for year in years)
        assert severities(case("CSTDTQ-CN", held=won), "consecutive-titles") == [expected]


class TestShares:
    BODY = body("Phòng Kinh tế", kind="division", level="unit")

    def about(self, *members, code="TTLDTT-TT", **facts):
        return case(code, body=self.BODY, members=members, **facts)

    def members(self, advanced, plain, **more):
        return [member("A", "LDTT-CN", **more)] * advanced + [member("B", **more)] * plain

    @pytest.mark.parametrize(("advanced", "plain", "expected"), [(7, 3, "pass"), (69, 31, "block"), (0, 3, "block")])
    def test_seventy_of_a_hundred(self, advanced, plain, expected):
        assert severities(self.about(*self.members(advanced, plain)), "members-advanced") == [expected]

    def test_the_share_is_shown_rounded_down(self):
        found = findings(self.about(*self.members(2, 1)))["members-advanced"]
        assert found["sentence"] == "LĐTT: 2/3 người (66,6%). Cần 70%."

    def test_those_under_way_may_still_lift_it(self):
        members = [*self.members(2, 0), member(under_way=["LDTT-CN"])]
        assert severities(self.about(*members), "members-advanced") == ["unknown"]

    def test_without_records_it_cannot_be_told(self):
        assert severities(self.about(), "members-advanced") == ["unknown"]
        assert "chưa gắn với đơn vị" in findings(case("TTLDTT-TT"))["members-advanced"]["sentence"]

    @pytest.mark.parametrize(("form", "expected"), [("warning", "block"), ("reprimand", "pass"), ("other", "unknown")])
    def test_nobody_disciplined_at_warning_or_above(self, form, expected):
        members = [member(discipline=(episode((2025, 2, 1), form=form),))]
        assert severities(self.about(*members), "members-discipline") == [expected]

    @pytest.mark.parametrize(("letter", "expected"), [("HTNV", "pass"), ("KHTNV", "block"), ("", "unknown")])
    def test_everybody_did_the_tasks(self, letter, expected):
        about = self.about(member(grade=letter), code="TTLDXS-TT")
        assert severities(about, "members-done") == [expected]

    @pytest.mark.parametrize(
        ("people", "expected"),
        [([member("A", "CSTDCS-CN")], "pass"), ([member()], "block"), ([member(under_way=["CSTDCS-CN"])], "unknown")],
    )
    def test_one_fighter_at_least(self, people, expected):
        assert severities(self.about(*people, code="TTLDXS-TT"), "members-fighter") == [expected]


class TestOnce:
    def test_the_same_title_for_the_same_year(self):
        assert severities(case(held=(held("LDTT-CN", 2025),)), "achievement-once") == ["block"]
        assert severities(case(held=(held("LDTT-CN", 2024),)), "achievement-once") == [None]

    def test_the_same_title_in_another_round(self):
        other = Other("LDTT-CN", "LĐTT", "emulation", "work", 2025, 2025, "Đợt hai")
        assert "Đợt hai" in findings(case(others=(other,)))["achievement-once"]["sentence"]

    def test_another_form_may_be_for_another_achievement(self):
        assert severities(case("BKT-CN", held=(held("GK-CN", 2025),)), "achievement-once") == ["unknown"]

    def test_two_brave_acts_in_a_year_may_be_two(self):
        again = held("GK-CN", 2025, merit="sudden")
        assert severities(case("GK-CN", merit="sudden", held=(again,)), "achievement-once") == ["unknown"]

    def test_an_award_of_this_very_nomination_is_no_second_one(self):
        own = replace(held("LDTT-CN", 2025), nomination=1)
        assert severities(case(held=(own,)), "achievement-once") == [None]

    @pytest.mark.parametrize(
        ("used", "expected"),
        [
            (idea(used_for="CSTĐCS 2024"), "block"),
            (idea(elsewhere=(("Đợt hai", "CSTĐ cơ sở", True),)), "block"),
            (idea(elsewhere=(("Đợt hai", "CSTĐ cơ sở", False),)), "unknown"),
            (idea(), "pass"),
        ],
    )
    def test_an_initiative_is_used_once(self, used, expected):
        assert severities(case("CSTDCS-CN", chosen=(used,)), "initiative-once") == [expected]

    def test_one_state_award_a_year_only_warns(self):
        about = case("HCLD3-CN", held=(held("BKTTG-CN", 2025),))
        assert severities(about, "one-state-award") == ["warn"]


class TestDiscipline:
    def test_while_it_is_examined_nothing_is_proposed(self):
        found = findings(case(examinations=(episode((2026, 10, 1), form="complaint"),)))["examination"]
        assert (found["severity"], "Quyết định số 3" in found["sentence"]) == ("block", True)
        over = episode((2026, 10, 1), (2026, 11, 25), form="complaint")
        assert severities(case(examinations=(over,)), "examination") == [None]

    def test_while_it_is_in_force(self):
        assert severities(case(discipline=(episode((2026, 3, 1)),)), "discipline") == ["block"]

    @pytest.mark.parametrize(("end", "expected"), [((2025, 12, 31), "block"), ((2025, 3, 31), "unknown")])
    def test_achievement_counts_from_its_end(self, end, expected):
        about = case(discipline=(episode((2024, 4, 1), end),))
        assert severities(about, "achievement-after-discipline") == [expected]


class TestUnits:
    GONE = body("UBND quận Ninh Kiều", level="district", span=Span(None, date(2025, 6, 30)), successors=("Phường A",))

    def test_a_dissolved_body_is_not_rewarded(self):
        found = findings(case("TTLDTT-TT", body=self.GONE, unit=self.GONE))["body-stands"]
        assert (found["severity"], "Đơn vị kế tiếp: Phường A" in found["sentence"]) == ("block", True)

    def test_nor_does_it_propose(self):
        assert severities(case(unit=self.GONE), "unit-stands") == ["block"]

    def test_years_of_those_before_are_for_people(self):
        about = case("BKT-TT", body=body(predecessors=("Sở Lao động",)))
        assert severities(about, "predecessors") == ["info"]


class TestCaps:
    def about(self, count, of_count, **more):
        values = {"percent": Decimal(15), "rounding": "down", "at_least_one": False, "blocks": False} | more
        cap = Cap("CSTĐ cơ sở", "LĐTT", basis="Quy chế của tỉnh", count=count, of_count=of_count, **values)
        return case("CSTDCS-CN", caps=(cap,))

    @pytest.mark.parametrize(
        ("count", "of_count", "more", "expected"),
        [
            (3, 20, {}, "pass"),
            (4, 20, {}, "warn"),
            (4, 20, {"blocks": True}, "block"),
            (3, 19, {}, "warn"),
            (3, 19, {"rounding": "up"}, "pass"),
            (3, 17, {"rounding": "half_up"}, "pass"),
            (3, 16, {"rounding": "half_up"}, "warn"),
            (1, 3, {}, "warn"),
            (1, 3, {"at_least_one": True}, "pass"),
            (1, 0, {"at_least_one": True}, "unknown"),
        ],
    )
    def test_shares_and_their_rounding(self, count, of_count, more, expected):
        about = self.about(count, of_count, **more)
        assert severities(about, "local-cap") == [expected]
        assert findings(about)["local-cap"]["citation"] == "Quy chế của tỉnh"


class TestDossier:
    PAPERS = ("Tờ trình", "Báo cáo thành tích", "Biên bản họp Hội đồng")

    def about(self, certainty, *parts):
        known = {"papers": self.PAPERS, "dossier_basis": "Điều 42 khoản 1", "dossier_certainty": certainty}
        return case("GK-CN", deciders=(decider("ministry_province", **known),), parts=frozenset(parts))

    def test_the_report_is_attached(self):
        assert severities(self.about("A"), "report-attached", "minutes-attached") == ["block", "info"]
        assert severities(self.about("C"), "report-attached") == ["warn"]
        assert severities(self.about("A", "report", "minutes"), "report-attached", "minutes-attached") == ["pass"] * 2

    def test_what_the_dossier_does_not_ask_for_is_not_missed(self):
        assert severities(case("GK-CN"), "report-attached") == [None]


class TestLawOfTheDay:
    BOTH = (Basis("ND98", "4"), Basis("ND152", "4"))

    def test_each_day_has_its_decree(self):
        law = Law()
        assert law.cite(self.BOTH, date(2025, 6, 30)).startswith("Nghị định số 98/2023/NĐ-CP, Điều 4 (từ 01/01/2024")
        assert law.cite(self.BOTH, date(2025, 7, 1)).startswith("Nghị định số 152/2025/NĐ-CP, Điều 4 (từ 01/07/2025")

    def test_after_the_last_has_ended_a_rule_warns_at_most(self):
        about = case(discipline=(episode((2026, 3, 1)),), on=date(2027, 3, 2))
        found = findings(about)["discipline"]
        assert (found["severity"], "cần tra văn bản thay thế" in found["citation"]) == ("warn", True)

    def test_an_extension_in_the_catalogue_reaches_the_rules(self):
        longer = Law({"ND152": Span(date(2025, 7, 1), date(2030, 3, 1))})
        assert longer.in_force(self.BOTH, date(2027, 3, 2)) == [Basis("ND152", "4")]

    def test_before_the_law_there_was_no_rule(self):
        assert not Law().begun((Basis("L2022", "73"),), date(2023, 12, 31))

    def test_every_rule_cites_an_instrument_and_is_told_apart_for_each_title(self):
        titles = {code for rule in RULES for code in rule.titles}
        for code in titles:
            ids = [rule.id for rule in RULES if rule.is_for(code)]
            assert len(ids) == len(set(ids)), code
        assert all(rule.bases and rule.words and rule.certainty in "ABCD" for rule in RULES)
