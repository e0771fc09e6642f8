"""The tasks of a unit as a spreadsheet: downloaded, filled in, reviewed, and only then reported."""

from datetime import date, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from plans.models import AskedFigure, Plan, PlanItem, Section, Task, TaskEvent
from plans.progress.reporting import close_item, give_back, report
from plans.progress.sheets.columns import CODE, DUE, NOTE, NOW, ROLE, STATE, WORDS
from plans.progress.sheets.writing import HEAD, to_xlsx
from tests.factories import create_item, create_plan, create_user, issue_as_it_stands
from tests.fuzzing import examples
from units.models import Role, Unit

from .office import Office
from .sheets import columns, confirm, downloaded, fill, saved, upload

pytestmark = pytest.mark.django_db
LETTER, MEETING = "Gửi báo cáo", "Họp giao ban"


@pytest.fixture
def office():
    return Office()


def states(office):
    return [(task.state, task.report and task.report.note) for task in office.first.tasks.order_by("item__text")]


UNTOUCHED = [("not_started", None), ("not_started", None)]

# Out


def test_the_sheet_shows_what_is_awaited_and_locks_all_but_what_is_to_be_filled_in(office):
    close_item(item=office.meeting, by=office.editor)
    workbook = downloaded(office)
    sheet, places = workbook.active, columns(workbook)
    task = office.task(office.letter, office.first)
    row = {title: sheet.cell(HEAD + 1, column).value for title, column in places.items()}
    assert (sheet.max_row, row[WORDS], row[NOW]) == (HEAD + 1, LETTER, "Chưa thực hiện")
    assert (row[ROLE], row[DUE].date(), row[CODE]) == ("Thực hiện", task.due_on, f"NV-{task.pk}-0")
    open_ones = {title for title in places if not sheet.cell(HEAD + 1, places[title]).protection.locked}
    assert open_ones == {STATE, NOTE, "Ngày thực hiện"}
    assert (sheet.protection.sheet, sheet.column_dimensions["A"].hidden) == (True, True)
    assert sheet.freeze_panes == f"A{HEAD + 1}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    choices = sheet.data_validations.dataValidation[0]
    assert choices.formula1 == '"Chưa thực hiện,Đang thực hiện,Hoàn thành,Không thực hiện"'


def test_figures_asked_for_have_columns_of_their_own(office):
    AskedFigure.objects.create(
        plan=office.plan, key=office.letter.key, position=1, label="Số tập thể", measure="đơn vị"
    )
    workbook = downloaded(office)
    sheet, places = workbook.active, columns(workbook)
    told = {sheet.cell(row, places[WORDS]).value: row for row in (HEAD + 1, HEAD + 2)}
    assert sheet.cell(told[LETTER], places["Số liệu được hỏi"]).value == "1. Số tập thể (đơn vị)"
    locked = [sheet.cell(told[words], places["Số liệu 1"]).protection.locked for words in (LETTER, MEETING)]
    assert (locked, "Số liệu 2" in places) == ([False, True], False)


def test_a_year_without_tasks_gives_an_empty_sheet(office):
    assert downloaded(office, nam=1999).active.max_row == HEAD


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1+1", "-2", "@SUM(A1)", "\t=1", "＝1", "a\x07b"])
def test_what_people_typed_stays_text(text):
    class Typed(Office):
        def prepare(self):
            create_item(plan=self.plan, text=text, units=[self.first])

    workbook = downloaded(Typed())
    sheet, place = workbook.active, columns(workbook)[WORDS]
    cells = [sheet.cell(row, place) for row in range(HEAD + 1, sheet.max_row + 1)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.quotePrefix for cell in cells} == {True}


@given(text=st.text(max_size=40))
@examples(15)
def test_any_words_are_text_in_every_cell(text):
    """No database: a sheet of one task that says this everywhere (goal S6)."""
    section = Section(kind="items")
    plan = Plan(number=text[:10], symbol=text[:10])
    item = PlanItem(text=text, section=section)
    task = Task(pk=1, plan=plan, item=item, role="lead", state="done")
    figure = AskedFigure(position=1, label=text, measure=text)
    sheet = load_workbook(BytesIO(to_xlsx(Unit(name=text), 2026, [task], {1: [figure]}))).active
    written = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in written} <= {"s"}


