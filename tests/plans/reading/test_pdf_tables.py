"""Ruled tables of a PDF: each paragraph of a cell with its place, merged cells, parts on several pages as one table."""

from plans.reading.lines import Place

from .pdf_building import SENTENCE, printed_html, read

HEAD = "<tr><th>TT<th>Nội dung<th>Chủ trì<th>Phối hợp"


def table(rows, head=f"<thead>{HEAD}</thead>"):
    return f"<table>{head}{''.join(rows)}</table>"


def row(number, content, *units):
    return f"<tr><td>{number}<td>{content}{''.join(f'<td>{unit}' for unit in units)}"


def places(data):
    return [(line.text, line.place) for line in read(data).lines]


def test_cells_have_places_and_paragraphs():
    data = printed_html(
        "<p>Trước bảng." + table([row(1, SENTENCE, "- Sở Nội vụ<br>- Công an tỉnh", "")]) + "<p>Sau bảng."
    )
    assert places(data) == [
        ("Trước bảng.", None),
        ("**TT**", Place(0, 0, 0)),
        ("**Nội dung**", Place(0, 0, 1)),
        ("**Chủ trì**", Place(0, 0, 2)),
        ("**Phối hợp**", Place(0, 0, 3)),
        ("1", Place(0, 1, 0)),
        (SENTENCE, Place(0, 1, 1)),
        ("- Sở Nội vụ", Place(0, 1, 2)),
        ("- Công an tỉnh", Place(0, 1, 2)),
        ("Sau bảng.", None),
    ]


def test_merged_cells_take_several_of_the_grid():
    head = "<tr><th rowspan=2>TT<th rowspan=2>Nội dung<th colspan=2>Phân công<tr><th>Chủ trì<th>Phối hợp"
    quarter = "<tr><td colspan=4><b>QUÝ I</b>"
    shared = "<tr><td>1<td>Tổ chức Hội nghị<td rowspan=2>Sở Nội vụ<td>Sở Tài chính<tr><td>2<td>Báo cáo<td>Các sở"
    assert places(printed_html(table([quarter, shared], head))) == [
        ("**TT**", Place(0, 0, 0, rows=2)),
        ("**Nội dung**", Place(0, 0, 1, rows=2)),
        ("**Phân công**", Place(0, 0, 2, columns=2)),
        ("**Chủ trì**", Place(0, 1, 2)),
        ("**Phối hợp**", Place(0, 1, 3)),
        ("**QUÝ I**", Place(0, 2, 0, columns=4)),
        ("1", Place(0, 3, 0)),
        ("Tổ chức Hội nghị", Place(0, 3, 1)),
        ("Sở Nội vụ", Place(0, 3, 2, rows=2)),
        ("Sở Tài chính", Place(0, 3, 3)),
        ("2", Place(0, 4, 0)),
        ("Báo cáo", Place(0, 4, 1)),
        ("Các sở", Place(0, 4, 3)),
    ]


def test_a_table_goes_on_over_pages_and_a_cut_row_is_one():
    rows = [row(n, SENTENCE * 3, "Sở Nội vụ", "Các sở, ban, ngành") for n in range(1, 15)]
    cells = {}
    for line in read(printed_html(table(rows))).lines:
        assert line.place.table == 0
        cells.setdefault(line.place.row, {}).setdefault(line.place.column, []).append(line.text)
    found = [list(row.values()) for row in cells.values() if row[0] != ["**TT**"]]
    assert found == [[[str(n)], [SENTENCE * 3], ["Sở Nội vụ"], ["Các sở, ban, ngành"]] for n in range(1, 15)]


def test_two_tables_are_two():
    rows = [row(1, SENTENCE, "Sở Nội vụ", "Các sở")]
    data = printed_html(table(rows) + "<p>Quý II:" + table(rows))
    assert [line.place.table for line in read(data).lines if line.text == "1"] == [0, 1]


def test_underlines_and_boxes_are_no_tables():
    body = "<p class=centred><u>Độc lập - Tự do</u><hr style='width: 40mm'><p style='border: 1pt solid'>HỎA TỐC"
    assert [line.place for line in read(printed_html(body + f"<p>{SENTENCE}")).lines] == [None] * 3
