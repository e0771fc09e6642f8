"""Bodies that ended everywhere at once: until when, and what stands in their place. Only what is certain.

Nghị định 45/2025/NĐ-CP merged the departments in March 2025; the district level ended on 30/06/2025 (Luật Tổ chức chính
quyền địa phương số 72/2025/QH15). Bodies of one place are in the register of units with their own days.
"""

import re
from dataclasses import dataclass
from datetime import date

_MERGED = date(2025, 3, 31)  # by then in every province
_DISTRICTS = date(2025, 6, 30)
MERGING = "Nghị định 45/2025/NĐ-CP"
DISTRICTS = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"


@dataclass(frozen=True)
class Reform:
    """A kind of body, its last day, and the name of the one body that took over (empty: several, or not certain)."""

    written: re.Pattern
    last_day: date
    successor: str
    law: str


REFORMS = (
    Reform(re.compile(r"Sở Kế hoạch và Đầu tư"), _MERGED, "Sở Tài chính", MERGING),
    Reform(re.compile(r"Sở Giao thông [Vv]ận tải"), _MERGED, "", MERGING),
    Reform(re.compile(r"Sở Tài nguyên và Môi trường"), _MERGED, "Sở Nông nghiệp và Môi trường", MERGING),
    Reform(re.compile(r"Sở Nông nghiệp và Phát triển [Nn]ông thôn"), _MERGED, "Sở Nông nghiệp và Môi trường", MERGING),
    Reform(re.compile(r"Sở Thông tin và Truyền thông"), _MERGED, "", MERGING),
    Reform(re.compile(r"Sở Lao động\s?[-–,]\s?Thương binh và Xã hội"), _MERGED, "", MERGING),
    Reform(re.compile(r"Phòng Nội vụ"), _DISTRICTS, "", DISTRICTS),
    Reform(re.compile(r"(?:Huyện|Quận) ủy|Thị ủy"), _DISTRICTS, "", DISTRICTS),
    Reform(
        re.compile(
            r"(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân) (?:các )?"
            r"(?:quận|huyện|thị xã)\b(?:, (?:quận|huyện|thị xã))*"
        ),
        _DISTRICTS,
        "",
        DISTRICTS,
    ),
)
