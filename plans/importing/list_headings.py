"""Headings of lists that name a time: a quarter or month, several of them, or one with its task on the same line."""

import re
from dataclasses import dataclass, replace

from ..draft import SectionDraft
from ..kinds import SectionKind
from .markup import plain
from .quarters import TimeHeading, time_heading
from .tones import new_tones

_QUARTER = r"quý\s*(?:IV|III|II|I|0?[1-4])(?!\w)"
_MONTH = r"tháng\s*(?:0?[1-9]|1[0-2])(?!\d|/\d{1,2}(?!\d))"
_YEAR = r"(?:\s*[/-]\s*\d{4}|,?\s*năm\s*\d{4})?"
_AND = r"\s*(?:,|và|-|–|đến|&|\+)\s*"
_SEVERAL = re.compile(rf"\bquý\s*(?:IV|III|II|I|[1-4]){_AND}(?:quý\s*)?(?:IV|III|II|I|[1-4])\b", re.IGNORECASE)
_TIME = (
    rf"(?:trong\s+)?(?:{_QUARTER}(?:{_AND}(?:quý\s*)?(?:IV|III|II|I|[1-4])(?!\w))?"
    rf"|{_MONTH}(?:{_AND}(?:tháng\s*)?(?:0?[1-9]|1[0-2])(?!\d)){{0,11}}){_YEAR}"
)
_INLINE = re.compile(rf"^\*{{0,3}}(?P<time>{_TIME})\*{{0,3}}\s*(?::|–|—|-(?=\s))\s*\*{{0,3}}(?=\S)", re.IGNORECASE)
_NEXT_INLINE = re.compile(rf"[;.]\s+(?={_TIME}\s*:\s*\S)", re.IGNORECASE)
_ALWAYS = re.compile(
    r"^(?:(?:các|những)\s+)?(?:nhiệm vụ|công việc|công tác|hoạt động|nội dung)\b.*"
    r"\b(?:thường xuyên|cả năm|trong năm|khác|hằng năm)\b"
    r"|^(?:thường xuyên|cả năm|trong năm|6 tháng (?:đầu|cuối) năm)\b",
    re.IGNORECASE,
)
_ALWAYS_LENGTH = 80
_SLIP = re.compile(r"qu[íi](?!\w)|qú[yi]", re.IGNORECASE)
_QUARTER_WORD = re.compile(r"quý", re.IGNORECASE)
_LIST_KINDS = (
    SectionKind.PARAGRAPH,
    SectionKind.BULLET,
    SectionKind.POINT,
    SectionKind.SUBCLAUSE,
    SectionKind.CLAUSE,
)


@dataclass(frozen=True)
class ListHeading(TimeHeading):
    """`several`: it names more than one quarter, so its tasks have none and it stays as it is printed."""

    several: bool = False


def list_heading(piece):
    """The heading a piece is, or None."""
    if piece.kind in (SectionKind.ITEMS, SectionKind.BASIS, SectionKind.ANNEX):
        return None
    text = new_tones(plain(piece.text)).rstrip(" :.;")
    titled = piece.titled or piece.kind == SectionKind.SECTION
    if _SEVERAL.search(text) and (titled or re.fullmatch(_TIME, text, re.IGNORECASE)):
        return ListHeading(None, "", several=True)
    found = time_heading(text, titled=titled)
    if found is None:
        return None
    template = _as_printed(found.template, plain(piece.text))
    return ListHeading(found.quarter, template, found.month, several=found.quarter is None)


def always_heading(piece):
    """After the quarters: "5. Nhiệm vụ thường xuyên" with tasks of no quarter below it; else None."""
    text = plain(piece.text).rstrip(" :.")
    opens = piece.titled or (piece.kind in (SectionKind.BULLET, SectionKind.PARAGRAPH) and piece.text.endswith(":"))
    if opens and len(text) <= _ALWAYS_LENGTH and _ALWAYS.search(text):
        return ListHeading(None, "", several=True)
    return None


def _as_printed(template, text):
    """The wording of the heading with the source's own "quí" or "qúy"."""
    slip = _SLIP.search(text)
    return _QUARTER_WORD.sub(slip.group(), template, count=1) if slip else template


def part_inline(pieces):
    """Pieces in which "Quý I: Tổ chức …" has become a heading and its task, and the set of such tasks' ids.

    The words of a month stay in the task, those of a quarter stand above it as for other tasks.
    """
    parted, tasks = [], set()
    for piece in pieces:
        for heading, task in _inline_parts(piece):
            parted.append(heading)
            if task is not None:
                parted.append(task)
                tasks.add(id(task))
    return parted, tasks


def _inline_parts(piece):
    text = piece.text
    opened = _INLINE.match(new_tones(text)) if piece.kind in _LIST_KINDS and not piece.titled else None
    if opened is None:
        return [(piece, None)]
    parts, start = [], 0
    ends = [found.end() for found in _NEXT_INLINE.finditer(new_tones(text))] + [len(text)]
    for end in ends:
        part = text[start:end].strip()
        found = _INLINE.match(new_tones(part))
        if found is None:
            return [(piece, None)]
        heading = replace(piece, text=part[found.start("time") : found.end("time")].strip(), items=[])
        named = found.start() if "tháng" in found.group("time").lower() else found.end()  # a month stays in its task
        task = SectionDraft(piece.kind, part[named:].rstrip(), label=piece.label, lines=piece.lines)
        parts.append((heading, task))
        start = end
    return parts
