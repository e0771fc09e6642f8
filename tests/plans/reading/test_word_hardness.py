"""Whatever the XML of a Word file says, it is read or refused, in a time that grows with the file and no faster."""

import random
import time

import pytest

from plans.reading.lines import Unreadable

from .word_building import p, read_body, run, table, td, tr

# Elements that mean something to the reader.
ELEMENTS = """
p r t tab br sym pPr rPr b i caps vanish rFonts rStyle pStyle numPr ilvl numId tbl tr tc tcPr trPr gridSpan vMerge
hMerge gridBefore sdt sdtPr sdtContent ins del moveTo hyperlink fldSimple fldChar instrText footnoteReference
drawing pict txbxContent sectPr headerReference titlePg lvl start numFmt lvlText lvlOverride startOverride
abstractNumId isLgl lvlRestart name basedOn showingPlcHdr
"""
NAMES = [f"w:{name}" for name in ELEMENTS.split()]
NAMES += ["mc:AlternateContent", "mc:Choice", "mc:Fallback", "m:oMath", "m:t"]
VALUES = ["", "0", "1", "-1", "x", "9" * 12, "restart", "continue", "begin", "separate", "end", "bullet", "A", "F0B7"]
ATTRIBUTES = ["val", "ilvl", "numId", "abstractNumId", "styleId", "type", "char", "font", "fldCharType"]


def tree(chance, depth=5):
    """Some element with some attributes, elements and text in it."""
    name = chance.choice(NAMES)
    said = "".join(f' w:{key}="{chance.choice(VALUES)}"' for key in chance.sample(ATTRIBUTES, 3))
    inner = [tree(chance, depth - 1) for _ in range(chance.randint(0, 3))] if depth else ["kế hoạch *"]
    return f"<{name}{said}>{''.join(inner)}</{name}>"


@pytest.mark.parametrize("seed", range(40))
def test_any_elements_in_any_order(seed):
    chance = random.Random(seed)
    body, numbering, styles, notes = (tree(chance) for _ in range(4))
    style = f'<w:style w:type="paragraph" w:styleId="A">{styles}</w:style>'
    lists = f'<w:abstractNum w:abstractNumId="1">{numbering}</w:abstractNum><w:num w:numId="1">{numbering}</w:num>'
    body = f"{p('Kế hoạch')}{body}{p(body)}{table(tr('a', td(body)))}"
    try:
        lines = read_body(body, numbering=lists, styles=style, footnotes=notes).lines
    except Unreadable as refused:
        pytest.fail(str(refused))  # nothing here is a reason to refuse
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


LONG = {
    "paragraphs": lambda n: "".join(p(f"dòng {i} ", run(str(i * 7919), "<w:b/>")) for i in range(n)),
    "rows": lambda n: table(*(tr(str(i), f"Họp {i * 7919}") for i in range(n))),
    "runs": lambda n: p("a", *(run(f"{i % 97} ", "<w:b/>" if i % 3 else "") for i in range(n))),
    "breaks": lambda n: p("<w:r>" + "".join(f"<w:t>{i}</w:t><w:br/>" for i in range(n)) + "</w:r>", "a"),
    "open fields": lambda n: p("a", '<w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r>' * n),
    "deleted ends": lambda n: "".join(p(f"a{i}", properties="<w:rPr><w:del/></w:rPr>") for i in range(n)),
    "controls": lambda n: "<w:sdt><w:sdtContent>" * 80 + p("a") * n + "</w:sdtContent></w:sdt>" * 80,
}


def seconds(body):
    start = time.process_time()
    read_body(body)
    return time.process_time() - start


@pytest.mark.parametrize("kind", LONG)
def test_time_grows_with_the_length(kind):
    small, large = (min(seconds(LONG[kind](n)) for _ in range(2)) for n in (300, 1200))
    assert large < 7 * small + 0.1
