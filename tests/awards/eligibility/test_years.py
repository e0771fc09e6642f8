"""Years in a row: the counter against a plain one, and what is said of gaps."""

from hypothesis import given
from hypothesis import strategies as st

from awards.eligibility.facts import Record
from awards.eligibility.finding import FAIL, PASS, UNKNOWN
from awards.eligibility.years import BAD, GOOD, MISSING, Mark, by_grade, count_back, run_words
from tests.awards.eligibility.cases import episode, grades

STATES = st.lists(st.sampled_from([GOOD, BAD, MISSING]), min_size=1, max_size=12)
LAST = 2025


def verdict(states, needed):
    """`states`: the last year first."""
    marks = {LAST - place: Mark(state) for place, state in enumerate(states)}
    run = count_back(marks.__getitem__, last=LAST, first=LAST - len(states) + 1, needed=needed)
    return run.verdict(needed)


def plainly(states, needed):
    """All ways in which what is missing may turn out."""
    if len(states) < needed:
        return FAIL
    last = states[:needed]
    return FAIL if BAD in last else UNKNOWN if MISSING in last else PASS


@given(STATES, st.integers(1, 8))
def test_the_counter_agrees_with_a_plain_one(states, needed):
    assert verdict(states, needed) == plainly(states, needed)


@given(STATES, st.integers(1, 8), st.data())
def test_a_good_year_more_never_takes_away_what_was_reached(states, needed, data):
    place = data.draw(st.integers(0, len(states) - 1))
    better = [*states[:place], GOOD, *states[place + 1 :]]
    order = (FAIL, UNKNOWN, PASS)
    assert order.index(verdict(better, needed)) >= order.index(verdict(states, needed))


def words(record, needed=3):
    run = count_back(by_grade(record, "HTTNV"), last=LAST, first=1945, needed=needed)
    return run_words(run, needed)


def record(known, **more):
    return Record(pk=1, kind="person", name="An", grades=known, **more)


def test_the_years_are_named():
    assert words(record(grades(2022, "DGEG"))) == "2023, 2024, 2025: 3 năm liên tục ✓"


def test_a_grade_too_low_is_named():
    assert words(record(grades(2022, "GGDG"))) == "2025: mới 1/3 năm liên tục; năm 2024 xếp loại HTNV, dưới HTTNV."


def test_a_missing_year_is_asked_for():
    said = words(record(grades(2022, "GG-G")))
    assert said == "2025: mới 1/3 năm liên tục; năm 2024 chưa ghi xếp loại. Hãy bổ sung vào hồ sơ."


def test_discipline_breaks_the_row_and_is_named():
    said = words(record(grades(2022, "GGGG"), discipline=(episode((2023, 3, 1), (2024, 2, 29)),)))
    assert said == "2025: mới 1/3 năm liên tục; năm 2024 có thời gian bị kỷ luật."
