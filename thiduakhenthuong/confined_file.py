"""A file of a stranger, looked into by a child process with limits: the parent's end and the child's (goal S5).

The parent sends an order and the bytes, the child answers with JSON: what it found, or the sentence that refuses the
file. A child that runs out of memory or time, or dies, has no answer.
"""

import json
import sys
from contextlib import suppress
from dataclasses import dataclass

from .confinement import asked, give_up_powers, own_answers, read, write


@dataclass(frozen=True)
class Limits:
    """What the work on one file may take. `answer` is in bytes, of what the child says at once."""

    memory: int = 1024**3  # bytes of address space
    seconds: int = 30
    answer: int = 64 * 1024**2


def message_of(order, data, limits):
    return json.dumps(order | {"memory": limits.memory, "seconds": limits.seconds}).encode() + b"\n" + data


def ask(module, order, data, *, limits, refused, too_much):
    """The answer of a child that runs `module`. Raises `refused` with its refusal, or where it has none `too_much`."""
    with asked(module, message_of(order, data, limits), seconds=limits.seconds) as child:
        words = read(child.stdout, limit=limits.answer)
    answer = json.loads(words) if words else {"refusal": too_much.format(name=order["name"])}
    if "refusal" in answer:
        raise refused(answer["refusal"])
    return answer


def serve(work, *, refused, broken):
    """For the child: takes one order, gives up all it does not need, answers what `work(order, data, tell)` returns.

    Where that raises `refused` its sentence is the answer; where it stumbles, `broken` with the file's name. `tell`
    says something before the answer. At the end of the memory nothing is said.
    """
    with suppress(MemoryError):
        answers = own_answers()
        head, _, data = read(sys.stdin.buffer).partition(b"\n")
        if not head:
            return  # nobody is there
        order = json.loads(head)
        give_up_powers(memory=order["memory"], seconds=order["seconds"], writing=False)

        def tell(**words):
            write(answers, json.dumps(words).encode())

        tell(**_answer(work, order, data, tell, refused, broken))


def _answer(work, order, data, tell, refused, broken):
    try:
        return work(order, data, tell)
    except refused as refusal:
        return {"refusal": str(refusal)}
    except MemoryError:
        raise
    except Exception:
        sys.excepthook(*sys.exc_info())  # for the log of the server: the work should have refused it by itself
        return {"refusal": broken.format(name=order["name"])}
