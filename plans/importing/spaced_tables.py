"""Tables set with spaces, as programs that keep a page's layout write them: columns stand below one another.

The columns are the stretches of a page that blank rivers part; each page may be set further left or right.
"""

import re

from ..kinds import SectionKind
from .columns import column_of, columns_of
from .grid import Row, Table
from .labels import split_label
from .markup import plain, tidy
from .quarters import time_heading
from .running_heads import is_page_number
from .spaced_columns import Columns
from .spaced_rows import HEAD_LINES, NUMBER, SpacedRows, is_row

_INDENT = 12
_TITLE_WORDS = re.compile(
    r"(?:[\W\d]|\b(?:tt|s?tt?|t|số|thứ|tự|nội|dung|công|việc|nhiệm|vụ|hoạt|động|đầu|tên|các|thời|gian|hạn|thực|hiện|hoàn"
    r"|thành|tiến|độ|dự|kiến|đơn|vị|cơ|quan|bộ|phận|chủ|trì|phối|hợp|kết|tham|mưu|phụ|trách|cá|nhân|người|chịu|lãnh|đạo"
    r"|chỉ|ghi|chú|sản|phẩm|quả|kinh|phí|tháng|quý|năm|ngày|địa|điểm|mối|kế|hoạch|và|theo|dõi)\b)*",
    re.IGNORECASE,
)
_LONG = 0.6  # of the table's width: a line that takes so much of it in one piece is no cell


def spaced_table(lines, start):
    """The table whose titles begin at `start`, the lines printed below its pages, and the index of the line after it.

    None where no table begins there.
    """
    if not (_may_open(lines[start]) or _stands_over_titles(lines, start)):
        return None
    first = _end_of_head(lines, start)
    end = first and _end_of_table(lines, first, _width(lines[start:first]))
    if not end:
        return None
    pages, below = _without_feet(_pages(lines[first:end]))
    columns = Columns([line for line in lines[start:first] if line.text], [line for line in pages[0] if is_row(line)])
    kinds = columns_of([plain(title) for title in columns.titles])
    if kinds is None:
        return None
    rows = SpacedRows(columns, kinds, " ".join(line.text for line in lines[start:first]).split())
    for at, page in enumerate(pages):
        rows.read(page, further=at > 0)
    if not any(len(row.cells) > 1 for row in rows.rows):
        return None
    head = Row(columns.titles, (lines[start].number, lines[first - 1].number))
    return Table([head, *rows.made()]), below, end


def _pieces(line):
    return [piece for piece in re.split(r"\s{2,}", line.raw.strip()) if piece]


def _may_open(line):
    if "\t" in line.text or not is_row(line) or split_label(tidy(line.text)).kind == SectionKind.SECTION:
        return False
    return sum(column_of(piece) is not None for piece in _pieces(line)) >= 2


def _stands_over_titles(lines, at):
    """The first of the lines of a title that is centred beside the others."""
    line = lines[at]
    indented = line.text and len(line.raw) - len(line.raw.lstrip()) > _INDENT and _is_title_line(line)
    return bool(indented) and at + 1 < len(lines) and _may_open(lines[at + 1])


def _end_of_head(lines, start):
    """Where the first row begins below the titles, or None."""
    for at in range(start + 1, min(start + HEAD_LINES, len(lines))):
        line = lines[at]
        if line.text and (_opens_row(line) or time_heading(tidy(line.text)) or _opens_group(lines, at)):
            return next((end for end in range(start + 1, at) if not _is_title_line(lines[end])), at)
    following = start + 1
    return following if following < len(lines) and is_row(lines[following]) else None


def _is_title_line(line):
    """Nothing but words of titles of columns."""
    return bool(_TITLE_WORDS.fullmatch(line.text[:200]))


def _opens_row(line):
    """A number in front, or behind the quarter or month of the row."""
    pieces = _pieces(line)
    return any(NUMBER.match(piece) for piece in pieces[:2]) or (len(pieces) > 1 and time_heading(pieces[0]) is not None)


def _opens_group(lines, at):
    return split_label(tidy(lines[at].text)).kind == SectionKind.SECTION and _row_follows(lines, at)


def _row_follows(lines, at):
    return any(is_row(line) for line in [line for line in lines[at + 1 : at + 4] if line.text][:1])


def _width(lines):
    return max(len(line.raw.rstrip()) for line in lines)


def _end_of_table(lines, first, width):
    """The index of the first line below the table: a section, or a line of running text."""
    end = first
    for at in range(first, len(lines)):
        line, text = lines[at], tidy(lines[at].text)
        if not text:
            continue
        if not is_row(line) and not time_heading(text) and not is_page_number(text):
            section = split_label(text).kind in (SectionKind.SECTION, SectionKind.CLAUSE)
            if (section or _is_running(line, width)) and not _row_follows(lines, at):
                break
        end = at + 1
    return end


def _is_running(line, width):
    """One long piece of text up to the right edge of the table."""
    return len(line.raw.strip()) > _LONG * width and len(line.raw.rstrip()) > 0.8 * width


def _pages(lines):
    """The filled lines page by page; a form feed begins one."""
    pages = [[]]
    for line in lines:
        if "\f" in line.raw and pages[-1]:
            pages.append([])
        if line.text:
            pages[-1].append(line)
    return [page for page in pages if page] or [[]]


def _without_feet(pages):
    """The pages without the line that stands apart at the foot of each but the last, and these lines."""
    kept, feet = [], []
    for page in pages[:-1]:
        apart = len(page) > 1 and page[-1].number - page[-2].number > 1 and not is_row(page[-1])
        feet += page[-1:] if apart else []
        kept.append(page[:-1] if apart else page)
    return [*kept, pages[-1]], feet
