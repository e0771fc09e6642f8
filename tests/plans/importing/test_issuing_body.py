"""Who issues a plan: one or several bodies above each other, in capitals or not, with a web page's leftovers around."""

import pytest

from plans.importing.issuing_body import read_bodies
from plans.importing.recasing import recased

from .reading import messages, plan_text, read


@pytest.mark.parametrize(
    ("lines", "superior", "issuer"),
    [
        (["ỦY BAN NHÂN DÂN", "QUẬN BÌNH AN"], "", ["ỦY BAN NHÂN DÂN", "QUẬN BÌNH AN"]),
        (["UBND TỈNH BÌNH AN", "SỞ NỘI VỤ"], "UBND TỈNH BÌNH AN", ["SỞ NỘI VỤ"]),
        (["UBND TỈNH BÌNH AN SỞ NỘI VỤ"], "UBND TỈNH BÌNH AN", ["SỞ NỘI VỤ"]),
        (["ỦY BAN NHÂN DÂN", "HUYỆN AN LÃO", "PHÒNG NỘI VỤ"], "ỦY BAN NHÂN DÂN HUYỆN AN LÃO", ["PHÒNG NỘI VỤ"]),
        (["SỞ NỘI VỤ", "BAN THI ĐUA - KHEN THƯỞNG"], "SỞ NỘI VỤ", ["BAN THI ĐUA - KHEN THƯỞNG"]),
        (["UBND HUYỆN AN LÃO", "HỘI ĐỒNG THI ĐUA -", "KHEN THƯỞNG"], "UBND HUYỆN AN LÃO",
         ["HỘI ĐỒNG THI ĐUA -", "KHEN THƯỞNG"]),
        (["ĐẢNG BỘ TỈNH BÌNH AN", "HUYỆN ỦY AN LÃO"], "ĐẢNG BỘ TỈNH BÌNH AN", ["HUYỆN ỦY AN LÃO"]),
        (["BAN CHẤP HÀNH ĐẢNG BỘ", "XÃ MINH TÂN"], "", ["BAN CHẤP HÀNH ĐẢNG BỘ", "XÃ MINH TÂN"]),
        (["PHÒNG GD&ĐT TX AN LÃO TRƯỜNG MN HOA SEN"], "PHÒNG GD&ĐT TX AN LÃO", ["TRƯỜNG MN HOA SEN"]),
        (["UBND HUYỆN TRƯỜNG SA"], "", ["UBND HUYỆN TRƯỜNG SA"]),
        (["BỘ NỘI VỤ", "VƯỜN QUỐC GIA BẠCH LONG"], "BỘ NỘI VỤ", ["VƯỜN QUỐC GIA BẠCH LONG"]),
        (["Ủy ban nhân dân", "Xã An Lão"], "", ["Ủy ban nhân dân", "Xã An Lão"]),
        (["UBND huyện An Lão", "Phòng Nội vụ"], "UBND huyện An Lão", ["Phòng Nội vụ"]),
        (["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"], "", ["SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"]),
        (["ỦY BAN MTTQ VIỆT NAM", "TỈNH BÌNH AN"], "", ["ỦY BAN MTTQ VIỆT NAM", "TỈNH BÌNH AN"]),
        (["CỤM THI ĐUA SỐ 2"], "", ["CỤM THI ĐUA SỐ 2"]),
    ],
)  # fmt: skip
def test_bodies(lines, superior, issuer):
    assert read_bodies(lines) == (superior, issuer, [])


def test_leftovers_of_a_web_page_name_nobody():
    lines = ["TRANG CHỦ", "Giới thiệu", "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH", "ỦY BAN NHÂN DÂN", "TỈNH BÌNH AN"]
    assert read_bodies(lines) == (
        "",
        ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH AN"],
        ["Giới thiệu", "TRANG CHỦ", "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH"],
    )


def test_leftovers_are_kept_and_reported():
    head = "Trang chủ\nỦY BAN NHÂN DÂN\nTỈNH BÌNH AN\n\nKẾ HOẠCH\nCông tác thi đua năm 2024\n"
    draft = read(plan_text(head=head))
    assert draft.unplaced == ["1: Trang chủ"]
    assert "Chưa biết đặt dòng “Trang chủ” ở đầu văn bản vào đâu." in messages(draft)


@pytest.mark.parametrize(
    ("capitals", "text"),
    [
        ("SỞ NỘI VỤ", "Sở Nội vụ"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ THỦ ĐỨC", "Ủy ban nhân dân thành phố Thủ Đức"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("TRƯỜNG THCS LÊ LỢI", "Trường THCS Lê Lợi"),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Hội đồng Thi đua - Khen thưởng"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ XÃ MINH TÂN", "Ban Chấp hành Đảng bộ xã Minh Tân"),
        ("HUYỆN ỦY AN LÃO", "Huyện ủy An Lão"),
        ("PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Phòng Lao động - Thương binh và Xã hội"),
        ("BỆNH VIỆN ĐA KHOA TỈNH", "Bệnh viện Đa khoa tỉnh"),
        ("PHÒNG GD&ĐT HUYỆN AN LÃO", "Phòng GD&ĐT huyện An Lão"),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ TRƯNG VƯƠNG", "Trường Trung học cơ sở Trưng Vương"),
    ],
)
def test_capitals_as_running_text(capitals, text):
    assert recased(capitals) == text


@pytest.mark.parametrize(
    ("head", "issuer", "level"),
    [
        ("UBND TỈNH BÌNH AN\nSỞ NỘI VỤ", "Sở Nội vụ tỉnh Bình An", "department"),
        ("SỞ NỘI VỤ TỈNH BÌNH AN\nBAN THI ĐUA - KHEN THƯỞNG", "Ban Thi đua - Khen thưởng tỉnh Bình An", "department"),
        ("UBND HUYỆN AN LÃO\nTRƯỜNG THPT LÊ LỢI", "Trường THPT Lê Lợi", "other"),
        ("ĐẢNG BỘ TỈNH BÌNH AN\nHUYỆN ỦY AN LÃO", "Huyện ủy An Lão", "other"),
        ("UBND ĐẶC KHU HÒN MÂY", "Ủy ban nhân dân đặc khu Hòn Mây", "commune"),
        (
            "ỦY BAN MTTQ VIỆT NAM TỈNH BÌNH AN\nBAN THƯỜNG TRỰC",
            "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Bình An",
            "other",
        ),
        ("ĐẢNG ỦY XÃ MINH TÂN\nCHI BỘ TRƯỜNG MẦM NON HOA SEN", "Chi bộ Trường Mầm non Hoa Sen", "other"),
        ("UBND HUYỆN AN LÃO\nKHỐI THI ĐUA SỐ 5", "Khối thi đua số 5", "other"),
        ("TỈNH ỦY BÌNH AN\nBAN TUYÊN GIÁO", "Ban Tuyên giáo Tỉnh ủy Bình An", "department"),
        ("UBND HUYỆN AN LÃO\nHỘI ĐỒNG TĐKT", "Hội đồng TĐKT huyện An Lão", "other"),
    ],
)
def test_issuer_and_level(head, issuer, level):
    draft = read(plan_text(head=f"{head}\n\nKẾ HOẠCH\nCông tác thi đua năm 2024\n", preamble="Nội dung như sau:"))
    assert (draft.issuer, draft.issuer_level) == (issuer, level)
