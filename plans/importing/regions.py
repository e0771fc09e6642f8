"""Divides the lines of a plan: head (to the subject), body, foot (recipients and signature), annexes."""

import re
from dataclasses import dataclass, field

from ..reading.lines import SourceLine
from .labels import split_label
from .markup import is_rule, plain, tidy

_TYPE = re.compile(r"^K\s?Ế\s?\s?H\s?O\s?Ạ\s?C\s?H\b[\s:]*(?P<rest>.*)$")
_TYPE_ALONE = re.compile(r"^kế hoạch\s*$", re.IGNORECASE)
_TYPE_LIMIT = 200  # the type name stands within so many lines, or nowhere
_OPENING = re.compile(
    r"^(?:Căn cứ|Thực hiện|Để |Nhằm|Theo |Xét |Trên cơ sở|Triển khai thực hiện|Tiếp tục thực hiện|Kính gửi|\("
    r"|Phần |PHẦN )"
)
_RECIPIENTS = re.compile(r"^nơi nhận\b", re.IGNORECASE)
_ANNEX = re.compile(r"^phụ\s+lục\b(?!\s+(?:chi tiết|kèm|đính|này))", re.IGNORECASE)
_AUTHORITY = re.compile(r"^(?:(?:TM|KT|TL|TUQ|Q)\s?\.|[TK]/[MT]\s?\.?)\s*[A-ZĐÀ-Ỹ]")
_POSITIONS = (
    "CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TRƯỞNG PHÒNG|PHÓ TRƯỞNG PHÒNG|TRƯỞNG BAN|PHÓ TRƯỞNG BAN|BÍ THƯ"
    "|PHÓ BÍ THƯ|HIỆU TRƯỞNG|PHÓ HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|PHÓ CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG"
    "|VIỆN TRƯỞNG"
    "|CHÁNH ÁN|THỦ TRƯỞNG|TỔNG GIÁM ĐỐC|CHÁNH THANH TRA|BỘ TRƯỞNG|THỨ TRƯỞNG|QUYỀN CHỦ TỊCH|TRƯỞNG KHOA"
)
_POSITION = re.compile(rf"^(?:{_POSITIONS})(?:\s+[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ,\-\s]*)?$")


@dataclass
class Regions:
    """The lines of each part; `type_line` is None where no line names the type."""

    head: list[SourceLine] = field(default_factory=list)
    type_line: SourceLine | None = None
    subject: list[SourceLine] = field(default_factory=list)
    body: list[SourceLine] = field(default_factory=list)
    foot: list[SourceLine] = field(default_factory=list)
    annexes: list[SourceLine] = field(default_factory=list)


def divide(lines):
    """The regions of a source. Without a type name everything up to the foot is body."""
    at = _type_index(lines)
    regions = Regions(head=lines[:at] if at is not None else [])
    rest = lines if at is None else lines[at + 1 :]
    if at is not None:
        regions.type_line = lines[at]
        count = _subject_length(rest) if not same_line_subject(lines[at].text) else _more_subject(rest)
        regions.subject, rest = [line for line in rest[:count] if line.text], rest[count:]
    foot, annex = _foot_and_annex(rest)
    regions.body, regions.foot, regions.annexes = rest[:foot], rest[foot:annex], rest[annex:]
    return regions


def same_line_subject(text):
    """What stands on the line of the type name after it."""
    found = _TYPE.match(plain(tidy(text)))
    return found.group("rest").strip() if found else ""


def _type_index(lines):
    """The first line that is the name KẾ HOẠCH, alone or followed by the subject."""
    alone = None
    for index, line in enumerate(lines[:_TYPE_LIMIT]):
        text = plain(tidy(line.text))
        found = _TYPE.match(text)
        if found and not found.group("rest")[:1].islower() and "\t" not in line.text:
            return index
        if alone is None and _TYPE_ALONE.match(text):
            alone = index
    return alone


def _subject_length(lines):
    """How many lines after the type name belong to the subject: its first paragraph."""
    first = next((i for i, line in enumerate(lines) if line.text and not is_rule(line.text)), len(lines))
    if first < len(lines) and _ends_subject(lines[first].text):
        return first
    return first + 1 + _more_subject(lines[first + 1 :]) if first < len(lines) else first


def _more_subject(lines):
    """How many lines continue a subject: those that follow without a blank line and open nothing else."""
    for index, line in enumerate(lines[:6]):
        if not line.text or is_rule(line.text) or _ends_subject(line.text):
            return index
    return 0 if len(lines) > 6 else len(lines)


def _ends_subject(text):
    tidied = tidy(text)
    return bool(_OPENING.match(plain(tidied)) or split_label(tidied).label or "\t" in text or tidied.startswith("|"))


def _foot_and_annex(lines):
    """Where the foot and the annexes begin; both are the end where there is none."""
    foot = next((i for i, line in enumerate(lines) if is_foot_start(line.text)), len(lines))
    after = foot if foot < len(lines) else 0
    annex = next((i for i in range(after, len(lines)) if is_annex_start(lines[i].text)), len(lines))
    return min(foot, annex), annex


def is_annex_start(text):
    """A line that opens an annex: "PHỤ LỤC", "Phụ lục II"."""
    words = plain(tidy(text))
    return len(words) <= 120 and bool(_ANNEX.match(words)) and not words.endswith((";", ","))


def is_foot_start(text):
    """The line of Nơi nhận or the first line of the signature, alone or in two columns."""
    return any(is_recipients_title(cell) or is_authority(cell) for cell in re.split(r"[\t|]", text))


def is_recipients_title(text):
    return bool(_RECIPIENTS.match(plain(tidy(text))))


def is_authority(text):
    """A line of authority or office above a signature: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "GIÁM ĐỐC"."""
    words = plain(tidy(text))
    if len(words) > 100:
        return False
    return words == words.upper() and bool(_AUTHORITY.match(words) or _POSITION.match(words))
