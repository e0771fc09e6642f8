"""The label a line opens with, in every way it is written, and lines that open with none."""

import pytest

from plans.importing.labels import split_label
from plans.kinds import SectionKind as K


@pytest.mark.parametrize(
    ("line", "kind", "label", "text"),
    [
        ("II.NỘI DUNG", K.SECTION, "II", "NỘI DUNG"),
        ("Il. NỘI DUNG", K.SECTION, "Il", "NỘI DUNG"),
        ("Ⅱ. NỘI DUNG", K.SECTION, "Ⅱ", "NỘI DUNG"),
        ("I-MỤC ĐÍCH", K.SECTION, "I", "MỤC ĐÍCH"),
        ("B. Nội dung", K.SECTION, "B", "Nội dung"),
        ("PHẦN THỨ HAI NHIỆM VỤ", K.SECTION, "PHẦN THỨ HAI", "NHIỆM VỤ"),
        ("Phần I. Đặc điểm tình hình", K.SECTION, "Phần I", "Đặc điểm tình hình"),
        ("II.1. Mục đích", K.CLAUSE, "II.1", "Mục đích"),
        ("1.Mục đích", K.CLAUSE, "1", "Mục đích"),
        ("1- Mục đích", K.CLAUSE, "1", "Mục đích"),
        ("1) Mục đích", K.CLAUSE, "1", "Mục đích"),
        ("1.1.Tổ chức", K.SUBCLAUSE, "1.1", "Tổ chức"),
        ("2.1/ Họp", K.SUBCLAUSE, "2.1", "Họp"),
        ("a/ Họp", K.POINT, "a", "Họp"),
        ("(1) Họp", K.POINT, "1", "Họp"),
        ("* Quý I:", K.BULLET, "*", "Quý I:"),
        ("\uf0b7 Họp", K.BULLET, "•", "Họp"),
        ("o Họp", K.BULLET, "o", "Họp"),
        ("-Họp", K.BULLET, "-", "Họp"),
    ],
)
def test_labels(line, kind, label, text):
    found = split_label(line)
    assert (found.kind, found.label, found.text) == (kind, label, text)


@pytest.mark.parametrize(
    "line",
    ["V.I. Lênin", "C.Mác", "15.5.2024 là ngày họp", "30/4 và 1/5", "2024 - 2025", "10 năm", "Phần hai của kế hoạch.",
     "Mục tiêu chung", "H. Phú Sơn"],
)  # fmt: skip
def test_no_label(line):
    assert split_label(line).kind == K.PARAGRAPH
