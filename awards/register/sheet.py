"""The register as a spreadsheet. What people typed stays text, never a formula (goal S6)."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from thiduakhenthuong.spreadsheets import BOX, DAY, print_landscape, to_bytes, write_text, write_titles

from .entries import unit_words

TITLES = (
    "TT",
    "Tên người, tập thể",
    "Đơn vị",
    "Danh hiệu, hình thức",
    "Loại hình",
    "Thành tích năm",
    "Số quyết định",
    "Ngày quyết định",
    "Người quyết định",
    "Thu hồi",
)
WIDTHS = (6, 30, 36, 36, 18, 12, 18, 13, 34, 30)
HEAD = 3  # the row of the titles; above it what the sheet is
MOST = 20_000  # lines of one file


def to_xlsx(rows, *, scope=""):
    """The lines (with_what_is_shown) as the bytes of a file. `scope`: in words, what was looked for."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Sổ khen thưởng"
    write_text(sheet.cell(1, 1), "SỔ KHEN THƯỞNG").font = Font(bold=True, size=13)
    write_text(sheet.cell(2, 1), scope)
    write_titles(sheet, HEAD, TITLES)
    for number, award in enumerate(rows[:MOST], 1):
        _write(sheet, number, award)
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = sheet.cell(HEAD + 1, 3)
    sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(TITLES))}{max(sheet.max_row, HEAD)}"
    print_landscape(sheet, head=HEAD)
    return to_bytes(workbook)


def _write(sheet, number, award):
    revoked = f"{award.revoked_on:%d/%m/%Y}: {award.revoked_because}" if award.revoked_on else ""
    values = (
        number,
        award.nominee.name,
        unit_words(award),
        award.title.name,
        award.get_merit_display(),
        award.years_words,
        award.decision,
        award.decided_on,
        award.decided_by,
        revoked,
    )
    for column, value in enumerate(values, 1):
        cell = sheet.cell(HEAD + number, column)
        if isinstance(value, str):
            write_text(cell, value)
        else:
            cell.value, cell.number_format = value, "0" if isinstance(value, int) else DAY
        cell.border, cell.alignment = BOX, Alignment(vertical="top", wrap_text=True)
