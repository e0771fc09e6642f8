"""The ladder of công trạng, persons and collectives: award-rules.md 2.3 and 2.4, step by step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.eligibility.ladder import STEPS
from tests.awards.eligibility.cases import case, findings, grades, held, idea, severities

FIGHTER = [held("CSTDCS-CN", year) for year in (2021, 2023, 2025)]


def awards(*made):
    return tuple(made)


class TestPersons:
    def pm(self, **facts):
        known = {"held": awards(held("BKT-CN", 2020), *FIGHTER), "grades": grades(2021, "GGGGG")}
        return case("BKTTG-CN", **known | facts)

    RULES = ("prior-award", "consecutive-years", "titles-in-window")

    def test_all_there(self):
        """CSTĐ cơ sở three times, not one after the other: the ministry confirmed that this is enough."""
        assert severities(self.pm(), *self.RULES) == ["pass"] * 3
        found = findings(self.pm())
        assert "2021, 2022, 2023, 2024, 2025: 5 năm liên tục ✓" in found["consecutive-years"]["sentence"]
        assert found["titles-in-window"]["sentence"] == "CSTĐ cơ sở: 2021, 2023, 2025 ✓"
        cited = "Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 73 khoản 1 điểm b (từ 01/01/2024)"
        assert found["prior-award"]["citation"] == cited

    def test_without_the_award_before(self):
        assert severities(self.pm(held=tuple(FIGHTER)), "prior-award") == ["block"]

    @pytest.mark.parametrize("merit", ["sudden", "movement"])
    def test_what_was_given_for_other_merit_is_not_counted_upward(self, merit):
        found = findings(self.pm(held=awards(held("BKT-CN", 2020, merit=merit), *FIGHTER)))
        assert (found["prior-award"]["severity"], found["not-upward"]["severity"]) == ("block", "info")
        assert "Không tính khen thưởng đột xuất, chuyên đề" in found["prior-award"]["sentence"]

    def test_the_years_begin_after_the_award_before(self):
        late = self.pm(held=awards(held("BKT-CN", 2022), *FIGHTER), grades=grades(2015, "G" * 11))
        assert severities(late, *self.RULES) == ["pass", "block", "block"]

    def test_of_two_awards_before_a_person_judges(self):
        both = awards(held("BKT-CN", 2020), held("BKT-CN", 2022), *FIGHTER)
        assert severities(self.pm(held=both), *self.RULES) == ["pass", "unknown", "unknown"]

    def test_one_year_without_a_grade_is_not_known(self):
        assert severities(self.pm(grades=grades(2021, "GG-GG")), "consecutive-years") == ["unknown"]

    def test_one_year_too_low_blocks(self):
        assert severities(self.pm(grades=grades(2021, "GGDGG")), "consecutive-years") == ["block"]

    def test_the_same_award_again_needs_years_of_its_own(self):
        again = self.pm(held=awards(held("BKT-CN", 2020), held("BKTTG-CN", 2023), *FIGHTER))
        assert severities(again, "consecutive-years") == ["block"]

    @pytest.mark.parametrize(
        ("code", "before", "letters", "titles", "expected"),
        [
            ("HCLD3-CN", "BKTTG-CN", "EGGGG", FIGHTER, "pass"),
            ("HCLD3-CN", "BKTTG-CN", "GGGGG", FIGHTER, "block"),
            ("HCLD2-CN", "HCLD3-CN", "EGEGG", [held("CSTDT-CN", 2023)], "pass"),
            ("HCLD2-CN", "HCLD3-CN", "EGGGG", [held("CSTDT-CN", 2023)], "block"),
            ("HCLD1-CN", "HCLD2-CN", "EEEGG", [held("CSTDT-CN", 2023)], "pass"),
            ("HCLD1-CN", "HCLD2-CN", "EGGGG", [held("CSTDT-CN", 2023)], "info"),  # D: never blocks
        ],
    )
    def test_orders_ask_for_excellent_years(self, code, before, letters, titles, expected):
        about = case(code, held=awards(held(before, 2020), *titles), grades=grades(2021, letters))
        rules = ("prior-award", "consecutive-years", "titles-in-window", "excellent-years")
        assert severities(about, *rules) == ["pass", "pass", "pass", expected]


class TestMeritOfProvince:
    """BK bộ/tỉnh of persons, with the ministry's reading of the two initiatives."""

    RULES = ("consecutive-years", "two-initiatives")
    TITLES = (held("CSTDCS-CN", 2024), held("CSTDCS-CN", 2025))
    TWO = (idea(1, year=2024), idea(2, year=2025))

    def about(self, *, ideas=TWO, chosen=TWO, **facts):
        return case("BKT-CN", ideas=ideas, chosen=chosen, **facts)

    def test_two_excellent_years(self):
        assert severities(self.about(grades=grades(2024, "EE")), *self.RULES) == ["pass", "pass"]

    def test_titles_won_through_excellent_years_leave_the_initiatives_free(self):
        about = self.about(held=self.TITLES, grades=grades(2024, "EE"))
        assert severities(about, *self.RULES) == ["pass", "pass"]

    def test_titles_won_through_initiatives_have_spent_them(self):
        about = self.about(held=self.TITLES, grades=grades(2024, "GG"))
        assert severities(about, *self.RULES) == ["pass", "block"]
        assert "cần 2 sáng kiến khác" in findings(about)["two-initiatives"]["sentence"]

    def test_two_further_initiatives_do(self):
        spent = (idea(3, year=2024, used_for="CSTĐCS 2024"), idea(4, year=2025, used_for="CSTĐCS 2025"))
        about = self.about(held=self.TITLES, grades=grades(2024, "GG"), ideas=(*self.TWO, *spent))
        assert severities(about, *self.RULES) == ["pass", "pass"]

    def test_without_the_grade_it_is_not_known_how_a_title_was_won(self):
        assert severities(self.about(held=self.TITLES), *self.RULES) == ["pass", "unknown"]

    def test_free_initiatives_are_to_be_chosen(self):
        about = self.about(grades=grades(2024, "EE"), chosen=())
        assert severities(about, "two-initiatives") == ["unknown"]

    def test_what_was_counted_for_the_last_one_is_not_counted_again(self):
        about = self.about(held=(held("BKT-CN", 2024),), grades=grades(2023, "EEE"))
        assert severities(about, *self.RULES) == ["block", "block"]


