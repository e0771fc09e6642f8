"""The five real plans on paper: every word of the source, in its order, on as many pages as it should take."""

import json
import re
from io import BytesIO

import pdfplumber
import pytest
from django.conf import settings

from plans.documents import document_of
from plans.draft_json import from_json
from plans.importing.saving import save_plan
from tests.official.papers import page_numbers_of, pages_of
from thiduakhenthuong.official.rendering import pdf_of
from thiduakhenthuong.text import clean
from units.loading import load_fixtures

PLANS = {  # code: source, tasks in a table, pages
    "can-tho-2024": ("seed-000", 35, 7),
    "quyet-thang-2024": ("seed-001", 0, 4),
    "cai-rang-2020": ("seed-002", 15, 4),
    "dong-nai-2024": ("seed-003", 0, 4),
    "cao-loc-2024": ("seed-004", 19, 3),
}
HEADER_ROW = re.compile(r"TT\W+Nội dung\W+(Đơn vị|Cơ quan) thực hiện[ |]*")
ROW_GOING_ON = re.compile(r"^\| +\|(.*)\|(.*)\|$", re.MULTILINE)


@pytest.fixture(params=PLANS)
def code(request):
    return request.param


@pytest.fixture
def printed(code, db):
    load_fixtures()
    draft = from_json(json.loads((settings.BASE_DIR / f"fixtures/plans/{code}.json").read_text()))
    return pdf_of(document_of(save_plan(draft, code=code)))


def words(text):
    """Letters and digits only; numbers without leading zeros."""
    found = re.findall(r"[^\W_]+", clean(text).casefold())
    return [str(int(word)) if word.isdigit() else word for word in found]


def source_text(code):
    """The source without what its own page ends put in: header rows, and a table row that goes on below one."""
    text = (settings.BASE_DIR / f"tests/golden/{PLANS[code][0]}.txt").read_text()
    lines = []
    for line in HEADER_ROW.sub("", text).split("\n"):
        going_on = ROW_GOING_ON.match(line)
        before = next((n for n in reversed(range(len(lines))) if re.match(r"\| +\d+ \|", lines[n])), None)
        if going_on and before is not None:
            number, content, units = lines[before].strip("|").split("|")
            lines[before] = f"|{number}|{content} {going_on[1]}|{units} {going_on[2]}|"
        else:
            lines.append(line)
    return "\n".join(lines)


def missing(wanted, there, *, window=40):
    """The words of `wanted` that do not stand in `there` in the same order, at most `window` words of ours between."""
    lost, at = [], 0
    for word in wanted:
        found = next((n for n in range(at, min(at + window, len(there))) if there[n] == word), None)
        if found is None:
            lost.append(word)
        else:
            at = found + 1
    return lost


def test_every_word_of_the_source_is_printed_in_its_order(code, printed):
    body = [HEADER_ROW.sub("", " ".join(page)) for page in pages_of(printed)]
    assert missing(words(source_text(code)), words(" ".join(body))) == []


def test_the_comparison_sees_a_lost_and_a_moved_word():
    there = words("một hai ba bốn năm")
    assert missing(words("một hai bốn"), there) == []
    assert missing(words("một sáu bốn"), there) == ["sáu"]
    assert missing(words("hai một"), there) == ["một"]


def test_pages_and_their_numbers(code, printed):
    pages = PLANS[code][2]
    assert page_numbers_of(printed) == ["", *(str(n) for n in range(2, pages + 1))]


def test_every_task_has_its_row(code, printed):
    with pdfplumber.open(BytesIO(printed)) as file:
        rows = [row for page in file.pages for table in page.extract_tables() for row in table]
    assert [row[0] for row in rows if row[0].isdigit()] == [str(n) for n in range(1, PLANS[code][1] + 1)]
