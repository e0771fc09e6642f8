"""Reads texts for the tests of the reading, and small plans to vary."""

from pathlib import Path

from plans.importing.parsing import parse
from plans.reading.files import read_source
from plans.reading.lines import source_lines

GOLDEN = Path(__file__).parents[2] / "golden"
SEEDS = [f"seed-00{n}" for n in range(5)]

HEAD = """ỦY BAN NHÂN DÂN
QUẬN BÌNH AN
Số: 08/KH-UBND
Bình An, ngày 05 tháng 01 năm 2024

KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2024
"""
PREAMBLE = "Ủy ban nhân dân quận Bình An ban hành Kế hoạch như sau:"
FOOT = """Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Hòa
"""


def read(text):
    """The draft of a text."""
    return parse(source_lines(text.split("\n")))


def read_golden(name):
    """The draft of one of the golden texts."""
    data = (GOLDEN / f"{name}.txt").read_bytes()
    return parse(read_source(data, name, limit=len(data)).lines)


def plan_text(
    *,
    head=HEAD,
    preamble=PREAMBLE,
    tasks="- Tổ chức hội nghị (tháng 02)",
    duties="1. Giao Phòng Nội vụ theo dõi./.",
    foot=FOOT,
):
    """A small complete plan; each part can be another text."""
    return f"{head}\n{preamble}\n\nI. NỘI DUNG\n1. Quý I\n{tasks}\n\nII. TỔ CHỨC THỰC HIỆN\n{duties}\n\n{foot}"


def table_text(*rows, titles="TT\tNội dung\tĐơn vị thực hiện", **parts):
    """A small plan whose tasks stand in a table of tabs; rows are lines."""
    lines = "\n".join([titles, *rows])
    return plan_text(**parts).replace("1. Quý I\n- Tổ chức hội nghị (tháng 02)", lines)


def messages(draft):
    """What the findings say."""
    return [finding.message for finding in draft.findings]
