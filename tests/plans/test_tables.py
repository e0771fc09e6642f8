"""Tables as text: rows and back, what people paste, how wide the columns get."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.amending.paper import amendment_document
from plans.documents import document_of
from plans.drafted import document_from
from plans.drafting import draft_of
from plans.editing.sections import add_section, save_section, section_values
from plans.kinds import SectionKind
from plans.models import Section
from plans.tables import from_pasted, rows_of, table_of, text_of
from tests.factories import create_section
from tests.official.papers import printed
from tests.official.papers import text_of as words_of
from tests.official.test_docx import opened, table_lines
from tests.plans.amending import InForce
from tests.plans.editing import Desk, sent
from thiduakhenthuong.official.document import TaskTable
from thiduakhenthuong.official.plain_text import to_text

CELLS = st.text(alphabet="ab1 |\\Đ", max_size=6).map(lambda text: " ".join(text.split()))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_rows_come_back_as_they_were(rows):
    rows = [row for row in rows if any(cell.strip("-: |") for cell in row) and not any("\\" in c for c in row)]
    assert rows_of(text_of(rows)) == rows


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("TT | Đơn vị\n1 | Phòng A", [["TT", "Đơn vị"], ["1", "Phòng A"]]),
        ("| TT | Đơn vị |\n|---|:---|\n| 1 | Phòng A |", [["TT", "Đơn vị"], ["1", "Phòng A"]]),
        ("TT | Đơn vị\n\nQUÝ I\n1 | a\\|b", [["TT", "Đơn vị"], ["QUÝ I"], ["1", "a|b"]]),
        (from_pasted("TT\tĐơn vị\n1\tPhòng A"), [["TT", "Đơn vị"], ["1", "Phòng A"]]),
    ],
)
def test_what_people_type_and_paste(typed, rows):
    assert rows_of(typed) == rows


def test_headings_group_the_rows_below_them():
    table = table_of("TT | Việc\n0 | trước\nQUÝ I\n1 | Họp\nQUÝ II\n2 | Tổng kết", width=165)
    assert [(group.title, [row.cells for row in group.rows]) for group in table.groups] == [
        ("", [("0", "trước")]),
        ("QUÝ I", [("1", "Họp")]),
        ("QUÝ II", [("2", "Tổng kết")]),
    ]


def test_no_cell_is_lost_where_rows_differ_in_length():
    table = table_of("A | B\n1 | 2 | 3\n4 | 5", width=165)
    assert [column.title for column in table.columns] == ["A", "B", ""]
    assert [row.cells for row in table.groups[0].rows] == [("1", "2", "3"), ("4", "5", "")]


def test_figures_are_narrow_and_centred_and_the_longest_words_take_the_rest():
    table = table_of("TT | Nội dung | Hoàn thành | Hạn\n1 | " + "việc " * 20 + "| 12 | 30/06/2024", width=165)
    assert [column.width for column in table.columns] == [12, None, 18, 28]
    assert [column.centred for column in table.columns] == [True, False, True, True]


def test_an_empty_table_still_is_one():
    assert table_of("", width=165).columns


TABLE = "TT | Đơn vị | Hoàn thành\nQUÝ I\n1 | Phòng *Nội vụ* | 3/4"


@pytest.mark.django_db
def test_a_table_is_pasted_shown_printed_and_edited_again():
    desk = Desk()
    url = desk.url("section_add")
    pasted = "TT\tĐơn vị\tHoàn thành\nQUÝ I\n1\tPhòng *Nội vụ*\t3/4"
    desk.client.post(url, sent(desk.client.get(url), kind="table", text=pasted, titled="on"))
    table = Section.objects.get(kind=SectionKind.TABLE)
    assert (table.text, table.titled) == (TABLE, False)
    editor = desk.client.get(desk.url("plan_editor")).content.decode()
    assert '<th scope="rowgroup" colspan="3">QUÝ I</th>' in editor
    assert "<td>Phòng <em>Nội vụ</em></td>" in editor
    url = desk.url("section_edit", table.pk)
    desk.client.post(url, sent(desk.client.get(url), text=TABLE + "\n2 | Phòng Tài chính | 1/4"))
    assert rows_of(Section.objects.get(pk=table.pk).text)[-1] == ["2", "Phòng Tài chính", "1/4"]


@pytest.mark.django_db
def test_a_table_stands_in_pdf_word_and_text():
    desk = Desk()
    create_section(plan=desk.plan, kind=SectionKind.TABLE, text=TABLE)
    document = document_of(desk.plan)
    assert "| 1 | Phòng *Nội vụ* | 3/4" in to_text(document)
    assert "QUÝ I\n1 Phòng Nội vụ 3/4" in words_of(printed(document))
    assert [["TT", "Đơn vị", "Hoàn thành"], ["QUÝ I"], ["1", "Phòng Nội vụ", "3/4./."]] in map(
        table_lines, opened(document).tables
    )
    assert document_from(draft_of(desk.plan), marked=True).body[-1].groups == document.body[-1].groups


@pytest.mark.django_db
def test_an_amendment_shows_new_and_changed_tables_as_tables():
    office = _WithTable()
    amendment = office.amend()
    section = amendment.sections.get(kind=SectionKind.TABLE)
    values = section_values(section)
    save_section(
        plan=amendment,
        pk=section.pk,
        base=values,
        values=values | {"text": TABLE + "\n2 | Sở Y tế | 1/4"},
        by=office.editor,
    )
    new = values | {"text": "A | B\n1 | 2"}
    add_section(plan=amendment, values=new, by=office.editor)
    changed, added = (block for block in amendment_document(amendment).body if isinstance(block, TaskTable))
    assert changed.groups[-1].rows[-1].cells == ("2", "Sở Y tế", "1/4")
    assert [column.title for column in added.columns] == ["A", "B"]


class _WithTable(InForce):
    def prepare(self):
        create_section(plan=self.plan, kind=SectionKind.TABLE, text=TABLE)
