"""Reads and parses a file. What comes out is a `Reading`."""

from dataclasses import dataclass

from ..draft import PlanDraft
from ..reading.files import read_source
from ..reading.lines import SourceLine
from .parsing import parse


@dataclass
class Reading:
    """What a file says: its lines, the draft of them, and the old encoding its letters were converted from, if any."""

    lines: list[SourceLine]
    draft: PlanDraft
    encoding: str = ""


def read_confined(data, name, *, limit, progress=None):
    """The reading of a file's bytes. `progress(done, total)` is told of pages. Raises Unreadable."""
    source = read_source(data, name, limit=limit)
    draft = parse(source.lines)
    draft.findings = source.findings + draft.findings
    return Reading(source.lines, draft, source.encoding)
