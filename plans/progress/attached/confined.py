"""Looks into a file in a child process with limits, so that no file can hurt or hang the site (goal S5)."""

from thiduakhenthuong.confined_file import Limits, ask

from ...reading.lines import Unreadable
from . import process
from .checks import kind_of

TOO_MUCH = "Tệp “{name}” quá lớn hoặc quá phức tạp, không kiểm tra xong được; hãy tách nhỏ hoặc xuất lại rồi chọn lại."
LIMITS = Limits(answer=64 * 1024)


def media_type_of(data, name, *, limits=LIMITS):
    """The media type of a file that may be kept. Raises Unreadable."""
    kind = kind_of(data, name)
    if kind.unpacks:
        ask(process.__name__, {"name": name}, data, limits=limits, refused=Unreadable, too_much=TOO_MUCH)
    else:
        kind.check(data, name)  # reads the head alone
    return kind.media_type