# Back in


def test_a_filled_in_sheet_is_shown_first_and_written_when_confirmed(office):
    AskedFigure.objects.create(plan=office.plan, key=office.letter.key, position=1, label="Số tập thể")
    day = timezone.localdate().replace(day=1)
    book = fill(
        downloaded(office), LETTER, state="Hoàn thành", note="Đã gửi", day=datetime(*day.timetuple()[:3]), figure_1=12
    )
    response = upload(office, book)
    rows = response.context["reports"].rows
    assert (response.status_code, [row.task.item.text for row in rows]) == (200, [LETTER])
    assert "Đã gửi</textarea>" in response.text
    assert (states(office), TaskEvent.objects.count()) == (UNTOUCHED, 0)
    assert confirm(office, response).status_code == 302
    event = TaskEvent.objects.get()
    assert (event.state, event.note, event.happened_on) == ("done", "Đã gửi", day)
    assert event.figures["1"]["value"] == "12"
    assert states(office) == [("done", "Đã gửi"), ("not_started", None)]


def test_the_same_sheet_again_reports_nothing_again(office):
    book = fill(downloaded(office), LETTER, state="Hoàn thành", note="Đã gửi")
    confirm(office, upload(office, book))
    assert "Tệp không có gì mới" in upload(office, book).text
    give_back(task=office.task(office.letter, office.first), by=office.editor, note="Bổ sung")
    assert len(upload(office, book).context["reports"].rows) == 1


@pytest.mark.parametrize("state", ["hoàn thành", "HOAN THANH", " Hoàn  thành "])
def test_a_state_typed_by_hand_is_understood(office, state):
    confirm(office, upload(office, fill(downloaded(office), LETTER, state=state)))
    assert states(office) == [("done", ""), ("not_started", None)]


def test_words_alone_keep_the_state(office):
    report(task=office.task(office.letter, office.first), state="in_progress", by=office.reporter)
    confirm(office, upload(office, fill(downloaded(office), LETTER, note="Còn chờ số liệu")))
    assert states(office)[0] == ("in_progress", "Còn chờ số liệu")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"state": "Xong rồi"}, "“Xong rồi” không phải trạng thái"),
        ({"state": "Không thực hiện"}, "Hãy ghi lý do"),
        ({"state": "Hoàn thành", "day": "31/02/2026"}, "Hãy ghi ngày theo dạng"),
        ({"state": "Hoàn thành", "day": date(2199, 1, 1)}, "sau hôm nay"),
        ({"note": "a" * 3000}, "2000"),
    ],
)
def test_a_fault_stands_beside_its_row_and_can_be_mended_there(office, values, words):
    book = fill(downloaded(office), LETTER, **values)
    response = upload(office, fill(book, MEETING, state="Hoàn thành"))
    assert (words in response.text, len(response.context["reports"].rows)) == (True, 2)
    assert (confirm(office, response).status_code, states(office)) == (422, UNTOUCHED)
    task = office.task(office.letter, office.first)
    mended = {"state": "done", "note": "Xong", "happened_on": f"{timezone.localdate():%d/%m/%Y}"}
    mended = {f"{task.pk}-{name}": value for name, value in mended.items()}
    assert confirm(office, response, **mended).status_code == 302
    assert states(office) == [("done", "Xong"), ("done", "")]


def test_what_was_reported_since_the_download_is_marked_and_can_be_left_out(office):
    book = fill(downloaded(office), LETTER, state="Hoàn thành", note="Theo bảng")
    fill(book, MEETING, state="Hoàn thành")
    task = office.task(office.letter, office.first)
    report(task=task, state="in_progress", by=office.approver, note="Mới hơn")
    response = upload(office, book)
    marked = {row.task.item.text: row.overtaken for row in response.context["reports"].rows}
    assert marked == {LETTER: True, MEETING: False}
    assert response.text.count("đã được báo cáo sau khi tệp được tải về") == 1
    assert confirm(office, response, **{f"{task.pk}-skipped": "on"}).status_code == 302
    assert states(office) == [("in_progress", "Mới hơn"), ("done", "")]


