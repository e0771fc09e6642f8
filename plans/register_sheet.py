"""The register of a body and a year as a spreadsheet. What people typed stays text, never a formula (goal S6)."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from thiduakhenthuong.official.register import COLUMNS
from thiduakhenthuong.spreadsheets import BOX, DAY, print_landscape, to_bytes, write_text, write_titles

from .register_book import line_of

WIDTHS = (16, 13, 52, 26, 34, 22, 9, 13, 18, 34)
HEAD = 4  # the row of the titles; above it what the sheet is


def to_xlsx(unit, year, entries):
    """The lines (a queryset in its order) as the bytes of a file."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = f"Văn bản đi {year}"
    _write_head(sheet, unit, year)
    for row, entry in enumerate(entries, HEAD + 1):
        _write_line(sheet, row, line_of(entry))
    _set_up(sheet)
    return to_bytes(workbook)


def _write_head(sheet, unit, year):
    for row, text in ((1, unit.name.upper()), (2, f"SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM {year}")):
        write_text(sheet.cell(row, 1), text).font = Font(bold=True, size=11 + row)
    write_titles(sheet, HEAD, [title for title, _ in COLUMNS])


def _write_line(sheet, row, line):
    values = (line.number, line.signed_on, line.document, line.signer, line.recipients, line.keeper)
    values += (int(line.copies) if line.copies else None, line.sent_on, line.received_by, line.note)
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            write_text(cell, value)
        else:
            cell.value = value
            cell.number_format = DAY if column in (2, 8) else "0"
        cell.border, cell.alignment = BOX, Alignment(vertical="top", wrap_text=True)
        if line.cancelled and column <= 3:
            cell.font = Font(strike=True)


def _set_up(sheet):
    """Widths, the head that stays, and how it prints."""
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = sheet.cell(HEAD + 1, 2)
    sheet.auto_filter.ref = f"A{HEAD}:J{max(sheet.max_row, HEAD)}"
    print_landscape(sheet, head=HEAD)
