"""What a filled-in spreadsheet would change: its rows beside the tasks they speak of (decision 41). Writes nothing."""

import re
from dataclasses import dataclass, field
from uuid import uuid4

from django.http import QueryDict

from thiduakhenthuong.text import search_key

from ...models import Task
from .columns import FIGURES

_CODE = re.compile(r"NV-(\d{1,15})-(\d{1,15})")
_STATES = {search_key(label): value for value, label in Task.State.choices}
NO_CODE = "Dòng {number}: không còn mã nhiệm vụ (cột ẩn A), nên không biết là nhiệm vụ nào. Hãy tải lại bảng."
NOT_YOURS = "Dòng {number}: không phải nhiệm vụ của đơn vị này."
TWICE = "Dòng {number}: nhiệm vụ này đã có ở dòng {first}. Hãy chỉ giữ một dòng."
WITHDRAWN = "Dòng {number}: kế hoạch không còn giao nhiệm vụ này nên không cần báo cáo."
CLOSED = "Dòng {number}: nhiệm vụ đã kết thúc. Muốn báo cáo thêm, hãy nhờ cơ quan chủ trì mở lại."


@dataclass
class Sorted:
    """Rows by the task they speak of, and a sentence for each row that speaks of none that may be reported on."""

    rows: dict = field(default_factory=dict)  # SheetRow by the id of its task
    seen: dict = field(default_factory=dict)  # the report the sheet was made after, by the id of the task
    refused: list = field(default_factory=list)


def sort_rows(rows, tasks):
    """`tasks` are those of the unit. Two queries at most, however many rows."""
    found = [(_CODE.fullmatch(row.code), row) for row in rows]
    ids = {int(code[1]) for code, _ in found if code}
    own = {task.pk: task for task in tasks.filter(pk__in=ids).only("unit", "withdrawn_at", "closed_at")}
    result = Sorted()
    for code, row in found:
        task = own.get(int(code[1])) if code else None
        if fault := _fault(row, code, task, result):
            result.refused.append(fault)
        else:
            result.rows[task.pk], result.seen[task.pk] = row, int(code[2])
    return result


def _fault(row, code, task, result):
    if not code:
        return NO_CODE.format(number=row.number)
    if task is None:
        return NOT_YOURS.format(number=row.number)
    if first := result.rows.get(task.pk):
        return TWICE.format(number=row.number, first=first.number)
    if task.withdrawn_at or task.closed_at:
        return (WITHDRAWN if task.withdrawn_at else CLOSED).format(number=row.number)
    return ""


def as_sent(rows, tasks, *, today):
    """What a browser would have sent, had somebody typed the rows into the form of these tasks."""
    data = QueryDict(mutable=True)
    data["token"] = str(uuid4())
    for task in tasks:
        row = rows[task.pk]
        told = {
            "state": _STATES.get(search_key(row.state), row.state) or task.state,
            "note": row.note,
            "happened_on": row.day or today,
            "seen": str(task.report_id or 0),
            **{f"figure_{position}": getattr(row, f"figure_{position}") for position in FIGURES},
        }
        data.update({f"{task.pk}-{name}": value for name, value in told.items()})
        data.update({f"initial-{task.pk}-state": task.state, f"initial-{task.pk}-happened_on": today})
    return data