def test_what_is_reported_between_review_and_confirmation_is_noticed(office):
    response = upload(office, fill(downloaded(office), LETTER, state="Hoàn thành"))
    report(task=office.task(office.letter, office.first), state="in_progress", by=office.approver, note="Mới hơn")
    again = confirm(office, response)
    assert (again.status_code, "vừa báo cáo “Đang thực hiện”" in again.text) == (422, True)
    assert states(office)[0] == ("in_progress", "Mới hơn")


def test_rows_of_no_task_of_the_unit_are_refused_each_with_its_number(office):
    foreign = office.task(office.letter, office.second)
    book = fill(downloaded(office), LETTER, state="Hoàn thành", code=f"NV-{foreign.pk}-0")
    response = upload(office, fill(book, MEETING, state="Hoàn thành", code="NV-999999999-0"))
    assert response.text.count("không phải nhiệm vụ của đơn vị này") == 2
    assert (response.context["reports"].rows, TaskEvent.objects.count()) == ([], 0)
    response = upload(office, fill(downloaded(office), LETTER, state="Hoàn thành", code=""))
    assert "không còn mã nhiệm vụ" in response.text


def test_a_task_in_two_rows_and_one_that_ended_are_refused(office):
    book = fill(downloaded(office), LETTER, state="Hoàn thành")
    letter = office.task(office.letter, office.first)
    fill(book, MEETING, state="Hoàn thành", code=f"NV-{letter.pk}-0")
    assert "nhiệm vụ này đã có ở dòng" in upload(office, book).text
    book = fill(downloaded(office), MEETING, state="Hoàn thành")
    close_item(item=office.meeting, by=office.editor)
    assert "nhiệm vụ đã kết thúc" in upload(office, book).text


def test_rows_put_above_and_columns_moved_do_not_matter(office):
    book = fill(downloaded(office), LETTER, state="Hoàn thành", note="Đã gửi")
    book.active.insert_rows(1, 3)
    rows = upload(office, book).context["reports"].rows
    assert [row["note"].value() for row in rows] == ["Đã gửi"]


def test_the_page_of_the_upload_offers_the_sheet_of_each_year_with_anything_left(office):
    earlier = create_plan(issuer=office.issuer, year=office.plan.year - 1, number="3", day=5)
    create_item(plan=earlier, units=[office.first])
    issue_as_it_stands(earlier)
    url = reverse("plans:unit_report_upload", args=[office.first.pk])
    assert office.client(office.reporter).get(url).context["years"] == [office.plan.year, office.plan.year - 1]
    close_item(item=earlier.items.get(), by=office.editor)
    assert office.client(office.reporter).get(url).context["years"] == [office.plan.year]


def test_who_may_not_report_for_the_unit_gets_neither_sheet_nor_review(office):
    stranger = create_user(role=Role.REPORTER)
    for name in ("unit_tasks_xlsx", "unit_report_upload"):
        url = reverse(f"plans:{name}", args=[office.first.pk])
        assert [office.client(who).get(url).status_code for who in (stranger, office.other, office.editor)] == [
            404,
            403,
            403,
        ]
    assert upload(office, b"", user=office.other).status_code == 403


def test_a_file_that_is_no_sheet_of_ours_is_refused_with_what_to_do(office):
    response = upload(office, b"khong phai bang")
    assert (response.status_code, "không phải bảng tính Excel" in response.text) == (422, True)


def test_queries_of_the_review_do_not_grow_with_rows(django_assert_num_queries):
    class Busy(Office):
        def prepare(self):
            for number in range(30):
                create_item(plan=self.plan, text=f"Việc {number}", units=[self.first])

    office = Busy()
    book = downloaded(office)
    for number in range(30):
        fill(book, f"Việc {number}", state="Hoàn thành")
    client, data = office.client(office.reporter), saved(book)
    url = reverse("plans:unit_report_upload", args=[office.first.pk])
    with django_assert_num_queries(6):
        response = client.post(url, {"file": SimpleUploadedFile("bang.xlsx", data)})
    assert len(response.context["reports"].rows) == 30
