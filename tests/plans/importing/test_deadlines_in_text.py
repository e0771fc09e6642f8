"""Deadlines at the end of a task, in running sentences, in a column of their own, under the heading of a month."""

from datetime import date

import pytest

from plans.importing.deadline_phrases import deadlines_in, take_trailing_deadline

from .reading import messages, plan_text, read, table_text


def test_brackets_at_the_end_leave_the_text():
    text, deadline = take_trailing_deadline("Thẩm định sáng kiến (đợt 1) (tháng 02).", year=2024)
    assert (text, deadline.raw) == ("Thẩm định sáng kiến (đợt 1).", "tháng 02")


@pytest.mark.parametrize("text", ["Xét tặng Kỷ niệm chương", "Thành lập cụm thi đua"])
def test_words_of_anniversaries_may_mean_something_else(text):
    found, deadline = take_trailing_deadline(f"{text} (ngày 15/4).", year=2024)
    assert (found, deadline.end) == (f"{text}.", date(2024, 4, 15))


@pytest.mark.parametrize(
    "text",
    [
        "Kỷ niệm 95 năm Ngày thành lập Hội (28/10)",
        "Ngày thành lập ngành (28/8)",
        "Họp Hội đồng (Phiên thứ nhất)",
        "Báo cáo sơ kết (theo đề cương của Ban TĐKT Trung ương)",
        "Lời kêu gọi thi đua ái quốc (11/6/1948 - 11/6/2024).",
        "Kỷ niệm ngày Quốc tế lao động (01/5)",
        "Thay thế Nghị quyết số 14 (07/12/2012)",
    ],
)
def test_other_brackets_stay(text):
    assert take_trailing_deadline(text, year=2024) == (text, None)


def test_several_in_one_sentence_with_their_purposes():
    text = "báo cáo **trước ngày 15/5/2024** (đối với báo cáo 6 tháng) và **01/11/2024** (đối với báo cáo năm)."
    found = [(deadline.raw, deadline.end, what) for deadline, what in deadlines_in(text, year=2024)]
    assert found == [
        ("trước ngày 15/5/2024", date(2024, 5, 15), "báo cáo 6 tháng"),
        ("01/11/2024", date(2024, 11, 1), "báo cáo năm"),
    ]


def test_dates_of_cited_documents_are_none():
    assert deadlines_in("Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ", year=2024) == []


def test_words_of_the_text_state_the_deadline():
    (item,) = read(plan_text(tasks="- Gửi báo cáo về Sở Nội vụ trước ngày 30/3/2024 để tổng hợp.")).items
    assert (item.deadline.raw, item.deadline_in_text) == ("trước ngày 30/3/2024", True)
    assert item.text == "Gửi báo cáo về Sở Nội vụ trước ngày 30/3/2024 để tổng hợp."


def test_a_column_of_its_own():
    text = table_text("1\tTổng kết\tQuý I\tSở Nội vụ", titles="TT\tNội dung\tThời gian\tĐơn vị thực hiện")
    (item,) = read(text).items
    assert (item.deadline.raw, item.deadline.start, item.deadline_in_text) == ("Quý I", date(2024, 1, 1), False)


def test_a_column_that_cannot_be_read_keeps_its_words():
    text = table_text("1\tTổng kết\tkhi đủ hồ sơ xin\tSở Nội vụ", titles="TT\tNội dung\tThời gian\tĐơn vị thực hiện")
    draft = read(text)
    assert (draft.items[0].deadline.raw, draft.items[0].deadline.end) == ("khi đủ hồ sơ xin", None)


def test_a_quarter_heading_gives_no_deadline_but_a_month_does():
    quarter = read(plan_text(tasks="- Tổ chức hội nghị")).items[0]
    month = read(plan_text(tasks="- Tổ chức hội nghị").replace("1. Quý I", "Tháng 5")).items[0]
    assert (quarter.quarter, quarter.deadline) == (1, None)
    assert (month.quarter, month.deadline.raw) == (2, "Tháng 5")


def test_a_deadline_outside_its_quarter_is_reported():
    assert "Nhiệm vụ thuộc Quý I nhưng có thời hạn “tháng 7”." in messages(read(plan_text(tasks="- Sơ kết (tháng 7)")))
