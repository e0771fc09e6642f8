"""The rows of a task table → groups of tasks.

Knows header rows that repeat, quarters, titles of groups, and rows that go on with the one above.
"""

import re
from dataclasses import dataclass, field

from ..draft import Finding
from .columns import Column
from .group_rows import QuarterScope, cell_of, group_title, row_heading
from .markup import is_emphasised, plain
from .quarters import quarter_number, time_heading
from .row_facts import is_task, number_of, says_who_or_when, stands_first, tasks_in
from .table_heads import is_column_numbers
from .table_items import Cells

_BULLET = re.compile(r"^[-–—•+*]\s*\S")
_QUARTER_CELL = re.compile(r"^(?:qu[ýí]\s*)?(IV|I{1,3}|0?[1-4])(?:\s*[/-]\s*20\d\d|\s*năm\s*20\d\d)?$", re.IGNORECASE)


@dataclass
class Group:
    """Tasks in order, under a title or none."""

    title: str = ""
    lines: tuple[int, int] = (0, 0)
    tasks: list[Cells] = field(default_factory=list)


class RowReader:
    """Takes row after row; `groups` holds what they made, `quarter_heading` how the first quarter is worded."""

    def __init__(self, head, draft, heading=None):
        self.columns, self.titles, self.draft = head.columns, head.titles, draft
        self.groups = [Group()]
        self.scope = QuarterScope(heading)
        self.quarter_heading = ""
        self.numbered = self.page_break = False
        self.under_title = False  # below a numbered row that was only the title of the rows below it
        self.time_first = stands_first((Column.DEADLINE,), self.columns)
        self.by_quarters = False  # the column of times in front of the contents names nothing but quarters
        self.carried = {}  # the last text of each column of times, where blank cells go on with it

    def read(self, rows):
        if self.time_first:
            data = (row for row in map(self._fitted, rows) if not (self._repeats_titles(row) or _is_number(row)))
            times = {cell_of(row, self.columns, Column.DEADLINE) for row in data} - {""}
            headings = [time_heading(text) for text in times]
            self.by_quarters = all(heading and not heading.month for heading in headings)
        for row, following in zip(rows, [*rows[1:], None], strict=False):
            self._take(self._fitted(row), following and self._fitted(following))

    def _fitted(self, row):
        row.cells = [cell.strip() for cell in row.cells]
        row.cells += [""] * (len(self.columns) - len(row.cells))
        return row

    def _take(self, row, following):
        if not any(row.cells):
            return
        if is_column_numbers(row):
            words = " ".join(plain(cell) for cell in row.cells if cell)
            self.draft.findings.append(Finding("note", f"Bỏ dòng đánh số cột “{words}”.", row.lines[0]))
        elif _is_number(row):
            self._set_aside(row)
        elif self._repeats_titles(row):
            self._keep_other(row)
            self.page_break = True
        elif heading := row_heading(row, self.columns):
            self._open_quarter(heading, row)
        elif title := group_title(row, self.columns) or self._title_of_following(row, following):
            self._open_group(title, row)
        else:
            for task in tasks_in(row, self.columns):
                self._data(task)
            self.page_break = False

    def _repeats_titles(self, row):
        """The titles again, at a page break; a second header row repeats but its own."""
        filled = [(plain(cell).lower(), title.lower()) for cell, title in self._titled(row)]
        same = sum(cell == title or cell in title.split("\n") for cell, title in filled)
        return len(filled) >= 2 and same >= 2 and 2 * same >= len(filled)

    def _set_aside(self, row):
        """A number alone is that of a page."""
        number = next(cell for cell in row.cells if cell)
        self.draft.unplaced.append(f"{row.lines[0]}: {number}")
        self.draft.findings.append(Finding("note", f"Bỏ số trang “{number}”.", row.lines[0]))

    def _titled(self, row):
        """The filled cells, each with the title of its column."""
        return [(cell, title) for cell, title in zip(row.cells, self.titles, strict=False) if cell]

    def _keep_other(self, row):
        """Whatever else got into the cells of a repeated header is kept apart."""
        other = [cell for cell, title in self._titled(row) if plain(cell).lower() != title.lower()]
        if other:
            self.draft.unplaced.append(f"{row.lines[0]}: {' | '.join(other)}")
            message = f"Dòng tiêu đề lặp lại của bảng khác dòng đầu: “{' | '.join(other)[:80]}”."
            self.draft.findings.append(Finding("warning", message, row.lines[0]))

    def _open_quarter(self, heading, row):
        if not self.quarter_heading and heading.quarter:
            self.quarter_heading = heading.template
        self.scope.open(heading, row)
        self.carried, self.under_title = {}, False

    def _open_group(self, title, row):
        self.groups.append(Group(title, row.lines))
        self.scope.take_group(title, row)
        self.carried = {}

    def _title_of_following(self, row, following):
        """A numbered row without units and time is the title of the rows below: "1" of "1.1", or of unnumbered ones."""
        self.under_title = False
        number, content = number_of(row, self.columns), cell_of(row, self.columns, Column.CONTENT)
        if not (content and following) or says_who_or_when(row, self.columns):
            return ""
        if not number:
            return content if self._is_bare_title(row, content) and number_of(following, self.columns) else ""
        below = number_of(following, self.columns)
        first_below = bool(re.match(rf"{re.escape(number)}\.\d", below)) or bool(re.match(r"^(?:[a-z]|-)$", below))
        self.under_title = not below and is_task(following, self.columns)
        if not (first_below or self.under_title):
            return ""
        return f"{plain(row.cells[self.columns.index(Column.NUMBER)])} {content}"

    def _is_bare_title(self, row, content):
        """Contents alone above a numbered row: a title right below a heading, or in bold type."""
        others = (cell for cell in row.cells if cell and plain(cell) != content)
        if len(content) > 120 or any(others) or content[0].islower() or content.endswith((".", ";", ",")):
            return False
        bold = any(is_emphasised(cell) for cell in row.cells if cell)
        return bold or self.scope.just_opened or not self.groups[-1].tasks

    def _data(self, row):
        tasks = self.groups[-1].tasks
        if tasks and self._goes_on(row):
            self._continue(tasks[-1], row)
            return
        self.numbered = self.numbered or bool(number_of(row, self.columns))
        self.scope.take_task()
        heading = self.scope.heading
        task = Cells(heading.quarter if heading else None, heading.month if heading else "", row.lines)
        tasks.append(task)
        self._fill(task, row)

    def _goes_on(self, row):
        """Does a row without number go on with the task above? Not where it is a task of its own."""
        content = cell_of(row, self.columns, Column.CONTENT)
        if number_of(row, self.columns):
            return False
        if not content or content[0].islower():
            return self.numbered or bool(content) or not says_who_or_when(row, self.columns)
        if not self.numbered:
            return self.columns.index(Column.CONTENT) in row.covered
        if _BULLET.match(content):
            return not (self.under_title and is_task(row, self.columns))
        return self.page_break or not is_task(row, self.columns)

    def _continue(self, task, row):
        """A row with an empty number cell goes on with the task above, usually after a page break."""
        self._fill(task, row)
        task.lines = (task.lines[0], row.lines[1])
        if self.numbered:
            message = f"Dòng không có số thứ tự được nối vào nhiệm vụ {plain(task.get(Column.NUMBER))}."
            self.draft.findings.append(Finding("note", message, row.lines[0]))

    def _fill(self, task, row):
        for at, cell in enumerate(row.cells):
            column = self.columns[at] if at < len(self.columns) else Column.OTHER
            title = self.titles[at] if at < len(self.titles) else ""
            if column == Column.QUARTER:
                self._set_quarter(task, at, cell)
            elif column == Column.MARK:
                task.mark(title, cell)
            elif column == Column.OTHER:
                task.add_other(title, cell)
            else:
                task.add(column, self._timed(task, at, cell) if column == Column.DEADLINE else cell)
                task.same.update({column} if at in row.covered and not cell else ())

    def _timed(self, task, at, cell):
        """The text of a time cell; where times stand in front of the contents, blank ones go on with the one above."""
        if not self.time_first:
            return cell
        fresh = not task.get(Column.DEADLINE)
        cell = self.carried[at] = cell or (self.carried.get(at, "") if fresh else "")
        heading = time_heading(plain(cell)) if self.by_quarters else None
        task.quarter = heading.quarter if heading else task.quarter
        return cell

    def _set_quarter(self, task, at, cell):
        cell = self.carried[at] = cell or self.carried.get(at, "")
        found = _QUARTER_CELL.match(plain(cell))
        task.quarter = quarter_number(found.group(1)) if found else task.quarter
        if cell and (
            not found or not (stands_first((Column.QUARTER,), self.columns) or Column.DEADLINE in self.columns)
        ):
            wording = cell if "qu" in cell.lower() or not found else f"Quý {cell}"
            task.add(Column.DEADLINE, wording if not task.get(Column.DEADLINE) else "")


def _is_number(row):
    """A row of nothing but one number."""
    return "".join(row.cells).isdigit() and sum(map(bool, row.cells)) == 1
