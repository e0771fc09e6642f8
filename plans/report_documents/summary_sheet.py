"""Bảng tổng hợp of a plan as a spreadsheet: by quarter, by body, every task. What people wrote stays text (goal S6)."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from thiduakhenthuong.dates import day_words, quarter_words
from thiduakhenthuong.spreadsheets import BOX, DAY, print_landscape, to_bytes, write_text, write_titles

from ..models import Period, Task
from ..tables import rows_of
from .facts import facts_of
from .slots import slots_of

HEAD = 4  # the row of the titles; above it what the sheet is
_TASKS = ("TT", "Quý", "Nhiệm vụ", "Cơ quan, đơn vị", "Hạn", "Trạng thái", "Quá hạn", "Báo cáo gần nhất")
_WIDTHS = (6, 10, 60, 34, 13, 18, 10, 60)


def summary_xlsx(plan, *, on):
    """The bytes of a file: all of the year, as of the day `on`."""
    facts = facts_of(plan, Period.YEAR, on=on)
    slots = slots_of(facts, issuer=plan.issuer.name, cited=plan.number_words)
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, title in (("theo-quy", "Theo quý"), ("theo-don-vi", "Theo đơn vị"), ("so-lieu", "Số liệu")):
        _counts(_sheet(workbook, title, plan, on), rows_of(slots[name].text))
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
