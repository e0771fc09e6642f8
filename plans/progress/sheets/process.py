"""The child process that reads one spreadsheet: it comes in by standard input, its rows go out by standard output.

Run as `python -m plans.progress.sheets.process` by confined.py, never by hand. Before it looks at the file it gives up
memory, the network, other programs and every change of files (goal S5).
"""

import json
import sys
from contextlib import suppress
from dataclasses import astuple

from thiduakhenthuong.confinement import give_up_powers, own_answers, read, write

from ...reading.lines import Unreadable
from .package import BROKEN
from .reading import read_sheet


def main():
    """Read one file and say what is in it; without an answer at the end of the memory."""
    with suppress(MemoryError):
        answers = own_answers()
        head, _, data = read(sys.stdin.buffer).partition(b"\n")
        if head:
            order = json.loads(head)
            give_up_powers(memory=order["memory"], seconds=order["seconds"], writing=False)
            write(answers, json.dumps(_answer(data, order)).encode())


def _answer(data, order):
    """The rows, or the sentence that refuses the file."""
    try:
        return {"rows": [astuple(row) for row in read_sheet(data, order["name"], limit=order["limit"])]}
    except Unreadable as refusal:
        return {"refusal": str(refusal)}
    except MemoryError:
        raise
    except Exception:
        sys.excepthook(*sys.exc_info())  # for the log of the server
        return {"refusal": BROKEN.format(name=order["name"])}


if __name__ == "__main__":
    main()
