"""What each column of a task table holds, by its title. Columns may stand in any order."""

import re
from enum import StrEnum

from .markup import plain


class Column(StrEnum):
    NUMBER = "number"
    CONTENT = "content"
    UNITS = "units"
    LEAD = "lead"
    COORDINATING = "coordinating"
    DEADLINE = "deadline"
    OTHER = "other"


_TITLES = (
    (Column.NUMBER, re.compile(r"^(?:s?tt|số\s*tt|số thứ tự|số|#|no\.?)$")),
    (
        Column.DEADLINE,
        re.compile(
            r"thời\s*gian|thời\s*hạn|tiến\s*độ|thời\s*điểm|hạn hoàn thành|ngày hoàn thành|^tháng$|lịch thực hiện"
        ),
    ),
    (Column.OTHER, re.compile(r"ghi\s*chú|sản\s*phẩm|^kết quả|kinh\s*phí|căn cứ|hình thức|địa điểm")),
    (Column.COORDINATING, re.compile(r"^(?!.*chủ\s*trì).*phối\s*hợp")),
    (Column.LEAD, re.compile(r"^(?!.*phối\s*hợp).*(?:chủ\s*trì|tham mưu|đầu mối)")),
    (
        Column.UNITS,
        re.compile(
            r"đơn\s*vị|cơ\s*quan|bộ\s*phận|phụ\s*trách|phân\s*công|trách\s*nhiệm|người\s*thực|chủ\s*trì"
            r"|chủ\s*thể|tổ chức thực hiện"
        ),
    ),
    (
        Column.CONTENT,
        re.compile(r"nội\s*dung|nhiệm\s*vụ|công\s*việc|hoạt\s*động|đầu\s*việc|tên\s*việc|phong trào|chỉ tiêu"),
    ),
)
_TITLE_LENGTH = 80
_BELOW = {Column.UNITS, Column.LEAD, Column.COORDINATING, Column.DEADLINE}  # what may stand in a second header row


def columns_of(cells):
    """The columns of a header row, or None where the row is no header: it needs a content column and one more."""
    if len(cells) < 2 or any(len(cell) > _TITLE_LENGTH for cell in cells):
        return None
    columns = [_column_of(cell) for cell in cells]
    known = [column for column in columns if column]
    if Column.CONTENT not in known or len(known) < 2 or len(known) < len([cell for cell in cells if cell]):
        return None
    return _once_each(columns)


def merge_titles(above, below):
    """Titles of a header of two rows ("Phân công" over "Chủ trì", "Phối hợp"), or None where `below` is no such row."""
    named = [cell for cell in below if cell]
    if not named or len(below) > len(above) or not set(map(_column_of, named)) <= _BELOW:
        return None
    below = below + [""] * (len(above) - len(below))
    merged = [lower or upper for upper, lower in zip(above, below, strict=True)]
    return merged if columns_of(merged) else None


def _column_of(cell):
    return _column(plain(cell).lower().strip(" .:")) if len(cell) <= _TITLE_LENGTH else None


def _column(title):
    return next((column for column, pattern in _TITLES if title and pattern.search(title)), None)


def _once_each(columns):
    """A second column of the same kind, like one without a known title, is further text."""
    seen, settled = set(), []
    for column in columns:
        column = Column.OTHER if column is None or column in seen else column
        seen.add(column)
        settled.append(column)
    if Column.COORDINATING in seen and Column.UNITS in seen and Column.LEAD not in seen:
        settled[settled.index(Column.UNITS)] = Column.LEAD
    return settled
