"""A spreadsheet that came back → the rows somebody filled in, as text. Knows no task, no Django.

`read_columns` reads any of our tables by the titles of its columns, `read_sheet` that of tasks.
Formulas count as the value that was stored with them; days become dd/mm/yyyy; whether any of it is right the form says.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from thiduakhenthuong.text import clean, search_key

from ...reading.lines import Unreadable
from .columns import CODE, DAY, FIGURES, FILLED_IN, LONGEST_SHEET, NOTE, STATE
from .package import check_package

_SEARCHED = 30  # rows in which the titles may stand
_WIDEST = 60  # columns
_LONGEST = 4000  # characters of a cell; more than any field takes
NOT_OURS = (
    "Tệp “{name}” không phải bảng tải từ trang này (thiếu cột “{column}”); hãy tải lại bảng, điền rồi chọn tệp ấy."
)
TOO_LONG = "Tệp “{name}” có hơn 5.000 dòng; hãy xóa các dòng thừa rồi chọn lại."
TOO_LARGE = "Tệp “{name}” lớn hơn {megabytes} MB; hãy tải lại bảng, điền rồi chọn tệp ấy."


@dataclass(frozen=True)
class SheetRow:
    """One row that was filled in. `number` is the row of the sheet; `code` says which task it was."""

    number: int
    code: str
    state: str = ""
    note: str = ""
    day: str = ""
    figure_1: str = ""
    figure_2: str = ""


def read_sheet(data, name, *, limit):
    """The filled-in rows of the first sheet. Raises Unreadable."""
    rows = read_columns(data, name, limit=limit, columns=(CODE, *FILLED_IN), needed=(CODE, STATE, NOTE, DAY))
    return [
        SheetRow(number, told[CODE], told[STATE], told[NOTE], told[DAY], *(told[title] for title in FIGURES.values()))
        for number, told in rows
        if any(told[title] for title in FILLED_IN)
    ]


def read_columns(data, name, *, limit, columns, needed):
    """The rows of the first sheet below its titles that hold anything, each with its number and its texts by column.

    The row of titles is the one with the first of the `needed`. Raises Unreadable.
    """
    if len(data) > limit:
        raise Unreadable(TOO_LARGE.format(name=name, megabytes=limit // 1024**2))
    check_package(data, name)
    from openpyxl import load_workbook  # here, for a file that is refused needs no library

    workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheet = workbook.worksheets[0]
    sheet.reset_dimensions()
    rows = enumerate(sheet.iter_rows(values_only=True, max_col=_WIDEST, max_row=_SEARCHED + LONGEST_SHEET + 1), 1)
    places = _find_titles(rows, name, columns, needed)
    return list(_told(rows, places, name))


def _find_titles(rows, name, columns, needed):
    """Where each column stands. People may have put rows above, or moved columns."""
    first, column = search_key(needed[0]), needed[0]
    for _, (_, cells) in zip(range(_SEARCHED), rows, strict=False):
        found = {search_key(cell): place for place, cell in enumerate(cells) if isinstance(cell, str)}
        if first in found:
            places = {title: found.get(search_key(title)) for title in columns}
            column = next((title for title in needed if places[title] is None), None)
            if column is None:
                return places
    raise Unreadable(NOT_OURS.format(name=name, column=column))


def _told(rows, places, name):
    read = 0
    for number, cells in rows:
        told = {
            title: _text(cells[place]) if place is not None and place < len(cells) else ""
            for title, place in places.items()
        }
        if any(told.values()):
            read += 1
            if read > LONGEST_SHEET:
                raise Unreadable(TOO_LONG.format(name=name))
            yield number, told


def _text(value):
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}" if value.year >= 1000 else str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return clean(str(value)[:_LONGEST])
