"""What such plans miswrite: names of the trade, and slips of typing or scanning that give another word.

No dictionary: only spellings that are never right stand here.
"""

import re
from dataclasses import dataclass

from .alphabet import CAPITALS, SMALL
from .finding import Spot

_CAPITALS_LAW = "Nghị định 30/2020/NĐ-CP, Phụ lục II"
_NAME = "Tên gọi viết chưa đúng."
_SLIP = "Chữ này có vẻ gõ hoặc quét sai."


@dataclass(frozen=True)
class Miswriting:
    """`holds` is a part of every wrong spelling: a quick look whether `wrong` is worth a search.

    `right` may take up groups of `wrong`; None where it cannot be told.
    """

    holds: str
    wrong: re.Pattern
    right: str | None
    reason: str = _SLIP
    law: str = ""


def _name(holds, wrong, right):
    return Miswriting(holds, re.compile(wrong), right, _NAME, _CAPITALS_LAW)


def _slip(holds, right, *, followed_by=""):
    return Miswriting(holds, re.compile(rf"\b{holds}{followed_by}"), right)


_WORD = f"[{CAPITALS}][{SMALL}]+"
_OTHER_NAMES = "Hồ Chí Minh|Đoàn|Ủy|Hội"  # "Thành phố Hồ Chí Minh" is a name as a whole
MISWRITINGS = (
    _name(
        "Hội đồng ",
        r"Hội đồng (?:thi đua(?:,| -|) khen thưởng|Thi đua,? [Kk]hen thưởng|Thi đua - khen thưởng)",
        "Hội đồng Thi đua - Khen thưởng",
    ),
    _name(
        "Luật ",
        r"Luật (?:thi đua(?:,| -|) [Kk]hen thưởng|Thi đua, Khen thưởng|Thi đua(?: -|) [Kk]hen thưởng)",
        "Luật Thi đua, khen thưởng",
    ),
    _name(
        "Thành phố ",
        rf"(?:(?<=[{SMALL}] )|(?<=\())Thành phố (?!{_OTHER_NAMES})(?P<name>{_WORD}(?: {_WORD})*)",
        r"thành phố \g<name>",
    ),
    _name("Thành phố trực thuộc", r"(?<=\d )Thành phố trực thuộc", "thành phố trực thuộc"),
    _name("Đông Nam bộ", r"Đông Nam bộ", "Đông Nam Bộ"),
    _name("Tây Nam bộ", r"Tây Nam bộ", "Tây Nam Bộ"),
    _name("Bắc Trung bộ", r"Bắc Trung bộ", "Bắc Trung Bộ"),
    Miswriting(
        "thi đua khen thưởng",
        re.compile(r"(?<=công tác )thi đua khen thưởng|(?<=về )thi đua khen thưởng"),
        "thi đua, khen thưởng",
        "Thiếu dấu phẩy trong “thi đua, khen thưởng”.",
    ),
    _slip("Khởi thi đua", "Khối thi đua"),
    _slip("khởi thi đua", "khối thi đua", followed_by=r"(?= (?:năm|của|các|trên))"),
    _slip("Cụm, khởi", "Cụm, khối", followed_by=r"\b"),
    _slip("cụm, khởi", "cụm, khối", followed_by=r"\b"),
    _slip("Công TTĐT", "Cổng TTĐT"),
    _slip("Công thông tin điện tử", "Cổng thông tin điện tử"),
    _slip("Công Thông tin điện tử", "Cổng Thông tin điện tử"),
    _slip("đôn bẩy", "đòn bẩy"),
    _slip("thêu ché", None),
)


def miswritten(passage, facts):
    """Spellings of the table."""
    for known in MISWRITINGS:
        for found in known.wrong.finditer(passage.text) if known.holds in passage.text else ():
            instead = found.expand(known.right) if known.right else None
            yield Spot(found.start(), found.end(), known.reason, instead, law=known.law)
