"""All the review page shows of a reading, gathered once: what is doubtful first, then the whole document."""

from dataclasses import dataclass, field

from units.access import may_edit_unit
from units.models import Unit

from ..access import visible_to
from ..draft_json import from_json
from ..drafting import draft_of
from ..reading.lines_json import lines_from_json
from .confirming import open_points
from .differences import differences
from .doubts import by_field, open_doubts
from .fields import fields_of, loose_fields
from .places import places_for
from .updating import rivals, state_of
from .wordings import wordings_of


@dataclass
class Review:
    """`doubtful` are pairs (field or None, its doubts); `like` are plans this may be another version of."""

    reading: object
    draft: object
    lines: list
    fields: list
    loose: list
    doubtful: list
    wordings: list
    notes: list
    like: list
    points: list
    may_add: bool  # new bodies, groups and aliases
    changes: list = field(default_factory=list)
    seen: str = ""

    @property
    def undecided(self):
        return [wording for wording in self.wordings if not wording.is_decided]

    @property
    def decided(self):
        return [wording for wording in self.wordings if wording.is_decided]

    @property
    def unit_kinds(self):
        """What a new body may be."""
        return Unit.Kind.choices

    @property
    def placings(self):
        """Each loose text with the places it may go to."""
        return [(loose, places_for(loose, self.fields)) for loose in self.loose]

    @property
    def shown_lines(self):
        """The lines that say something; blank ones only part paragraphs."""
        return [line for line in self.lines if line.text]


def review_of(reading, user):
    """The review of a reading as a user sees it; a constant number of queries."""
    draft, lines = from_json(reading.draft), lines_from_json(reading.lines)
    fields, loose = fields_of(draft, lines), loose_fields(draft)
    issuer = reading.issuer
    wordings = wordings_of(draft, issuer=issuer, choices=reading.choices)
    like = _like(reading, draft, user)
    review = Review(
        reading,
        draft,
        lines,
        fields,
        loose,
        _doubtful(draft, reading, fields, loose),
        wordings,
        [found for found in draft.findings if found.severity == "note"],
        like,
        open_points(reading, draft, wordings, like=like),
        may_add=bool(issuer) and may_edit_unit(user, issuer),
    )
    if reading.updates:
        review.changes, review.seen = differences(draft_of(reading.updates), draft), state_of(reading.updates)
    return review


def _like(reading, draft, user):
    if reading.issuer is None or draft.year is None:
        return []
    plans = visible_to(user).select_related("issuer")
    found = list(rivals(draft, issuer=reading.issuer, plans=plans)[:3])
    chosen = [reading.updates] if reading.updates and reading.updates not in found else []
    return [*chosen, *found]


def _doubtful(draft, reading, fields, loose):
    """Fields with open doubts in document order; what speaks of the whole document and loose text come first."""
    placed = by_field(open_doubts(draft, reading.settled), [*loose, *fields])
    whole = [(None, placed[""])] if placed.get("") else []
    return whole + [(found, placed[found.key]) for found in [*loose, *fields] if placed.get(found.key)]
