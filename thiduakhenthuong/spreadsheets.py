"""What all spreadsheets share: text that is never a formula (goal S6), boxes, days, printing on A4. Knows no model."""

from io import BytesIO

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

DAY = "dd/mm/yyyy"
TEXT = "@"
TITLE = PatternFill("solid", fgColor="FFEFE9E1")
_LINE = Side(style="thin", color="FF8A8681")
BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def write_text(cell, text):
    """Text whatever its first letter is, also when somebody edits the cell."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type, cell.number_format, cell.quotePrefix = "s", TEXT, True
    return cell


def write_titles(sheet, row, titles):
    """The heads of the columns."""
    for column, title in enumerate(titles, 1):
        cell = write_text(sheet.cell(row, column), title)
        cell.font, cell.border, cell.fill = Font(bold=True), BOX, TITLE
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = 32


def print_landscape(sheet, *, head):
    """A4, as wide as the page, the row of titles on every sheet."""
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def to_bytes(workbook):
    """The file."""
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()
