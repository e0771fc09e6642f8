"""Reads a spreadsheet in a child process with limits, so that no file can hurt or hang the site (goals S5, S7)."""

import json
from dataclasses import dataclass

from thiduakhenthuong import confinement

from ...reading.lines import Unreadable
from . import process
from .reading import SheetRow

TOO_MUCH = "Tệp “{name}” quá lớn hoặc quá phức tạp, không đọc xong được; hãy tải lại bảng, điền rồi chọn tệp ấy."


@dataclass(frozen=True)
class Limits:
    """What one reading may take. `answer` is in bytes."""

    memory: int = 1024**3  # bytes of address space
    seconds: int = 30
    answer: int = 64 * 1024**2


LIMITS = Limits()


def rows_confined(data, name, *, limit, limits=LIMITS):
    """The rows somebody filled in, of a file of `limit` bytes at most. Raises Unreadable."""
    name = " ".join(name.split())
    order = {"name": name, "limit": limit, "memory": limits.memory, "seconds": limits.seconds}
    message = json.dumps(order).encode() + b"\n" + data[: limit + 1]
    with confinement.asked(process.__name__, message, seconds=limits.seconds) as child:
        answer = confinement.read(child.stdout, limit=limits.answer)
    if not answer:
        raise Unreadable(TOO_MUCH.format(name=name))
    answer = json.loads(answer)
    if "refusal" in answer:
        raise Unreadable(answer["refusal"])
    return [SheetRow(*row) for row in answer["rows"]]
