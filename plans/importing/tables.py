"""Task tables → the pieces of the plan they make, and how their items are laid out."""

from ..draft import Finding, LayoutDraft, SectionDraft
from ..kinds import ItemStyle, SectionKind
from .columns import Column
from .headless import head_by_shape
from .table_heads import head_of, rows_below
from .table_items import read_items
from .table_rows import RowReader


def read_table(table, draft, heading=None):
    """The pieces a table makes: an ITEMS piece, or several with titled paragraphs between where groups are no quarters.

    `heading` is the quarter or month the table stands under. None where it is no task table.
    """
    head = head_of(table) or head_by_shape(table, draft)
    if head is None:
        return None
    rows = rows_below(table, head)
    reader = RowReader(head, draft, heading)
    layout = _layout(head, table, draft)
    reader.read([row for row in head.above if _words(row)] + rows)
    layout.quarter_heading = reader.quarter_heading or layout.quarter_heading
    return _pieces(reader.groups, head, layout, draft)


def _words(row):
    return any(cell.strip() for cell in row.cells)


def _pieces(groups, head, layout, draft):
    sections = []
    for group in groups:
        if group.title:
            sections.append(SectionDraft(SectionKind.PARAGRAPH, group.title, titled=True, lines=group.lines))
        if group.tasks:
            items = read_items(group.tasks, head, draft)
            span = (group.tasks[0].lines[0], group.tasks[-1].lines[1])
            sections.append(SectionDraft(SectionKind.ITEMS, items=items, layout=layout, lines=span))
    return sections


def _layout(head, table, draft):
    """Column titles as printed; what has no place on our paper is reported."""
    layout = LayoutDraft(ItemStyle.TABLE)
    named = dict(reversed(list(zip(head.columns, head.titles, strict=True))))
    layout.number_title = named.get(Column.NUMBER) or layout.number_title
    layout.content_title = named[Column.CONTENT] or layout.content_title
    layout.units_title = named.get(Column.LEAD) or named.get(Column.UNITS, "")
    layout.coordinating_title = named.get(Column.COORDINATING, "")
    times = {Column.START, Column.END, Column.MARK, Column.QUARTER} & set(head.columns)
    layout.deadline_title = named.get(Column.DEADLINE) or ("Thời gian thực hiện" if times else "")
    _report_further_columns(head, layout, table.lines[0], draft)
    return layout


def _report_further_columns(head, layout, line, draft):
    """Titles the layout has no place for: "Ghi chú", a second units column, an upper header row."""
    placed = {"", *vars(layout).values()}
    for column, title in zip(head.columns, head.titles, strict=True):
        if title not in placed:
            where = {Column.OTHER: "nội dung", Column.UNITS: "cột đơn vị chính"}.get(column, "thời gian của nhiệm vụ")
            message = f"Bảng có cột “{title}” không có chỗ riêng; chữ trong cột được ghi vào {where}."
            draft.findings.append(Finding("note", message, line))
    if head.upper:
        message = f"Tiêu đề bảng có hai dòng; dòng trên “{', '.join(head.upper)}” không in lại."
        draft.findings.append(Finding("note", message, line))
