"""Tasks in lists: headings of times, groups of tasks, sub-points, and who does them where the text says so."""

from datetime import date

import pytest

from plans.draft_reports import headings, items
from plans.importing.item_units import read_bracket
from plans.kinds import SectionKind

from .reading import messages, plan_text, read


def _tasks(tasks, heading="1. Quý I"):
    return read(plan_text(tasks=tasks).replace("1. Quý I", heading)).items


def _named(item):
    return [(str(unit.role), unit.text) for unit in item.units]


@pytest.mark.parametrize(
    ("heading", "quarter"),
    [
        ("* Quý II:", 2),
        ("QUÝ 2/2024", 2),
        ("Qúy III", 3),
        ("a) Quý IV (từ tháng 10 đến tháng 12)", 4),
        ("- Tháng 9:", 3),
    ],
)
def test_headings_of_a_time(heading, quarter):
    (item,) = _tasks("+ Tổ chức hội nghị", heading)
    assert (item.text, item.quarter) == ("Tổ chức hội nghị", quarter)


def test_a_heading_of_two_quarters_gives_none_and_stays():
    draft = read(plan_text(tasks="- Tổ chức hội nghị").replace("1. Quý I", "1. Quý I, II"))
    assert [(item.text, item.quarter) for item in draft.items] == [("Tổ chức hội nghị", None)]
    assert "Quý I, II" in [section.text for section in draft.sections]


def test_a_task_on_the_line_of_its_month():
    first, second = _tasks("- Tháng 01: Tổng kết; khen thưởng.\n- Tháng 02 và tháng 3: Phát động.")
    assert (first.text, first.deadline.raw, first.deadline_in_text) == (
        "Tháng 01: Tổng kết; khen thưởng.",
        "Tháng 01",
        True,
    )
    assert (second.text, second.deadline.end) == ("Tháng 02 và tháng 3: Phát động.", date(2024, 3, 31))


def test_several_times_on_one_line():
    found = [(item.text, item.quarter) for item in _tasks("", "Quý I: Tổng kết; Quý II: Sơ kết.")]
    assert found == [("Tổng kết;", 1), ("Sơ kết.", 2)]


def test_months_below_a_quarter_are_no_lists_of_their_own():
    draft = read(plan_text(tasks="a) Tháng 01\n- Tổng kết\nb) Tháng 02\n- Phát động"))
    listed = [section for section in draft.sections if section.kind == SectionKind.ITEMS]
    assert [[(item.text, item.deadline.raw) for item in section.items] for section in listed] == [
        [("Tổng kết", "Tháng 01"), ("Phát động", "Tháng 02")]
    ]
    assert [section.text for section in draft.sections if section.kind == SectionKind.CLAUSE][:1] != ["Quý I"]


def test_titles_of_groups_stay_and_their_points_are_tasks():
    draft = read(plan_text(tasks="a) Công tác thi đua:\n- Phát động\n- Đăng ký\nb) Công tác khen thưởng:\n- Xét khen"))
    assert [item.text for item in draft.items] == ["Phát động", "Đăng ký", "Xét khen"]
    assert [section.text for section in draft.sections if section.kind == SectionKind.POINT] == [
        "Công tác thi đua:",
        "Công tác khen thưởng:",
    ]


def test_after_the_quarters_what_has_none():
    draft = read(plan_text(tasks="- A\n* Quý II:\n- B\n* Nhiệm vụ thường xuyên:\n- C").replace("1. Quý I", "* Quý I:"))
    assert [(item.text, item.quarter) for item in draft.items] == [("A", 1), ("B", 2), ("C", None)]


def test_sections_of_quarters_are_main_headings():
    text = plan_text(tasks="- A").replace("I. NỘI DUNG\n1. Quý I", "I. NHIỆM VỤ QUÝ I").replace("II. TỔ", "III. TỔ")
    draft = read(text.replace("III. TỔ", "II. NHIỆM VỤ QUÝ II\n- B\nIII. TỔ"))
    assert headings(draft) == ["NHIỆM VỤ QUÝ I", "NHIỆM VỤ QUÝ II", "TỔ CHỨC THỰC HIỆN"]
    assert [(item.text, item.quarter) for item in draft.items] == [("A", 1), ("B", 2)]


def test_points_below_a_task_belong_to_it():
    first, second = _tasks("a) Tổ chức hội nghị:\n- Chuẩn bị báo cáo;\n+ số liệu\n- Mời đại biểu.\nb) Đăng ký thi đua")
    assert first.text == "Tổ chức hội nghị:\n- Chuẩn bị báo cáo;\n+ số liệu\n- Mời đại biểu."
    assert second.text == "Đăng ký thi đua"


def test_lines_with_labels():
    (item,) = _tasks("a) Tổ chức hội nghị\n- Cơ quan chủ trì: Sở A\n- Phối hợp: Sở B, Sở C\n- Thời hạn: trước 15/3")
    assert _named(item) == [("lead", "Sở A"), ("coordinating", "Sở B"), ("coordinating", "Sở C")]
    assert item.deadline.end == date(2024, 3, 15)


def test_labels_in_one_line():
    (item,) = _tasks("- Họp Hội đồng. Thời gian: tháng 02. Đơn vị thực hiện: Sở A; địa điểm: Hội trường.")
    assert (_named(item), item.deadline.raw) == ([("responsible", "Sở A")], "tháng 02")


