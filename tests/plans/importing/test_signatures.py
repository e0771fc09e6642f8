"""Signatures: what an annotator writes for each form, and what stands beside, below or instead of it.

Authority and position are those of the person who signs: the last ones above the name.
"""

import pytest

from plans.draft_reports import signer

from .reading import messages, plan_text, read


def _signer(foot):
    draft = read(plan_text(foot=foot))
    found = signer(draft)
    return found and tuple(found[key] for key in ("authority", "body", "position", "name"))


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Thị Hà", ("TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Hà")),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Hà",
         ("KT.", "ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH", "Lê Thị Hà")),
        ("TM. ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\nLê Thị Hà",
         ("KT.", "ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Lê Thị Hà")),
        ("TM. BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Thị Hà", ("TM.", "BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Thị Hà")),
        ("T/M BAN CHẤP HÀNH\nBÍ THƯ\nLê Thị Hà", ("TM.", "BAN CHẤP HÀNH", "BÍ THƯ", "Lê Thị Hà")),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Hà", ("KT.", None, "PHÓ GIÁM ĐỐC", "Lê Thị Hà")),
        ("K/T HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\nLê Thị Hà", ("KT.", None, "PHÓ HIỆU TRƯỞNG", "Lê Thị Hà")),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nkiêm TRƯỞNG BAN\nLê Thị Hà",
         ("KT.", None, "PHÓ GIÁM ĐỐC kiêm TRƯỞNG BAN", "Lê Thị Hà")),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLê Thị Hà", ("TL.", None, "CHÁNH VĂN PHÒNG", "Lê Thị Hà")),
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Thị Hà", ("TUQ.", None, "GIÁM ĐỐC SỞ NỘI VỤ", "Lê Thị Hà")),
        ("Q. CHỦ TỊCH\nLê Thị Hà", ("Q.", None, "CHỦ TỊCH", "Lê Thị Hà")),
        ("GIÁM ĐỐC\n(Đã ký)\nLê Thị Hà", (None, None, "GIÁM ĐỐC", "Lê Thị Hà")),
        ("HIỆU TRƯỞNG\n[daky]\nLê Thị Hà", (None, None, "HIỆU TRƯỞNG", "Lê Thị Hà")),
        ("CHỦ TỊCH HỘI ĐỒNG\nLê Thị Hà", (None, None, "CHỦ TỊCH HỘI ĐỒNG", "Lê Thị Hà")),
        ("CHỦ TỊCH\nHỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\nLê Thị Hà",
         (None, None, "CHỦ TỊCH HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Lê Thị Hà")),
        ("TM. HỘI ĐỒNG\nCHỦ TỊCH\nLê Thị Hà\nCHỦ TỊCH UBND HUYỆN", ("TM.", "HỘI ĐỒNG", "CHỦ TỊCH", "Lê Thị Hà")),
        ("TM. HỘI ĐỒNG\nLê Thị Hà\nPHÓ CHỦ TỊCH UBND TỈNH", ("TM.", "HỘI ĐỒNG", "PHÓ CHỦ TỊCH UBND TỈNH", "Lê Thị Hà")),
        ("TM. ỦY BAN NHÂN DÂN\nTỈNH BÌNH AN\nCHỦ TỊCH\nLê Thị Hà", ("TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Hà")),
        ("TM. ỦY BAN NHÂN DÂN\nLê Thị Hà", ("TM.", "ỦY BAN NHÂN DÂN", None, "Lê Thị Hà")),
        ("T/M. Ủy ban nhân dân xã\nChủ tịch\nLê Thị Hà", ("TM.", "Ủy ban nhân dân xã", "Chủ tịch", "Lê Thị Hà")),
        ("Chủ tịch\n(Đã ký)\nLê Thị Hà", (None, None, "Chủ tịch", "Lê Thị Hà")),
        ("TRƯỞNG PHÒNG\nLÊ THỊ HÀ", (None, None, "TRƯỞNG PHÒNG", "LÊ THỊ HÀ")),
        ("TRƯỞNG BAN\nH’Bia Niê Kđăm", (None, None, "TRƯỞNG BAN", "H’Bia Niê Kđăm")),
        ("HIỆU TRƯỞNG\nThS. Lê Thị Hà", (None, None, "HIỆU TRƯỞNG", "ThS. Lê Thị Hà")),
        ("GIÁM ĐỐC\nBSCKII. Lê Thị Hà", (None, None, "GIÁM ĐỐC", "BSCKII. Lê Thị Hà")),
        ("CHÍNH TRỊ VIÊN\nThượng tá Lê Thị Hà", (None, None, "CHÍNH TRỊ VIÊN", "Thượng tá Lê Thị Hà")),
        ("**TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH**\n\n**Lê Thị Hà**", ("TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Hà")),
        ("T.M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Thị Hà", ("TM.", "BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Thị Hà")),
        ("TM UBND XÃ\nCHỦ TỊCH\nLê Thị Hà", ("TM.", "UBND XÃ", "CHỦ TỊCH", "Lê Thị Hà")),
        ("Q.TRƯỞNG PHÒNG\nLê Thị Hà", ("Q.", None, "TRƯỞNG PHÒNG", "Lê Thị Hà")),
        ("NGƯỜI LẬP KẾ HOẠCH\nLê Thị Hà", (None, None, "NGƯỜI LẬP KẾ HOẠCH", "Lê Thị Hà")),
        ("NGƯỜI LẬP\tHIỆU TRƯỞNG\nTrần Thị Hoa\tLê Thị Hà", (None, None, "HIỆU TRƯỞNG", "Lê Thị Hà")),
        ("PHỤ TRÁCH TRƯỜNG\nPHÓ HIỆU TRƯỞNG\nLê Thị Hà", (None, None, "PHÓ HIỆU TRƯỞNG", "Lê Thị Hà")),
        ("KT. CHỦ TỊCH HỘI ĐỒNG\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\n\nGIÁM ĐỐC SỞ NỘI VỤ\nLê Thị Hà",
         ("KT.", None, "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Lê Thị Hà")),
        ("TM. HỘI ĐỒNG\nCHỦ TỊCH\n\nPHÓ CHỦ TỊCH UBND TỈNH\nLê Thị Hà", ("TM.", "HỘI ĐỒNG", "CHỦ TỊCH", "Lê Thị Hà")),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n![](hinh.jpeg)\nỦY BAN\nNHÂN DÂN\nLê Thị Hà",
         ("TM.", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Hà")),
        ("GIÁM ĐỐC", (None, None, "GIÁM ĐỐC", None)),
        ("", None),
    ],
)  # fmt: skip
def test_signers(foot, expected):
    assert _signer(f"Nơi nhận:\n- Sở Nội vụ;\n- Lưu: VT.\n\n{foot}\n") == expected


