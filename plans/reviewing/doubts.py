"""What a person must look at in a reading: its errors and warnings, each at the field it speaks of. Knows no Django."""

from collections import defaultdict
from hashlib import sha256

DOUBTFUL = ("error", "warning")


def doubt_id(finding):
    """A short name of a finding that stays the same when the document is read again."""
    return sha256(f"{finding.line}|{finding.message}".encode()).hexdigest()[:16]


class Doubts(list):
    """The findings of one field."""

    @property
    def ids(self):
        """Their names, as a page carries them along."""
        return " ".join(map(doubt_id, self))


def open_doubts(draft, settled):
    """The findings nobody has accepted or mended yet."""
    settled = set(settled)
    return [found for found in draft.findings if found.severity in DOUBTFUL and doubt_id(found) not in settled]


def by_field(findings, fields):
    """Findings as lists under the keys of `fields`; "" holds those that speak of the whole document."""
    known = {field.key for field in fields}
    narrow = sorted(fields, key=lambda field: field.lines[1] - field.lines[0])
    placed = defaultdict(Doubts)
    for found in findings:
        placed[found.about if found.about in known else _at_line(found.line, narrow)].append(found)
    return placed


def _at_line(line, narrow):
    """The key of the narrowest field that holds the line."""
    return next((f.key for f in narrow if line and f.lines[0] <= line <= f.lines[1]), "")
