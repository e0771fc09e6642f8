"""Any table, however odd its cells and places, is read without an error, and in a time that grows with its size."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.draft_json import from_json, to_json
from plans.importing.parsing import parse
from plans.reading.lines import Place, SourceLine, source_lines
from tests.fuzzing import examples

from .reading import plan_text

_CELLS = (
    "TT|Nội dung|Đơn vị thực hiện|Chủ trì|Phối hợp|Thời gian|Bắt đầu|Kết thúc|Quý|I|II|QUÝ I|Tháng 01|Tháng 3-4|1|1.1|2"
    "|a)|(1)|(2)|x|-nt-|//|Như mục 1|- Sở A|Sở A (chủ trì), Sở B|CT: A; PH: B|A phối hợp với B|trước ngày 30/02|2024"
    "|**Công tác thi đua**|Thường xuyên|Ghi chú|Họp|tiếp theo|Sản phẩm|./.|phối hợp|chủ trì:|như trên"
)
CELLS = st.sampled_from(_CELLS.split("|"))
PLACES = st.builds(
    Place, table=st.integers(0, 1), row=st.integers(0, 5), column=st.integers(0, 4), columns=st.integers(1, 9),
    rows=st.integers(1, 9),
)  # fmt: skip


def _survives(lines):
    draft = parse(lines)
    assert from_json(json.loads(json.dumps(to_json(draft)))) == draft


def _plan(middle):
    """The lines of a small plan with these in the place of its tasks."""
    before, after = plan_text(tasks="@").split("1. Quý I\n@")
    lines = [*source_lines(before.split("\n")), *middle, *source_lines(after.split("\n"))]
    return [SourceLine(number, line.text, line.raw, line.place) for number, line in enumerate(lines, 1)]


@examples(200)
@given(st.lists(st.tuples(CELLS, PLACES), max_size=30))
def test_any_places(cells):
    _survives(_plan([SourceLine(0, text, text, place) for text, place in cells]))


@examples(200)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=12), st.sampled_from(["\t", " | ", "\n"]))
def test_any_cells(rows, marks):
    header = marks.join(["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"])
    _survives(
        _plan(source_lines([*header.split("\n"), *(line for row in rows for line in marks.join(row).split("\n"))]))
    )


MANY = {
    "flat titles": lambda n: ["TT", "Nội dung", "Đơn vị thực hiện", "1"] * (100 * n),
    "flat rows": lambda n: (
        ["TT", "Nội dung", "Đơn vị"] + [t for i in range(60 * n) for t in (str(i + 1), "Họp", "Sở A")]
    ),
    "same rows": lambda n: ["TT\tNội dung\tĐơn vị", "1\tHọp\tSở A"] + ["2\tHọp\tNhư mục 1"] * (100 * n),
    "dashes": lambda n: ["TT\tNội dung\tĐơn vị", "1\tHọp\t" + "- - , ; " * (300 * n)],
    "labels": lambda n: ["TT\tNội dung\tĐơn vị", "1\tHọp\t" + "Chủ trì: Sở A; Phối hợp: Sở B; " * (100 * n)],
    "drawn": lambda n: ["+----+----+", "| TT | Nội dung | Đơn vị |"] + ["| a | b | c |"] * (100 * n),
}


def _seconds(lines):
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        parse(lines)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("kind", MANY)
def test_four_times_the_table_takes_about_four_times_as_long(kind):
    """A quadratic step would take sixteen times as long; the bound leaves room for a busy machine."""
    few, many = (_plan(source_lines(MANY[kind](n))) for n in (2, 8))
    assert _seconds(many) <= 8 * _seconds(few) + 0.02
