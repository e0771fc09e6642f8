"""Tables set with spaces, as programs that keep a page's layout write them: columns stand below one another.

The columns are the stretches of a page that blank rivers part; each page may be set further left or right.
"""

import re

from ..kinds import SectionKind
from .centred_rows import starts_of_rows
from .columns import Column, column_of, columns_of
from .flat_tables import run_on
from .grid import Row, Table
from .labels import split_label
from .markup import plain, tidy
from .quarters import time_heading
from .running_heads import is_page_number
from .spaced_columns import Columns

_NUMBER = re.compile(r"^\(?\d{1,3}(?:\.\d{1,2}){0,2}[.)]?$")
_GLUED = re.compile(r"(\d{1,3}[.)]?)\s+([A-ZĐÀ-Ỹ“\-+].*)")
_PIECES = re.compile(r"\S\s{2,}(?=\S)")
_HEAD_LINES = 6
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
    columns = Columns([line for line in lines[start:first] if line.text], [line for line in pages[0] if _is_row(line)])
    kinds = columns_of([plain(title) for title in columns.titles])
    if kinds is None:
        return None
    rows = _Rows(columns, kinds, " ".join(line.text for line in lines[start:first]).split())
    for at, page in enumerate(pages):
        rows.read(page, further=at > 0)
    if not any(len(row.cells) > 1 for row in rows.rows):
        return None
    head = Row(columns.titles, (lines[start].number, lines[first - 1].number))
    return Table([head, *rows.made()]), below, end


def _pieces(line):
    return [piece for piece in re.split(r"\s{2,}", line.raw.strip()) if piece]


def _is_row(line):
    return bool(_PIECES.search(line.raw.strip()))


def _may_open(line):
    if "\t" in line.text or not _is_row(line) or split_label(tidy(line.text)).kind == SectionKind.SECTION:
        return False
    return sum(column_of(piece) is not None for piece in _pieces(line)) >= 2


def _stands_over_titles(lines, at):
    """The first of the lines of a title that is centred beside the others."""
    line = lines[at]
    indented = line.text and len(line.raw) - len(line.raw.lstrip()) > _INDENT and _is_title_line(line)
    return bool(indented) and at + 1 < len(lines) and _may_open(lines[at + 1])


def _end_of_head(lines, start):
    """Where the first row begins below the titles, or None."""
    for at in range(start + 1, min(start + _HEAD_LINES, len(lines))):
        line = lines[at]
        if line.text and (_opens_row(line) or time_heading(tidy(line.text)) or _opens_group(lines, at)):
            return next((end for end in range(start + 1, at) if not _is_title_line(lines[end])), at)
    following = start + 1
    return following if following < len(lines) and _is_row(lines[following]) else None


def _is_title_line(line):
    """Nothing but words of titles of columns."""
    return bool(_TITLE_WORDS.fullmatch(line.text[:200]))


def _opens_row(line):
    """A number in front, or behind the quarter or month of the row."""
    pieces = _pieces(line)
    return any(_NUMBER.match(piece) for piece in pieces[:2]) or (
        len(pieces) > 1 and time_heading(pieces[0]) is not None
    )


def _opens_group(lines, at):
    return split_label(tidy(lines[at].text)).kind == SectionKind.SECTION and _row_follows(lines, at)


def _row_follows(lines, at):
    return any(_is_row(line) for line in [line for line in lines[at + 1 : at + 4] if line.text][:1])


def _width(lines):
    return max(len(line.raw.rstrip()) for line in lines)


def _end_of_table(lines, first, width):
    """The index of the first line below the table: a section, or a line of running text."""
    end = first
    for at in range(first, len(lines)):
        line, text = lines[at], tidy(lines[at].text)
        if not text:
            continue
        if not _is_row(line) and not time_heading(text) and not is_page_number(text):
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
        apart = len(page) > 1 and page[-1].number - page[-2].number > 1 and not _is_row(page[-1])
        feet += page[-1:] if apart else []
        kept.append(page[:-1] if apart else page)
    return [*kept, pages[-1]], feet


