"""Where the foot of a plan begins: at Nơi nhận, at a signature's authority, or at an office with a name below it."""

import re

from ..kinds import SectionKind
from .cells import cells, fold
from .labels import split_label
from .markup import tidy
from .offices import is_authority, is_office, name_parts
from .own_number import is_number_or_date

_RECIPIENTS = re.compile(r"noi (?:nhan|gui|goi)\s*(?:[:.;]|$)|noi (?:nhan|gui)\s+-\s")
_LONG = 400  # no line of a foot is longer, but for a list of recipients on one line
_AHEAD = 14  # lines within which a name follows an office
_WIDE = 3  # a row of so many columns belongs to a table of the body
_NUMBERED = (SectionKind.SECTION, SectionKind.CLAUSE, SectionKind.SUBCLAUSE)


def is_recipients_title(text):
    """ "Nơi nhận:", alone or with recipients behind it."""
    return bool(_RECIPIENTS.match(fold(text[:30])))


def foot_index(lines):
    """The index of the first line of the foot; the number of lines where there is none."""
    wide = {line.place.table for line in lines if line.place and line.place.column + line.place.columns >= _WIDE}
    for index, line in enumerate(lines):
        if line.text and not (line.place and line.place.table in wide) and _opens_foot(lines, index):
            return _with_date(lines, index)
    return len(lines)


def _opens_foot(lines, index):
    line = lines[index]
    if len(line.text) > _LONG:
        return is_recipients_title(tidy(line.text).strip("*| "))
    found = cells(line)
    if any(is_recipients_title(text) or is_authority(text) for text in found):
        return True
    if len(found) >= _WIDE or _is_row(lines, index):
        return False
    return any(is_office(text) for text in found) and _signature_follows(lines[index + 1 :])


def _is_row(lines, index):
    """A line set in as many columns as the one above it is a row of a table, some of whose cells may be empty."""
    above = next((line for line in reversed(lines[:index]) if line.text), None)
    return above is not None and _WIDE <= _columns(lines[index]) == _columns(above)


def _columns(line):
    return len(re.split(r"[\t|]", line.raw.strip(" \r\n").removeprefix("|").removesuffix("|")))


def _signature_follows(lines):
    """A name or Nơi nhận, before anything that belongs to a text."""
    ahead = [line for line in lines[: 2 * _AHEAD] if line.text][:_AHEAD]
    for line in ahead:
        found = cells(line)
        if any(name_parts(text) or is_recipients_title(text) for text in found):
            return True
        if len(line.text) > _LONG or split_label(tidy(line.text)).kind in _NUMBERED:
            return False
    return False


def _with_date(lines, index):
    """Place and date above a signature belong to the foot."""
    above = index
    while above and not lines[above - 1].text:
        above -= 1
    return above - 1 if above and any(is_number_or_date(text) for text in cells(lines[above - 1])) else index
