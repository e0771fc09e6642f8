"""A units cell → the bodies with their roles, and the cell's own wording where it is not how we would word them."""

import re

from ..draft import UnitDraft
from ..kinds import AssignmentRole
from ..wording import units_words
from .markup import plain
from .unit_lists import split_units

_LEADS = re.compile(
    r"\s*[,;]?\s*\bchủ trì\b,?\s*(?:và\s+|,\s*)?(?:phối hợp(?:\s+(?:với|cùng))?\b)?:?\s*", re.IGNORECASE
)
_WITH = re.compile(r"[\s,;.]*\bphối hợp(?:\s+(?:với|cùng))?\b:?\s*", re.IGNORECASE)
_LEAD_LABEL = re.compile(r"^\W*(?:(?:cơ quan|đơn vị|bộ phận)\s+)?chủ trì(?:\s+thực hiện)?\s*:\s*", re.IGNORECASE)
_COORDINATING_LABEL = re.compile(
    r"(?:^|[\n;.,]|\s)\W*(?:(?:các\s+)?(?:cơ quan|đơn vị|bộ phận)\s+)?phối hợp(?:\s+thực hiện)?\s*:\s*", re.IGNORECASE
)
_DITTO = re.compile(r"^\W*(?:nt|như trên|\"|“|”|′′|''|-)\W*$", re.IGNORECASE)


def is_ditto(text):
    """Such as "-nt-", "như trên", a ditto mark: the same bodies as in the row above."""
    return bool(_DITTO.match(text.strip())) and bool(text.strip())


def read_units(text, *, role=AssignmentRole.RESPONSIBLE):
    """The bodies of one cell; `role` is what the column title says of bodies whose cell says nothing itself."""
    text = "\n".join(plain(line) for line in text.split("\n"))
    leads, coordinating = _parted(text)
    if coordinating is None:
        return _drafts(leads, AssignmentRole.LEAD if leads is not text else role)
    return _drafts(leads, AssignmentRole.LEAD) + _drafts(coordinating, AssignmentRole.COORDINATING)


def _parted(text):
    """What leads and what coordinates; coordinating is None where the cell parts nothing."""
    label = _LEAD_LABEL.match(text)
    if label:
        rest = text[label.end() :]
        other = _COORDINATING_LABEL.search(rest)
        return (rest[: other.start()], rest[other.end() :]) if other else (rest, None)
    found = _LEADS.search(text) or _WITH.search(text)
    if found and text[: found.start()].strip(" -\n"):
        return text[: found.start()], text[found.end() :] if text[found.end() :].strip() else None
    return text, None


def _drafts(text, role):
    return [UnitDraft(name, role) for name in split_units(text)]


def own_wording(text, units, *, single_column):
    """The cell's text where composing `units` would give other words than printed; else ""."""
    lines = (f"- {unit.text}" for unit in units)
    composed = units_words([(unit.role, unit.text) for unit in units]) if single_column else "\n".join(lines)
    return "" if _words(composed) == _words(text) else "\n".join(plain(line) for line in text.split("\n")).strip()


def _words(text):
    return re.findall(r"\w+", text.lower())
