"""Legal instruments that are no longer in force: until when, what stands in their place, and who says so.

Only what is certain stands here; what a later law may have changed is left to people.
"""

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Instrument:
    """One instrument with the day it was last in force."""

    name: str
    written: re.Pattern  # how documents cite it
    valid_to: date
    instead: str
    source: str


_LAW_ON_COMMENDATION = r"Luật [Tt]hi đua(?:,| -|) [Kk]hen thưởng"

INSTRUMENTS = (
    Instrument(
        "Luật Thi đua, khen thưởng năm 2003",
        re.compile(
            rf"{_LAW_ON_COMMENDATION} (?:số 15/2003/QH11|năm 2003|ngày 26(?:/|\s+tháng\s+)11(?:/|\s+năm\s+)2003)"
            r"|\b15/2003/QH11\b"
        ),
        date(2023, 12, 31),
        "Luật Thi đua, khen thưởng số 06/2022/QH15",
        "Luật 06/2022/QH15 có hiệu lực từ 01/01/2024",
    ),
    Instrument(
        "các luật sửa đổi Luật Thi đua, khen thưởng năm 2003",
        re.compile(r"\b(?:47/2005/QH11|39/2013/QH13)\b"),
        date(2023, 12, 31),
        "Luật Thi đua, khen thưởng số 06/2022/QH15",
        "Luật 06/2022/QH15 có hiệu lực từ 01/01/2024",
    ),
    Instrument(
        "Nghị định số 91/2017/NĐ-CP",
        re.compile(r"\b91/2017/NĐ-CP\b"),
        date(2023, 12, 31),
        "nghị định quy định chi tiết Luật Thi đua, khen thưởng năm 2022",
        "Nghị định 98/2023/NĐ-CP có hiệu lực từ 01/01/2024",
    ),
    Instrument(
        "Nghị định số 98/2023/NĐ-CP",
        re.compile(r"\b98/2023/NĐ-CP\b"),
        date(2025, 6, 30),
        "Nghị định số 152/2025/NĐ-CP",
        "Nghị định 152/2025/NĐ-CP có hiệu lực từ 01/7/2025",
    ),
)
