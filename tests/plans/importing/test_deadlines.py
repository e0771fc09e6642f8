"""Deadlines in every wording of the gold: month, day, quarter, parts, ranges, recurring, relative, lunar."""

from datetime import date

import pytest

from plans.importing.deadlines import further_deadlines, read_deadline

DATED = [
    ("tháng 01", "2024-01-01", "2024-01-31"),
    ("tháng 02", "2024-02-01", "2024-02-29"),
    ("Tháng 12/2023", "2023-12-01", "2023-12-31"),
    ("tháng 12 năm 2023", "2023-12-01", "2023-12-31"),
    ("12/2023", "2023-12-01", "2023-12-31"),
    ("đầu tháng 3", "2024-03-01", "2024-03-10"),
    ("giữa tháng 3", "2024-03-11", "2024-03-20"),
    ("cuối tháng 02", "2024-02-21", "2024-02-29"),
    ("tuần 2 tháng 3", "2024-03-08", "2024-03-14"),
    ("tuần cuối tháng 02", "2024-02-23", "2024-02-29"),
    ("từ tháng 01 đến tháng 12", "2024-01-01", "2024-12-31"),
    ("Tháng 4-5", "2024-04-01", "2024-05-31"),
    ("tháng 3, 6, 9, 12", "2024-03-01", "2024-12-31"),
    ("tháng 6 và tháng 12", "2024-06-01", "2024-12-31"),
    ("Quý I", "2024-01-01", "2024-03-31"),
    ("quý 2/2025", "2025-04-01", "2025-06-30"),
    ("Quý II, III", "2024-04-01", "2024-09-30"),
    ("cuối quý I", "2024-03-01", "2024-03-31"),
    ("6 tháng đầu năm", "2024-01-01", "2024-06-30"),
    ("cả năm 2024", "2024-01-01", "2024-12-31"),
    ("15/5", None, "2024-05-15"),
    ("trước ngày 15/5/2024", None, "2024-05-15"),
    ("chậm nhất ngày 20 tháng 11 năm 2024", None, "2024-11-20"),
    ("đến hết tháng 6", None, "2024-06-30"),
    ("trước tháng 6", None, "2024-05-31"),
    ("vào ngày 15/3/2024", "2024-03-15", "2024-03-15"),
    ("từ ngày 01 đến ngày 15/3", "2024-03-01", "2024-03-15"),
    ("01-15/3/2024", "2024-03-01", "2024-03-15"),
    ("từ ngày 15 tháng 3 đến ngày 20 tháng 4", "2024-03-15", "2024-04-20"),
    ("từ 01/3 đến 15/4/2025", "2025-03-01", "2025-04-15"),
    ("từ tháng 11 đến tháng 01/2025", "2024-11-01", "2025-01-31"),
    ("tháng 12 đến tháng 01 năm sau", "2024-12-01", "2025-01-31"),
    ("Tháng 3 (ngày 08/3)", "2024-03-01", "2024-03-31"),
    ("T1/2024", "2024-01-01", "2024-01-31"),
    ("T3", "2024-03-01", "2024-03-31"),
    ("tháng Tư", "2024-04-01", "2024-04-30"),
    ("tháng mười hai năm 2024", "2024-12-01", "2024-12-31"),
    ("nửa đầu tháng 5", "2024-05-01", "2024-05-15"),
    ("nửa cuối tháng 5", "2024-05-16", "2024-05-31"),
    ("tuần 3-4 tháng 5", "2024-05-15", "2024-05-31"),
    ("Tuần 1, tháng 5", "2024-05-01", "2024-05-07"),
    ("Qúy I", "2024-01-01", "2024-03-31"),
    ("Quí 4", "2024-10-01", "2024-12-31"),
    ("Quý I - Quý II", "2024-01-01", "2024-06-30"),
    ("Quý II+III", "2024-04-01", "2024-09-30"),
    ("06 tháng cuối năm 2024", "2024-07-01", "2024-12-31"),
    ("từ nay đến hết tháng 6", None, "2024-06-30"),
    ("từ tháng 12 đến tháng 02", "2024-12-01", "2025-02-28"),
    ("15.5.2024", None, "2024-05-15"),
    ("15-5-2024", None, "2024-05-15"),
    ("trước l5/3/2024", None, "2024-03-15"),
    ("trước ngày O5/3", None, "2024-03-05"),
    ("dịp 19/5", "2024-05-19", "2024-05-19"),
    ("trước ngày 15/6 và trước 15/12", None, "2024-06-15"),
    ("Quý IV/2024 - Quý I/2025", "2024-10-01", "2025-03-31"),
]


@pytest.mark.parametrize(("words", "start", "end"), DATED)
def test_dates_of_a_deadline(words, start, end):
    read = read_deadline(words, year=2024)
    expected = (words, start and date.fromisoformat(start), date.fromisoformat(end))
    assert (read.raw, read.start, read.end) == expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("hằng tháng", "recurrence"),
        ("Thường xuyên trong năm", "recurrence"),
        ("ngày 20 hàng tháng", "recurrence"),
        ("sau khi kết thúc phong trào", "relative"),
        ("theo hướng dẫn của Trung ương", "relative"),
        ("cuối mỗi quý", "recurrence"),
        ("trước ngày 25 hằng tháng", "recurrence"),
        ("trước khi kết thúc năm học", "relative"),
        ("cuối năm", "relative"),
        ("đột xuất", "relative"),
        ("rằm tháng Giêng", "lunar"),
        ("ngày 10/3 âm lịch", "lunar"),
    ],
)
def test_what_has_no_fixed_dates_says_so(words, kind):
    read = read_deadline(words, year=2024)
    assert (read.start, read.end, getattr(read, kind)) == (None, None, words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "sau đây gọi tắt là Hướng dẫn",
        "đợt 1, 2, 3",
        "nếu có",
        "Phiên thứ nhất",
        "30/02/2024",
        "tháng 13",
        "2020 - 2024",
        "11/6/1948 - 11/6/2024",
    ],
)
def test_no_deadline(words):
    assert read_deadline(words, year=2024) is None


def test_the_leap_day_follows_the_year():
    assert read_deadline("tháng 02", year=2025).end == date(2025, 2, 28)


def test_days_after_the_first():
    assert further_deadlines("trước ngày 15/6 và trước 15/12", year=2024) == [date(2024, 12, 15)]
    assert further_deadlines("từ 15/6 đến 15/12", year=2024) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("từ tháng 10", date(2024, 10, 1)),
        ("bắt đầu từ ngày 05/3/2024", date(2024, 3, 5)),
        ("từ quý II", date(2024, 4, 1)),
    ],
)
def test_what_only_begins_has_no_end(text, start):
    read = read_deadline(text, year=2024)
    assert (read.start, read.end) == (start, None)
