"""The label a piece of text opens with: I. / 1. / 1.1. / a) / - and what each makes of the piece."""

import re
from dataclasses import dataclass

from ..kinds import SectionKind
from .markup import unwrap

_UPPER = "A-ZĐÀ-ỸƠƯĂÂÊÔ"
_PATTERNS = (
    (SectionKind.SECTION, re.compile(r"(?P<label>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))\s?(?:[.)/]\s*|-\s+)(?=\S)")),
    (SectionKind.SECTION, re.compile(rf"(?P<label>[A-E])\s?[.)/]\s+(?=[{_UPPER}]{{2}})")),
    (SectionKind.SUBCLAUSE, re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,3})\s?[.)]?\s+(?=[^\d\sa-z])")),
    (
        SectionKind.CLAUSE,
        re.compile(rf"(?P<label>\d{{1,2}})(?:\s?[.)/]\s+(?=\S)|\s?[.)/](?=[{_UPPER}])|-\s+(?=[{_UPPER}]))"),
    ),
    (SectionKind.POINT, re.compile(rf"(?P<label>[a-zđ])\s?(?:\)\s*|\.\s+)(?=[{_UPPER}“\"*(\d])")),
    (SectionKind.BULLET, re.compile(r"(?P<label>[-–—•●▪◦+*])\s+(?=\S)")),
    (SectionKind.BULLET, re.compile(rf"(?P<label>[-–—•●▪+])(?=[{_UPPER}“\"])")),
)
_EMPHASISED_LABEL = re.compile(r"^(\*{1,3})([\w.]{1,8}[.)])\1\s*")  # "**2.** Giao …"
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
    for kind, pattern in _PATTERNS:
        found = pattern.match(text, len(mark))
        if found and (kind != SectionKind.SECTION or _opens_section(text, found)):
            return Labelled(kind, _label(found), _rest(mark, text[found.end() :]))
    return Labelled(SectionKind.PARAGRAPH, None, text)


def _opens_section(text, found):
    """A Roman number is a label only where a capital, a quote or emphasis follows: "V.I. Lênin" is none."""
    following = text[found.end() : found.end() + 2]
    return found.group("label") != "" and not following[:1].islower() and following[1:2] != "."


def _label(found):
    label = found.group("label")
    return "-" if label in "–—•●▪◦*" else label


def _rest(mark, rest):
    """What follows the label; emphasis that was open before it goes on, or is dropped where it closes at once."""
    if mark and rest.lstrip().startswith(mark):
        return rest.lstrip()[len(mark) :].strip()
    return unwrap(mark + rest.strip())
