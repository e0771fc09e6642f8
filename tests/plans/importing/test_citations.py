"""Documents a plan rests on, in a list of căn cứ or in one sentence."""

from datetime import date

import pytest

from plans.importing.citations import legal_bases
from plans.kinds import SectionKind

from .reading import messages, plan_text, read


def _bases(preamble):
    return [(c.title, c.number, c.day) for c in legal_bases(read(plan_text(preamble=preamble)).sections)]


def test_a_list_becomes_bases():
    preamble = "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;\nCăn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023;"
    draft = read(plan_text(preamble=preamble))
    found = [(s.kind, s.text) for s in draft.sections[:2]]
    assert found == [
        (SectionKind.BASIS, "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022"),
        (SectionKind.BASIS, "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023"),
    ]


def test_two_documents_in_one_sentence():
    preamble = (
        "Thực hiện Nghị quyết số 42/NQ-HĐND ngày 08 tháng 12 năm 2023 của Hội đồng nhân dân về nhiệm vụ năm 2024 "
        "và Chỉ thị số 14/CT-UBND ngày 11/12/2023 của Chủ tịch Ủy ban nhân dân về phát động thi đua."
    )
    assert _bases(preamble) == [
        ("Nghị quyết của Hội đồng nhân dân về nhiệm vụ năm 2024", "42/NQ-HĐND", date(2023, 12, 8)),
        ("Chỉ thị của Chủ tịch Ủy ban nhân dân về phát động thi đua", "14/CT-UBND", date(2023, 12, 11)),
    ]


def test_the_issuing_clause_is_no_basis():
    preamble = (
        "Căn cứ Luật Thi đua và các văn bản thi hành, thực hiện Kế hoạch số 2/KH-UBND ngày 1/2/2024 của UBND tỉnh, "
        "UBND huyện Bắc Sông xây dựng kế hoạch như sau:"
    )
    assert _bases(preamble) == [
        ("Luật Thi đua và các văn bản thi hành", None, None),
        ("Kế hoạch của UBND tỉnh", "2/KH-UBND", date(2024, 2, 1)),
    ]


def test_a_law_named_inside_a_title_is_no_basis_of_its_own():
    preamble = (
        "Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Thi đua, khen thưởng."
    )
    assert [number for _, number, _ in _bases(preamble)] == ["98/2023/NĐ-CP"]


def test_an_aim_is_no_basis():
    assert _bases("Nhằm tổ chức phong trào thi đua, Chủ tịch Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:") == []


def test_the_cited_number_is_never_the_plans_own():
    head = "KẾ HOẠCH\nCông tác thi đua năm 2024\n"
    draft = read(plan_text(head=head, preamble="Thực hiện Kế hoạch số 33/KH-UBND ngày 08/01/2024 của UBND tỉnh."))
    assert (draft.number, draft.symbol, draft.day) == (None, None, None)


def test_a_symbol_of_another_type_is_reported():
    found = messages(read(plan_text(preamble="Thực hiện Kế hoạch số 05/CT-UBND ngày 09/01/2020 của UBND tỉnh.")))
    assert any("“Kế hoạch số 05/CT-UBND”: ký hiệu không phải của kế hoạch." in message for message in found)


@pytest.mark.parametrize(
    ("preamble", "numbers"),
    [
        ("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;", ["06/2022/QH15"]),
        (
            "Căn cứ Nghị định 98/2023/NĐ-CP của Chính phủ;\nCăn cứ Thông tư 01/2024/TT-BNV;",
            ["98/2023/NĐ-CP", "01/2024/TT-BNV"],
        ),
        ("Căn cứ Nghị định số: 42/2010/NĐ - CP, ngày 15/4/2010;", ["42/2010/NĐ-CP"]),
        (
            "Căn cứ các Nghị định của Chính phủ: số 98/2023/NĐ-CP, số 152/2025/NĐ-CP;",
            ["98/2023/NĐ-CP", "152/2025/NĐ-CP"],
        ),
        ("Căn cứ các văn bản: Nghị định số 98/2023/NĐ-CP; Quyết định số 5/QĐ-UBND;", ["98/2023/NĐ-CP", "5/QĐ-UBND"]),
        (
            "Thực hiện Chỉ thị số 12-CT/TW, Quyết định số 34/QĐ-TTg, Kế hoạch số 9-KH/TU;",
            ["12-CT/TW", "34/QĐ-TTg", "9-KH/TU"],
        ),
        ("Thực hiện Kế hoạch số: 33 /KH-UBND, ngày 08/01/2024 của UBND phường;", ["33/KH-UBND"]),
        ("Thực hiện kế hoạch số 12/KH-SNV; công văn số 5/SNV-TĐKT của Sở Nội vụ;", ["12/KH-SNV", "5/SNV-TĐKT"]),
        ("Thực hiện Hướng dẫn số 298 KH/TWĐTN của Trung ương Đoàn;", ["298 KH/TWĐTN"]),
        ("Xét đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-PNV ngày 08/01/2024,", ["12/TTr-PNV"]),
        ("Theo đề nghị của Giám đốc Sở Nội vụ;", []),
        ("UBND huyện ban hành Kế hoạch thực hiện Chỉ thị số 9/CT-UBND của UBND tỉnh như sau:", ["9/CT-UBND"]),
        ("- Căn cứ Luật Thi đua, khen thưởng;\n- Căn cứ Quyết định số 22/2024/QĐ-UBND;", [None, "22/2024/QĐ-UBND"]),
        ("Căn cứ Nghị quyết số 30c/NQ-CP và Thông báo số 134/TB-VPCP;", ["30c/NQ-CP", "134/TB-VPCP"]),
        ("Căn cứ Nghị định số 98/2023/NĐ-\nCP của Chính phủ;", ["98/2023/NĐ-CP"]),
        ("*Căn cứ Nghị định số 98/2023/NĐ-CP;*\n\n*Căn cứ Luật A;*", ["98/2023/NĐ-CP", None]),
    ],
)
def test_numbers_in_every_writing(preamble, numbers):
    assert [number for _, number, _ in _bases(preamble)] == numbers


def test_the_day_a_document_takes_effect_is_not_its_date():
    assert _bases("Căn cứ Nghị định số 98/2023/NĐ-CP của Chính phủ (có hiệu lực từ ngày 01/01/2024);")[0][2] is None
