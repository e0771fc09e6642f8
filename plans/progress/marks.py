"""What the badges of a task say: its state, and what somebody should look at."""


def marks_of(task, *, is_late):
    """The badges as (kind, words), the state first; the kind is the end of a CSS class."""
    asked = task.asked_until_on if task.asked_until_on and not task.is_finished else None
    found = [
        (task.state, task.get_state_display()),
        ("late", "Quá hạn" if is_late else ""),
        ("returned", "Bị trả lại" if task.returned_at else ""),
        ("asked", f"Xin gia hạn đến {asked:%d/%m/%Y}" if asked else ""),
        ("closed", _ended(task)),
    ]
    return [mark for mark in found if mark[1]]


def _ended(task):
    if task.withdrawn_at:
        return "Kế hoạch thôi giao"
    return "Đã kết thúc" if task.closed_at else ""
