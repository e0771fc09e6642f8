"""Rows that are headings over others: quarters, months, groups of tasks, and which quarter counts below them."""

import pytest

from plans.importing.quarters import time_heading

from .reading import read, table_text

TITLES = "TT\tNội dung\tĐơn vị thực hiện"


def _quarters(*rows):
    return [(item.label, item.quarter) for item in read(table_text(*rows, titles=TITLES)).items]


@pytest.mark.parametrize(
    ("text", "quarter", "month"),
    [
        ("QUÝ I", 1, ""),
        ("Quý 2/2024", 2, ""),
        ("III. Quý III", 3, ""),
        ("CÔNG TÁC QUÝ IV", 4, ""),
        ("Nhiệm vụ trọng tâm trong Quý I năm 2024", 1, ""),
        ("Quý I (từ tháng 01 đến tháng 3)", 1, ""),
        ("Tháng 01/2024", 1, "Tháng 01/2024"),
        ("THÁNG 12", 4, "THÁNG 12"),
        ("Tháng 10 - 11/2025", 4, "Tháng 10 - 11/2025"),
        ("Tháng 3-4", None, "Tháng 3-4"),
    ],
)
def test_headings_of_time(text, quarter, month):
    heading = time_heading(text)
    assert (heading.quarter, heading.month) == (quarter, month)


@pytest.mark.parametrize("text", ["Sơ kết quý I và phát động quý II", "Cả năm", "6 tháng đầu năm", "Tháng 13", "Họp"])
def test_no_headings_of_time(text):
    assert time_heading(text) is None


def test_groups_right_below_a_quarter_divide_it():
    rows = (
        "QUÝ I",
        "I\tTHI ĐUA",
        "1\tHọp\tSở A",
        "II\tKHEN THƯỞNG",
        "2\tXét\tSở A",
        "QUÝ II",
        "I\tTHI ĐUA",
        "3\tKý\tSở A",
    )
    assert _quarters(*rows) == [("1", 1), ("2", 1), ("3", 2)]


def test_groups_above_quarters_end_them():
    rows = ("A\tTHI ĐUA", "QUÝ I", "1\tHọp\tSở A", "B\tKHEN THƯỞNG", "2\tXét\tSở A")
    assert _quarters(*rows) == [("1", 1), ("2", None)]


def test_groups_of_the_whole_year_have_no_quarter():
    rows = ("QUÝ IV", "1\tHọp\tSở A", "NHIỆM VỤ THƯỜNG XUYÊN\t", "2\tTuyên truyền\tSở A")
    assert _quarters(*rows) == [("1", 4), ("2", None)]


def test_numbered_titles_hold_the_numbers_below_them():
    rows = ("1\tTuyên truyền", "1.1\tViết bài\tSở A", "1.2\tĐăng tin\tSở B", "2\tHọp\tSở A")
    assert _quarters(*rows) == [("1.1", None), ("1.2", None), ("2", None)]


def test_a_task_without_unit_is_no_title():
    assert _quarters("1\tHọp", "2\tXét\tSở A") == [("1", None), ("2", None)]
