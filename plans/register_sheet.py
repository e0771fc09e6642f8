"""The register of a body and a year as a spreadsheet. What people typed stays text, never a formula (goal S6)."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from thiduakhenthuong.official.register import COLUMNS

from .register_book import line_of

WIDTHS = (16, 13, 52, 26, 34, 22, 9, 13, 18, 34)
HEAD = 4  # the row of the titles; above it what the sheet is
DAY = "dd/mm/yyyy"
TEXT = "@"
_LINE = Side(style="thin", color="FF8A8681")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def to_xlsx(unit, year, entries):
    """The lines (a queryset in its order) as the bytes of a file."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = f"Văn bản đi {year}"
    _write_head(sheet, unit, year)
    for row, entry in enumerate(entries, HEAD + 1):
        _write_line(sheet, row, line_of(entry))
    _set_up(sheet)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _write_head(sheet, unit, year):
    for row, text in ((1, unit.name.upper()), (2, f"SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM {year}")):
        _write_text(sheet.cell(row, 1), text).font = Font(bold=True, size=11 + row)
    for column, (title, _) in enumerate(COLUMNS, 1):
        cell = _write_text(sheet.cell(HEAD, column), title)
        cell.font, cell.border, cell.fill = Font(bold=True), BOX, PatternFill("solid", fgColor="FFEFE9E1")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _write_line(sheet, row, line):
    values = (line.number, line.signed_on, line.document, line.signer, line.recipients, line.keeper)
    values += (int(line.copies) if line.copies else None, line.sent_on, line.received_by, line.note)
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            _write_text(cell, value)
        else:
            cell.value = value
            cell.number_format = DAY if column in (2, 8) else "0"
        cell.border, cell.alignment = BOX, Alignment(vertical="top", wrap_text=True)
        if line.cancelled and column <= 3:
            cell.font = Font(strike=True)


def _write_text(cell, text):
    """Text whatever its first letter is, also when somebody edits the cell."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type, cell.number_format, cell.quotePrefix = "s", TEXT, True
    return cell


def _set_up(sheet):
    """Widths, the head that stays, and how it prints: landscape, as wide as the page, the head on every sheet."""
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.row_dimensions[HEAD].height = 32
    sheet.freeze_panes = sheet.cell(HEAD + 1, 2)
    sheet.auto_filter.ref = f"A{HEAD}:J{max(sheet.max_row, HEAD)}"
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
