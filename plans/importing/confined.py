"""Reads and parses a file in a child process with limits, so that no file can hurt or hang the site (goals S5, S7).

What comes out is a `Reading`; a child that runs out of memory or time, or dies, is a refusal like any other.
"""

import json
import subprocess
from contextlib import suppress
from dataclasses import dataclass

from thiduakhenthuong import confinement
from thiduakhenthuong.confined_file import Limits, message_of

from ..draft import PlanDraft
from ..draft_json import from_json
from ..reading.lines import SourceLine, Unreadable
from ..reading.lines_json import lines_from_json
from . import reader_process


@dataclass
class Reading:
    """What a file says: its lines, the draft of them, and the old encoding its letters were converted from, if any."""

    lines: list[SourceLine]
    draft: PlanDraft
    encoding: str = ""


LIMITS = Limits()


def read_confined(data, name, *, limit, progress=None, limits=LIMITS):
    """The reading of a file of `limit` bytes at most. `progress(done, total)` is told of pages. Raises Unreadable."""
    name = " ".join(name.split())
    answer, fault = _ask(message_of({"name": name, "limit": limit}, data[: limit + 1], limits), progress, limits)
    if answer is None:
        raise Unreadable((reader_process.FAULT if fault else reader_process.TOO_MUCH).format(name=name))
    if "refusal" in answer:
        raise Unreadable(answer["refusal"])
    return Reading(lines_from_json(answer["lines"]), from_json(answer["draft"]), answer["encoding"])


def _ask(message, progress, limits):
    """The child's last word, or None where it has none; and whether it ended by itself, which is no file's fault."""
    with confinement.asked(reader_process.__name__, message, seconds=limits.seconds) as child:
        answer = _last_answer(child.stdout, progress, limits)
        return answer, answer is None and _failed(child)


def _last_answer(stream, progress, limits):
    while answer := confinement.read(stream, limit=limits.answer):
        answer = json.loads(answer)
        if "progress" not in answer:
            return answer
        if progress:
            progress(*answer["progress"])
    return None


def _failed(child):
    """Not killed for its time or memory, nor still at work on an answer that is too long."""
    with suppress(subprocess.TimeoutExpired):
        return child.wait(0.5) > 0
    return False
