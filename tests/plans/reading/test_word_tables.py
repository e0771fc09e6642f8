"""Every paragraph of a Word table knows its cell; merged cells line up by columns of the grid."""

import docx
import pytest

from plans.reading.lines import Unreadable
from plans.reading.word import read_word

from .word_building import p, placed, run, saved, table, td, texts, tr

SPAN = '<w:gridSpan w:val="{}"/>'
DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def places(body):
    return {text: place[1:] for text, place in placed(body)}


def test_paragraphs_in_order_with_their_cells():
    body = p("trên") + table(tr("a", td("b", p("c")), ""), tr("d", "", "e")) + p("giữa") + table(tr("f", "g"))
    assert placed(body) == [
        ("trên", None),
        ("a", (0, 0, 0, 1, 1)),
        ("b", (0, 0, 1, 1, 1)),
        ("c", (0, 0, 1, 1, 1)),
        ("d", (0, 1, 0, 1, 1)),
        ("e", (0, 1, 2, 1, 1)),
        ("giữa", None),
        ("f", (1, 0, 0, 1, 1)),
        ("g", (1, 0, 1, 1, 1)),
    ]


def test_merged_cells():
    body = table(
        tr(td("TT", properties=DOWN), td("Thời gian", properties=SPAN.format(2)), td("Đơn vị", properties=DOWN)),
        tr(td("", properties=GOES_ON), "từ", "đến", td("", properties=GOES_ON)),
        tr(td("QUÝ I", properties=SPAN.format(4))),
    )
    assert places(body) == {
        "TT": (0, 0, 1, 2),
        "Thời gian": (0, 1, 2, 1),
        "Đơn vị": (0, 3, 1, 2),
        "từ": (1, 1, 1, 1),
        "đến": (1, 2, 1, 1),
        "QUÝ I": (2, 0, 4, 1),
    }


def test_cells_merged_in_both_directions_as_python_docx_makes_them():
    document = docx.Document()
    grid = document.add_table(3, 3)
    grid.cell(0, 0).merge(grid.cell(1, 1)).text = "rộng"
    grid.cell(2, 0).merge(grid.cell(2, 2)).text = "dòng"
    grid.cell(1, 2).text = "bên"
    lines = read_word(saved(document), "a.docx").lines
    found = {line.text: line.place for line in lines if line.text}
    assert {text: (at.row, at.column, at.columns, at.rows) for text, at in found.items()} == {
        "rộng": (0, 0, 2, 2),
        "bên": (1, 2, 1, 1),
        "dòng": (2, 0, 3, 1),
    }


def test_a_merge_ends_where_another_begins():
    rows = [td(text, properties=state) for text, state in [("a", DOWN), ("", GOES_ON), ("b", DOWN), ("", GOES_ON)]]
    assert places(table(*(tr(cell, f"x{i}") for i, cell in enumerate(rows))))["b"] == (2, 0, 1, 2)


def test_a_merge_that_goes_on_from_nothing_is_a_cell():
    assert places(table(tr(td("a", properties=GOES_ON), "b")))["a"] == (0, 0, 1, 1)


def test_columns_left_out_before_a_row_count():
    body = table(tr("a", "b", "c"), tr("d", properties='<w:gridBefore w:val="2"/>'))
    assert places(body)["d"] == (1, 2, 1, 1)


def test_the_older_way_to_merge_across():
    merged = td("a", properties='<w:hMerge w:val="restart"/>') + td("", properties='<w:hMerge w:val="continue"/>')
    assert places(table(f"<w:tr>{merged}{td('b')}</w:tr>", tr("c", "d", "e"))) == {
        "a": (0, 0, 2, 1),
        "b": (0, 2, 1, 1),
        "c": (1, 0, 1, 1),
        "d": (1, 1, 1, 1),
        "e": (1, 2, 1, 1),
    }


@pytest.mark.parametrize("span", ["x", "-3", "0", "99999999999"])
def test_a_span_that_makes_no_sense_does_no_harm(span):
    assert places(table(tr(td("a", properties=SPAN.format(span)), "b")))["a"][:2] == (0, 0)


def test_a_deleted_row_is_left_out():
    body = table(tr("a", "b"), tr("c", "d", properties="<w:del/>"), tr("e", "g", properties="<w:ins/>"))
    assert places(body) == {"a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "e": (1, 0, 1, 1), "g": (1, 1, 1, 1)}


def test_a_table_in_a_cell_becomes_lines_of_the_cell():
    inner = table(tr("b", "c"), tr("d", "e"))
    assert placed(table(tr("a", td(inner, p("f"))))) == [
        ("a", (0, 0, 0, 1, 1)),
        *((text, (0, 0, 1, 1, 1)) for text in "bcdef"),
    ]


def test_a_frame_of_one_cell_round_the_document_is_no_table():
    body = table(tr(td("KẾ HOẠCH", table(tr("a", "b")), p("hết"))))
    assert placed(body) == [("KẾ HOẠCH", None), ("a", (0, 0, 0, 1, 1)), ("b", (0, 0, 1, 1, 1)), ("hết", None)]


def test_lines_and_emphasis_within_a_cell():
    cell = td(p(run("Sở Nội vụ", "<w:b/>"), "<w:r><w:br/><w:br/></w:r>", "Sở Y tế"), p())
    assert texts(table(tr("1", cell))) == ["1", "**Sở Nội vụ**", "Sở Y tế"]


def nested(depth):
    return table(tr("x", td(nested(depth - 1) if depth else p("đáy"), p("chân")))) + p()


def test_deep_tables_are_refused_and_twenty_are_read():
    assert "đáy" in texts(nested(19))
    for depth in (20, 60, 300):
        with pytest.raises(Unreadable, match="quá sâu"):
            texts(nested(depth))
