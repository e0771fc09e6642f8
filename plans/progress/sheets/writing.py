"""Tasks as a spreadsheet to fill in: what is asked is locked, what is to be reported stands open (decision 41).

Whatever people typed stays text, never a formula (goal S6).
"""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from thiduakhenthuong.official.wording import plain
from thiduakhenthuong.spreadsheets import BOX, TEXT, print_landscape, to_bytes, write_text, write_titles
from thiduakhenthuong.spreadsheets import DAY as DAY_FORMAT

from ...models import Task
from .columns import ASKED, CODE, DAY, DUE, FIGURES, NOTE, NOW, PLAN, ROLE, STATE, WORDS, code_of

HEAD = 4  # the row of the titles; above it what the sheet is
WIDTHS = {CODE: 14, PLAN: 15, WORDS: 46, ROLE: 11, DUE: 12, NOW: 15, STATE: 17, NOTE: 38, DAY: 13, ASKED: 24}
HOW = (
    "Điền các ô màu vàng của nhiệm vụ cần báo cáo, để trống các dòng khác; lưu tệp rồi chọn lại ở trang “Nhập báo cáo "
    "từ bảng tính”. Chưa có gì được gửi cho đến khi bạn xem lại và bấm Gửi."
)
_OPEN = PatternFill("solid", fgColor="FFFFF8DC")


def to_xlsx(unit, year, tasks, asked):
    """The tasks (a list) as the bytes of a file. `asked` maps a task's id to its AskedFigures."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = f"Nhiệm vụ {year}"
    titles = _titles(asked)
    _write_head(sheet, unit, year, titles)
    for row, task in enumerate(tasks, HEAD + 1):
        _write_task(sheet, row, task, titles, asked.get(task.pk, ()))
    _offer_choices(sheet, titles)
    _set_up(sheet, titles)
    return to_bytes(workbook)


def _titles(asked):
    """What no task asks for has no column."""
    used = {figure.position for figures in asked.values() for figure in figures}
    figures = [ASKED, *(FIGURES[position] for position in sorted(used))] if used else []
    return [CODE, PLAN, WORDS, ROLE, DUE, NOW, STATE, NOTE, DAY, *figures]


def _write_head(sheet, unit, year, titles):
    for row, text, font in (
        (1, unit.name.upper(), Font(bold=True, size=12)),
        (2, f"NHIỆM VỤ THI ĐUA, KHEN THƯỞNG NĂM {year} CHƯA HOÀN THÀNH", Font(bold=True, size=13)),
        (3, HOW, Font(italic=True)),
    ):
        write_text(sheet.cell(row, 2), text).font = font
    write_titles(sheet, HEAD, titles)


def _write_task(sheet, row, task, titles, figures):
    told = {
        CODE: code_of(task.pk, task.report_id),
        PLAN: task.plan.number_words,
        WORDS: plain(task.item.words),
        ROLE: task.get_role_display(),
        NOW: "Bị trả lại" if task.returned_at else task.get_state_display(),
        ASKED: "\n".join(f"{figure.position}. {_label(figure)}" for figure in figures),
    }
    open_ones = {STATE, NOTE, DAY, *(FIGURES[figure.position] for figure in figures)}
    for column, title in enumerate(titles, 1):
        cell = sheet.cell(row, column)
        cell.border, cell.alignment = BOX, Alignment(vertical="top", wrap_text=True)
        if title in told:
            write_text(cell, told[title])
        elif title in (DUE, DAY):
            cell.value, cell.number_format = (task.due_on if title == DUE else None), DAY_FORMAT
        elif title == NOTE:
            cell.number_format = TEXT
        if title in open_ones:
            cell.protection, cell.fill = Protection(locked=False), _OPEN


def _label(figure):
    return f"{figure.label} ({figure.measure})" if figure.measure else figure.label


def _offer_choices(sheet, titles):
    """A list to choose the state from; a day must be one."""
    if sheet.max_row == HEAD:
        return
    states = DataValidation(type="list", formula1=f'"{",".join(Task.State.labels)}"', allow_blank=True)
    states.error, states.errorTitle = "Hãy chọn một trạng thái trong danh sách.", "Trạng thái"
    states.showErrorMessage = True
    letter = get_column_letter(titles.index(STATE) + 1)
    states.add(f"{letter}{HEAD + 1}:{letter}{sheet.max_row}")
    sheet.add_data_validation(states)


def _set_up(sheet, titles):
    """Widths, the head that stays, what is locked, and how it prints: landscape, as wide as the page."""
    for column, title in enumerate(titles, 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(title, 13)
    sheet.column_dimensions["A"].hidden = True
    last = get_column_letter(len(titles))
    for row, height in ((1, 18), (2, 20), (3, 32)):
        sheet.merge_cells(f"B{row}:{last}{row}")
        sheet.row_dimensions[row].height = height
        sheet.cell(row, 2).alignment = Alignment(vertical="center", wrap_text=True)
    sheet.freeze_panes = sheet.cell(HEAD + 1, 1)
    print_landscape(sheet, head=HEAD)
    sheet.protection.sheet = True  # no password: against slips, not against people
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.protection.sort = sheet.protection.autoFilter = False
