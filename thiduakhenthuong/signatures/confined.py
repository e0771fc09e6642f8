"""Checks a signed file in a child process with limits, so that no file can hurt or hang the site (goals S5, S10)."""

import json
from dataclasses import dataclass

from .. import confinement
from .report import Unacceptable, from_json

CHILD = "thiduakhenthuong.signatures.checking_process"  # by name: the site itself needs no library for signatures
TOO_MUCH = (
    "Tệp “{name}” quá lớn hoặc quá phức tạp, không kiểm tra xong trong giới hạn cho phép; hãy chụp lại ở độ phân giải "
    "thấp hơn (200–300 dpi) rồi chọn lại."
)


@dataclass(frozen=True)
class Limits:
    """What one check may take. `answer` is in bytes."""

    memory: int = 1024**3  # bytes of address space
    seconds: int = 30
    answer: int = 4 * 1024**2


LIMITS = Limits()


def check(data, name, *, issued, roots, now, limits=LIMITS):
    """The `FileReport` of a file against the issued PDF (b"": none) and PEM text of roots. Raises Unacceptable."""
    name = " ".join(name.split())
    order = {"name": name, "issued": len(issued), "roots": roots, "now": now.isoformat()}
    order |= {"memory": limits.memory, "seconds": limits.seconds}
    answer = _ask(json.dumps(order).encode() + b"\n" + issued + data, limits)
    if not answer:
        raise Unacceptable(TOO_MUCH.format(name=name))
    if "refusal" in answer:
        raise Unacceptable(answer["refusal"])
    return from_json(answer["report"])


def _ask(message, limits):
    """The child's answer; None where it has none."""
    with confinement.asked(CHILD, message, seconds=limits.seconds) as child:
        answer = confinement.read(child.stdout, limit=limits.answer)
    return json.loads(answer) if answer else None
