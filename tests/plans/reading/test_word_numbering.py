"""Automatic numbers and bullets of Word stand in the text as they are printed."""

import pytest

from plans.reading.word_counting import printed_number

from .word_building import p, table, td, texts, tr


def level(index, form, text, extra=""):
    inner = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}">{inner}</w:lvl>'


def abstract(*levels, id=0, extra=""):
    return f'<w:abstractNum w:abstractNumId="{id}">{extra}{"".join(levels)}</w:abstractNum>'


def num(id, of=0, overrides=""):
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def restart(index, start=1):
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def numbered(text, index=0, list=1):
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{list}"/></w:numPr>')


def labels(paragraphs, numbering, styles=""):
    """The labels of paragraphs whose own text is "x"."""
    return [text.removesuffix("x").strip() for text in texts("".join(paragraphs), numbering=numbering, styles=styles)]


OUTLINE = abstract(
    level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"), level(3, "bullet", "-")
)


def test_a_plan_of_four_levels():
    depths = [0, 1, 2, 2, 3, 1, 2, 0, 1]
    found = labels([numbered("x", depth) for depth in depths], OUTLINE + num(1))
    assert found == ["I.", "1.", "a)", "b)", "-", "2.", "a)", "II.", "1."]


def test_a_label_is_part_of_a_bold_line():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>MỤC ĐÍCH</w:t></w:r>"
    assert texts(numbered(bold), numbering=OUTLINE + num(1)) == ["**I. MỤC ĐÍCH**"]


