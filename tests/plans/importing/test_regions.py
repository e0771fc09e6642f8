"""Where head, subject, body, foot and annexes begin and end."""

import pytest

from plans.importing.type_names import type_name
from plans.kinds import SectionKind

from .reading import FOOT, messages, plan_text, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KẾ HOẠCH", ("KẾ HOẠCH", "")),
        ("**KẾ HOẠCH**", ("KẾ HOẠCH", "")),
        ("# KẾ HOẠCH:", ("KẾ HOẠCH", "")),
        ("K Ế H O Ạ C H", ("KẾ HOẠCH", "")),
        ("KÊ HOẠCH", ("KẾ HOẠCH", "")),
        ("KẾ HOẠCH PHỐI HỢP", ("KẾ HOẠCH PHỐI HỢP", "")),
        ("KẾ HOẠCH HÀNH ĐỘNG", ("KẾ HOẠCH HÀNH ĐỘNG", "")),
        ("KẾ HOẠCH CÔNG TÁC THI ĐUA NĂM 2024", ("KẾ HOẠCH", "CÔNG TÁC THI ĐUA NĂM 2024")),
        ("KẾ HOẠCH Công tác thi đua năm 2024", ("KẾ HOẠCH", "Công tác thi đua năm 2024")),
        ("CHƯƠNG TRÌNH CÔNG TÁC", ("CHƯƠNG TRÌNH", "CÔNG TÁC")),
        ("DỰ THẢO KẾ HOẠCH", ("KẾ HOẠCH", "")),
    ],
)
def test_type_names(text, expected):
    found = type_name(text)
    assert (found.name, found.rest) == expected


@pytest.mark.parametrize(
    "text", ["Kế hoạch số 12/KH-UBND", "KẾ HOẠCH này gồm", "PHÒNG TÀI CHÍNH - KẾ HOẠCH", "KẾ HOẠCHSỐ"]
)
def test_what_names_no_type(text):
    assert type_name(text) is None


HEAD = "ỦY BAN NHÂN DÂN\nQUẬN BÌNH AN\nSố: 8/KH-UBND\nBình An, ngày 05 tháng 01 năm 2024\n\n"


@pytest.mark.parametrize(
    ("title", "doc_type", "subject"),
    [
        ("KẾ HOẠCH\nCông tác thi đua năm 2024\n", "KẾ HOẠCH", "Công tác thi đua năm 2024"),
        ("KẾ HOẠCH\n\nCông tác thi đua năm 2024\n\n------\n", "KẾ HOẠCH", "Công tác thi đua năm 2024"),
        ("KẾ HOẠCH\nCông tác thi đua\ncủa quận năm 2024\n_____\n", "KẾ HOẠCH", "Công tác thi đua của quận năm 2024"),
        ("KẾ HOẠCH\nCÔNG TÁC THI ĐUA\n\nNĂM 2024\n", "KẾ HOẠCH", "CÔNG TÁC THI ĐUA NĂM 2024"),
        ("KẾ HOẠCH CÔNG TÁC THI ĐUA\nNĂM 2024\n", "KẾ HOẠCH", "CÔNG TÁC THI ĐUA NĂM 2024"),
        ("KẾ HOẠCH\nThực hiện công tác thi đua năm 2024\n", "KẾ HOẠCH", "Thực hiện công tác thi đua năm 2024"),
        ("KẾ HOẠCH\nTriển khai thực hiện thi đua năm 2024\n", "KẾ HOẠCH", "Triển khai thực hiện thi đua năm 2024"),
        ("KẾ HOẠCH\nTiếp tục thi đua\ntrong năm 2024\n", "KẾ HOẠCH", "Tiếp tục thi đua trong năm 2024"),
        ("KẾ HOẠCH\nCông tác thi đua năm 2024.\n", "KẾ HOẠCH", "Công tác thi đua năm 2024"),
        ("KẾ HOẠCH\n\nPhát động thi đua\n\nnăm 2024\n", "KẾ HOẠCH", "Phát động thi đua năm 2024"),
        ("# KẾ HOẠCH\n\n## Công tác thi đua\n\n## năm 2024\n", "KẾ HOẠCH", "Công tác thi đua năm 2024"),
        ("KẾ HOẠCH\nVề việc tổ chức thi đua năm 2024\n", "KẾ HOẠCH", "Về việc tổ chức thi đua năm 2024"),
        ("**KẾ HOẠCH**\n\n**Công tác thi đua**\n\n**năm 2024**\n", "KẾ HOẠCH", "Công tác thi đua năm 2024"),
        ("**Kế hoạch**\n**Công tác thi đua năm 2024**\n", "KẾ HOẠCH", "Công tác thi đua năm 2024"),
        ("**Kế hoạch công tác thi đua năm 2024**\n", "KẾ HOẠCH", "công tác thi đua năm 2024"),
        ("KẾ HOẠCH\nCông tác thi đua năm 2024\n(Dự thảo lần 2)\n", "KẾ HOẠCH", "Công tác thi đua năm 2024"),
        ("CHƯƠNG TRÌNH\nCông tác thi đua năm 2024\n", "CHƯƠNG TRÌNH", "Công tác thi đua năm 2024"),
    ],
)
def test_type_and_subject(title, doc_type, subject):
    draft = read(plan_text(head=HEAD + title))
    assert (draft.doc_type, draft.subject, draft.number) == (doc_type, subject, "8")
    assert draft.sections[0].text == "Ủy ban nhân dân quận Bình An ban hành Kế hoạch như sau:"


