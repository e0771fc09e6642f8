"""The label a piece of text opens with: I. / 1. / 1.1. / a) / - and what each makes of the piece."""

import re
from dataclasses import dataclass

from ..kinds import SectionKind
from .markup import unwrap

# Capitals one by one: the range À-Ỹ holds small letters too.
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_MARKS = "-–—•●▪◦■□◆♦►➢✓○·§\uf000-\uf0ff"  # bullets, those of symbol fonts too
_ORDINAL = r"(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|[IVX]{1,5}|\d{1,2}|[A-E])(?!\w)"
_PART = re.compile(rf"(?P<label>(?:phần|mục|chương)\s+{_ORDINAL})\s*(?:[.:)/–-]+\s*)?(?=\S|$)", re.IGNORECASE)
_PATTERNS = (
    (
        SectionKind.SECTION,
        re.compile(
            r"(?P<label>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))\s?(?:[.)/]\s*|[-–]\s+|[:–-]\s*(?=[A-ZĐÀ-Ỹ]{2}))(?=\S)"
        ),
    ),
    # What scanners make of Roman numbers: Il., lI., lV., Ⅱ.
    (SectionKind.SECTION, re.compile(rf"(?P<label>[IlVX|]{{1,4}}|[Ⅰ-Ⅻ])\s?[.)/-]\s*(?=[{_UPPER}]{{2}})")),
    (SectionKind.SECTION, re.compile(rf"(?P<label>[A-HĐ])\s?[.)/-]\s*(?=[{_UPPER}]{{2}})")),
    (SectionKind.SECTION, re.compile(rf"(?P<label>[A-E])\s?[.)/]\s+(?=[{_UPPER}][a-zà-ỹ])")),
    (
        SectionKind.CLAUSE,
        re.compile(rf"(?P<label>(?:[IVX]{{1,4}}|[A-E])\.\d{{1,2}})(?:\s?[.)/-]?\s+|[.)/])(?=[{_UPPER}“\"])"),
    ),
    (
        SectionKind.SUBCLAUSE,
        re.compile(rf"(?P<label>(?:[IVX]{{1,4}}|[A-E])(?:\.\d{{1,2}}){{2,3}})(?:\s?[.)/-]?\s+|[.)/])(?=[{_UPPER}“\"])"),
    ),
    (
        SectionKind.SUBCLAUSE,
        re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})(?:\s?[.)/-]?\s+|\s?[.)/]\s?)(?=[^\d\sa-z.])"),
    ),
    (
        SectionKind.CLAUSE,
        re.compile(
            rf"(?P<label>\d{{1,2}})(?:\s?[.)/]\s+(?=\S)|\s?[.)/](?=[{_UPPER}“\"])|\s?[-–]\s+(?=[{_UPPER}])|-(?=[{_UPPER}]))"
        ),
    ),
    (SectionKind.POINT, re.compile(rf"(?P<label>[a-zđ]\.?\d{{0,2}})\s?(?:[)/]\s*|\.\s+)(?=[{_UPPER}“\"*(\d])")),
    (SectionKind.POINT, re.compile(rf"(?P<label>\((?:\d{{1,2}}|[a-zđ])\))\s*(?=[{_UPPER}“\"])")),
    (SectionKind.POINT, re.compile(rf"(?P<label>(?:ii|iii|iv|vi))[)]\s*(?=[{_UPPER}“\"])")),
    (SectionKind.BULLET, re.compile(rf"(?P<label>[{_MARKS}+*])\s+(?=\S)")),
    (SectionKind.BULLET, re.compile(rf"(?P<label>[{_MARKS}+])(?=[{_UPPER}“\"])")),
    (SectionKind.BULLET, re.compile(rf"(?P<label>o)\s+(?=[{_UPPER}“\"])")),
)
_LOST_DOT = re.compile(rf"(?P<label>X?(?:IX|IV|V?I{{1,3}}|V))\s+(?=[{_UPPER}]{{2,}}[\s,])")  # "I MỤC ĐÍCH, YÊU CẦU"
_EMPHASISED_LABEL = re.compile(r"^(\*{1,3})([\w.]{1,8}[.)/])\1\s*")  # "**2.** Giao …"
_NOTE = re.compile(r"^\*\([^*]*\)[.;]?\*[.;]?$")  # "*(Có phụ lục kèm theo).*": a note stays italic
RANKS = {
    SectionKind.SECTION: 0,
    SectionKind.CLAUSE: 1,
    SectionKind.SUBCLAUSE: 2,
    SectionKind.POINT: 3,
    SectionKind.BULLET: 4,
    SectionKind.PARAGRAPH: 5,
}


@dataclass(frozen=True)
class Labelled:
    """A piece of text with its label taken off; a paragraph has none."""

    kind: SectionKind
    label: str | None
    text: str


def split_label(text):
    """`text` (tidied) as kind, label and rest. Emphasis around the label alone is dropped."""
    if _NOTE.match(text):
        return Labelled(SectionKind.PARAGRAPH, None, text)
    text = _EMPHASISED_LABEL.sub(r"\2 ", unwrap(text))
    mark = next((m for m in ("***", "**", "*") if text.startswith(m) and not text.startswith("* ")), "")
    part = _PART.match(text, len(mark))
    if part and _opens_part(text[part.end() :], part.group("label")):
        return Labelled(SectionKind.SECTION, part.group("label"), _rest(mark, text[part.end() :]))
    for kind, pattern in _PATTERNS:
        found = pattern.match(text, len(mark))
        if found and (kind != SectionKind.SECTION or _opens_section(text, found)):
            return Labelled(kind, _label(found, kind), _rest(mark, text[found.end() :]))
    found = _LOST_DOT.match(text, len(mark))
    if found and text == text.upper():
        return Labelled(SectionKind.SECTION, found.group("label"), _rest(mark, text[found.end() :]))
    return Labelled(SectionKind.PARAGRAPH, None, text)


def _opens_part(rest, label):
    """ "PHẦN THỨ NHẤT", "Phần I. Đặc điểm": nothing or a title follows; "Phần hai của kế hoạch …" is a sentence."""
    rest = rest.strip("* ")
    return not rest or (len(rest) <= 200 and rest[0].isupper() and (label == label.upper() or not rest.endswith(".")))


def _opens_section(text, found):
    """A Roman number is a label only where a capital, a quote or emphasis follows: "V.I. Lênin" is none."""
    following = text[found.end() : found.end() + 2]
    return found.group("label") != "" and not following[:1].islower() and following[1:2] != "."


def _label(found, kind):
    label = found.group("label")
    if kind != SectionKind.BULLET or label in "+*o":
        return label.strip("()")
    return "-" if label in "-–—" else "•"


def _rest(mark, rest):
    """What follows the label; emphasis that was open before it goes on, or is dropped where it closes at once."""
    if mark and rest.lstrip().startswith(mark):
        return rest.lstrip()[len(mark) :].strip()
    return unwrap(mark + rest.strip())
