"""Word and PDF files put together at random: nothing but Unreadable is raised, and every line has its place (S14)."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from plans.importing.parsing import parse
from plans.reading.files import read_source
from plans.reading.lines import Unreadable
from tests.fuzzing import examples

from .hostile_pdf import pages, stream
from .word_building import p, run, table, td, tr, word_file

PRINTED = "KẾ HOẠCH|I. NỘI DUNG|Quý I|TT|Nội dung|Đơn vị thực hiện|1|- Họp (tháng 02)|Nơi nhận:|TM. UBND|*|**| |\t|./."
WORDS = st.sampled_from(PRINTED.split("|"))
LOOKS = st.sampled_from(
    ["", "<w:b/>", "<w:i/>", "<w:vanish/>", '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii="Symbol"/>']
)
RUNS = st.builds(run, WORDS | st.sampled_from(["kÕ ho¹ch", "th\u00ad\u00ebng"]), LOOKS)
INSIDE = st.one_of(
    RUNS,
    RUNS.map(lambda inner: f"<w:ins>{inner}</w:ins>"),
    RUNS.map(lambda inner: f"<w:del>{inner.replace('w:t', 'w:delText')}</w:del>"),
    RUNS.map(lambda inner: f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"),
    st.sampled_from(["begin", "separate", "end"]).map(lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'),
    st.sampled_from(["PAGE", "TOC", "HYPERLINK", ""]).map(lambda text: f"<w:r><w:instrText>{text}</w:instrText></w:r>"),
    st.sampled_from(["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", '<w:r><w:footnoteReference w:id="1"/></w:r>']),
)
LEVELS = st.sampled_from(["", "-1", "0", "1", "8", "9", "99", "x"])
NUMBERED = st.builds('<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'.format, LEVELS, LEVELS)
PARAGRAPHS = st.builds(
    lambda inside, properties: p(*inside, properties=properties), st.lists(INSIDE, max_size=4), st.just("") | NUMBERED
)
SPANS = st.sampled_from(["", "0", "2", "3", "70", "-1", "x"])
CELL_LOOKS = st.one_of(
    st.just(""),
    SPANS.map('<w:gridSpan w:val="{}"/>'.format),
    st.sampled_from(["<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>']),
)
ROW_LOOKS = st.just("") | st.builds('<w:gridBefore w:val="{}"/><w:gridAfter w:val="{}"/>'.format, SPANS, SPANS)


def tables_of(blocks):
    cells = st.builds(lambda inside, look: td(*inside, properties=look), st.lists(blocks, max_size=3), CELL_LOOKS)
    rows = st.builds(lambda inside, look: tr(*inside, properties=look), st.lists(cells, max_size=4), ROW_LOOKS)
    return st.lists(rows, max_size=4).map(lambda inside: table(*inside))


BLOCKS = st.recursive(PARAGRAPHS, tables_of, max_leaves=12)
NUMBERING = """<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="x"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%9"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="7"/></w:num>"""
NOTES = f'<w:footnote w:id="1">{p("chú thích")}</w:footnote>'

PLACES = st.integers(-50, 900) | st.sampled_from([72, 72.5, 300, 760, 10**7])
SHOWN = st.builds(
    lambda x, y, size, turn, text: f"BT /F {size} Tf {turn} {x} {y} Tm ({text}) Tj ET",
    PLACES,
    PLACES,
    st.sampled_from([0, 1, 10, 12, 12, 12, 900, -12]),
    st.sampled_from(["1 0 0 1", "1 0 0 1", "1 0 0 1", "0 1 -1 0", "0 0 0 0", "1 1 1 1"]),
    st.sampled_from(["KE HOACH", "I. NOI DUNG", "1", "2", "TT", "Noi dung", "-", " ", "", "- Hop (thang 02)", "NQ-"]),
)
DRAWN = st.one_of(
    st.builds("{} {} m {} {} l S".format, PLACES, PLACES, PLACES, PLACES),
    st.builds("{} {} {} {} re {}".format, PLACES, PLACES, PLACES, PLACES, st.sampled_from(["f", "S", "W n"])),
    st.sampled_from(["q", "Q", "1 0 0 1 9 9 cm", "0 0 0 0 0 0 cm", "3 Tr", "0 Tr", "1 g", "0 g", "ET", "BT"]),
)


def grid(columns, rows, text):
    """A ruled table, which chance alone would not draw."""
    across = [f"72 {700 - 30 * row} m {72 + 100 * columns} {700 - 30 * row} l S" for row in range(rows + 1)]
    down = [f"{72 + 100 * at} 700 m {72 + 100 * at} {700 - 30 * rows} l S" for at in range(columns + 1)]
    return " ".join([*across, *down, *(f"BT /F 9 Tf 75 {680 - 30 * row} Td ({text}) Tj ET" for row in range(rows))])


GRIDS = st.builds(grid, st.integers(1, 5), st.integers(1, 5), st.sampled_from(["1", " ", "Noi dung"]))


def survives(data, name):
    with suppress(Unreadable):
        lines = read_source(data, name, limit=len(data)).lines
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))
        assert all(line.text == line.text.strip(" ") for line in lines)
        parse(lines)


@examples(60)
@given(st.lists(BLOCKS, max_size=6))
def test_any_word_file(blocks):
    survives(word_file(p("Kế hoạch") + "".join(blocks), numbering=NUMBERING, footnotes=NOTES), "tep.docx")


@examples(60)
@given(st.lists(SHOWN | DRAWN | GRIDS, max_size=25), st.integers(1, 3))
def test_any_pdf(operations, count):
    text = "BT /F 12 Tf 72 790 Td (Ke hoach cong tac thi dua nam 2024) Tj ET "
    survives(pages(count, content=stream((text + " ".join(operations)).encode())), "tep.pdf")
