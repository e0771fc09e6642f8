"""The empty table a unit fills in, with lists to choose from. Text stays text, never a formula (goal S6)."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from thiduakhenthuong.spreadsheets import TEXT, print_landscape, to_bytes, write_text, write_titles

from ...models import AwardTitle, Nominee
from .columns import COLUMNS, KIND, MOST, SEX, TITLE

HEAD = 3  # the row of the titles; above it what the table is
_WIDTHS = (12, 28, 12, 10, 26, 26, 34, 9, 9, 50, 9)
HOW = (
    "Mỗi dòng một đề nghị. Bắt buộc: tên và danh hiệu. Bỏ trống “Loại”: cá nhân; “Đơn vị”: đơn vị đề nghị; năm: năm "
    "của đợt. Lưu tệp rồi chọn ở trang “Nhập danh sách”. Chưa có gì được lưu cho đến khi bạn xem lại."
)


def template(campaign, unit):
    """The bytes of a file."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Đề nghị"
    write_text(sheet.cell(1, 1), f"{unit.name.upper()}: ĐỀ NGHỊ KHEN THƯỞNG – {campaign.name}").font = Font(bold=True)
    write_text(sheet.cell(2, 1), HOW).alignment = Alignment(wrap_text=True, vertical="top")
    write_titles(sheet, HEAD, COLUMNS)
    titles = list(campaign.titles.all())
    choices = {KIND: AwardTitle.Recipient.labels, SEX: Nominee.Sex.labels, TITLE: [title.name for title in titles]}
    _offer(workbook, sheet, choices)
    for place, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        for row in range(HEAD + 1, HEAD + 101):
            sheet.cell(row, place).number_format = TEXT
    for row, height in ((1, 20), (2, 32)):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
        sheet.row_dimensions[row].height = height
    sheet.freeze_panes = sheet.cell(HEAD + 1, 3)
    print_landscape(sheet, head=HEAD)
    return to_bytes(workbook)


def _offer(workbook, sheet, choices):
    """Lists to choose from, kept on a second sheet: names may be longer than a list in a cell takes."""
    lists = workbook.create_sheet("Danh mục")
    for column, (title, words) in enumerate(choices.items(), 1):
        letter = get_column_letter(column)
        words = list(dict.fromkeys(words))
        for row, text in enumerate(words, 1):
            write_text(lists.cell(row, column), text)
        lists.column_dimensions[letter].width = 50
        chosen = DataValidation(type="list", formula1=f"'Danh mục'!${letter}$1:${letter}${len(words)}")
        chosen.allow_blank, chosen.showErrorMessage = True, True
        chosen.errorTitle, chosen.error = title, "Hãy chọn một mục trong danh sách."
        place = get_column_letter(COLUMNS.index(title) + 1)
        chosen.add(f"{place}{HEAD + 1}:{place}{HEAD + MOST}")
        sheet.add_data_validation(chosen)
