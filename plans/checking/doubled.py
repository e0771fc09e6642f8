"""Words typed twice: "của của", "năm năm 2024", "tỉnh huyện Cao Lộc"."""

import re

from .alphabet import CAPITALS, SMALL
from .finding import Spot

# Never right twice in a row; "tổ chức tổ chức" and "ngày ngày" may be.
_WORDS = ("của", "và", "các", "trong", "được", "cho", "là", "về", "để", "theo", "với", "tại", "những", "thực hiện")
_WORDS += ("thi đua", "khen thưởng", "công tác", "kế hoạch", "nhiệm vụ", "phong trào", "hội đồng", "cơ quan")
_TWICE = {f"{word} {word}": re.compile(rf"\b{word} {word}\b") for word in _WORDS}
_TWICE["năm năm 20"] = re.compile(r"\bnăm năm(?= 20\d\d\b)")
_LEVEL = r"(?:tỉnh|huyện|quận|xã|phường|thị trấn)"
_LEVELS = re.compile(rf"\b{_LEVEL} (?P<last>{_LEVEL})(?= [{CAPITALS}][{SMALL}])")


def doubled(passage, facts):
    """The second word stays."""
    text = passage.text
    for twice, written in _TWICE.items():
        for found in written.finditer(text) if twice in text else ():
            yield Spot(found.start(), found.end(), "Chữ gõ hai lần.", found[0][: len(found[0]) // 2])
    for found in _LEVELS.finditer(text):
        yield Spot(found.start(), found.end(), "Hai từ chỉ cấp hành chính đứng liền nhau.", found["last"])
