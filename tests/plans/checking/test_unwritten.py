"""What a drafted report leaves to the writer is shown until it is written; a report may name bodies that ended."""

from dataclasses import replace
from datetime import date

import pytest

from plans.checking.bodies import ended_bodies
from plans.checking.finding import WORDS, Facts, Place
from plans.checking.passages import Passage
from plans.checking.unwritten import left_to_write


def passage(text):
    return Passage(Place(WORDS), "text", text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Nêu kết quả nổi bật] và [Ghi số quyết định]", ["[Nêu kết quả nổi bật]", "[Ghi số quyết định]"]),
        ("Đã tặng 5 bằng khen [theo Quyết định số 12].", []),
    ],
)
def test_square_brackets_that_ask_for_words(text, words):
    assert [text[spot.start : spot.end] for spot in left_to_write(passage(text), Facts())] == words


def test_a_report_names_who_did_it_even_if_that_body_ended():
    facts = Facts(year=2025, first_day=date(2025, 12, 1))
    told = passage("Phòng Nội vụ đã tham mưu")
    assert list(ended_bodies(told, facts))
    assert not list(ended_bodies(told, replace(facts, looks_back=True)))
