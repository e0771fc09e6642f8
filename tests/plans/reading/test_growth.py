"""Four times the Word or PDF file takes about four times as long, whatever it consists of (goal S7)."""

import time

import pytest

from plans.reading.files import read_source

from .hostile_pdf import pages, shown, stream
from .word_building import p, run, table, td, tr
from .word_building import word_file as file_of

LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
MERGED = "<w:vMerge/>"


def word_file(body, **parts):
    return file_of(p("Kế hoạch") + body, **parts)


def many(piece, count):
    return "".join(piece.format(n=n) for n in range(count))


WORD = {
    "paragraphs": lambda n: word_file(many(p("Đoạn {n}"), 400 * n)),
    "runs": lambda n: word_file(p(many(run("chữ {n} ", "<w:b/>"), 300 * n), many(run("chữ {n} ", "<w:i/>"), 300 * n))),
    "changing runs": lambda n: word_file(p(many(run("a{n}", "<w:b/>") + run(" b"), 300 * n))),
    "rows": lambda n: word_file(table(many(tr("{n}", "Nội dung", "Sở A"), 150 * n))),
    "columns": lambda n: word_file(table(tr(*[str(i) for i in range(300 * n)]))),
    "merged rows": lambda n: word_file(
        table(
            tr(td("a", properties='<w:vMerge w:val="restart"/>')), many(tr(td("", properties=MERGED), "{n}"), 200 * n)
        )
    ),
    "tables": lambda n: word_file(many(table(tr("{n}", "b")) + p(""), 100 * n)),
    "paragraphs of a cell": lambda n: word_file(table(tr(td(many(p("Đoạn {n}"), 300 * n))))),
    "numbers": lambda n: word_file(many(p("Mục {n}", properties=NUMBERED), 250 * n), numbering=LIST),
    "insertions": lambda n: word_file(p(many("<w:ins>" + run("chữ {n} ") + "</w:ins>", 300 * n))),
    "deletions": lambda n: word_file(p("a", many("<w:del><w:r><w:delText>{n}</w:delText></w:r></w:del>", 500 * n))),
    "line breaks": lambda n: word_file(p("<w:r>" + "<w:t>a</w:t><w:br/>" * (600 * n) + "</w:r>")),
    "tabs": lambda n: word_file(p("<w:r>" + "<w:t>a</w:t><w:tab/>" * (600 * n) + "</w:r>")),
    "stars": lambda n: word_file(p("* ** " * (1500 * n))),
    "styles": lambda n: word_file(
        many(p("Đoạn {n}", properties='<w:pStyle w:val="s{n}"/>'), 200 * n),
        styles=many('<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s0"/></w:style>', 200 * n),
    ),
    "chained styles": lambda n: word_file(
        many(p("Đoạn {n}", properties='<w:pStyle w:val="s0"/>'), 50 * n),
        styles="".join(
            f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>'
            for i in range(50 * n)
        ),
    ),
    "footnotes": lambda n: word_file(
        many(p('<w:r><w:footnoteReference w:id="{n}"/></w:r>', "a"), 150 * n),
        footnotes=many('<w:footnote w:id="{n}">' + p("chú thích") + "</w:footnote>", 150 * n),
    ),
    "text boxes": lambda n: word_file(
        p(
            many(
                "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
                + p("{n}")
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
                100 * n,
            )
        )
    ),
    "fields": lambda n: word_file(p(many('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("a"), 300 * n))),
    "controls": lambda n: word_file(many("<w:sdt><w:sdtContent>" + p("{n}") + "</w:sdtContent></w:sdt>", 200 * n)),
}

PDF = {
    "pages": lambda n: pages(3 * n),
    "lines of a page": lambda n: pages(content=stream(shown([f"Dong {i} cua trang" for i in range(60 * n)]))),
    "words of a line": lambda n: pages(content=stream(shown(["chu " * (150 * n)]))),
    "rules of a page": lambda n: pages(content=stream(b"".join(grid(30 * n)) + shown())),
    "boxes of a page": lambda n: pages(content=stream(b"9 9 9 9 re f " * (400 * n) + shown())),
    "cells": lambda n: pages(content=stream(b"".join(grid(8 * n, texts=True)))),
    "letters one by one": lambda n: pages(content=stream(b"".join(letters(500 * n)))),
}


def grid(rows, *, texts=False):
    """A ruled table of `rows` rows and six columns, down a long page."""
    for row in range(rows + 1):
        yield b"72 %d m 522 %d l S " % (800 - 20 * row, 800 - 20 * row)
    for column in range(7):
        yield b"%d 800 m %d %d l S " % (72 + 75 * column, 72 + 75 * column, 800 - 20 * rows)
    for row in range(rows * texts):
        for column in range(6):
            yield b"BT /F 10 Tf %d %d Td (o %d) Tj ET " % (75 + 75 * column, 785 - 20 * row, row)


def letters(count):
    for n in range(count):
        yield b"BT /F 10 Tf %d %d Td (a) Tj ET " % (72 + n % 60 * 7, 800 - n // 60 * 14)


def seconds(data):
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        read_source(data, "a", limit=len(data))
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("kind", WORD)
def test_word(kind):
    """A quadratic step would take sixteen times as long; the bound leaves room for a busy machine."""
    assert seconds(WORD[kind](8)) <= 8 * seconds(WORD[kind](2)) + 0.02


@pytest.mark.parametrize("kind", PDF)
def test_pdf(kind):
    assert seconds(PDF[kind](8)) <= 8 * seconds(PDF[kind](2)) + 0.02
