"""Where image and seal go: on the page of the signature, between title and name, whatever stands before or behind."""

from io import BytesIO

import pdfplumber
import pytest

from tests.official.papers import LINE, annex, document, pages_of, printed, render, task_table
from thiduakhenthuong.official.document import Paragraph
from thiduakhenthuong.official.signing import signing_place

MILLIMETRE = 72 / 25.4
PAPERS = {
    "short": document(),
    "one title": document(authority=("CHỦ TỊCH",)),
    "three titles": document(authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    "long table": document(body=(task_table(rows=30), Paragraph(LINE))),
    "annexes": document(annexes=(annex(), annex(landscape=True))),
}


@pytest.fixture(params=PAPERS)
def paper(request):
    data = printed(PAPERS[request.param])
    return PAPERS[request.param], data, signing_place(data)


def lines_of(page, *, left):
    """The lines in the right half: text, top and bottom in mm from the lower edge, left and right end."""
    half = page.crop((left * MILLIMETRE, 0, page.width, page.height))
    for line in half.extract_text_lines():
        ends = (page.height - line["top"], page.height - line["bottom"], line["x0"], line["x1"])
        yield line["text"], [measure / MILLIMETRE for measure in ends]


def test_it_is_the_page_of_the_signature_and_the_room_above_the_name(paper):
    given, data, place = paper
    assert [n for n, lines in enumerate(pages_of(data), 1) if given.signer in lines] == [place.page]
    with pdfplumber.open(BytesIO(data)) as file:
        found = dict(lines_of(file.pages[place.page - 1], left=115))
    name, title = found[given.signer], found[given.authority[-1]]
    bottom, top = place.signature.bottom, place.signature.bottom + place.signature.height
    assert name[0] < bottom < top < title[1]
    middle = place.signature.left + place.signature.width / 2
    assert middle == pytest.approx((name[2] + name[3]) / 2, abs=1)
    assert 22 < title[1] - name[0] < 30


def test_the_seal_covers_the_left_third_of_the_signature_and_not_the_name(paper):
    *_, place = paper
    covered = place.seal.left + place.seal.width - place.signature.left
    assert covered / place.signature.width == pytest.approx(1 / 3, abs=0.02)
    assert place.seal.bottom == place.signature.bottom


def test_the_page_is_the_last_one_or_the_one_before_the_annexes():
    found = {}
    for name in ("long table", "annexes"):
        data = printed(PAPERS[name])
        found[name] = (signing_place(data).page, len(pages_of(data)))
    assert found == {"long table": (4, 4), "annexes": (1, 3)}


def test_a_sentence_for_the_clerk():
    assert str(signing_place(printed(document()))) == (
        "Trang 1 của tệp. Ảnh chữ ký: cách mép trái 135 mm, cách mép dưới 33 mm, rộng 40 mm, cao 23 mm. "
        "Dấu: cách mép trái 112 mm, cách mép dưới 33 mm, rộng 36 mm, cao 36 mm."
    )


def test_a_file_without_a_signature_has_no_place():
    assert signing_place(render("<!doctype html><html lang=vi><title>a</title><p>Chữ</p></html>")) is None
