"""Places a drafted text leaves to the writer: "[Nêu kết quả nổi bật]"."""

import re

from .finding import Spot

_PLACE = re.compile(r"\[(?:Nêu|Ghi|Điền)\b[^\[\]]*\]")


def left_to_write(passage, facts):
    """Square brackets that say what is to be written there."""
    for found in _PLACE.finditer(passage.text):
        yield Spot(found.start(), found.end(), "Chỗ này còn chờ viết: thay cả ngoặc vuông bằng nội dung.")
