"""Looks into a file in a child process with limits, so that no file can hurt or hang the site (goal S5)."""

import json
from dataclasses import dataclass

from thiduakhenthuong import confinement

from ...reading.lines import Unreadable
from . import process
from .checks import kind_of

TOO_MUCH = "Tệp “{name}” quá lớn hoặc quá phức tạp, không kiểm tra xong được; hãy tách nhỏ hoặc xuất lại rồi chọn lại."


@dataclass(frozen=True)
class Limits:
    """What one check may take. `answer` is in bytes."""

    memory: int = 1024**3  # bytes of address space
    seconds: int = 30
    answer: int = 64 * 1024


LIMITS = Limits()


def media_type_of(data, name, *, limits=LIMITS):
    """The media type of a file that may be kept. Raises Unreadable."""
    kind = kind_of(data, name)
    if kind.unpacks:
        _ask(data, name, limits)
    else:
        kind.check(data, name)  # reads the head alone
    return kind.media_type


def _ask(data, name, limits):
    order = {"name": name, "memory": limits.memory, "seconds": limits.seconds}
    message = json.dumps(order).encode() + b"\n" + data
    with confinement.asked(process.__name__, message, seconds=limits.seconds) as child:
        answer = confinement.read(child.stdout, limit=limits.answer)
    refusal = json.loads(answer)["refusal"] if answer else TOO_MUCH.format(name=name)
    if refusal:
        raise Unreadable(refusal)
