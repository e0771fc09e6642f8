"""The plan's own number, place and date in the forms offices, typists and scanners write them."""

import pytest

from plans.importing.own_number import find_date, find_number, is_number_or_date

from .reading import plan_text, read

TITLE = "\nKẾ HOẠCH\nCông tác thi đua, khen thưởng năm 2024\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Số: 249/KH-UBND", ("249", "KH-UBND")),
        ("Số: 249 /KH-UBND", ("249", "KH-UBND")),
        ("Số 12-KH/ĐU", ("12", "KH/ĐU")),
        ("Số: 15-KH/BTGTU", ("15", "KH/BTGTU")),
        ("Số: ……/KH-SNV", (None, "KH-SNV")),
        ("Số:.../KH-UBND", (None, "KH-UBND")),
        ("Số:      /KH-UBND", (None, "KH-UBND")),
        ("Số:  12 /KH- UBND", ("12", "KH-UBND")),
        ("Số: 45/2024/KH-UBND", ("45", "KH-UBND")),
        ("Số: 15/KHPH-SNV-LĐLĐ", ("15", "KHPH-SNV-LĐLĐ")),
        ("Số: 12a/KH-TTYT", ("12a", "KH-TTYT")),
        ("Số: 07/KH-HĐTĐKT", ("07", "KH-HĐTĐKT")),
        ("Số: 21/KH-SGDĐT", ("21", "KH-SGDĐT")),
        ("Số: 21/KH-SGD&ĐT", ("21", "KH-SGD&ĐT")),
        ("Số: 04/KH-THCS.NT", ("04", "KH-THCS.NT")),
        ("Số: 09/KH", ("09", "KH")),
        ("Số: 298 KH/TWĐTN", ("298", "KH/TWĐTN")),
        ("SỐ: 31/KH-UBND", ("31", "KH-UBND")),
        ("Sô: 31/KH-UBND", ("31", "KH-UBND")),
        ("S6: 31/KH-UBND", ("31", "KH-UBND")),
        (":  31 /KH-UBND", ("31", "KH-UBND")),
        ("31/KH-UBND", ("31", "KH-UBND")),
        ("Số: 05/CTr-CTĐ", ("05", "CTr-CTĐ")),
        ("Số: 318/QĐ-UBND", ("318", "QĐ-UBND")),
    ],
)
def test_numbers(text, expected):
    found = find_number(text)
    assert (found.number, found.symbol) == expected


@pytest.mark.parametrize(
    "text",
    ["Số hiệu: 26/KH-UBND", "Kế hoạch Số 26/KH-UBND", "Số lượng: 26", "Thực hiện Kế hoạch số 12/KH-UBND", "26/01/2024"],
)
def test_what_is_no_number_of_its_own(text):
    assert find_number(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cái Nước, ngày 06 tháng 02 năm 2024", ("Cái Nước", 6, 2, 2024)),
        ("Cái Nước, ngày 5 tháng 1 năm 2024", ("Cái Nước", 5, 1, 2024)),
        ("Cái Nước , ngày 05/01/2024", ("Cái Nước", 5, 1, 2024)),
        ("Cái Nước, ngày 05 - 01 - 2008", ("Cái Nước", 5, 1, 2008)),
        ("Cái Nước, ngày   tháng 01 năm 2024", ("Cái Nước", None, 1, 2024)),
        ("Cái Nước, ngày ..... tháng 01 năm 2024", ("Cái Nước", None, 1, 2024)),
        ("Cái Nước, ngày … tháng … năm 2024", ("Cái Nước", None, None, 2024)),
        ("Cái Nước, ngày     /01/2024", ("Cái Nước", None, 1, 2024)),
        ("Cái Nước, ngày     tháng    năm", ("Cái Nước", None, None, None)),
        ("TP. Cần Thơ, ngày 06 tháng 02 năm 2024", ("TP. Cần Thơ", 6, 2, 2024)),
        ("Tp Hồ Chí Minh, ngày 06 tháng 02 năm 2024", ("Tp Hồ Chí Minh", 6, 2, 2024)),
        ("Phan Rang - Tháp Chàm, ngày 06 tháng 02 năm 2024", ("Phan Rang - Tháp Chàm", 6, 2, 2024)),
        ("Ea H'leo, ngày 06 tháng 02 năm 2024", ("Ea H'leo", 6, 2, 2024)),
        ("SỞ NỘI VỤ Hòa Sơn, ngày 06 tháng 02 năm 2024", ("Hòa Sơn", 6, 2, 2024)),
        ("Quận 3, ngày 06 tháng 02 năm 2024", ("Quận 3", 6, 2, 2024)),
        ("Ngày 06 tháng 02 năm 2024", (None, 6, 2, 2024)),
        ("An Bình; ngày 06 tháng 02 năm 2024", ("An Bình", 6, 2, 2024)),
        ("Cái Nước, Ngày 06 Tháng 02 Năm 2024", ("Cái Nước", 6, 2, 2024)),
    ],
)
def test_place_and_date(text, expected):
    found = find_date(text)
    assert (found.place, found.day, found.month, found.year) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thứ bảy, ngày 29/09/2018",
        "Căn cứ Luật A ngày 15/6/2022 của B",
        "Ngày ban hành: 20/01/2022",
        "Ngày lễ",
        "Căn cứ Nghị định số: 42/2010/NĐ - CP, ngày 15/4/2010;",
        "Luật Thi đua, khen thưởng, ngày 15/6/2022",
    ],
)
def test_what_is_no_date_of_its_own(text):
    assert find_date(text) is None


