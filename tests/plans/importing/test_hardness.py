"""The reading raises nothing but Unreadable, whatever the text, and its time grows with the text alone (S7, S14)."""

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.draft_json import from_json, to_json
from plans.importing.deadlines import read_deadline
from plans.importing.parsing import parse
from plans.reading.files import read_source
from plans.reading.lines import Unreadable, source_lines
from tests.fuzzing import examples

from .reading import FOOT, HEAD, plan_text, table_text

_PIECES = """KẾ HOẠCH|I. |II. NỘI DUNG|1. |1.1. |a) |- |+ |TT\tNội dung\tĐơn vị thực hiện|QUÝ I|Tháng 5|Nơi nhận:
TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|./.|PHỤ LỤC I|(tháng 02)|(30/02/2024)|trước ngày 15/13/2024|**|*|#|\t|1\tA\tB|(|Giao |-nt-
Số: /KH-UBND|Cần Giờ, ngày 31 tháng 02 năm 2024|III. TỔ CHỨC THỰC HIỆN|Căn cứ Luật A;|phối hợp với|chủ trì|quý 0|rằm
ngày 99 tháng 99 năm 9999|tuần 9 tháng 02|tháng 12 đến tháng 01|năm 2024"""
_MORE = ["\n", "\n\n", "| TT | Nội dung | Đơn vị |", "| 1 | a | b |"]
FRAGMENTS = st.sampled_from(_PIECES.replace("\n", "|").split("|") + _MORE) | st.text(max_size=12)


def _survives(text):
    try:
        draft = parse(source_lines(text.split("\n")))
    except Unreadable:
        return
    assert from_json(json.loads(json.dumps(to_json(draft)))) == draft


@examples(300)
@given(st.lists(FRAGMENTS, max_size=60))
def test_any_text(pieces):
    _survives("".join(pieces))


@examples(200)
@given(st.lists(FRAGMENTS, max_size=40), st.lists(FRAGMENTS, max_size=20))
def test_any_content_of_a_plan(tasks, foot):
    _survives(f"{HEAD}\nI. NỘI DUNG\n{''.join(tasks)}\nII. TỔ CHỨC THỰC HIỆN\n{''.join(foot)}\n{FOOT}")


@examples(200)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    with suppress(Unreadable):
        parse(read_source(data, "tep.txt", limit=len(data)).lines)


@examples(300)
@given(st.lists(FRAGMENTS, max_size=8), st.integers(1990, 2100))
def test_any_deadline(pieces, year):
    read = read_deadline("".join(pieces), year=year)
    assert read is None or read.start is None or read.start <= read.end


MANY = {
    "rows": lambda n: table_text(*(f"{i}\tHọp (tháng 02)\tSở A chủ trì phối hợp với Sở B" for i in range(60 * n))),
    "continued rows": lambda n: table_text("1\tA\tSở A", *["\ttiếp tục\t- Sở B"] * (150 * n)),
    "cut lines": lambda n: plan_text(duties="Đoạn văn dài\n" + "còn tiếp theo nữa\n" * (300 * n)),
    "one long cell": lambda n: table_text("1\tA\t" + "Sở Nội vụ và " * (400 * n)),
    "brackets": lambda n: plan_text(tasks="- " + "(tháng 02) (" * (500 * n)),
    "dates": lambda n: plan_text(tasks="- " + "trước ngày 1/1 và 2/2 " * (300 * n)),
    "citations": lambda n: plan_text(preamble="Căn cứ " + "Luật A số 1/QĐ-B ngày 1/1/2024 của C, " * (150 * n)),
    "recipients": lambda n: plan_text(foot=FOOT.replace("- Lưu", "x y z\n" * (400 * n) + "- Lưu")),
    "duties": lambda n: plan_text(duties="".join(f"{i}. Giao Sở A theo dõi.\n" for i in range(1, 200 * n))),
    "names": lambda n: plan_text(duties="huyện Anh Em tỉnh Ba Bốn " * (300 * n)),
    "nested points": lambda n: plan_text(tasks="a) A\n- B\n+ C\n* D\n• E\n" * (40 * n)),
    "labels": lambda n: plan_text(tasks="- Họp (Chủ trì: " + "Sở A; Phối hợp: " * (200 * n) + ")"),
    "times in a line": lambda n: plan_text(tasks="- " + "Tháng 01: Họp; " * (200 * n)),
    "titles": lambda n: plan_text().replace("1. Quý I\n", "1. Công tác\n- A.\n- B.\n" * (100 * n)),
    "bare headings": lambda n: plan_text().replace("1. Quý I\n", "NỘI DUNG\nabc xyz.\n" * (100 * n)),
    "subjects": lambda n: plan_text(duties="1. Sở A: Chủ trì, phối hợp với Sở B theo dõi.\n" * (100 * n)),
    "quarters": lambda n: plan_text(tasks="- Họp\n" + "2. Quý II\n- Họp\n" * (150 * n)),
}


def _seconds(text):
    lines = source_lines(text.split("\n"))
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        to_json(parse(lines))
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("kind", MANY)
def test_four_times_the_text_takes_about_four_times_as_long(kind):
    """A quadratic step would take sixteen times as long; the bound leaves room for a busy machine."""
    assert _seconds(MANY[kind](8)) <= 8 * _seconds(MANY[kind](2)) + 0.02
