"""Lines of a PDF page become paragraphs again, as the document has them."""

import unicodedata

import pytest

from .pdf_building import SENTENCE, printed_html, texts

LONG = f"{SENTENCE} {SENTENCE}"
LEFT = "body { text-align: left }"
FLUSH = "p { text-indent: 0 }"
CLOSE = "p { margin: 0 }"
HANGING = "p { text-indent: -8mm; padding-left: 8mm }"
PARAGRAPHS = [LONG, f"1. {LONG}", f"a) {LONG}", f"- {LONG}", f"- {SENTENCE[:60]};", "- Sở Nội vụ.", LONG]


def html(paragraphs):
    return "".join(f"<p>{paragraph}" for paragraph in paragraphs)


@pytest.mark.parametrize("style", ["", LEFT, FLUSH, CLOSE, HANGING, LEFT + CLOSE, FLUSH + CLOSE])
def test_paragraphs_come_back(style):
    assert texts(printed_html(html(PARAGRAPHS), style)) == PARAGRAPHS


def test_a_paragraph_goes_on_over_the_page_break_and_numbers_of_pages_go():
    paragraphs = [LONG] * 25
    assert texts(printed_html(html(paragraphs))) == paragraphs


def test_a_symbol_cut_at_its_hyphen_is_whole_again():
    filler = "căn cứ " * 9
    found = " ".join(texts(printed_html(html([filler + "Nghị quyết số 42/NQ-HĐND và Thi đua - Khen thưởng. " + LONG]))))
    assert "42/NQ-HĐND và Thi đua - Khen thưởng." in found


def test_emphasis_is_marked():
    paragraphs = [
        "<b>I. MỤC ĐÍCH</b>",
        "Chủ đề “<i>Đoàn kết</i>” và <b>kỷ cương</b>.",
        "<b><i>Ghi chú</i></b>",
        "5 * 3",
    ]
    assert texts(printed_html(html(paragraphs))) == [
        "**I. MỤC ĐÍCH**",
        "Chủ đề “*Đoàn kết*” và **kỷ cương**.",
        "***Ghi chú***",
        "5 3",
    ]


def test_centred_lines_stay_apart():
    body = "<p class=centred><b>KẾ HOẠCH<br>Công tác thi đua,<br>khen thưởng năm 2024</b></p>" + html([LONG])
    assert texts(printed_html(body)) == [
        "**KẾ HOẠCH**",
        "**Công tác thi đua, khen thưởng năm 2024**",
        LONG,
    ]


def test_marks_drawn_apart_come_to_their_letters():
    assert texts(printed_html(html([unicodedata.normalize("NFD", LONG)]))) == [LONG]
