"""A list of bodies in one text → the single names: by bullets, line breaks, semicolons, commas, slashes and "và"."""

import re

from .unit_names import BEGINS_COLLECTIVE, IS_COLLECTIVE, NAME_TAILS, OWN_BODY, OWNER, begins_unit, is_pair

_SEPARATOR = re.compile(
    r"[();\n]|\s[-–]\s|,\s|\s?/\s|/(?=[A-ZĐ])|\s(?:và|&|cùng|\+)(?:\s+(?=với)|\s)(?:với\s)?"
    r"|(?<=[a-zà-ỹ])\s(?=Các\s[a-zđà-ỹ])|(?:(?<=ỉnh ủy)|(?<=hành ủy)|(?<=uyện ủy))\s(?=Sở\s)"
)
_SHORT_NAME = re.compile(r"[A-ZĐ][\w&.]+\s*(?:[,;]|$)")  # "VNPT, Viettel, MobiFone": names of one word
_BULLET = re.compile(r"(?:^|\n)\s*[-–—•+*]\s*")


def split_units(text):
    """The names in `text`, as printed, without bullets and end marks. What stands in brackets is never split."""
    bulleted = bool(_BULLET.match(text))
    text = _BULLET.sub("\n", text).strip()
    names, start, depth = [], 0, 0
    for found in _SEPARATOR.finditer(text):
        mark = found.group().strip()
        left, right = text[max(start, found.start() - 200) : found.start()], text[found.end() : found.end() + 60]
        if mark and mark in "()":
            depth = max(depth + (1 if mark == "(" else -1), 0)
        elif depth == 0 and _separates(mark, left, right, bulleted):
            names.append(text[start : found.start()])
            start = found.end()
    return [name for name in (_bare(name) for name in [*names, text[start:]]) if name]


def _separates(mark, left, right, bulleted):
    """Does this mark, between these texts, end one name and begin another?"""
    if mark in ("", ";"):  # a line break or a semicolon
        return True
    if mark in "-–":
        if not bulleted and not _is_alike(left, right):
            return False
        return right[:1].isupper() and not NAME_TAILS.match(right) and not _is_own_body(left, right)
    if mark == "," and _SHORT_NAME.match(right) and _SHORT_NAME.fullmatch(left.strip()):
        return not IS_COLLECTIVE.match(left.lstrip())  # "Các trường MN, TH, THCS"
    if mark == ",":
        return begins_unit(right) and not _goes_on_listing(left, right)
    if mark.split()[0] in ("và", "&", "cùng", "+"):
        return begins_unit(right) and not is_pair(left, right) and not _goes_on_listing(left, right)
    return begins_unit(right)


def _is_alike(left, right):
    """Both begin with the same word: "Phòng Nội vụ - Phòng Tư pháp"."""
    first = left.strip().split(" ", 1)[0]
    return begins_unit(right) and right.startswith(f"{first} ") and begins_unit(left.strip())


def _is_own_body(left, right):
    return bool(OWN_BODY.search(left[-60:]) and OWNER.match(right))


def _goes_on_listing(left, right):
    """ "các cơ quan, đơn vị", "Thủ trưởng các cơ quan, đơn vị và doanh nghiệp": nouns of one collective address."""
    if re.search(r"\b[Cc]ác [Cc]ụm$", left) and re.match(r"[Kk]hối\b", right):
        return True
    if re.match(r"(?:các|Các|toàn thể|thủ trưởng|Thủ trưởng|từng|đồng chí|đ/c)\s", right):
        return False
    return bool(BEGINS_COLLECTIVE.match(right)) and right[:1].islower() and bool(IS_COLLECTIVE.match(left.lstrip()))


def _bare(name):
    return " ".join(name.split()).strip(" .;,:-–•+*")