def test_number_and_date_alone():
    lines = [
        "Số: 12/KH-UBND",
        "Bình An, ngày 5/1/2024",
        "Số: 12/KH-UBND\tBình An, ngày 5/1/2024",
        "Tổ chức ngày 5/1/2024",
    ]
    assert [is_number_or_date(line) for line in lines] == [True, True, True, False]


MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
FREEDOM = "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 8/KH-UBND", "An Lão, ngày 5/1/2024"


@pytest.mark.parametrize(
    "head",
    [
        f"UBND XÃ AN LÃO {MOTTO} {FREEDOM} {NUMBER} {DATE}",
        f"UBND XÃ AN LÃO\t{MOTTO}\n\t{FREEDOM}\n{NUMBER}\t{DATE}",
        f"CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n{DATE}\nUBND XÃ AN LÃO\n{NUMBER}",
        f"UBND XÃ AN LÃO        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\n                         NAM\n{NUMBER}   {DATE}",
        f"UBND XÃ AN LÃO | {MOTTO} |\n--- | --- |\n{NUMBER} | {DATE} |",
        f"| **UBND XÃ AN LÃO**<br>{NUMBER} | **{MOTTO}**<br>**{FREEDOM}**<br>*{DATE}* |\n|---|---|",
        f"**UBND XÃ AN LÃO**\n*{NUMBER}*\n*{DATE}*",
        f"{NUMBER} {DATE}\nUBND XÃ AN LÃO",
        f"UBND XÃ AN LÃO\n***\n{NUMBER}\n{MOTTO}\n{FREEDOM}\n---------\n{DATE}",
    ],
)
def test_heads_set_in_many_ways(head):
    draft = read(plan_text(head=head + "\n" + TITLE))
    assert (draft.number, draft.symbol, draft.place, draft.day) == ("8", "KH-UBND", "An Lão", 5)
    assert (draft.superior, draft.issuer_lines, draft.unplaced) == ("", ["UBND XÃ AN LÃO"], [])
    assert draft.issuer == "Ủy ban nhân dân xã An Lão"


def test_date_above_the_signature():
    foot = "Nơi nhận:\n- Lưu: VT.\n\nAn Lão, ngày 06 tháng 02 năm 2024\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Hà\n"
    draft = read(plan_text(head="Số: 8/KH-UBND\n" + TITLE, foot=foot))
    assert (draft.place, draft.day, draft.month, draft.recipients) == ("An Lão", 6, 2, ["Lưu: VT"])


def test_date_that_ends_the_text():
    foot = "\nAn Lão, ngày 06 tháng 02 năm 2024\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Hà\n"
    draft = read(plan_text(head="Số: 8/KH-UBND\n" + TITLE, foot=foot))
    assert (draft.place, draft.day, draft.sections[-1].text) == ("An Lão", 6, "Giao Phòng Nội vụ theo dõi")


def test_a_date_without_place_is_followed_by_the_date_with_place():
    head = "Ngày 07 tháng 02 năm 2024\nSố: 8/KH-UBND\nAn Lão, ngày 06 tháng 02 năm 2024\n"
    draft = read(plan_text(head=head + TITLE))
    assert (draft.place, draft.day) == ("An Lão", 6)


def test_the_title_of_a_column_is_no_number():
    assert find_number("Số TT") is None