def test_a_preamble_right_below_the_subject_is_none_of_it():
    head = HEAD + "KẾ HOẠCH\nCông tác thi đua năm 2024"
    draft = read(plan_text(head=head).replace("2024\n\nỦy ban", "2024\nỦy ban"))
    assert draft.subject == "Công tác thi đua năm 2024"
    long = (
        "Phong trào thi đua của quận trong những năm qua đã có nhiều chuyển biến, " * 4
        + "góp phần vào thành tích chung"
    )
    assert read(plan_text(head=f"{head}\n{long}\n")).subject == "Công tác thi đua năm 2024"


def test_a_title_above_the_head_is_not_the_type():
    page = "KẾ HOẠCH CÔNG TÁC THI ĐUA QUẬN BÌNH AN\nNgày đăng: 06/01/2024\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    draft = read(plan_text(head=page + HEAD + "KẾ HOẠCH\nCông tác thi đua năm 2024\n"))
    assert (draft.subject, draft.number) == ("Công tác thi đua năm 2024", "8")


def test_a_title_above_the_number_is_not_the_type():
    head = HEAD.replace("Số:", "KẾ HOẠCH CÔNG TÁC NĂM 2024\nSố:") + "KẾ HOẠCH\nCông tác thi đua năm 2024\n"
    assert read(plan_text(head=head)).subject == "Công tác thi đua năm 2024"


@pytest.mark.parametrize(
    "title", ["\tKẾ HOẠCH\n\tCông tác thi đua năm 2024\n", "| KẾ HOẠCH | |\n| Công tác thi đua năm 2024 | |\n"]
)
def test_type_and_subject_in_a_row_of_the_head(title):
    draft = read(plan_text(head=HEAD + title))
    assert (draft.doc_type, draft.subject, draft.number) == ("KẾ HOẠCH", "Công tác thi đua năm 2024", "8")


def test_a_programme_with_a_plan_in_its_annex_is_a_programme():
    annex = "\nKẾ HOẠCH CHI TIẾT\n(Kèm theo Chương trình)\n" + TABLE
    draft = read(plan_text(head=HEAD + "CHƯƠNG TRÌNH\nCông tác thi đua năm 2024\n", foot=FOOT + annex))
    assert (draft.doc_type, draft.subject) == ("CHƯƠNG TRÌNH", "Công tác thi đua năm 2024")


def test_a_plan_issued_by_a_decision():
    decision = "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\nĐiều 1. Ban hành Kế hoạch.\n\nCHỦ TỊCH\nLê Thị Hà\n\n"
    reference = "(Kèm theo Quyết định số 8/QĐ-UBND ngày 05/01/2024\ncủa UBND quận)\n"
    head = HEAD.replace("KH-", "QĐ-") + decision + "KẾ HOẠCH\nCông tác thi đua năm 2024\n" + reference
    draft = read(plan_text(head=head, foot=""))
    assert (draft.number, draft.symbol, draft.day, draft.subject) == ("8", "QĐ-UBND", 5, "Công tác thi đua năm 2024")
    assert (draft.signer_name, draft.head_lines[-1]) == ("Lê Thị Hà", "của UBND quận)")
    expected = "Kế hoạch được ban hành kèm theo một quyết định: số, ngày lấy của quyết định;"
    assert [message for message in messages(draft) if message.startswith(expected)]


