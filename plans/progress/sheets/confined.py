"""Reads a spreadsheet in a child process with limits, so that no file can hurt or hang the site (goals S5, S7)."""

from thiduakhenthuong.confined_file import Limits, ask

from ...reading.lines import Unreadable
from . import process
from .reading import SheetRow

TOO_MUCH = "Tệp “{name}” quá lớn hoặc quá phức tạp, không đọc xong được; hãy tải lại bảng, điền rồi chọn tệp ấy."
LIMITS = Limits()


def rows_confined(data, name, *, limit, limits=LIMITS):
    """The rows somebody filled in, of a file of `limit` bytes at most. Raises Unreadable."""
    name = " ".join(name.split())
    order = {"name": name, "limit": limit}
    answer = ask(process.__name__, order, data[: limit + 1], limits=limits, refused=Unreadable, too_much=TOO_MUCH)
    return [SheetRow(*row) for row in answer["rows"]]