def test_an_office_in_the_text_opens_no_foot():
    tasks = "- Tổ chức hội nghị\nHIỆU TRƯỞNG\nlà trưởng ban chỉ đạo"
    draft = read(plan_text(tasks=tasks, foot="HIỆU TRƯỞNG\n\nLê Thị Hà"))
    assert (draft.authority_lines, draft.signer_name) == (["HIỆU TRƯỞNG"], "Lê Thị Hà")
    assert len(draft.sections) > 4


@pytest.mark.parametrize(
    "foot",
    [
        "GIÁM ĐỐC SỞ NỘI VỤ\tCHỦ TỊCH HỘI NÔNG DÂN\n\nLê Thị Hà\tTrần Văn Bé\nNơi nhận:\n- Lưu: VT.",
        "Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC SỞ NỘI VỤ\n\nLê Thị Hà\n\nCHỦ TỊCH HỘI NÔNG DÂN\n\nTrần Văn Bé",
        "GIÁM ĐỐC SỞ NỘI VỤ    CHỦ TỊCH HỘI NÔNG DÂN\n\nLê Thị Hà                  Trần Văn Bé\nNơi nhận:\n- Lưu: VT.",
    ],
)
def test_the_first_of_two_signatures_counts(foot):
    draft = read(plan_text(foot=foot))
    assert (draft.authority_lines, draft.signer_name) == (["GIÁM ĐỐC SỞ NỘI VỤ"], "Lê Thị Hà")
    words = "CHỦ TỊCH HỘI NÔNG DÂN / Trần Văn Bé"
    assert f"Văn bản có hơn một chữ ký; chỉ nhập một, chưa nhập chữ ký: “{words}”." in messages(draft)
    assert draft.recipients == ["Lưu: VT"]


