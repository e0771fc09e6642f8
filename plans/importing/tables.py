"""Task tables → items and layout. Knows repeated header rows, quarter rows and rows that continue one above."""

import re

from ..draft import Finding, LayoutDraft, SectionDraft
from ..kinds import ItemStyle, SectionKind
from .columns import Column, columns_of, merge_titles
from .markup import plain
from .quarters import time_heading
from .table_items import Cells, read_items

_ROMAN_NUMBER = re.compile(r"^(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2}|[A-E])[.)]?$")


def read_table(table, draft):
    """The pieces a table makes: an ITEMS piece, or several with titled paragraphs between where groups are no quarters.

    None where it is no task table.
    """
    titles = [plain(cell) for cell in table.rows[0].cells]
    below = [plain(cell) for cell in table.rows[1].cells] if len(table.rows) > 1 else []
    merged = merge_titles(titles, below)
    columns = columns_of(merged or titles)
    if columns is None:
        return None
    if merged:
        _report_upper_titles(titles, merged, table, draft)
    titles = merged or titles
    reader = _TableReader(columns, titles, draft)
    reader.report_further_columns(table.lines[0])
    for row in table.rows[2 if merged else 1 :]:
        reader.take(row)
    return reader.pieces()


def _report_upper_titles(upper, merged, table, draft):
    lost = [title for title in dict.fromkeys(upper) if title and title not in merged]
    if lost:
        message = f"Tiêu đề bảng có hai dòng; dòng trên “{', '.join(lost)}” không in lại."
        draft.findings.append(Finding("note", message, table.lines[0]))


def _layout(columns, titles):
    """Column titles as printed."""
    layout = LayoutDraft(ItemStyle.TABLE)
    named = dict(reversed(list(zip(columns, titles, strict=True))))
    layout.number_title = named.get(Column.NUMBER, layout.number_title)
    layout.content_title = named[Column.CONTENT]
    layout.units_title = named.get(Column.LEAD) or named.get(Column.UNITS, "")
    layout.coordinating_title = named.get(Column.COORDINATING, "")
    layout.deadline_title = named.get(Column.DEADLINE, "")
    return layout


class _TableReader:
    """Takes row after row; `pieces` gives what they made."""

    def __init__(self, columns, titles, draft):
        self.columns, self.layout, self.draft = columns, _layout(columns, titles), draft
        self.titles = dict(enumerate(titles))
        self.groups = [("", (0, 0), [])]  # title that opens the group, its lines, its rows
        self.heading = None
        self.numbered = False

    def report_further_columns(self, line):
        """Titles the layout has no place for: "Ghi chú", a second units column."""
        placed = {"", *vars(self.layout).values()}
        for column, title in zip(self.columns, self.titles.values(), strict=True):
            if title not in placed:
                where = "nội dung" if column == Column.OTHER else "cột đơn vị chính"
                message = f"Bảng có cột “{title}” không có chỗ riêng; chữ trong cột được ghi vào {where}."
                self.draft.findings.append(Finding("note", message, line))

    def take(self, row):
        cells = [cell.strip() for cell in row.cells]
        filled = [cell for cell in cells if cell]
        if not filled:
            return
        heading = self._time_heading(filled)
        if columns_of([plain(cell) for cell in cells]) == self.columns:
            self._repeated_header(cells, row)
            return
        if heading:
            self._open_quarter(heading, row)
        elif self._is_group_title(cells, filled):
            self.groups.append((" ".join(plain(cell) for cell in filled), row.lines, []))
            self.heading = None
        else:
            self._data(cells, row)

    def _repeated_header(self, cells, row):
        """The titles again, at a page break; whatever else got into their cells is kept apart."""
        other = [cell for cell, title in zip(cells, self.titles.values(), strict=False) if plain(cell) != title]
        if other:
            self.draft.unplaced.append(f"{row.lines[0]}: {' | '.join(other)}")
            message = f"Dòng tiêu đề lặp lại của bảng khác dòng đầu: “{' | '.join(other)[:80]}”."
            self.draft.findings.append(Finding("warning", message, row.lines[0]))

    def _time_heading(self, filled):
        """A row of nothing but a quarter or month, perhaps numbered, perhaps the same in every cell."""
        words = list(dict.fromkeys(plain(cell) for cell in filled))
        if len(words) == 2 and _ROMAN_NUMBER.match(words[0]):
            words = words[1:]
        return time_heading(words[0]) if len(words) == 1 else None

    def _open_quarter(self, heading, row):
        if heading.template != self.layout.quarter_heading and not self._has_quarters():
            self.layout.quarter_heading = heading.template
        self.heading = heading

    def _has_quarters(self):
        return any(cells.quarter for _, _, rows in self.groups for cells in rows)

    def _is_group_title(self, cells, filled):
        """A title over the rows below: after a Roman number, in capitals, or where the number would stand."""
        if len(self.columns) < 3:
            return False
        texts = list(dict.fromkeys(plain(cell) for cell in filled))
        if len(texts) == 2:
            return bool(_ROMAN_NUMBER.match(texts[0])) and plain(self._cell(cells, Column.CONTENT)) == texts[1]
        if len(texts) != 1 or not re.search(r"[^\W\d]{2}", texts[0]):
            return False
        in_number = plain(self._cell(cells, Column.NUMBER)) == texts[0]
        return in_number or texts[0] == texts[0].upper() or len(filled) == len(self.columns)

    def _cell(self, cells, column):
        return cells[self.columns.index(column)] if column in self.columns[: len(cells)] else ""

    def _data(self, cells, row):
        number = plain(self._cell(cells, Column.NUMBER)).rstrip(".) ")
        rows = self.groups[-1][2]
        if rows and self.numbered and not number:
            self._continue(rows[-1], cells, row)
            return
        self.numbered = self.numbered or bool(number)
        heading = self.heading
        item = Cells(heading.quarter if heading else None, heading.month if heading else "", row.lines)
        rows.append(item)
        self._fill(item, cells)

    def _fill(self, item, cells):
        for index, cell in enumerate(cells):
            column = self.columns[index] if index < len(self.columns) else Column.OTHER
            if column == Column.OTHER and plain(cell):
                title = self.titles.get(index, "")
                item.add(Column.CONTENT, f"{title}: {cell}" if title else cell)
            elif column != Column.OTHER:
                item.add(column, cell)

    def _continue(self, item, cells, row):
        """A row with an empty number cell goes on with the item above, usually after a page break."""
        self._fill(item, cells)
        item.lines = (item.lines[0], row.lines[1])
        message = f"Dòng không có số thứ tự được nối vào nhiệm vụ {plain(item.get(Column.NUMBER))}."
        self.draft.findings.append(Finding("note", message, row.lines[0]))

    def pieces(self):
        sections = []
        for title, lines, rows in self.groups:
            if title:
                sections.append(SectionDraft(SectionKind.PARAGRAPH, title, titled=True, lines=lines))
            if rows:
                items = read_items(rows, self.columns, self.draft)
                span = (rows[0].lines[0], rows[-1].lines[1])
                sections.append(SectionDraft(SectionKind.ITEMS, items=items, layout=self.layout, lines=span))
        return sections
