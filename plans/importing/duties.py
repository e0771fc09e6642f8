"""Who has to do what under "TỔ CHỨC THỰC HIỆN": the units each clause names as responsible, with its deadlines.

A duty hangs below the piece that states it and prints nothing of its own.
"""

import itertools
import re

from ..draft import ItemDraft, UnitDraft
from ..kinds import SectionKind
from .deadline_phrases import deadlines_in
from .listing import closes_text
from .main_headings import main_headings
from .markup import plain
from .nesting import nest
from .subjects import subject_units, titled_units

_SECTION = re.compile(
    r"tổ chức thực hiện|tổ chức triển khai|phân công|trách nhiệm (?:thực hiện|của)|^(?:trách nhiệm|thực hiện)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"^(?:Yêu cầu|Đề nghị)\b")
_URGES = re.compile(r"nghiêm túc|tổ chức (?:triển khai )?thực hiện|khó khăn|vướng mắc|Kế hoạch này")


def assign_duties(pieces, draft):
    """Give the pieces below duty sections their duties."""
    for start, end in _duty_sections(pieces):
        below = [piece for piece in pieces[start + 1 : end] if piece.kind != SectionKind.ITEMS]
        for node in nest(_without_closing(below)):
            _assign(node, draft)


def _duty_sections(pieces):
    """(index, end) of each section about who does what."""
    annexes = [i for i, piece in enumerate(pieces) if piece.kind == SectionKind.ANNEX]
    opens = sorted({*main_headings(pieces), *annexes, len(pieces)})
    spans = itertools.pairwise(opens)
    return [(at, end) for at, end in spans if _SECTION.search(plain(pieces[at].text))]


def _without_closing(pieces):
    """Pieces up to the sentence that closes the text; "Đề nghị Mặt trận …" before the last sentence is a duty."""
    kept = []
    for index, piece in enumerate(pieces):
        text, last = plain(piece.text), index == len(pieces) - 1
        asks = _ASKS.match(text) and not (last and _URGES.search(text))
        if closes_text(piece) and not asks:
            break
        kept.append(piece)
    return kept


def _assign(node, draft):
    """The duties of a clause: of the units its title names, or its sentence, or those of the clauses below it."""
    piece, text = node.piece, plain(node.piece.text)
    titled = piece.titled or piece.kind == SectionKind.SECTION
    units = titled_units(text) if titled or text.endswith(":") else []
    if units:
        for stating in _statements(node) or [piece]:
            stating.items += _duties(stating, units, draft.year)
        return
    units = [] if titled else subject_units(text)
    if units:
        piece.items += _duties(piece, units, draft.year)
    else:
        for child in node.children:
            _assign(child, draft)


def _statements(node):
    """What stands below a title: its points, and of its paragraphs the first; later ones close the section."""
    first, *others = [child.piece for child in node.children] or [None]
    below = [piece for piece in node.below() if piece.kind != SectionKind.PARAGRAPH or piece is first]
    return below if first is not None or others else []


def _duties(piece, units, year):
    """One duty for each deadline the piece states, or one without."""
    dated = deadlines_in(piece.text, year=year) if year else []
    duties = [ItemDraft(what, deadline=deadline, deadline_in_text=True) for deadline, what in dated]
    for duty in duties or [ItemDraft("")]:
        duty.units = [UnitDraft(unit.text, unit.role) for unit in units]
        duty.lines = piece.lines
    return duties or [duty]
