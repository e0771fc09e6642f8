"""Reads a spreadsheet in a child process with limits, so that no file can hurt or hang the site (goals S5, S7)."""

from thiduakhenthuong.confined_file import Limits, ask

from ...reading.lines import Unreadable
from . import process
from .reading import SheetRow

TOO_MUCH = "Tệp “{name}” quá lớn hoặc quá phức tạp, không đọc xong được; hãy tải lại bảng, điền rồi chọn tệp ấy."
LIMITS = Limits()


def rows_confined(data, name, *, limit, limits=LIMITS):
    """The rows somebody filled in, of a file of `limit` bytes at most. Raises Unreadable."""
    return [SheetRow(*row) for row in _asked(data, name, {"limit": limit}, limits)]


def columns_confined(data, name, *, limit, columns, needed):
    """The rows of another table, as (number, texts by column). Raises Unreadable."""
    order = {"limit": limit, "columns": columns, "needed": needed}
    return [(number, told) for number, told in _asked(data, name, order, LIMITS)]


def _asked(data, name, order, limits):
    order = order | {"name": " ".join(name.split())}
    data = data[: order["limit"] + 1]
    return ask(process.__name__, order, data, limits=limits, refused=Unreadable, too_much=TOO_MUCH)["rows"]