def _recipients(foot):
    draft = read(plan_text(foot=foot))
    return draft.recipients, draft.authority_lines, draft.signer_name


REPORT, OFFICES, FILE = "Sở Nội vụ (để báo cáo)", "Các phòng, ban", "Lưu: VT, NV (02b)"
LIST = f"- {REPORT};\n- {OFFICES};\n- {FILE}."
SIGNATURE = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Thị Hà"


@pytest.mark.parametrize(
    "foot",
    [
        f"Nơi nhận:\n{LIST}\n\n{SIGNATURE}",
        f"{SIGNATURE}\n\nNơi nhận:\n{LIST}",
        f"Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- {REPORT};\tCHỦ TỊCH\n- {OFFICES};\n- {FILE}.\tLê Thị Hà",
        f"Nơi nhận:          TM. ỦY BAN NHÂN DÂN\n- {REPORT};      CHỦ TỊCH\n- {OFFICES};\n- {FILE}.      Lê Thị Hà",
        f"Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- {REPORT}; CHỦ TỊCH\n- {OFFICES};\n- {FILE}. Lê Thị Hà",
        f"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNơi nhận:\n- {REPORT};\n- Các phòng,\nban;\n- {FILE}.\n\nLê Thị Hà",
        f"***Nơi nhận:***\n{LIST}\n\n**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**\n**Lê Thị Hà**",
        f"Nơi nhận: {REPORT}; {OFFICES}; {FILE}.\n{SIGNATURE}",
        f"Nơi nhận: - {REPORT}; - {OFFICES}; - {FILE}.\n{SIGNATURE}",
        f"NƠI NHẬN\n{REPORT}\n{OFFICES}\n{FILE}\n\n{SIGNATURE}",
        f"Nơi gửi:\n+ {REPORT};\n+ {OFFICES};\n+ {FILE}.\n{SIGNATURE}",
        f"Nơi nhận:\n- {REPORT};\n\n3\n\n- {OFFICES};\n- {FILE}.\n{SIGNATURE}",
        f"Nơi nhận:\t\n- {REPORT};\t{SIGNATURE.replace(chr(10), chr(10) + chr(9))}\n- {OFFICES};\n- {FILE}.",
        f"| Nơi nhận:<br>{LIST.replace(chr(10), '<br>')} | **{SIGNATURE.replace(chr(10), '<br>')}** |\n|---|---|",
    ],
)
def test_feet_set_in_many_ways(foot):
    assert _recipients(foot) == ([REPORT, OFFICES, FILE], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Lê Thị Hà")


def test_neither_recipients_nor_signature():
    draft = read(plan_text(foot=""))
    assert (draft.recipients, signer(draft)) == ([], None)


def test_what_follows_the_foot_is_kept_and_reported():
    foot = "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\nLê Thị Hà\n\nTải về\nTin liên quan\n"
    draft = read(plan_text(foot=foot))
    assert [text.split(": ", 1)[1] for text in draft.unplaced] == ["Tải về", "Tin liên quan"]
    assert (draft.recipients, draft.signer_name) == (["Lưu: VT"], "Lê Thị Hà")
