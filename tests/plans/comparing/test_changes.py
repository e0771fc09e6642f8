"""What one draft says otherwise than another: head, text, items, and where they stand."""

import json
from copy import deepcopy
from pathlib import Path

import pytest

from plans.comparing.changes import compare
from plans.draft_json import from_json
from plans.kinds import ItemStyle, SectionKind
from tests.plans.comparing.drafts import item, listed, piece, plan

FIVE = sorted(Path("fixtures/plans").glob("*.json"))


def told(before, after):
    """Each change as (kind, where, facts)."""
    return [(change.kind.value, change.where, *change.facts) for change in compare(before, after)]


@pytest.mark.parametrize("path", FIVE, ids=lambda path: path.stem)
def test_a_plan_differs_in_nothing_from_itself(path):
    draft = from_json(json.loads(path.read_text("utf-8")))
    assert compare(draft, deepcopy(draft)) == []


def test_head_and_foot():
    before = plan(subject="Công tác năm 2024", day=5, month=2, signed_year=2024, recipients=["Như trên", "Lưu: VT"])
    after = plan(subject="Công tác năm 2025", day=6, month=2, signed_year=2024, recipients=["Lưu: VT"], signer_name="A")
    assert told(before, after) == [
        ("changed", "Trích yếu"),
        ("changed", "Ngày ký"),
        ("changed", "Nơi nhận"),
        ("added", "Họ tên người ký"),
    ]


def test_text_added_removed_and_changed():
    before = plan(piece("Phát động phong trào", key="a"), piece("Kiểm tra cuối năm", key="b"))
    after = plan(piece("Phát động các phong trào", key="a"), piece("Khen thưởng kịp thời", key="c"))
    changed, added, removed = sorted(compare(before, after), key=lambda change: change.kind.value == "removed")
    assert (changed.where, changed.sides[1][1]) == ("đoạn thứ 1", ("các ", True))
    assert (added.kind, added.before, added.after) == ("added", "", "Khen thưởng kịp thời")
    assert (removed.kind, removed.before, removed.after) == ("removed", "Kiểm tra cuối năm", "")


def test_what_is_gone_is_told_where_it_stood():
    before = plan(*(piece(text, key=text) for text in ("một", "hai", "ba")))
    after = plan(piece("một", key="một"), piece("ba", key="ba"), piece("bốn", key="bốn"))
    assert [change.before or change.after for change in compare(before, after)] == ["hai", "bốn"]


def test_what_is_only_numbered_anew_has_not_changed():
    before = plan(listed(item("một", key="1"), item("hai", key="2")))
    after = plan(listed(item("mới", key="0"), item("một", key="1"), item("hai", key="2")))
    assert told(before, after) == [("added", "nhiệm vụ số 1 quý I")]


def test_the_fewest_are_said_to_have_moved():
    before = plan(*(piece(text, key=text) for text in "abcdef"))
    after = plan(*(piece(text, key=text) for text in "abfcde"))
    assert told(before, after) == [("moved", "đoạn thứ 6", "chuyển chỗ, nay là đoạn thứ 3")]


def test_an_item_of_another_quarter():
    before = plan(listed(item("một", key="1"), item("hai", key="2", quarter=2)))
    after = plan(listed(item("hai", key="2", quarter=1), item("một", key="1", quarter=2)))
    assert told(before, after) == [
        ("moved", "nhiệm vụ số 2 quý II", "chuyển từ quý II sang quý I"),
        ("moved", "nhiệm vụ số 1 quý I", "chuyển từ quý I sang quý II"),
    ]


def test_an_item_of_another_list():
    heads = [piece("NỘI DUNG", SectionKind.SECTION, key=f"m{n}", label=label) for n, label in enumerate(("I", "II"))]
    before = plan(heads[0], listed(item("một", key="1"), key="x"), heads[1], listed(item("hai", key="2"), key="y"))
    after = plan(
        heads[0], listed(key="x"), heads[1], listed(item("hai", key="2"), item("một", key="1", label="2"), key="y")
    )
    assert told(before, after) == [("moved", "nhiệm vụ số 1 quý I mục I", "chuyển từ mục I sang mục II")]


def test_a_duty_stands_with_its_text():
    duty = item("", "Sở Nội vụ", key="d", quarter=None)
    clause = piece("Giao Sở Nội vụ theo dõi", SectionKind.CLAUSE, key="k", label="1", items=[duty])
    changed = deepcopy(clause)
    changed.items[0].units = []
    assert told(plan(clause), plan(changed)) == [("changed", "việc giao tại khoản 1", "Sở Nội vụ thôi thực hiện")]


def test_the_form_of_a_piece_and_of_a_list():
    before = plan(piece("Kiểm tra", SectionKind.CLAUSE, key="a", label="1"), listed(item("một", key="1")))
    after = deepcopy(before)
    after.sections[0].kind, after.sections[0].titled = SectionKind.POINT, True
    after.sections[1].layout.style, after.sections[1].layout.deadline_title = ItemStyle.NUMBERED, "Thời hạn"
    assert told(before, after) == [
        ("changed", "khoản 1", "chuyển từ khoản thành điểm", "thành tiêu đề"),
        (
            "changed",
            "danh sách nhiệm vụ",
            "cách trình bày: bảng → đoạn đánh số",
            "thêm cột thời hạn: “Thời hạn”",
        ),
    ]


def test_places_are_named_from_the_smallest_to_the_largest():
    kinds = [(SectionKind.ANNEX, "Phụ lục I"), (SectionKind.SECTION, "II"), (SectionKind.CLAUSE, "3")]
    kinds += [(SectionKind.POINT, "a"), (SectionKind.SUBCLAUSE, "3.1"), (SectionKind.POINT, "b")]
    pieces = [piece(label, kind, label=label) for kind, label in kinds]
    assert [change.where for change in compare(plan(), plan(*pieces, piece("x", SectionKind.BULLET)))[1:]] == [
        "mục II Phụ lục I",
        "khoản 3 mục II Phụ lục I",
        "điểm a khoản 3 mục II Phụ lục I",
        "tiểu khoản 3.1 mục II Phụ lục I",
        "điểm b tiểu khoản 3.1 mục II Phụ lục I",
        "gạch đầu dòng thứ 1 điểm b tiểu khoản 3.1 mục II Phụ lục I",
    ]
