"""Lines cut at a margin or by a page are put together again; whole paragraphs stay apart."""

import pytest

from .reading import messages, plan_text, read

WRAPPED = """1. Phòng Nội vụ chủ trì, phối hợp với các cơ quan, đơn vị có liên quan trên địa
bàn quận tổ chức thực hiện Kế hoạch này; thường xuyên theo dõi, kiểm tra, đôn đốc
việc thực hiện tại các phường."""


def _last(duties):
    return read(plan_text(duties=duties)).sections[-1].text


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("{}\n2. Thực hiện Chỉ thị số\n34-CT/TW của Bộ Chính trị", "Thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị"),
        (
            "{}\n2. Báo cáo kết quả trước ngày\n15/11/2024 để tổng hợp",
            "Báo cáo kết quả trước ngày 15/11/2024 để tổng hợp",
        ),
        ("{}\n2. Thực hiện Nghị quyết số 05/NQ-\nHĐND của quận", "Thực hiện Nghị quyết số 05/NQ-HĐND của quận"),
        (
            "{}\n2. Tổ chức phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế\n- xã hội của quận",
            "Tổ chức phong trào thi đua thực hiện thắng lợi nhiệm vụ phát triển kinh tế - xã hội của quận",
        ),
        (
            "{}\n2. Tuyên truyền sâu rộng trong cán bộ, công chức, viên chức và các tầng lớp\nNhân dân trên địa bàn",
            "Tuyên truyền sâu rộng trong cán bộ, công chức, viên chức và các tầng lớp Nhân dân trên địa bàn",
        ),
        (
            "{}\n2. Sơ kết hoạt động của các cụm thi đua, khối thi đua trên địa bàn toàn quận\n(nếu có) theo quy định",
            "Sơ kết hoạt động của các cụm thi đua, khối thi đua trên địa bàn toàn quận (nếu có) theo quy định",
        ),
    ],
)
def test_a_cut_line_goes_on(cut, whole):
    assert _last(cut.format(WRAPPED)) == whole


def test_whole_paragraphs_stay_apart():
    first = "Nâng cao hiệu quả phong trào thi đua trong toàn ngành của quận, gắn với nhiệm vụ chính trị được giao"
    draft = read(plan_text(duties=f"1. Chung\n{first}\nPhát huy vai trò người đứng đầu"))
    assert [section.text for section in draft.sections[-2:]] == [first, "Phát huy vai trò người đứng đầu"]


def test_a_list_of_bases_without_marks_stays_a_list():
    preamble = (
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 của Quốc hội khóa XV\n"
        "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết"
    )
    assert len([s for s in read(plan_text(preamble=preamble)).sections if s.text.startswith("Căn cứ")]) == 2


HEAD = "Kế hoạch thi đua năm 2024 - UBND quận"


@pytest.mark.parametrize("mark", ["3", "- 3 -", "Trang 3", "Trang 3/10", "3/10"])
def test_page_numbers_are_set_aside(mark):
    draft = read(plan_text(duties=f"1. Giao Phòng Nội vụ theo dõi,\n\n{mark}\n\nđôn đốc các đơn vị"))
    assert draft.sections[-1].text == "Giao Phòng Nội vụ theo dõi, đôn đốc các đơn vị"
    assert f"Bỏ số trang “{mark}”." in messages(draft)


def test_running_heads_are_set_aside():
    duties = f"1. Giao Phòng Nội vụ theo dõi,\n2\n{HEAD}\nđôn đốc các\n3\n{HEAD}\nđơn vị\n4\n{HEAD}\ntrong quận"
    draft = read(plan_text(duties=duties))
    assert draft.sections[-1].text == "Giao Phòng Nội vụ theo dõi, đôn đốc các đơn vị trong quận"
    assert messages(draft).count(f"Bỏ dòng đầu trang, cuối trang “{HEAD}”.") == 3


def test_a_line_that_returns_without_page_numbers_is_text():
    draft = read(plan_text(duties="1. Phòng Nội vụ\nTheo dõi\n2. Phòng Tư pháp\nTheo dõi\n3. Phòng Y tế\nTheo dõi"))
    assert [section.text for section in draft.sections].count("Theo dõi") == 3


@pytest.mark.parametrize("time", ["hằng quý", "hằng tháng", "Trong năm"])
def test_a_number_below_a_whole_line_is_a_label(time):
    first = f"1.1. Họp giao ban.\n+ Thời gian: {time}\n1.2. Ban hành hướng dẫn.\n+ Thời gian: {time}\n"
    tasks = f"{first}2. Quý II\n2.1. Xét thưởng."
    assert [item.text.split("\n")[0] for item in read(plan_text(tasks=tasks)).items] == [
        "Họp giao ban.",
        "Ban hành hướng dẫn.",
        "Xét thưởng.",
    ]


def test_a_clause_below_a_line_that_ends_with_a_period_of_time():
    assert _last("1. Phòng Nội vụ báo cáo hằng quý\n2. Phòng Tư pháp theo dõi") == "Phòng Tư pháp theo dõi"


def test_a_label_alone_on_its_line_numbers_the_text_below_it():
    assert _last("1.\n\nPhòng Nội vụ theo dõi.\n\n2.\n\nPhòng Tư pháp phối hợp.") == "Phòng Tư pháp phối hợp."


def test_an_open_bracket_goes_on_after_its_colon():
    tasks = (
        "1. Quý I\n- Rà soát, đề nghị kiện toàn Hội đồng Thi đua - Khen thưởng của quận (chủ trì:\n"
        "Phòng Nội vụ; thời gian: trước 15/3).\n- Phát động phong trào thi đua trên địa bàn quận, gắn với nhiệm vụ\n"
        "trọng tâm của các phòng, ban và Ủy ban nhân dân các phường trên địa bàn toàn\nquận (chủ trì:\nPhòng Nội vụ)."
    )
    assert [unit.text for unit in read(plan_text(tasks=tasks, duties=WRAPPED)).items[0].units] == ["Phòng Nội vụ"]