def test_numbers_of_the_levels_above():
    numbering = abstract(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2."), level(2, "decimal", "%1.%2.%3."))
    assert labels([numbered("x", depth) for depth in (0, 1, 2, 2, 1)], numbering + num(1)) == [
        "I.", "I.1.", "I.1.1.", "I.1.2.", "I.2.",
    ]  # fmt: skip


def test_legal_numbers_are_arabic():
    numbering = abstract(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1)
    assert labels([numbered("x"), numbered("x", 1)], numbering) == ["I.", "1.1"]


def test_a_level_above_that_has_not_come_counts_as_its_first():
    numbering = abstract(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + num(1)
    assert labels([numbered("x", 1), numbered("x")], numbering) == ["1.1.", "1."]


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("", ["1.", "1.", "a)", "2.", "a)"]),
        ('<w:lvlRestart w:val="0"/>', ["1.", "1.", "a)", "2.", "b)"]),
        ('<w:lvlRestart w:val="1"/>', ["1.", "1.", "a)", "2.", "b)"]),
    ],
)
def test_when_a_level_restarts(after, found):
    numbering = abstract(level(0, "decimal", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)", after))
    assert labels([numbered("x", depth) for depth in (0, 1, 2, 1, 2)], numbering + num(1)) == found


def test_lists_of_one_abstract_list_go_on_unless_they_start_anew():
    numbering = (
        abstract(level(0, "decimal", "%1.")) + num(1) + num(2) + num(3, overrides=restart(0)) + num(4, 0, restart(0, 7))
    )
    lists = [1, 1, 2, 3, 3, 1, 4, 4]
    assert labels([numbered("x", list=n) for n in lists], numbering) == ["1.", "2.", "3.", "1.", "2.", "3.", "7.", "8."]


def test_a_level_of_a_list_can_be_set_otherwise():
    own = '<w:lvlOverride w:ilvl="0">' + level(0, "lowerLetter", "%1)") + "</w:lvlOverride>"
    numbering = abstract(level(0, "decimal", "%1.")) + num(1, overrides=own)
    assert labels([numbered("x"), numbered("x")], numbering) == ["a)", "b)"]


def test_a_list_with_a_start_of_its_own():
    numbering = abstract(level(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="5"')) + num(1)
    assert labels([numbered("x"), numbered("x")], numbering) == ["5.", "6."]


@pytest.mark.parametrize(
    ("symbol", "printed"),
    [("\uf0b7", "-"), ("-", "-"), ("o", "-"), ("+", "+"), ("*", "-"), ("–", "-"), ("", ""), ("Điều", "Điều")],
)
def test_bullets(symbol, printed):
    assert labels([numbered("x")], abstract(level(0, "bullet", symbol)) + num(1)) == [printed]


def test_text_round_the_number_and_no_number():
    numbering = abstract(
        level(0, "decimal", "Điều %1."), level(1, "none", "%2"), level(2, "decimalZero", "(%3)")
    ) + num(1)
    assert labels([numbered("x", depth) for depth in (0, 1, 2)], numbering) == ["Điều 1.", "", "(01)"]


def test_a_form_of_its_own_with_a_fallback():
    custom = '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>'
    custom += '<mc:Fallback><w:numFmt w:val="lowerRoman"/></mc:Fallback></mc:AlternateContent>'
    numbering = abstract(level(0, "decimal", "%1.").replace('<w:numFmt w:val="decimal"/>', custom)) + num(1)
    assert labels([numbered("x")], numbering) == ["i."]


STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="N"/>
<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="O"><w:basedOn w:val="H1"/>
<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
"""
LINKED = abstract(
    level(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>'), level(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>')
)


def styled(style, more=""):
    return p("x", properties=f'<w:pStyle w:val="{style}"/>{more}')


def test_numbers_of_paragraph_styles():
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    second = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    paragraphs = [*map(styled, ["H1", "H2", "H2", "Q", "O", "N"]), styled("H1", off), styled("H1", second)]
    assert labels(paragraphs, LINKED + num(1), STYLES) == ["I.", "1.", "2.", "II.", "", "", "", "1."]


def test_a_list_that_stands_for_a_list_style():
    stands_for = abstract(id=7, extra='<w:numStyleLink w:val="L"/>')
    found = labels([numbered("x", list=5), numbered("x", 1, list=5)], LINKED + stands_for + num(1) + num(5, 7), STYLES)
    assert found == ["I.", "1."]


def test_styles_based_on_one_another_end():
    loop = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("AB", "BA")
    )
    assert labels([styled("A")], "", loop) == [""]


def test_empty_paragraphs_count_and_print_numbers_but_no_bullets():
    numbering = OUTLINE + num(1)
    cell = td(numbered(""))
    assert texts(table(tr(cell, "Họp"), tr(cell, "Tổng kết")), numbering=numbering) == ["I.", "Họp", "II.", "Tổng kết"]
    assert texts(numbered("", 3) + p("x"), numbering=numbering) == ["", "x"]


def test_the_tab_after_a_number_is_none_of_the_text():
    assert texts(numbered("<w:r><w:tab/><w:t>Họp</w:t></w:r>"), numbering=OUTLINE + num(1)) == ["I. Họp"]


def test_a_deleted_paragraph_is_not_counted():
    gone = '<w:rPr><w:del/></w:rPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    deleted = p("<w:del><w:r><w:delText>y</w:delText></w:r></w:del>", properties=gone)
    assert labels([numbered("x"), deleted, numbered("x")], OUTLINE + num(1)) == ["I.", "II."]


@pytest.mark.parametrize(
    "numbering",
    ["", num(1), num(1, 9), abstract() + num(1), abstract(level("x", "?", "%9")) + num(1), abstract(level(99, "", ""))],
)
def test_a_broken_list_prints_no_number(numbering):
    assert labels([numbered("x", "88" if "99" in numbering else 0)], numbering) == [""]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (4, "lowerLetter", "d"),
        (5, "lowerLetter", "e"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (49, "upperRoman", "XLIX"),
        (2024, "lowerRoman", "mmxxiv"),
        (0, "lowerRoman", "0"),
        (32767, "lowerLetter", "32767"),
        (9, "decimalZero", "09"),
        (3, "chicago", "3"),
    ],
)
def test_counting(number, form, printed):
    assert printed_number(number, form) == printed
