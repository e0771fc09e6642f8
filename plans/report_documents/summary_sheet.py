"""Bảng tổng hợp of a plan as a spreadsheet: by quarter, item and body, and every task. Words stay text (goal S6)."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from thiduakhenthuong.dates import day_words, quarter_words
from thiduakhenthuong.spreadsheets import BOX, DAY, print_landscape, to_bytes, write_text, write_titles

from ..models import Period, Task
from ..tables import rows_of
from .count_tables import by_item, by_quarter, every_unit
from .facts import facts_of
from .slots import sums

HEAD = 4  # the row of the titles; above it what the sheet is
MOST_TASKS = 3000  # that have a row each; of a plan for every commune there are 116,000, then items have to do
_COUNTED = (
    ("Theo quý", by_quarter),
    ("Theo nhiệm vụ", by_item),
    ("Theo đơn vị", every_unit),
    ("Số liệu", sums),
)
_TASKS = ("TT", "Quý", "Nhiệm vụ", "Cơ quan, đơn vị", "Hạn", "Trạng thái", "Quá hạn", "Báo cáo gần nhất")
_WIDTHS = (6, 10, 60, 34, 13, 18, 10, 60)


def summary_xlsx(plan, *, on):
    """The bytes of a file: all of the year, as of the day `on`."""
    facts = facts_of(plan, Period.YEAR, on=on)
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, slot in _COUNTED:
        _counts(_sheet(workbook, title, plan, on), rows_of(slot(facts).text))
    if len(facts.tasks) <= MOST_TASKS:
        _tasks(_sheet(workbook, "Từng nhiệm vụ", plan, on), facts)
    return to_bytes(workbook)


def _sheet(workbook, title, plan, on):
    sheet = workbook.create_sheet(title)
    write_text(sheet.cell(1, 1), plan.issuer.name.upper()).font = Font(bold=True)
    words = f"{title.upper()}: TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH {plan.number_words}, ĐẾN NGÀY {day_words(on)}"
    write_text(sheet.cell(2, 1), words).font = Font(bold=True, size=13)
    print_landscape(sheet, head=HEAD)
    sheet.freeze_panes = sheet.cell(HEAD + 1, 1)
    return sheet


def _counts(sheet, rows):
    """A counted table as it stands in the report, its figures as numbers."""
    titles, *rows = rows
    write_titles(sheet, HEAD, titles)
    for n, row in enumerate(rows, HEAD + 1):
        for column, text in enumerate(row, 1):
            _write(sheet.cell(n, column), _value(text.replace("**", "")), bold=text.startswith("**"))
    _widths(sheet, [6 if n == 0 else 44 if n == 1 else 14 for n in range(len(titles))])


def _value(text):
    return int(text) if text.isdecimal() and text.isascii() else text


def _tasks(sheet, facts):
    write_titles(sheet, HEAD, _TASKS)
    for n, task in enumerate(facts.tasks, 1):
        item = facts.items[task.item]
        values = (
            n,
            quarter_words(task.quarter) if task.quarter else "",
            item.words,
            task.unit,
            task.due_on,
            Task.State(task.state).label,
            "Quá hạn" if task.is_late else "",
            task.note,
        )
        for column, value in enumerate(values, 1):
            _write(sheet.cell(HEAD + n, column), value)
    _widths(sheet, _WIDTHS)
    sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(_TASKS))}{max(sheet.max_row, HEAD)}"


def _write(cell, value, *, bold=False):
    if isinstance(value, str):
        write_text(cell, value)
    elif value is not None:
        cell.value, cell.number_format = value, "0" if isinstance(value, int) else DAY
    cell.font, cell.border = Font(bold=bold), BOX
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _widths(sheet, widths):
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
