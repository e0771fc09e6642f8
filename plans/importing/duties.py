"""Who has to do what under "TỔ CHỨC THỰC HIỆN": the units each clause names as responsible, with its deadlines.

A duty hangs below the piece that states it and prints nothing of its own.
"""

import itertools
import re

from ..draft import ItemDraft, UnitDraft
from ..kinds import SectionKind
from .deadline_phrases import deadlines_in
from .main_headings import main_headings
from .markup import plain
from .subjects import GIVEN, names_units, subject_units
from .unit_lists import split_units

_SECTION = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm thực hiện|trách nhiệm của", re.IGNORECASE)
_CLOSING = re.compile(r"^(?:Trên đây|Ủy ban nhân dân|UBND|Chủ tịch|Trong quá trình|Quá trình)\b")


def assign_duties(pieces, draft):
    """Give the pieces below duty sections their duties."""
    for start, end in _duty_sections(pieces):
        below = pieces[start + 1 : end]
        for clause, parts in _clauses(below):
            _assign(clause, parts, draft)


def _duty_sections(pieces):
    """(index, end) of each section about who does what."""
    annexes = [i for i, piece in enumerate(pieces) if piece.kind == SectionKind.ANNEX]
    opens = sorted({*main_headings(pieces), *annexes, len(pieces)})
    spans = itertools.pairwise(opens)
    return [(at, end) for at, end in spans if _SECTION.search(plain(pieces[at].text))]


def _clauses(pieces):
    """The pieces of the highest rank in a section, each with what stands below it."""
    labelled = [piece.kind for piece in pieces if piece.kind not in (SectionKind.PARAGRAPH, SectionKind.ITEMS)]
    if not labelled:
        return [(piece, []) for piece in pieces if not _CLOSING.match(plain(piece.text))]
    clauses = []
    for piece in pieces:
        if piece.kind == labelled[0]:
            clauses.append((piece, []))
        elif clauses and (piece.kind != SectionKind.PARAGRAPH or _is_text_of(*clauses[-1])):
            clauses[-1][1].append(piece)
    return clauses


def _is_text_of(clause, parts):
    """A paragraph right below a title is what the title's units have to do; later ones close the section."""
    return clause.titled and not parts


def _assign(clause, parts, draft):
    if clause.titled:
        units = [UnitDraft(name) for name in split_units(GIVEN.sub("", plain(clause.text)))]
        if units and names_units(plain(clause.text)):
            for stating in parts or [clause]:
                stating.items += _duties(stating, units, draft.year)
        return
    units = subject_units(plain(clause.text))
    if units:
        clause.items += _duties(clause, units, draft.year)


def _duties(piece, units, year):
    """One duty for each deadline the piece states, or one without."""
    dated = deadlines_in(piece.text, year=year) if year else []
    duties = [ItemDraft(what, deadline=deadline, deadline_in_text=True) for deadline, what in dated]
    for duty in duties or [ItemDraft("")]:
        duty.units = [UnitDraft(unit.text, unit.role) for unit in units]
        duty.lines = piece.lines
    return duties or [duty]
