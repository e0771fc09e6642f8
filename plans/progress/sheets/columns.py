"""The columns of the spreadsheet, for who writes it and who reads it. No Django: the child process needs them too."""

CODE, PLAN, WORDS, ROLE, DUE, NOW = "Mã (không sửa)", "Kế hoạch", "Nhiệm vụ", "Vai trò", "Hạn", "Hiện nay"
STATE, NOTE, DAY, ASKED = "Trạng thái mới", "Nội dung", "Ngày thực hiện", "Số liệu được hỏi"
FIGURES = {1: "Số liệu 1", 2: "Số liệu 2"}
FILLED_IN = (STATE, NOTE, DAY, *FIGURES.values())
LONGEST_SHEET = 5000  # rows


def code_of(task_id, report_id):
    """What tells a row apart: its task, and the report that was there when the sheet was made. No number, no date."""
    return f"NV-{task_id}-{report_id or 0}"
