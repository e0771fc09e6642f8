"""Bold and italic of Word become marks round words; stars of the text itself never do."""

import pytest

from plans.reading.word_marks import marked

from .word_building import p, run, texts

BOLD, ITALIC = "<w:b/>", "<w:i/>"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"/>
<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="K"><w:basedOn w:val="H"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="P"><w:basedOn w:val="H"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>
"""


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        ([("Mục đích", "**")], "**Mục đích**"),
        ([("Mục", "**"), (" ", ""), ("đích", "**"), (":", "")], "**Mục đích:**"),
        ([("1. ", ""), ("Mục đích", "**")], "**1. Mục đích**"),
        ([("1. ", None), ("Mục đích", "***")], "***1. Mục đích***"),
        ([("- ", None), ("Sở: ", "**"), ("họp", "")], "- **Sở:** họp"),
        ([("Giao ", ""), ("Sở", "**"), (" ", "*"), ("họp", "")], "Giao **Sở** họp"),
        ([("Giao", ""), (" Sở ", "**"), ("họp", "")], "Giao **Sở** họp"),
        ([("Thời gian", "**"), (":", "**"), (" tháng 1", "")], "**Thời gian:** tháng 1"),
        ([("(", ""), ("đợt 1", "*"), (")", "")], "*(đợt 1)*"),
        ([("Họp (", ""), ("đợt 1", "*"), (")", "")], "Họp (*đợt 1*)"),
        ([("đậm dài", "**"), ("ng", "*"), (" hết", "")], "**đậm dài**ng hết"),
        ([("đậm", "**"), (" ", ""), ("nghiêng", "*")], "**đậm** *nghiêng*"),
        ([(" ", "**"), ("-", "**")], " -"),
        ([], ""),
    ],
)
def test_marks(pieces, line):
    assert marked(pieces) == line


@pytest.mark.parametrize(
    ("properties", "style", "defaults", "line"),
    [
        (BOLD, "N", "", "**x**"),
        ('<w:b w:val="true"/>', "N", "", "**x**"),
        (ITALIC, "N", "", "*x*"),
        (BOLD + ITALIC, "N", "", "***x***"),
        ("", "H", "", "**x**"),
        ("", "K", "", "***x***"),
        ("", "P", "", "x"),
        ('<w:b w:val="0"/>', "H", "", "x"),
        ('<w:b w:val="false"/>', "N", BOLD, "x"),
        ("", "N", BOLD, "**x**"),
        ('<w:rStyle w:val="S"/>', "N", "", "**x**"),
        ('<w:rStyle w:val="S"/>', "H", "", "x"),
        ('<w:rStyle w:val="S"/>' + BOLD, "H", "", "**x**"),
        ('<w:rStyle w:val="?"/>', "?", "", "x"),
    ],
)
def test_where_bold_comes_from(properties, style, defaults, line):
    body = p(run("x", properties), properties=f'<w:pStyle w:val="{style}"/>')
    assert texts(body, styles=STYLES.format(defaults=defaults)) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("* Quý I", "- Quý I"),
        ("*Quý I", "- Quý I"),
        ("**Lưu ý", "- Lưu ý"),
        ("Họp (*) lần 1", "Họp lần 1"),
        ("(*) Ghi chú", "Ghi chú"),
        ("5*3 = 5 * 3 m", "5x3 = 5 x 3 m"),
        ("Sở Nội vụ*; *Sở Y tế", "Sở Nội vụ; Sở Y tế"),
        ("a ***", "a"),
    ],
)
def test_literal_stars(text, line):
    assert texts(p(text)) == [line]
    assert texts(p(run(text, BOLD))) == [f"**{line}**"]


def test_columns_are_marked_each():
    tab = "<w:r><w:rPr><w:b/></w:rPr><w:tab/></w:r>"
    assert texts(p(run("UBND XÃ A", BOLD), tab, run("CỘNG HÒA", BOLD))) == ["**UBND XÃ A**\t**CỘNG HÒA**"]


def test_lines_of_one_paragraph_are_marked_each():
    assert texts(p(run("ỦY BAN", BOLD), "<w:r><w:br/></w:r>", "Số: 1")) == ["**ỦY BAN**", "Số: 1"]