class TestCollectives:
    @pytest.mark.parametrize(
        ("code", "before", "flags", "expected"),
        [
            ("BKTTG-TT", "BKT-TT", ["CTDT-TT"], "pass"),
            ("BKTTG-TT", "BKT-TT", [], "block"),
            ("BKTTG-TT", "BKT-TT", ["BKT-TT"], "unknown"),  # two BK instead of a flag: C
            ("HCLD3-TT", "BKTTG-TT", ["CTDCP-TT"], "pass"),
            ("HCLD3-TT", "BKTTG-TT", ["CTDT-TT", "CTDT-TT"], "pass"),
            ("HCLD3-TT", "BKTTG-TT", ["CTDT-TT", "BKT-TT"], "pass"),
            ("HCLD3-TT", "BKTTG-TT", ["CTDT-TT"], "block"),
            ("HCLD2-TT", "HCLD3-TT", ["CTDCP-TT", "CTDT-TT"], "pass"),
            ("HCLD2-TT", "HCLD3-TT", ["CTDT-TT"] * 3, "pass"),
            ("HCLD2-TT", "HCLD3-TT", ["CTDT-TT"] * 2, "block"),
        ],
    )
    def test_flags_inside_the_years(self, code, before, flags, expected):
        given = [held(flag, 2022 + place) for place, flag in enumerate(flags)]
        about = case(code, held=awards(held(before, 2020), *given), grades=grades(2021, "EEEEE"))
        assert severities(about, "prior-award", "titles-in-window") == ["pass", expected]

    def test_a_title_stands_for_an_excellent_year(self):
        about = case("BKT-TT", held=(held("TTLDXS-TT", 2024),), grades=grades(2024, "GE"))
        assert severities(about, "consecutive-years") == ["pass"]

    @pytest.mark.parametrize(("code", "before", "years"), [("HCHCM-TT", "HCQC1-TT", 10), ("HCSV-TT", "HCHCM-TT", 25)])
    def test_the_highest_orders(self, code, before, years):
        def about(first):
            return case(code, held=(held(before, first - 1),), grades=grades(first, "E" * (2026 - first)))

        rules = ("prior-award", "consecutive-years", "special")
        assert severities(about(2026 - years), *rules) == ["pass", "pass", "info"]
        assert severities(about(2027 - years), *rules) == ["pass", "block", "info"]


def test_other_roads_than_work_climb_no_ladder():
    about = case("BKTTG-CN", merit="sudden")
    assert severities(about, "prior-award", "consecutive-years", "standard") == [None, None, "info"]


@given(
    st.sampled_from(STEPS),
    st.lists(st.sampled_from("EGDN-"), min_size=8, max_size=8),
    st.lists(st.sampled_from(["CSTDCS-CN", "CSTDT-CN", "CTDT-TT", "CTDCP-TT"]), max_size=4),
    st.integers(0, 7),
)
def test_a_better_grade_never_turns_what_passes_into_what_fails(step, letters, titles, place):
    have = tuple(held(code, 2018) for code in step.before)
    have += tuple(held(code, 2019 + n) for n, code in enumerate(titles))
    better = [*letters[:place], "E", *letters[place + 1 :]]
    before, after = (findings(case(step.title, held=have, grades=grades(2018, *said))) for said in (letters, better))
    lost = [rule for rule, found in before.items() if found["severity"] == "pass" and after[rule]["severity"] != "pass"]
    assert lost == []
