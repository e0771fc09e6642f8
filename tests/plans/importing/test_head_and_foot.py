"""Number, place, date, issuer, recipients, signature in the forms offices write them."""

import pytest

from .reading import FOOT, HEAD, messages, plan_text, read

TITLE = "\nKẾ HOẠCH\nCông tác thi đua, khen thưởng năm 2024\n"


def _number(line):
    draft = read(plan_text(head=f"{line}\n{TITLE}"))
    return draft.number, draft.symbol


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Số: 249/KH-UBND", ("249", "KH-UBND")),
        ("Số: 249 /KH-UBND", ("249", "KH-UBND")),
        ("Số:        /KH-UBND", (None, "KH-UBND")),
        ("Số ……/KH-SNV", (None, "KH-SNV")),
        ("Số: 07/KH-HĐTĐKT", ("07", "KH-HĐTĐKT")),
        ("Số 12-KH/ĐU", ("12", "KH/ĐU")),
    ],
)
def test_numbers(line, expected):
    assert _number(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Cái Nước, ngày 06 tháng 02 năm 2024", ("Cái Nước", 6, 2, 2024)),
        ("Cái Nước, ngày tháng 02 năm 2024", ("Cái Nước", None, 2, 2024)),
        ("Cái Nước, ngày … tháng … năm 2024", ("Cái Nước", None, None, 2024)),
        ("Số: 1/KH-UBND\tCái Nước, ngày 6 tháng 2 năm 2024", ("Cái Nước", 6, 2, 2024)),
        ("Số: 1/KH-UBND Cái Nước, ngày 6 tháng 2 năm 2024", ("Cái Nước", 6, 2, 2024)),
    ],
)
def test_place_and_date(line, expected):
    draft = read(plan_text(head=f"{line}\n{TITLE}"))
    assert (draft.place, draft.day, draft.month, draft.signed_year) == expected


def test_head_in_two_columns():
    head = "UBND TỈNH BÌNH AN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc\n" + TITLE
    draft = read(plan_text(head=head, preamble="Sở Nội vụ ban hành Kế hoạch như sau:"))
    assert (draft.superior, draft.issuer_lines) == ("UBND TỈNH BÌNH AN", ["SỞ NỘI VỤ"])
    assert (draft.issuer, draft.issuer_level) == ("Sở Nội vụ tỉnh Bình An", "department")


def test_number_below_the_subject():
    draft = read(plan_text(head=TITLE + "\nSố: 08/KH-UBND\nBình An, ngày 05 tháng 3 năm 2024\n"))
    assert (draft.number, draft.place, draft.day) == ("08", "Bình An", 5)


@pytest.mark.parametrize(
    ("preamble", "issuer", "level"),
    [
        ("UBND phường Tân Hòa xây dựng Kế hoạch như sau:", "Ủy ban nhân dân phường Tân Hòa", "commune"),
        (
            "Chủ tịch Ủy ban nhân dân tỉnh Bình An ban hành Kế hoạch:",
            "Chủ tịch Ủy ban nhân dân tỉnh Bình An",
            "province",
        ),
        ("UBND thị xã Bình An xây dựng kế hoạch như sau:", "Ủy ban nhân dân thị xã Bình An", "district"),
    ],
)
def test_issuer_from_the_preamble(preamble, issuer, level):
    draft = read(plan_text(head=TITLE, preamble=preamble))
    assert (draft.issuer, draft.issuer_level) == (issuer, level)
    assert f"Văn bản không in tên cơ quan ban hành; suy từ nội dung: “{issuer}”." in messages(draft)


@pytest.mark.parametrize(
    ("foot", "lines", "name"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Thị Hà",
         ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Lê Thị Hà"),
        ("**TM. ỦY BAN NHÂN DÂN  \nCHỦ TỊCH**\n\n**Lê Thị Hà**", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Lê Thị Hà"),
        ("Q. CHỦ TỊCH\n\nLê Thị Hà", ["Q. CHỦ TỊCH"], "Lê Thị Hà"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLÊ THỊ HÀ", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], "LÊ THỊ HÀ"),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n(Đã ký)\nLê Thị Hà", ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"], "Lê Thị Hà"),
    ],
)  # fmt: skip
def test_signatures(foot, lines, name):
    draft = read(plan_text(foot=f"Nơi nhận:\n- Lưu: VT.\n\n{foot}\n"))
    assert (draft.authority_lines, draft.signer_name) == (lines, name)


def test_recipients_beside_the_signature():
    foot = "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;\tCHỦ TỊCH\n- Lưu: VT.\t\n\tLê Thị Hà\n"
    draft = read(plan_text(foot=foot))
    assert draft.recipients == ["Sở Nội vụ", "Lưu: VT"]
    assert (draft.authority_lines, draft.signer_name) == (["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Lê Thị Hà")


def test_faults_of_the_recipients_are_reported():
    foot = FOOT.replace("- Sở Nội vụ;\n- Lưu: VT.", "- Sở Nội vụ\n- Sở Tài chính,\n- \n- Lưu: VT;")
    draft = read(plan_text(foot=foot))
    assert draft.recipients == ["Sở Nội vụ", "Sở Tài chính", "Lưu: VT"]
    assert messages(draft)[-4:] == [
        "Dòng nơi nhận “Sở Nội vụ” thiếu dấu chấm phẩy.",
        "Dòng nơi nhận “Sở Tài chính,” kết thúc bằng dấu phẩy, lẽ ra là dấu chấm phẩy.",
        "Nơi nhận có một gạch đầu dòng trống; đã bỏ khi nhập.",
        "Dòng cuối của nơi nhận không kết thúc bằng dấu chấm.",
    ]


def test_a_complete_plan_leaves_only_what_is_doubtful():
    assert messages(read(plan_text())) == ["Không có nhiệm vụ nào trong Quý II, III, IV."]


def test_what_is_missing_is_reported():
    draft = read(
        plan_text(
            head=HEAD.replace("Số: 08", "Số: ").replace("ngày 05", "ngày "),
            foot="",
            duties="1. Giao Sở Nội vụ theo dõi.",
        )
    )
    assert messages(draft)[:4] == [
        "Không thấy mục Nơi nhận.",
        "Không thấy quyền hạn, chức vụ của người ký.",
        "Văn bản để trống hoặc không ghi: số.",
        "Văn bản để trống hoặc không ghi: ngày.",
    ]
