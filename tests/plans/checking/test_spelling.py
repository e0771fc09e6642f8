"""Zeros in dates, letters that only look right, spaces, words typed twice, names miswritten."""

import pytest

from plans.checking.miswritten import MISWRITINGS
from tests.plans.checking.drafts import changes, mended, reasons


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("trước ngày 5/4/2024 gửi báo cáo", "trước ngày 05/4/2024 gửi báo cáo"),
        ("trước ngày 15/04/2024", "trước ngày 15/4/2024"),
        ("trước ngày 15/1/2024", "trước ngày 15/01/2024"),
        ("ngày 7 tháng 04 năm 2024", "ngày 07 tháng 4 năm 2024"),
        ("hoàn thành trong tháng 1", "hoàn thành trong tháng 01"),
        ("hoàn thành trong tháng 09/2024", "hoàn thành trong tháng 9/2024"),
        ("Quốc tế lao động 1/5 và Quốc khánh 2/9", "Quốc tế lao động 01/5 và Quốc khánh 02/9"),
    ],
)
def test_zeros_of_days_and_months(text, right):
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày 15/4/2024 và 05/02/2024",
        "từ tháng 01 đến tháng 12, tháng 3, tháng 10",
        "định kỳ 6 tháng, 1 năm",
        "tỷ lệ 1/3 số phiếu, trực 24/7, xếp thứ 2/9, đạt 1/5 tiêu chí, quy mô 3/2 ha",
        "mỗi tháng 2 tin, bài; hằng tháng 1 chuyên đề; 3 tháng 1 lần",
        "Thông tư số 5/2024/TT-BNV",
        "19/5, 30/4, 01/5",
    ],
)
def test_numbers_that_are_right_or_no_dates(text):
    assert changes(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Ðại hội đại biểu", "Đại hội đại biểu"),
        ("Hội đồng С\u0430o Lộc họp", "Hội đồng Cao Lộc họp"),  # Cyrillic С and а
    ],
)
def test_letters_of_another_alphabet(text, right):
    assert mended(text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("(qua phòng Nội vụ ) trước hạn", "(qua phòng Nội vụ) trước hạn"),
        ("kinh tế , xã hội", "kinh tế, xã hội"),
        ("kinh tế- văn hóa", "kinh tế - văn hóa"),
        ("kinh tế,văn hóa", "kinh tế, văn hóa"),
        ("khen thưởng;; tổng kết", "khen thưởng; tổng kết"),
        ("( đợt 1)", "(đợt 1)"),
    ],
)
def test_spaces_around_marks(text, right):
    assert mended(text) == right


@pytest.mark.parametrize(
    "text", ["chỉ tiêu 1,5%", "Lưu: VT,NV", "2021- 2025", "và… các việc khác ./.", "A, B; C.", "số 5/KH- UBND"]
)
def test_marks_that_are_left_alone(text):
    assert changes(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Báo cáo 6 tháng đầu năm năm 2024", "Báo cáo 6 tháng đầu năm 2024"),
        ("nhiệm vụ của của đơn vị", "nhiệm vụ của đơn vị"),
        ("phong trào thi đua thi đua yêu nước", "phong trào thi đua yêu nước"),
        ("trên địa bàn tỉnh huyện Cao Lộc", "trên địa bàn huyện Cao Lộc"),
    ],
)
def test_words_typed_twice(text, right):
    assert mended(text) == right


@pytest.mark.parametrize(
    "text", ["Các tổ chức tổ chức thực hiện", "kế hoạch năm năm", "ngày ngày thi đua", "quận, huyện Cao Lộc"]
)
def test_words_that_may_stand_twice(text):
    assert changes(text) == []


@pytest.mark.parametrize("known", MISWRITINGS, ids=lambda known: known.holds)
def test_a_right_spelling_is_not_found_wrong(known):
    right = (known.right or "").replace(r"\g<name>", "Huế")
    assert not known.wrong.search(f"của {right} của")


def test_names_and_slips():
    assert changes("Kiện toàn Hội đồng thi đua khen thưởng; Luật Thi đua, Khen thưởng") == [
        ("Hội đồng thi đua khen thưởng", "Hội đồng Thi đua - Khen thưởng"),
        ("Luật Thi đua, Khen thưởng", "Luật Thi đua, khen thưởng"),
    ]
    assert changes("tại Thành phố Hà Nội và Thành phố Hồ Chí Minh, Thành phố tổ chức") == [
        ("Thành phố Hà Nội", "thành phố Hà Nội")
    ]
    assert changes("tạo đôn bẩy cho phong trào") == [("đôn bẩy", "đòn bẩy")]
    assert reasons("thi đua, khen thưởng; thi đua - khen thưởng; Hội đồng Thi đua - Khen thưởng") == []
