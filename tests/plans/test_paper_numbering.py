"""Labels follow from the order of the pieces."""

import pytest

from plans.kinds import ItemStyle, SectionKind
from plans.numbering import labels, number, point_letter
from tests.factories import create_item, create_item_list, create_plan, create_section

K = SectionKind


@pytest.fixture
def plan(db):
    return create_plan()


def labels_of(plan, *pieces):
    """The labels of pieces given as kinds; a pair (kind, "title") is a heading."""
    for piece in pieces:
        kind, titled = (piece[0], True) if isinstance(piece, tuple) else (piece, False)
        create_section(plan=plan, kind=kind, titled=titled)
    return list(labels(list(plan.sections.all())).values())


def test_sections_are_roman_and_clauses_begin_anew_below_each(plan):
    found = labels_of(plan, K.SECTION, K.CLAUSE, K.CLAUSE, K.SECTION, K.CLAUSE)
    assert found == ["I.", "1.", "2.", "II.", "1."]


def test_points_begin_anew_below_each_clause_and_subclause(plan):
    found = labels_of(plan, K.SECTION, K.CLAUSE, K.POINT, K.POINT, K.CLAUSE, K.SUBCLAUSE, K.POINT, K.SUBCLAUSE, K.POINT)
    assert found == ["I.", "1.", "a)", "b)", "2.", "2.1.", "a)", "2.2.", "a)"]


def test_plain_pieces_have_no_number(plan):
    assert labels_of(plan, K.BASIS, K.PARAGRAPH, K.BULLET) == ["", "", "-"]


def test_text_in_between_does_not_break_a_list(plan):
    assert labels_of(plan, K.SECTION, K.POINT, K.PARAGRAPH, K.BULLET, K.POINT) == ["I.", "a)", "", "-", "b)"]


def test_clauses_need_no_section(plan):
    assert labels_of(plan, K.CLAUSE, K.CLAUSE) == ["1.", "2."]


def test_a_single_annex_has_no_number_and_begins_anew(plan):
    assert labels_of(plan, K.SECTION, K.ANNEX, K.SECTION, K.CLAUSE) == ["I.", "Phụ lục", "I.", "1."]


def test_several_annexes_are_numbered(plan):
    assert labels_of(plan, K.ANNEX, K.ANNEX, K.ANNEX) == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]


def test_points_follow_the_vietnamese_alphabet():
    letters = [point_letter(position) for position in range(1, 24)]
    assert "".join(letters) == "abcdđeghiklmnopqrstuvxy"
    assert [point_letter(24), point_letter(25)] == ["aa", "bb"]


def items_of(plan, style, quarters, **layout):
    section = create_item_list(plan=plan, style=style, **layout)
    return [create_item(plan=plan, section=section, quarter=quarter) for quarter in quarters]


def test_table_rows_are_numbered_through_all_quarters(plan):
    items = items_of(plan, ItemStyle.TABLE, [1, 1, 2, 4])
    found = number(list(plan.sections.all()))
    assert [found.items[item.pk] for item in items] == ["1", "2", "3", "4"]
    assert found.quarters == {}


def test_quarters_of_a_bulleted_list_are_clauses_and_the_next_clause_goes_on(plan):
    """As the plan of Đồng Nai: "1. Nhiệm vụ thực hiện trong Quý I"."""
    create_section(plan=plan, kind=K.SECTION)
    items = items_of(plan, ItemStyle.BULLETS, [1, 1, 2, 3, 4])
    after = create_section(plan=plan, kind=K.CLAUSE)
    found = number(list(plan.sections.all()))
    assert {quarter: label for (_, quarter), (label, _) in found.quarters.items()} == {
        1: "1.",
        2: "2.",
        3: "3.",
        4: "4.",
    }
    assert {found.items[item.pk] for item in items} == {"-"}
    assert found.sections[after.pk] == "5."


def test_quarters_below_a_titled_clause_go_one_deeper(plan):
    create_section(plan=plan, kind=K.SECTION)
    create_section(plan=plan, kind=K.CLAUSE, titled=True)
    items_of(plan, ItemStyle.BULLETS, [1, 2])
    found = number(list(plan.sections.all()))
    assert [label for label, _ in found.quarters.values()] == ["1.1.", "1.2."]


def test_numbered_items_stand_below_their_clause(plan):
    """As the plan of Quyết Thắng: items 1.1. to 1.7. below "1. Nhiệm vụ trọng tâm", then "2.": the clause goes on."""
    create_section(plan=plan, kind=K.SECTION)
    create_section(plan=plan, kind=K.CLAUSE, titled=True)
    items = items_of(plan, ItemStyle.NUMBERED, [None] * 7)
    after = create_section(plan=plan, kind=K.CLAUSE, titled=True)
    found = number(list(plan.sections.all()))
    assert [found.items[item.pk] for item in items] == [f"1.{n}." for n in range(1, 8)]
    assert found.sections[after.pk] == "2."


def test_numbered_items_right_below_a_section_are_clauses(plan):
    create_section(plan=plan, kind=K.SECTION)
    items = items_of(plan, ItemStyle.NUMBERED, [None, None])
    found = number(list(plan.sections.all()))
    assert [found.items[item.pk] for item in items] == ["1.", "2."]


def test_numbered_items_by_quarter_stand_below_the_quarter(plan):
    create_section(plan=plan, kind=K.SECTION)
    items = items_of(plan, ItemStyle.NUMBERED, [1, 1, 2])
    found = number(list(plan.sections.all()))
    assert [found.items[item.pk] for item in items] == ["1.1.", "1.2.", "2.1."]
