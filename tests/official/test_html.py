"""The document as HTML: one markup for screen and paper, nothing in it that we did not write."""

import re
from html.parser import HTMLParser

import pytest

from tests.official.papers import annex, document, task_table
from thiduakhenthuong.official.document import Basis, Column, Heading, Paragraph, Row, RowGroup, TaskTable
from thiduakhenthuong.official.html import STYLESHEET, standalone, to_html

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title><svg onload=alert(1)>",
    "<link rel=stylesheet href=file:///etc/passwd>",
    "javascript:alert(1)",
    "*<iframe src=//x>*",
    "{{ 7|add:7 }}{% now 'Y' %}",
]
STRUCTURE = {"html", "head", "meta", "title", "body", "article", "section", "div", "p", "span", "br", "ul", "li"}
TABLES = {"table", "colgroup", "col", "thead", "tbody", "tr", "th", "td"}
OURS = STRUCTURE | TABLES | {"h1", "h2", "h3", "h4", "h5", "em", "strong"}


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.ids = [], set(), []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id"]


def poisoned(payload):
    table = TaskTable((Column(payload), Column(payload, 62)), (RowGroup(payload, (Row((payload, payload)),)),))
    blocks = (Basis(payload), Heading(1, payload, payload), Heading(2, payload, payload), Paragraph(payload, payload))
    return document(
        **dict.fromkeys(("type_name", "subject", "superior", "symbol", "number", "place", "signer"), payload),
        **dict.fromkeys(("issuer", "recipients", "authority"), (payload, payload)),
        issuer_name=payload,
        body=(*blocks, table, Paragraph(payload)),
        annexes=(annex(title=payload, blocks=(table,)),),
    )


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("screen", [True, False])
def test_a_payload_in_every_field_is_text(payload, screen):
    found = Tags(to_html(poisoned(payload), screen=screen))
    assert set(found.tags) <= OURS
    assert found.attributes <= {"class", "id", "lang", "scope", "colspan", "charset", "name", "content"}


@pytest.mark.parametrize("first", ["Phụ lục\n", "PHỤ LỤC I\n", "Phụ lục số 01:\n", "**Phụ lục**\n", ""])
def test_an_annex_says_once_that_it_is_one(first):
    html = to_html(document(annexes=(annex(title=f"{first}Phụ lục sách năm 2024"),)), screen=True)
    assert '<span class="label">Phụ lục</span> <span class="title">PHỤ LỤC SÁCH NĂM 2024</span>' in html


def test_an_annex_without_a_title_has_its_label_only():
    html = to_html(document(annexes=(annex(title="Phụ lục I"), annex(title="Phụ lục II"))), screen=True)
    assert html.count('<span class="label">Phụ lục I') == 2
    assert "PHỤ LỤC" not in html


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_stays_readable(payload):
    words = re.sub(r"<[^>]+>", "", to_html(poisoned(payload), screen=True))
    assert words.count("alert(1)") >= 10 * payload.count("alert(1)")


def refs():
    row = Row(("1", "Họp", "Sở Nội vụ"), "nhiem-vu-7")
    table = TaskTable(task_table().columns, (RowGroup("QUÝ I", (row,), "muc-3-quy-1"),), "muc-3")
    return document(
        body=(Basis("Căn cứ", "muc-1"), Heading(1, "I.", "A", "muc-2"), table, Paragraph("Hết", "", "muc-4")),
        annexes=(annex(ref="muc-5"),),
    )


def test_on_screen_each_piece_has_its_place():
    ids = ["dau", "muc-1", "muc-2", "muc-3", "muc-3-quy-1", "nhiem-vu-7", "muc-4", "cuoi", "muc-5"]
    assert Tags(to_html(refs(), screen=True)).ids == ids


def test_on_paper_only_the_signer_has_a_place_so_bytes_do_not_depend_on_keys():
    assert Tags(to_html(refs(), screen=False)).ids == ["cho-ky"]


def test_the_screen_gets_the_article_alone():
    assert to_html(document(), screen=True).startswith('<article class="paper"')


def test_a_standalone_page_brings_its_stylesheet():
    assert STYLESHEET.read_text() in standalone(document())


def test_bases_end_as_one_list():
    html = to_html(document(body=(Basis("Căn cứ A."), Basis("Căn cứ B;"), Paragraph("Nội dung"))), screen=False)
    assert re.findall(r'class="basis[^>]*>(.*?)</p>', html) == ["Căn cứ A;", "Căn cứ B."]


def last_words(*body):
    html = to_html(document(body=body), screen=False)
    words = re.sub(r"<[^>]+>", " ", html.split('<div class="closing"')[0])
    return " ".join(words.split())


def test_the_last_paragraph_closes_the_text_once():
    words = last_words(Paragraph("Một."), Paragraph("Hai."))
    assert words.endswith("Một. Hai./.")
    assert words.count("./.") == 1


def test_a_table_at_the_end_closes_the_text():
    assert last_words(task_table(rows=1)).endswith("- Phòng Nội vụ quận./.")


def test_a_heading_at_the_end_shows_an_unfinished_text():
    assert last_words(Heading(1, "I.", "Mục")).endswith("I. MỤC")


def test_a_plan_with_nothing_in_it_can_be_shown():
    empty = document(body=(), recipients=(), authority=(), signer="", number="", day=None, month=None, draft=True)
    assert "DỰ THẢO" in to_html(empty, screen=True)


def test_a_long_place_gets_the_smaller_head():
    assert 'class="masthead small"' in to_html(document(place="Thành phố Hồ Chí Minh"), screen=False)
    assert 'class="masthead"' in to_html(document(), screen=False)


def test_rows_taller_than_half_a_page_may_split():
    html = to_html(document(body=(task_table(rows=1, text="dài " * 400),)), screen=False)
    assert html.count('<tr class="tall">') == 2
    assert "tall" not in to_html(document(), screen=False)


def test_every_rule_of_the_stylesheet_stays_on_the_paper():
    """It is loaded into Bootstrap pages: only @rules and selectors under .paper are allowed."""
    css = re.sub(r"/\*.*?\*/", "", STYLESHEET.read_text(), flags=re.DOTALL)
    selectors = [s.strip() for s in re.findall(r"(?:^|[{}])\s*([^{}@;]+)\{", css)]
    assert len(selectors) > 60
    assert [s for s in selectors for part in s.split(",") if not part.strip().startswith(".paper")] == []


def test_the_stylesheet_is_known_to_ask_for_nothing():
    assert re.findall(r"url\(|@import|@font-face", STYLESHEET.read_text()) == []
