"""A text four times as long is checked in about four times the time, and a hundred items in little time (goal S7)."""

import json
import time
from datetime import date

import pytest
from django.conf import settings

from plans.checking.finding import Facts
from plans.checking.rules import check
from plans.draft_json import from_json
from plans.kinds import SectionKind
from tests.plans.checking.drafts import draft_with

FACTS = Facts(year=2024, first_day=date(2026, 1, 1), last_day=date(2026, 1, 1))
PIECES = ("91/2017/NĐ-CP ", "năm 2020 ", "số 12 năm 2020 ", "6 tháng đầu năm 2023 ", "kỷ niệm 20 năm ngày sinh Bác ")
PIECES += ("Kế hoạch số 5/CT-UBND ", "ngày 5/04/2024 ", "( ", "phụ lục ", "UBND tỉnh ban ", "UBND huyện, quận, ")
LONGEST = 20_000  # what a form accepts


def seconds(draft):
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        check(draft, FACTS)
        best = min(best, time.process_time() - begun)
    return best


@pytest.mark.parametrize("piece", PIECES)
def test_one_text(piece):
    """A quadratic step would take sixteen times as long; the bound leaves room for a busy machine."""
    short, long = (draft_with((piece * n)[:n], authority_lines=["CHỦ TỊCH"]) for n in (LONGEST // 4, LONGEST))
    assert seconds(long) <= 8 * seconds(short) + 0.02


def test_a_hundred_items():
    """12 ms on a quiet machine."""
    draft = from_json(json.loads((settings.BASE_DIR / "fixtures/plans/can-tho-2024.json").read_text()))
    (listed,) = (section for section in draft.sections if section.kind == SectionKind.ITEMS)
    listed.items = (listed.items * 3)[:100]
    assert seconds(draft) < 0.05
