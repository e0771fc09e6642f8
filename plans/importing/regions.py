"""Divides the lines of a plan: head (to the subject), body, foot (recipients and signature), annexes."""

import re
from dataclasses import dataclass, field

from ..reading.lines import SourceLine
from .annex_starts import annex_index, end_of_signature
from .cells import cells
from .foot_start import foot_index
from .labels import split_label
from .markup import is_emphasised, is_rule, plain
from .own_number import is_number_or_date
from .type_names import decision_index, only_text, type_index, type_of

_OPENING = re.compile(
    r"^(?:Căn cứ|Thực hiện|Để |Nhằm|Theo |Xét |Trên cơ sở|Triển khai thực hiện|Tiếp tục thực hiện|Kính gửi|\("
    r"|Phần |PHẦN |Phát huy |Năm 20|Tiếp tục )"
)
_SENTENCE = re.compile(r"như sau|(?:ban hành|xây dựng) [Kk]ế hoạch|[;:]$|\.\s*$(?<!\d\.)")
_NO_SUBJECT = re.compile(r"^(?:Căn cứ\s|Kính gửi|\(|Phần |PHẦN )")
_LINES_OF_SUBJECT = 7
_LENGTH = 250  # of a line of a subject


@dataclass
class Regions:
    """The lines of each part; `type_line` is None where no line names the type.

    `decision` is what stands between the head of a decision and the plan it issues.
    """

    head: list[SourceLine] = field(default_factory=list)
    decision: list[SourceLine] = field(default_factory=list)
    type_line: SourceLine | None = None
    subject: list[SourceLine] = field(default_factory=list)
    body: list[SourceLine] = field(default_factory=list)
    foot: list[SourceLine] = field(default_factory=list)
    annexes: list[SourceLine] = field(default_factory=list)


def divide(lines):
    """The regions of a source. Without a type name everything up to the foot is body."""
    at = type_index(lines)
    regions, rest = Regions(), lines
    if at is not None:
        _take_head(regions, lines[:at])
        regions.type_line, rest = lines[at], lines[at + 1 :]
        count = _subject_length(rest, lines[at])
        regions.subject, rest = [line for line in rest[:count] if line.text], rest[count:]
    foot = foot_index(rest)
    annex = annex_index(rest, foot)
    regions.body, regions.foot, regions.annexes = rest[: min(foot, annex)], rest[foot:annex], rest[annex:]
    if not regions.foot and regions.decision:
        regions.foot = _foot_of_decision(regions.decision)
    return regions


def _foot_of_decision(lines):
    """Recipients and signature below the last article of a decision, up to the head of what it issues."""
    articles = [index for index, line in enumerate(lines) if re.match(r"Điều \d+", plain(line.text))]
    lines = lines[articles[-1] if articles else 0 :]
    foot = foot_index(lines)
    return lines[foot : end_of_signature(lines, foot)]


def _take_head(regions, lines):
    at = decision_index(lines)
    regions.head = lines if at is None else lines[:at]
    regions.decision = [] if at is None else lines[at:]


def _subject_length(lines, type_line):
    """How many lines after the type name belong to the subject, which may begin on the type's own line."""
    above, last, taken = type_line if type_of(type_line).rest else None, 0, 0
    for index, line in enumerate(lines):
        if not line.text or is_rule(plain(line.text)):
            if above is not None and is_rule(plain(line.text)):
                break
            continue
        gap = index > last
        if _ends_subject(line, type_line, first=above is None) or (
            above is not None and not _continues(above, line, gap=gap)
        ):
            break
        above, last, taken = line, index + 1, taken + 1
        if taken >= _LINES_OF_SUBJECT:
            break
    return last


def _continues(above, line, *, gap):
    """Does a line go on with the subject? After a blank line only where both are set alike, as a heading is."""
    if is_emphasised(above.text) != is_emphasised(line.text):
        return False
    text = plain(line.text)
    if text != text.upper() and (_SENTENCE.search(text) or len(text) > _LENGTH):
        return False
    if not gap:
        return True
    both = (plain(above.text), text)
    if all(part == part.upper() for part in both):
        return True
    return len(text) < 150 and (is_emphasised(line.text) or (text[:1].islower() and both[0][-1:].isalnum()))


def _ends_subject(line, type_line, *, first):
    text = only_text(line)
    if not text or (_OPENING.match(text) and not (first and _names_deed(text))) or split_label(text).label:
        return True
    if (line.place and line.place.table) != (type_line.place and type_line.place.table):
        return True
    return any(is_number_or_date(cell) for cell in cells(line))


def _names_deed(text):
    """ "Thực hiện phong trào thi đua …" right below the type is a subject, so long as it is no sentence."""
    if _NO_SUBJECT.match(text) or len(text) > _LENGTH:
        return False
    return text == text.upper() or not (_SENTENCE.search(text) or "ngày" in text)