@pytest.mark.parametrize(
    ("inside", "units", "deadline"),
    [
        ("Phòng Nội vụ", ["Phòng Nội vụ"], None),
        ("Phòng Nội vụ; tháng 02", ["Phòng Nội vụ"], "tháng 02"),
        ("tháng 02, Phòng Nội vụ, Công an huyện", ["Phòng Nội vụ", "Công an huyện"], "tháng 02"),
        ("Sở A chủ trì, phối hợp với Sở B; xong trước 15/3", ["Sở A", "Sở B"], "xong trước 15/3"),
        ("TĐKT", [], None),
        ("gọi tắt là Kế hoạch", [], None),
        ("Đoàn kiểm tra theo Quyết định của Chủ tịch", [], None),
        ("Hội nghị điển hình tiên tiến", [], None),
    ],
)  # fmt: skip
def test_brackets(inside, units, deadline):
    found, time = read_bracket(inside, 2024)
    assert ([unit.text for unit in found], time and time.raw) == (units, deadline)


def test_a_bracket_after_a_receiver_names_no_unit():
    (item,) = _tasks("- Gửi hồ sơ về Sở Nội vụ (Ban Thi đua - Khen thưởng)")
    assert item.units == []


@pytest.mark.parametrize(
    ("task", "units"),
    [
        ("- Rà soát hồ sơ do Sở A chủ trì, phối hợp với Sở B", [("lead", "Sở A"), ("coordinating", "Sở B")]),
        ("- Giao Sở A chủ trì, phối hợp với Sở B xây dựng báo cáo", [("lead", "Sở A"), ("coordinating", "Sở B")]),
        ("- Giao Sở A xây dựng báo cáo", [("responsible", "Sở A")]),
        ("- Hưởng ứng phong trào do Thủ tướng Chính phủ phát động", []),
        ("- Phối hợp với Sở A tổ chức hội nghị", []),
        ("- Sở A: Tham mưu tổ chức hội nghị", [("responsible", "Sở A")]),
        ("- Tổ chức rà soát, tham mưu UBND huyện", []),
        ("- Báo cáo: Kết quả thi đua", []),
    ],
)
def test_sentences(task, units):
    (item,) = _tasks(task)
    assert _named(item) == units


@pytest.mark.parametrize(
    ("task", "start"),
    [
        ("- Họp Hội đồng (tháng 02).", "Họp Hội đồng (tháng 02)."),
        ("- Tháng 02: Họp Hội đồng.", "Tháng 02: Họp Hội đồng."),
        ("- Họp Hội đồng (Sở A; tháng 02)", "Họp Hội đồng (Sở A; tháng 02)"),
    ],
)
def test_a_text_starts_as_it_is_printed(task, start):
    assert [item["text_start"] for item in items(read(plan_text(tasks=task)))] == [start]


def test_an_event_has_its_day_and_a_report_is_due_by_it():
    event, report = _tasks("- Tổ chức Lễ phát động (ngày 11/6)\n- Gửi báo cáo (ngày 11/6)")
    assert (event.deadline.start, report.deadline.start) == (date(2024, 6, 11), None)


def test_further_deadlines_are_reported():
    draft = read(plan_text(tasks="- Gửi báo cáo trước ngày 15/5 và 15/11."))
    assert draft.items[0].deadline.end == date(2024, 5, 15)
    assert [text for text in messages(draft) if "nhiều thời hạn" in text] == ["Nhiệm vụ có nhiều thời hạn; còn: 15/11."]


@pytest.mark.parametrize(
    ("task", "raw"),
    [
        ("- Ngày 11/6: Tổ chức Lễ mít tinh", "Ngày 11/6"),
        ("- Tổng kết năm: tháng 12/2024.", "tháng 12/2024"),
        ("- Họp xét, hoàn thành trước 20/12.", "trước 20/12"),
        ("- Chấm điểm thi đua quý I, quý II.", None),
        ("- Kỷ niệm ngày sinh Bác - 19/5", None),
    ],
)
def test_times_beside_a_colon_or_dash(task, raw):
    (item,) = _tasks(task)
    assert (item.deadline and item.deadline.raw) == raw


def test_tasks_below_a_body_are_its_own():
    draft = read(plan_text().replace("1. Quý I\n- Tổ chức hội nghị (tháng 02)", "1. Phòng Tư pháp\n- Soạn quy chế."))
    assert [_named(item) for item in draft.items] == [[("responsible", "Phòng Tư pháp")]]


def test_a_remark_on_annexes_below_the_last_task_belongs_to_no_task():
    draft = read(plan_text(tasks="- Tổ chức hội nghị\n*(Kèm theo Phụ lục I, II).*"))
    assert [item.text for item in draft.items] == ["Tổ chức hội nghị"]
    assert "*(Kèm theo Phụ lục I, II).*" in [piece.text for piece in draft.sections]


def test_a_remark_on_annexes_among_tasks_does_not_end_them():
    draft = read(plan_text(tasks="- Tổ chức hội nghị\n(Theo Phụ lục I)\n- Báo cáo tổng kết"))
    assert len(draft.items) == 2
