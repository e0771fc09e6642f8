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


TIMES = "|-\n| Thời gian\n| Nội dung\n| Đơn vị thực hiện"


def test_bullets_of_a_month_are_tasks_of_their_own():
    draft = _read(
        "|-\n| Tháng 1\n| - Họp\n+ Xét\n- Ký\n| - Sở A\n- Sở B", "|-\n| Tháng 2\n| Sơ kết\n| Sở A", head=TIMES
    )
    assert _items(draft) == [
        (None, None, "- Họp\n+ Xét", ["Sở A"]),
        (None, None, "- Ký", ["Sở B"]),
        (None, None, "Sơ kết", ["Sở A"]),
    ]
    assert [item.deadline.raw for item in draft.items] == ["Tháng 1", "Tháng 1", "Tháng 2"]


def test_a_merged_cell_counts_for_the_rows_below():
    draft = _read("|-\n| 1\n| Họp\n|r2| Sở A\n|r2| Tháng 3", "|-\n| 2\n| Ký")
    assert [(item.units[0].text, item.deadline.raw) for item in draft.items] == [("Sở A", "Tháng 3")] * 2


def test_a_merged_number_holds_its_dashes_but_not_other_tasks():
    dashes = _read("|-\n|r2| 1\n| - Họp\n| Sở A\n| Tháng 1", "|-\n| - Ký\n| Sở B\n| Tháng 2")
    tasks = _read("|-\n|r2| 1\n| Họp\n| Sở A\n| Tháng 1", "|-\n| Ký\n| Sở B\n| Tháng 2")
    assert [item.text for item in dashes.items] == ["- Họp\n- Ký"]
    assert [item.text for item in tasks.items] == ["Họp", "Ký"]


def test_tables_that_follow_one_another_are_one_where_their_columns_agree():
    rows = "|-\n| 1\n| Họp xét thi\n| Sở A\n| Tháng 1"
    draft = _read(rows, "|}\n\n{|", "|-\n|\n| đua năm\n|\n|", "|-\n| 2\n| Ký\n| Sở B\n| Tháng 2")
    assert [item.text for item in draft.items] == ["Họp xét thi đua năm", "Ký"]


def test_a_table_in_html_is_one_too():
    rows = "<tr><td>1</td><td>Họp<br>- Xét</td><td rowspan=2>Sở A</td></tr>\n<tr><td>2</td><td>Ký</td></tr>"
    text = (
        f"<table><tr><th>TT</th><th>Nội dung</th><th>Đơn vị</th></tr><tr><td colspan=3>QUÝ I</td></tr>\n{rows}</table>"
    )
    draft = read_with_tables(plan_text().replace("1. Quý I\n- Tổ chức hội nghị (tháng 02)", text))
    assert _items(draft) == [("1", 1, "Họp\n- Xét", ["Sở A"]), ("2", 1, "Ký", ["Sở A"])]


def test_cells_that_begin_beside_their_title():
    head = "|-\n| TT\n|c2| Nội dung\n| Đơn vị thực hiện"
    draft = _read("|-\n| 1\n| Họp\n|c2| Sở A", "|-\n| 2\n|c2| Ký\n| Sở B", head=head)
    assert _items(draft) == [("1", None, "Họp", ["Sở A"]), ("2", None, "Ký", ["Sở B"])]


def test_three_header_rows_and_numbers_without_title():
    head = "|-\n|r3|\n|r3| Nội dung\n|c3| Thực hiện\n|-\n|c2| Thời gian\n|r2| Chủ trì\n|-\n| Bắt đầu\n| Kết thúc"
    draft = _read("|-\n| 1\n| Họp\n| 01/3\n| 15/3\n| Sở A", head=head)
    assert _items(draft) == [("1", None, "Họp", ["Sở A"])]
    assert [str(day) for day in (draft.items[0].deadline.start, draft.items[0].deadline.end)] == [
        "2024-03-01",
        "2024-03-15",
    ]
