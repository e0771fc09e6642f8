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
    PERSON = "person"  # who signs for it or leads it; counts as units where no other column names any
    DEADLINE = "deadline"
    START = "start"
    END = "end"
    QUARTER = "quarter"
    MARK = "mark"  # a quarter or month of its own, marked with x
    OTHER = "other"


_TITLES = (
    (Column.NUMBER, re.compile(r"^(?:s\s?\.?\s?)?t\s?\.?\s?t$|^số(?:\s*(?:tt|t\.t))?$|^(?:số )?thứ tự$|^#$|^no$")),
    (Column.MARK, re.compile(r"^(?:quý\s*)?(?:iv|i{1,3})(?:\s?/\s?20\d\d)?$|^(?:quý|tháng|t)\s*\d{1,2}(?:/20\d\d)?$")),
    (Column.QUARTER, re.compile(r"^quý(?:\s+thực hiện)?(?:\s*(?:/\s*)?(?:năm\s*)?20\d\d)?$")),
    (
        Column.CONTENT,
        re.compile(
            r"^(?:tên\s+)?(?:các\s+)?(?:nội\s*dung|nhiệm\s*vụ|công\s*việc|đầu\s*việc|phần\s*việc|công\s*tác|hoạt\s*động"
            r"|việc\b(?!\s*chủ))"
        ),
    ),
    (Column.START, re.compile(r"bắt\s*đầu|khởi\s*đầu|^từ(?:\s+ngày|\s+tháng)?$")),
    (Column.END, re.compile(r"kết\s*thúc|^đến(?:\s+ngày|\s+tháng)?$")),
    (
        Column.DEADLINE,
        re.compile(
            r"thời\s*gian|thời\s*hạn|tiến\s*độ|thời\s*điểm|thời\s*kỳ|^hạn|(?:hạn|ngày|mốc)\s*hoàn\s*thành|^hoàn\s*thành"
            r"|^(?:các\s+)?tháng(?:\W|$)|^ngày(?:\W|$)|^quý\s*[/,-]|lịch\s*(?:thực hiện|trình)|lộ\s*trình"
        ),
    ),
    (
        Column.PERSON,
        re.compile(
            r"^(?:lãnh đạo|người|cán bộ|công chức|đồng chí|đ/c|ủy viên|uỷ viên|cá nhân|chuyên viên)"
            r"(?:[^/,;]*\s)?(?:phụ trách|chỉ đạo|theo dõi|thực hiện|chịu trách nhiệm|đảm nhiệm)|^(?:chỉ đạo|phụ trách)$"
        ),
    ),
    (
        Column.OTHER,
        re.compile(
            r"ghi\s*chú|sản\s*phẩm|kết\s*quả|kinh\s*phí|căn\s*cứ|hình\s*thức|địa\s*điểm|cơ sở pháp lý|nguồn"
            r"|đơn\s*vị\s*tính|^đvt|số\s*lượng|thành\s*phần|đối\s*tượng|lãnh đạo"
            r"|(?:cơ quan|cấp)\s+(?:ban hành|trình|phê duyệt|quyết định)|mục\s*tiêu|yêu\s*cầu|^lĩnh vực|^nhóm|biện pháp"
        ),
    ),
    (Column.COORDINATING, re.compile(r"^(?!.*chủ\s*trì)(?!.*thực hiện\W+phối).*phối\s*(?:kết\s*)?hợp")),
    (Column.LEAD, re.compile(r"^(?!.*phối\s*(?:kết\s*)?hợp).*(?:chủ\s*trì|tham\s*mưu|đầu\s*mối|thường\s*trực)")),
    (
        Column.UNITS,
        re.compile(
            r"đơn\s*vị|cơ\s*quan|bộ\s*phận|phụ\s*trách|phân\s*công|trách\s*nhiệm|người\s*thực|chủ\s*trì|chủ\s*thể"
            r"|tổ chức thực hiện|^thực hiện$|sở,?\s*(?:ban,?\s*)?ngành|địa\s*phương|^đv"
        ),
    ),
    (
        Column.CONTENT,
        re.compile(
            r"nội\s*dung|nhiệm\s*vụ|công\s*việc|hoạt\s*động|đầu\s*việc|tên\s*việc|phong trào|chỉ tiêu|giải pháp"
            r"|chương trình"
        ),
    ),
)
_TITLE_LENGTH = 80
_UNITS = {Column.UNITS, Column.LEAD, Column.COORDINATING, Column.PERSON}
_TIMES = {Column.DEADLINE, Column.START, Column.END, Column.QUARTER, Column.MARK}
_SAYING = _UNITS | _TIMES  # columns that make a list of contents a list of tasks
_BELOW = _SAYING | {Column.OTHER}  # what may stand in a second header row
# Titles of lists of persons, of money and of points.
_NO_TASKS = re.compile(
    r"^họ\b.*\btên\b|năm sinh|ngày sinh|chức\s*vụ|số tiền|đơn giá|thành tiền|dự toán|\bđiểm\b|đơn\s*vị\s*tính|^đvt"
    r"|mức chi|tỷ lệ|kế hoạch năm|kinh phí"
)


