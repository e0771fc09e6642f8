"""A form as a spreadsheet and as a page to print."""

from django.template.loader import render_to_string
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from thiduakhenthuong.official.rendering import PrintedPage
from thiduakhenthuong.spreadsheets import BOX, print_landscape, to_bytes, write_text, write_titles

HEAD = 4
SOURCE = "Theo biểu của Thông tư số 02/2023/TT-BNV; biểu của Thông tư số 18/2025/TT-BNV chưa đối chiếu."


def printing_of(form, year, table, *, office):
    """On its way to paper."""
    context = {"form": form, "year": year, "table": table, "office": office, "source": SOURCE}
    return PrintedPage(render_to_string("awards/statistics/print.html", context))


def to_xlsx(form, year, table, *, office):
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = f"Biểu {form.key}"
    write_text(sheet.cell(1, 1), office.upper()).font = Font(bold=True)
    write_text(sheet.cell(2, 1), f"BIỂU {form.key}: {form.title.upper()}, NĂM {year}").font = Font(bold=True, size=13)
    write_text(sheet.cell(3, 1), SOURCE)
    write_titles(sheet, HEAD, ["Chỉ tiêu", "Mã số", *(column.words for column in form.columns)])
    for number, (row, cells) in enumerate(table, HEAD + 1):
        _write_row(sheet, number, row, cells)
    for column in range(1, len(form.columns) + 3):
        sheet.column_dimensions[get_column_letter(column)].width = 40 if column == 1 else 13
    sheet.freeze_panes = sheet.cell(HEAD + 1, 3)
    print_landscape(sheet, head=HEAD)
    return to_bytes(workbook)


def _write_row(sheet, number, row, cells):
    label = write_text(sheet.cell(number, 1), row.words)
    label.alignment = Alignment(indent=row.depth, wrap_text=True)
    write_text(sheet.cell(number, 2), row.code).alignment = Alignment(horizontal="center")
    for column, (_, count) in enumerate(cells, 3):
        sheet.cell(number, column, count).number_format = "0"
    for column in range(1, len(cells) + 3):
        sheet.cell(number, column).border = BOX
