"""Year words and anniversaries, against the year of the plan."""

import pytest

from tests.plans.checking.drafts import changes, draft_with, found, mended, reasons


def test_the_year_before_the_last_one():
    assert mended("Xét khen thưởng thành tích kinh tế - xã hội và quốc phòng năm 2022 trên địa bàn") == (
        "Xét khen thưởng thành tích kinh tế - xã hội và quốc phòng năm 2023 trên địa bàn"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Xét khen thưởng thành tích năm 2023",
        "Xây dựng Kế hoạch năm 2025",
        "Kế hoạch 5 năm 2021-2025",
        "thành tích từ năm 2019 đến năm 2026",
        "giai đoạn năm 2021 - 2026",
        "văn bản dưới Luật Thi đua, khen thưởng năm 2022",
        "Nghị quyết số 42/NQ-HĐND ngày 08 tháng 12 năm 2022 về nhiệm vụ năm 2022",
        "mục tiêu giảm nghèo của năm 2026",
        "phong trào “Cả nước thi đua năm 2021”",
        "năm học 2022 - 2023",
        "nhiệm kỳ bắt đầu năm 2020",
    ],
)
def test_years_that_belong_to_something_longer(text):
    assert changes(text) == []
    assert reasons(text) == []


def test_half_years_and_quarters_of_the_last_year():
    assert changes("Báo cáo sơ kết 6 tháng đầu năm 2023") == [("năm 2023", "năm 2024")]
    assert changes("Báo cáo quý III năm 2023") == [("năm 2023", "năm 2024")]
    assert changes("Báo cáo kết quả năm qua, 6 tháng cuối năm 2023, quý IV năm 2023") == []  # told in January
    assert changes("Tăng 5% so với 6 tháng đầu năm 2023") == []


def test_the_subject_of_another_year():
    (finding,) = found(draft_with(subject="Công tác thi đua, khen thưởng năm 2023"))
    assert (finding.place.end, finding.field) == ("dau", "subject")
    assert finding.mended == "Công tác thi đua, khen thưởng năm 2024"
    assert found(draft_with(subject="Phong trào thi đua giai đoạn 2021 - 2025")) == []


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890)", ("135 năm", "134 năm")),
        ("Kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2024)", ("135 năm", "134 năm")),
        ("chào mừng kỷ niệm 134 năm ngày sinh Bác Hồ, 75 năm Ngày Chủ tịch Hồ Chí Minh ra Lời kêu gọi thi đua ái quốc",
         ("75 năm", "76 năm")),
        ("kỷ niệm lần thứ 48 năm ngày miền Nam hoàn toàn giải phóng", ("48 năm", "49 năm")),
        ("Kỷ niệm 69 năm Chiến thắng Điện Biên Phủ", ("69 năm", "70 năm")),
        ("kỷ niệm 21 năm thành lập Đảng bộ phường (10/12/2004 - 10/12/2024)", ("21 năm", "20 năm")),
        ("kỷ niệm 115 ngày sinh đồng chí Hoàng Văn Thụ", ("kỷ niệm 115", "kỷ niệm 115 năm")),
    ],
)  # fmt: skip
def test_anniversaries_with_the_wrong_count(text, change):
    assert changes(text) == [change]


@pytest.mark.parametrize(
    "text",
    [
        "Kỷ niệm 134 năm Ngày sinh Chủ tịch Hồ Chí Minh, 76 năm ngày Bác ra lời kêu gọi thi đua ái quốc",
        "Kỷ niệm 79 năm ngày Cách mạng tháng Tám (19/8/1945 - 19/8/2024) và Quốc khánh",
        "hướng tới kỷ niệm 50 năm ngày miền Nam hoàn toàn giải phóng",
        "chào mừng kỷ niệm 95 năm thành lập Đảng (03/02/1930 - 03/02/2025)",
        "kỷ niệm 20 năm thành lập Đảng bộ phường Quyết Thắng",
        "kỷ niệm 20 năm thành lập Sở Lao động - Thương binh và Xã hội",
        "kỷ niệm 30 năm thành lập trường nhân Ngày Nhà giáo Việt Nam",
        "kỷ niệm 52 năm Chiến thắng Điện Biên Phủ trên không",
        "kỷ niệm 136 năm ngày sinh Bác Tôn",
        "kỷ niệm 60 năm Bác Hồ về thăm tỉnh và ngày Quốc khánh",
        "kỷ niệm 49 năm Ngày Giải phóng miền Nam, thống nhất đất nước",
        "chào mừng Đại hội; tổng kết 10 năm thực hiện Chỉ thị",
        "kỷ niệm 80 năm Ngày thành lập Quân đội nhân dân Việt Nam và 35 năm Ngày hội Quốc phòng toàn dân",
    ],
)
def test_anniversaries_that_are_right_or_unknown(text):
    assert reasons(text) == []