def _annexes(annex):
    draft = read(plan_text(foot=FOOT + "\n" + annex))
    return [(s.label, s.text) for s in draft.sections if s.kind == SectionKind.ANNEX], draft.signer_name


TABLE = "TT\tNội dung\tĐơn vị thực hiện\n1\tTổng kết\tPhòng Nội vụ\n"


@pytest.mark.parametrize(
    ("annex", "expected"),
    [
        (f"PHỤ LỤC\nNHIỆM VỤ NĂM 2024\n{TABLE}", [("PHỤ LỤC", "NHIỆM VỤ NĂM 2024")]),
        (f"Phụ lục 01\nNHIỆM VỤ NĂM 2024\n(Kèm theo Kế hoạch số 8)\n{TABLE}", [("Phụ lục 01", "NHIỆM VỤ NĂM 2024")]),
        (f"PHỤ LỤC I: NHIỆM VỤ NĂM 2024\n{TABLE}", [("PHỤ LỤC I", "NHIỆM VỤ NĂM 2024")]),
        (f"Biểu số 1\nNHIỆM VỤ NĂM 2024\n{TABLE}", [("Biểu số 1", "NHIỆM VỤ NĂM 2024")]),
        (
            f"DANH MỤC NHIỆM VỤ\nNĂM 2024\n(Kèm theo Kế hoạch số 8\ncủa UBND)\n{TABLE}",
            [(None, "DANH MỤC NHIỆM VỤ NĂM 2024")],
        ),
        (f"LỊCH CÔNG TÁC NĂM 2024\n\n{TABLE}", [(None, "LỊCH CÔNG TÁC NĂM 2024")]),
        (f"KẾ HOẠCH CHI TIẾT\n(Ban hành kèm theo Kế hoạch số 8)\n{TABLE}", [(None, "KẾ HOẠCH CHI TIẾT")]),
        (TABLE, [(None, "")]),
        (
            f"PHỤ LỤC I\nNHIỆM VỤ\n{TABLE}\nPHỤ LỤC II\nBIỂU MẪU BÁO CÁO\n1. Kết quả.\n",
            [("PHỤ LỤC I", "NHIỆM VỤ"), ("PHỤ LỤC II", "BIỂU MẪU BÁO CÁO")],
        ),
        ("", []),
    ],
)
def test_annexes(annex, expected):
    assert _annexes(annex) == (expected, "Nguyễn Văn Hòa")


def test_the_table_of_an_annex_without_its_word_is_read():
    draft = read(plan_text(tasks="", foot=FOOT + "\nDANH MỤC NHIỆM VỤ NĂM 2024\n" + TABLE))
    assert [item.text for item in draft.items] == ["Tổng kết"]


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("Công tác thi đua năm 2024", 2024),
        ("CÔNG TÁC THI ĐUA NĂM HỌC 2024 - 2025", 2024),
        ("Tổng kết phong trào thi đua, công tác khen thưởng năm 2023 và nhiệm vụ năm 2024", 2024),
        ("Thi đua 6 tháng cuối năm 2024", 2024),
        ("Công tác năm 2025 và những năm tiếp theo", 2025),
        ("Thi đua năm 2022 theo Chỉ thị số 19/CT-TTg ngày 16 tháng 7 năm 2021", 2022),
        ("Phong trào thi đua giai đoạn 2021 - 2025 trong năm 2023", 2023),
        ("Công tác thi đua 2026", 2026),
    ],
)
def test_the_year_planned_for(subject, year):
    assert read(plan_text(head=f"{HEAD}KẾ HOẠCH\n{subject}\n")).year == year


def test_the_year_from_the_preamble_and_from_the_date():
    head = HEAD.replace("2024", "2023") + "KẾ HOẠCH\nCông tác thi đua, khen thưởng\n"
    assert read(plan_text(head=head, preamble="UBND quận xây dựng Kế hoạch công tác năm 2024 như sau:")).year == 2024
    assert read(plan_text(head=head)).year == 2023
