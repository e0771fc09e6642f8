"""Where annexes begin: at "PHỤ LỤC", and after a signature at a title in capitals, a reference or a table."""

import re

from .cells import cells, fold
from .markup import plain, tidy
from .national_header import has_motto
from .offices import is_authority, is_office, name_parts

_ANNEX = re.compile(r"phu\s+luc\b(?!\s+(?:chi tiet|kem|dinh|nay|so|\d+\s+kem))|phu\s+luc\s+so\s+[\divx]+\s*$")
_FORM = re.compile(r"(?:bieu|mau)(?:\s+so)?\s*:?\s*\d{1,2}[a-z]?\b")
_TITLE = re.compile(
    r"(?:danh muc|lich|bang|bieu|ke hoach|chuong trinh|noi dung|nhiem vu|tien do|phan cong|danh sach|dang ky|muc tieu"
    r"|chi tieu|tong hop|thoi gian|cac noi dung|cac nhiem vu|khung|de cuong)\b"
)
_REFERENCE = re.compile(r"\(?\s*(?:ban hanh\s+)?kem theo\b")
_FILED = re.compile(r"[-–+•*]?\s*luu\b")  # the last of Nơi nhận: "Lưu: VT"
_LENGTH = 200


def is_annex_start(text):
    """A line that opens an annex wherever it stands: "PHỤ LỤC", "Phụ lục II", "Biểu số 1"."""
    words = plain(tidy(text))
    if len(words) > _LENGTH or words.endswith((";", ",")):
        return False
    folded = fold(words)
    return bool(_ANNEX.match(folded)) or (bool(_FORM.match(folded)) and words[:1].isupper() and len(words) < 60)


def is_reference(text):
    """ "(Kèm theo Kế hoạch số …)"."""
    return bool(_REFERENCE.match(fold(text))) and len(text) <= 400


def annex_index(lines, foot):
    """The index where the annexes begin; the number of lines where there are none. `foot` is where the foot does."""
    after = foot if foot < len(lines) else 0
    signed = end_of_signature(lines, after)
    for index in range(after, len(lines)):
        if is_annex_start(lines[index].text) and lines[index].text:
            return index
        if index >= signed and _opens_annex(lines[index]):
            return _with_titles(lines, index, signed)
    return len(lines)


def end_of_signature(lines, foot):
    """The index behind the name that is signed, or behind the last recipient where nobody signs.

    `foot` is the index where the foot begins; without either it is the number of lines.
    """
    signing, filed = 0, 0
    for index in range(foot, len(lines)):
        for text in cells(lines[index]):
            if signing and name_parts(text):
                return _behind_list(lines, index + 1)
            if is_authority(text) or is_office(text):
                signing = index + 1
            if not filed and _FILED.match(fold(text)):
                filed = index + 1
        if is_annex_start(lines[index].text):
            break
    return max(signing, filed) or len(lines)


def _behind_list(lines, index):
    """Recipients may stand below the signature: the index behind their last line."""
    for at in range(index, min(len(lines), index + 40)):
        if any(_FILED.match(fold(text)) for text in cells(lines[at])):
            return at + 1
        if _opens_annex(lines[at]):
            break
    return index


def _opens_annex(line):
    if line.text.count("\t") > 1 or line.text.count("|") > 3 or (line.place and line.place.column > 1):
        return bool(re.search(r"\w", line.text))
    text = plain(tidy(line.text))
    if is_reference(text):
        return True
    return len(text) <= _LENGTH and text == text.upper() and len(text.split()) >= 3 and bool(_TITLE.match(fold(text)))


def _with_titles(lines, index, signed):
    """Lines in capitals right above a table or a reference are the annex's title."""
    first = index
    while first > signed and _is_title(lines[first - 1]):
        first -= 1
    while first < index and not lines[first].text:
        first += 1
    return first


def _is_title(line):
    text = plain(tidy(line.text))
    return not text or (text == text.upper() and len(text) > 3 and not is_office(text) and not has_motto(text))