class _Rows:
    """Takes line after line of the pages; a number in its column begins a row, other lines go on with one."""

    def __init__(self, columns, kinds, head_words):
        self.columns, self.kinds, self.head_words = columns, kinds, head_words
        self.rows, self.open = [], None
        numbers = [at for at, kind in enumerate(kinds) if kind == Column.NUMBER]
        self.key = numbers[0] if numbers else 0
        self.numbered = bool(numbers)
        self.centred = False  # numbers stand amid the lines of their rows
        self.content = kinds.index(Column.CONTENT)

    def read(self, page, *, further):
        """The lines of a page; a further one may be set elsewhere than the first."""
        if further:
            head, page = self._repeated_head(page)
            self.columns.fit(head, [line for line in page if _is_row(line)])
        block = []
        for at, line in enumerate(page):
            text = tidy(line.text)
            if is_page_number(text) and not _is_row(line) and "\f" in line.raw:
                self.rows.append(_Parts([[text]], line.number))
            elif not _is_row(line) and (time_heading(text) or self._is_title(line, text)):
                self._take(block)
                block = []
                self._add([[text]], line.number)
                self.open = None
            else:
                around = [near for near in page[max(at - 1, 0) : at + 2] if _is_row(near)]
                block.append((self._cells(line, around), line.number))
        self._take(block)

    def _repeated_head(self, page):
        """The lines of titles that stand again on top of a page, which make a row, and the lines without them."""
        words, top = sorted(self.head_words), 1 if page and is_page_number(tidy(page[0].text)) else 0
        for count in range(1, _HEAD_LINES):
            lines = page[top : top + count]
            if sorted(" ".join(line.text for line in lines).split()) == words:
                self.rows.append(_Parts([[title] for title in self.columns.titles], lines[0].number))
                return lines, [*page[:top], *page[top + count :]]
        return [], page

    def _is_title(self, line, text):
        """A line of capitals or with a Roman number that reaches over columns."""
        titled = split_label(text).kind == SectionKind.SECTION or text == text.upper()
        return titled and self.columns.crosses(line)

    def _cells(self, line, around):
        cells = [tidy(cell) for cell in self.columns.cells(line, around)]
        if self.numbered and not cells[self.key] and (glued := _GLUED.match(cells[self.content])):
            cells[self.key], cells[self.content] = glued.groups()
        return cells

    def _take(self, block):
        """The lines between two titles or pages, parted into rows."""
        while self.open is None and block and self._repeats(block[0][0]):
            self.rows.append(_Parts([[cell] for cell in block[0][0]], block[0][1]))
            block = block[1:]
        begins = [at for at, (cells, _) in enumerate(block) if self._begins(cells)]
        self.centred = self.centred or (self.numbered and bool(begins) and begins[0] > 0 and self.open is None)
        if self.centred and begins:
            begins = starts_of_rows([cells for cells, _ in block], begins, continued=self.open is not None)
        for at, (cells, number) in enumerate(block):
            if self.open is None or at in begins:
                self._add([[cell] if cell else [] for cell in cells], number)
            else:
                self.open.extend(cells, number)

    def _repeats(self, cells):
        """The titles again, or a part of them."""
        return all(cell in title for cell, title in zip(cells, self.columns.titles, strict=True))

    def _begins(self, cells):
        content = cells[self.content]
        if self.numbered:
            return bool(_NUMBER.match(cells[self.key]))
        return bool(cells[self.key] and content) and not content[0].islower()

    def _add(self, cells, number):
        self.open = _Parts(cells, number)
        self.rows.append(self.open)

    def made(self):
        return [parts.row(self.kinds) for parts in self.rows]


class _Parts:
    """The lines of each cell of a row."""

    def __init__(self, cells, number):
        self.cells, self.lines = cells, (number, number)

    def extend(self, cells, number):
        for parts, cell in zip(self.cells, cells, strict=True):
            parts += [cell] if cell else []
        self.lines = (self.lines[0], number)

    def row(self, kinds):
        joined = {Column.UNITS, Column.LEAD, Column.COORDINATING}
        if len(self.cells) == 1:
            return Row(self.cells[0], self.lines)
        cells = [
            "\n".join(parts) if kind in joined else run_on(parts) for parts, kind in zip(self.cells, kinds, strict=True)
        ]
        return Row(cells, self.lines)
