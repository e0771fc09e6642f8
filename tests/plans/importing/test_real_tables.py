"""Tables as Word and PDF give them: cells with places, merged over columns and rows."""

import pytest

from .reading import plan_text
from .real_tables import read_with_tables

HEAD = "|-\n| TT\n| Nội dung\n| Đơn vị thực hiện\n| Thời gian"


def _read(*rows, head=HEAD):
    table = "\n".join(["{|", head, *rows, "|}"])
    return read_with_tables(plan_text().replace("1. Quý I\n- Tổ chức hội nghị (tháng 02)", table))


def _items(draft):
    return [(item.label, item.quarter, item.text, [unit.text for unit in item.units]) for item in draft.items]


def test_paragraphs_of_a_cell_are_its_lines():
    draft = _read("|-\n|c4| QUÝ I", "|-\n| 1\n| Họp:\n- Xét\n- Trình\n| - Sở A\n- Sở B\n| Tháng 01")
    assert _items(draft) == [("1", 1, "Họp:\n- Xét\n- Trình", ["Sở A", "Sở B"])]
    assert draft.items[0].deadline.raw == "Tháng 01"


def test_a_frame_of_one_column_holds_ordinary_paragraphs():
    draft = read_with_tables(plan_text(duties="{|\n|-\n| 1. Giao Phòng Nội vụ theo dõi.\n2. Giao Sở A làm./.\n|}"))
    assert [(s.label, s.text) for s in draft.sections[-2:]] == [
        ("1", "Giao Phòng Nội vụ theo dõi."),
        ("2", "Giao Sở A làm"),
    ]


@pytest.mark.parametrize("period", ["QUÝ III", "Tháng 02"])
def test_a_period_right_below_the_titles_opens_a_group(period):
    draft = _read(f"|-\n|c3| {period}", "|-\n| Sở A\n| Họp\n| 1", head="|-\n| Đơn vị\n| Nội dung\n| Số TT")
    (item,) = draft.items
    assert (item.quarter, item.text, item.units[0].text) == (3 if "III" in period else 1, "Họp", "Sở A")
