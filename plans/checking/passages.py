"""The texts of a draft, each with its place and the field it stands in; and spots in a text → findings."""

from dataclasses import dataclass
from itertools import groupby

from ..draft import PlanDraft
from ..kinds import AssignmentRole, SectionKind
from .finding import FOOT, HEAD, WORDS, Finding, Place


@dataclass(frozen=True)
class Passage:
    """One text of a draft."""

    place: Place
    field: str
    text: str


def passages_of(draft: PlanDraft):
    """All texts people write, in the order of the paper."""
    return [passage for passage in _all(draft) if passage.text]


def _all(draft):
    yield Passage(Place(HEAD), "subject", draft.subject)
    yield Passage(Place(WORDS), "amendment_words", draft.amendment_words)
    for s, section in enumerate(draft.sections):
        yield Passage(place_of(draft, s), "text", section.text)
        for i, item in enumerate(section.items):
            yield from _item_passages(place_of(draft, s, i), item)
    yield Passage(Place(FOOT), "recipients", "\n".join(draft.recipients))
    yield Passage(Place(FOOT), "authority_lines", "\n".join(draft.authority_lines))


def _item_passages(place, item):
    yield Passage(place, "text", item.text)
    if item.deadline and not item.deadline_in_text:
        yield Passage(place, "deadline_raw", item.deadline.raw)
    if item.units_wording:
        yield Passage(place, "units_wording", item.units_wording)
    for role in AssignmentRole:
        yield Passage(place, str(role), "\n".join(unit.text for unit in item.units if unit.role == role))


def place_of(draft, section, item=None):
    """The place of a piece or item by position, with its line where the draft was read from a file."""
    piece = draft.sections[section]
    lines = piece.lines if item is None else piece.items[item].lines
    return Place(section=section, item=item, line=lines[0] or None)


def is_body_text(passage):
    """The text of a piece or an item, not its bodies or the ends of the document."""
    return passage.field in ("text", "amendment_words")


def body_sections(draft):
    """(position, piece) of what comes before the annexes."""
    for position, section in enumerate(draft.sections):
        if section.kind == SectionKind.ANNEX:
            return
        yield position, section


def findings_in(passage, spots):
    """One finding for all spots of a passage that have the same reason."""
    spots = sorted(_apart(spots), key=lambda spot: (spot.reason, spot.instead is None, spot.start))
    for _, alike in groupby(spots, key=lambda spot: (spot.reason, spot.instead is None)):
        yield _finding(passage, sorted(alike, key=lambda spot: spot.start))


def _apart(spots):
    """Spots that do not overlap, the first of those that do."""
    end = -1
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end)):
        if spot.start >= end:
            end = spot.end
            yield spot


def _finding(passage, spots):
    text = passage.text
    mendable = spots[0].instead is not None
    return Finding(
        place=passage.place,
        reason=spots[0].reason,
        words=tuple(text[spot.start : spot.end] for spot in spots),
        instead=tuple(spot.instead for spot in spots) if mendable else (),
        field=passage.field,
        text=text,
        mended=_mended(text, spots) if mendable else None,
        law=spots[0].law,
    )


def _mended(text, spots):
    for spot in reversed(spots):
        text = text[: spot.start] + spot.instead + text[spot.end :]
    return text
