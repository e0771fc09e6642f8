"""The text of a Word file is read as it is printed: wrappers, changes, fields, breaks, hidden text, notes, boxes."""

import docx
import pytest

from plans.reading.word import read_word

from .word_building import p, read_body, run, saved, table, texts, tr

BOX = "<w:txbxContent>{}</w:txbxContent>"
DRAWN = "<w:drawing><a:graphic><wps:txbx>{}</wps:txbx></a:graphic></w:drawing>"
OLD = "<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>"
EITHER = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice>"
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>"
)


def sdt(inner, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def field(code, result):
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        char.format("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + char.format("separate")
        + (result if result.startswith("<") else run(result))
        + char.format("end")
    )


def messages(body, **parts):
    return [(finding.severity, finding.line) for finding in read_body(body, **parts).findings]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (p("một ", sdt(run("hai")), " ba"), "một hai ba"),
        (p("a", f"<w:ins>{run('b')}</w:ins>", "<w:del><w:r><w:delText>c</w:delText></w:r></w:del>"), "ab"),
        (p("a", f"<w:moveTo>{run('b')}</w:moveTo>", f"<w:moveFrom>{run('c')}</w:moveFrom>"), "ab"),
        (p(f"<w:hyperlink>{run('trang')}</w:hyperlink>", f"<w:smartTag>{run(' tin')}</w:smartTag>"), "trang tin"),
        (p(f"<w:ins><w:hyperlink>{sdt(run('sâu'))}</w:hyperlink></w:ins>"), "sâu"),
        (p('<w:fldSimple w:instr=" DATE ">' + run("tháng 1") + "</w:fldSimple>"), "tháng 1"),
        (p("Số ", '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">' + run("3") + "</w:fldSimple>"), "Số"),
        (p(field(" REF a ", "mục I")), "mục I"),
        (p("Trang", field(" PAGE ", "1"), "/", field("NUMPAGES", "9")), "Trang/"),
        (p("Điều", field(" IF ", field("PAGE", "1") + run("x"))), "Điềux"),
        (p("<w:r><w:t>NQ</w:t><w:noBreakHyphen/><w:t>HĐND</w:t></w:r>"), "NQ-HĐND"),
        (p("<w:r><w:t>thi</w:t><w:softHyphen/><w:t>đua</w:t></w:r>"), "thiđua"),
        (p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t xml:space="preserve"> họp</w:t></w:r>'), "• họp"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "Họp"), "→Họp"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="dở"/></w:r>', "a"), "a"),
        (p(run("\uf0b7 họp", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')), "• họp"),
        (p(run("·", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), " họp"), "• họp"),
        (p(run("Ø họp", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')), "Ø họp"),
        (p(EITHER.format("<w:new/>", "<w:t>cũ</w:t>"), " mới"), "cũ mới"),
        (p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "x=1"),
        (p(run("Ủy ban", "<w:caps/>")), "ỦY BAN"),
        (p("e\u0302\u0301 \u200b\u00a0ê"), "ế ê"),
        (p("<w:r><w:t>một\nhai</w:t></w:r>"), "một hai"),
    ],
)
def test_a_paragraph_is_read_as_printed(paragraph, text):
    assert texts(paragraph) == [text]


def test_content_controls_round_blocks_rows_and_cells():
    row = sdt("<w:tr>" + sdt("<w:tc>" + p("một") + "</w:tc>") + "<w:tc>" + p("hai") + "</w:tc></w:tr>")
    assert texts(sdt(p("trên")) + sdt(table(row))) == ["trên", "một", "hai"]


def test_the_prompt_of_an_empty_control_is_not_text():
    body = p("Số: ", sdt(run("Nhấp để nhập"), "<w:showingPlcHdr/>"), "/KH-UBND")
    assert (texts(body), messages(body)) == (["Số: /KH-UBND"], [("note", None)])


def test_tracked_changes_are_told_once():
    inserted = f"<w:ins>{run('b')}</w:ins>"
    assert messages(p(inserted) + p(inserted)) == [("note", None)]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(p("một ", properties=gone) + p("hai") + p("ba", properties=gone)) == ["một hai", "ba"]


def test_a_break_makes_a_line():
    lines = texts(p("ỦY BAN", "<w:r><w:br/></w:r>", "QUẬN A", "<w:r><w:cr/></w:r>") + p() + p("hết"))
    assert lines == ["ỦY BAN", "QUẬN A", "", "hết"]


@pytest.mark.parametrize(
    ("contents", "text"),
    [
        (("UBND", "\t", "CỘNG HÒA"), "UBND\tCỘNG HÒA"),
        (("\t", "\t", "KẾ HOẠCH", "\t"), "KẾ HOẠCH"),
        (("1.", "\t", "Mục đích"), "1. Mục đích"),
        (("-", "\t", "\t", "Họp"), "- Họp"),
        (("-", "\t", "Sở Nội vụ;", "\t", "\t", "CHỦ TỊCH"), "- Sở Nội vụ;\t\tCHỦ TỊCH"),
        (("1", "\t", "Họp", "\t", "Sở Nội vụ"), "1\tHọp\tSở Nội vụ"),
        (("Họp", "\t", "\t", "tháng 1"), "Họp\t\ttháng 1"),
    ],
)
def test_tabs_part_columns_but_not_labels(contents, text):
    tabbed = ["<w:r><w:tab/></w:r>" if content == "\t" else content for content in contents]
    assert texts(p(*tabbed)) == [text]
    assert "\t" not in "".join(texts(table(tr("a", "<w:tc>" + p(*tabbed) + "</w:tc>"))))


def test_hidden_text_is_left_out_and_told_with_its_line():
    body = p("một") + p("hai", run(" ẩn", "<w:vanish/>"))
    assert (texts(body), messages(body)) == (["một", "hai"], [("warning", 2)])


def test_a_hidden_paragraph_leaves_no_line():
    assert texts(p(run("ẩn", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>") + p("hiện")) == ["hiện"]


@pytest.mark.parametrize(
    "drawing",
    [
        "<w:r>" + OLD.format(BOX.format(p("khung"))) + "</w:r>",
        "<w:r>" + DRAWN.format(BOX.format(p("khung"))) + "</w:r>",
        EITHER.format(DRAWN.format(BOX.format(p("khung"))), OLD.format(BOX.format(p("khung")))),
        EITHER.format("<w:drawing/>", OLD.format(BOX.format(p("khung")))),
    ],
)
def test_a_text_box_is_read_once_before_its_paragraph(drawing):
    assert texts(p("trên") + p("dưới", drawing)) == ["trên", "khung", "dưới"]


def test_a_box_within_a_box_is_read_once():
    inner = "<w:r>" + OLD.format(BOX.format(p("trong"))) + "</w:r>"
    outer = "<w:r>" + OLD.format(BOX.format(p("ngoài", inner))) + "</w:r>"
    assert texts(p(outer, "chữ")) == ["trong", "ngoài", "chữ"]


def test_footnotes_and_endnotes_stand_at_the_end():
    note = '<w:r><w:{0}Reference w:id="2"/></w:r>'
    body = p("một", note.format("endnote")) + p("hai", note.format("footnote"), note.format("footnote"))
    parts = {
        "footnotes": f'<w:footnote w:id="2">{p("chân")}{p("tiếp")}</w:footnote>',
        "endnotes": f'<w:endnote w:id="2">{p("cuối")}</w:endnote><w:endnote w:id="3">{p("không gọi")}</w:endnote>',
    }
    assert texts(body, **parts) == ["một", "hai", "[1] cuối", "[2] chân", "tiếp"]
    assert messages(body, **parts) == [("note", 1)]


def test_an_automatic_table_of_contents_is_left_out():
    styles = '<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="toc 1"/></w:style>'
    body = p("I. MỤC ĐÍCH ... 1", properties='<w:pStyle w:val="M1"/>') + p("I. MỤC ĐÍCH")
    assert (texts(body, styles=styles), messages(body, styles=styles)) == (["I. MỤC ĐÍCH"], [("note", None)])


def test_raw_is_the_line_as_it_stood():
    line = read_body(p("  e\u0302 ", run("đậm", "<w:b/>"), " *")).lines[0]
    assert (line.text, line.raw) == ("ê **đậm**", "  e\u0302 đậm *")


def test_text_in_a_font_from_before_unicode_is_converted():
    font = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    source = read_body(p(run("KÕ ho¹ch", font)) + p(run("thi ®ua", font.replace("TimeH", "Time"))))
    assert [line.text for line in source.lines] == ["KẾ HOẠCH", "thi đua"]
    assert ([line.raw for line in source.lines], source.encoding) == (["KÕ ho¹ch", "thi ®ua"], "TCVN3")


def head_in_header(first, body, *, title_page=False):
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = title_page
    header = section.first_page_header if title_page else section.header
    header.paragraphs[0].text = first
    document.add_paragraph(body)
    return read_word(saved(document), "a.docx")


@pytest.mark.parametrize("title_page", [True, False])
def test_a_head_in_the_page_header_is_read(title_page):
    source = head_in_header("Số: 12/KH-UBND\tCỘNG HÒA XÃ HỘI", "KẾ HOẠCH", title_page=title_page)
    assert [line.text for line in source.lines] == ["Số: 12/KH-UBND\tCỘNG HÒA XÃ HỘI", "KẾ HOẠCH"]


def test_other_headers_are_told_but_not_read():
    source = head_in_header("Sở Nội vụ", "Số: 12/KH-UBND")
    assert [line.text for line in source.lines] == ["Số: 12/KH-UBND"]
    assert [f.message for f in source.findings] == ["Chữ ở đầu trang hoặc chân trang bỏ qua: “Sở Nội vụ”."]


def test_a_page_number_is_not_worth_telling():
    assert head_in_header("- 2 -", "Số: 12/KH-UBND").findings == []
