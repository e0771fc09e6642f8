"""Reads and parses a file in a child process with limits, so that no file can hurt or hang the site (goals S5, S7).

What comes out is a `Reading`; a child that runs out of memory or time, or dies, is a refusal like any other.
"""

import json
import subprocess
from contextlib import suppress
from dataclasses import dataclass

from thiduakhenthuong import confinement

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


@dataclass(frozen=True)
class Limits:
    """What one reading may take. `answer` is in bytes, of what the child says at once."""

    memory: int = 1024**3  # bytes of address space
    seconds: int = 30
    answer: int = 64 * 1024**2


LIMITS = Limits()


def read_confined(data, name, *, limit, progress=None, limits=LIMITS):
    """The reading of a file of `limit` bytes at most. `progress(done, total)` is told of pages. Raises Unreadable."""
    name = " ".join(name.split())
    order = {"name": name, "limit": limit, "memory": limits.memory, "seconds": limits.seconds}
    answer, fault = _ask(json.dumps(order).encode() + b"\n" + data[: limit + 1], progress, limits)
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