def columns_of(cells):
    """The columns of a header row, or None where the row is none of a task table.

    It needs a column of contents and one that says who or when, or a number column and nothing of persons or money.
    A single title nobody knows may stand beside them.
    """
    if len(cells) < 2 or any(len(cell) > _TITLE_LENGTH for cell in cells):
        return None
    columns = [column_of(cell) for cell in cells]
    if not _is_task_header(columns, cells):
        return None
    return _settled(columns)


def _is_task_header(columns, cells):
    known = {column for column in columns if column}
    unknown = sum(column is None and bool(cell) for column, cell in zip(columns, cells, strict=True))
    if Column.CONTENT not in known or unknown > (1 if len(known) >= 3 else 0):
        return False
    if known & _SAYING == {Column.MARK} and columns.count(Column.MARK) < 2:
        return False
    if any(_NO_TASKS.search(cell.lower()) for cell in cells) and not (known & _UNITS and known & _TIMES):
        return False
    return bool(known & _SAYING) or Column.NUMBER in known


def merge_titles(above, below):
    """Titles of a header of two rows ("Phân công" over "Chủ trì", "Phối hợp"), or None where `below` is no such row."""
    named = [cell for cell in below if cell]
    if not named or len(below) > len(above) or not {column_of(cell) for cell in named} <= _BELOW:
        return None
    below = below + [""] * (len(above) - len(below))
    pairs = list(zip(above, below, strict=True))
    if any(lower and column_of(upper) in (Column.NUMBER, Column.CONTENT) for upper, lower in pairs):
        return None
    merged = [lower or upper for upper, lower in pairs]
    return merged if columns_of(merged) else None


def column_of(cell):
    """What a column of this title holds; None where the title says nothing to us."""
    title = plain(cell).lower().strip(" .:()")
    if not title or len(title) > _TITLE_LENGTH:
        return None
    return next((column for column, pattern in _TITLES if pattern.search(title)), None)


def _settled(columns):
    """Each kind once; a second column of the same kind, like one without a known title, is further text."""
    columns = _persons(_times(columns))
    seen, settled = set(), []
    for column in columns:
        column = Column.OTHER if column is None or column in seen - {Column.MARK} else column
        seen.add(column)
        settled.append(column)
    if Column.COORDINATING in seen and Column.UNITS in seen and Column.LEAD not in seen:
        settled[settled.index(Column.UNITS)] = Column.LEAD
    return settled


def _times(columns):
    """A beginning without an end is a deadline like any other; beside "Bắt đầu" stands the end, whatever its title."""
    columns = list(columns)
    if Column.START in columns and Column.END not in columns and Column.DEADLINE in columns:
        columns[columns.index(Column.DEADLINE)] = Column.END
    if (Column.START in columns) != (Column.END in columns) and Column.DEADLINE not in columns:
        columns = [Column.DEADLINE if column in (Column.START, Column.END) else column for column in columns]
    if columns.count(Column.MARK) == 1:
        columns[columns.index(Column.MARK)] = Column.OTHER
    return columns


def _persons(columns):
    others = (_UNITS - {Column.PERSON}) & set(columns)
    named = Column.OTHER if others else Column.UNITS
    return [named if column == Column.PERSON else column for column in columns]


def is_noted(line):
    """A line such as "Ghi chú: …" or "Sản phẩm: …" below a task's text, which a table said in a column of its own."""
    title, colon, _ = line.partition(": ")
    return bool(colon) and len(title) <= 40 and column_of(title) in (Column.OTHER, Column.PERSON)
