"""The child process that looks into one file: it comes in by standard input, the refusal goes out, or nothing said.

Run as `python -m plans.progress.attached.process` by confined.py, never by hand. Before it looks at the file it gives
up memory, the network, other programs and every change of files (goal S5).
"""

import json
import sys
from contextlib import suppress

from thiduakhenthuong.confinement import give_up_powers, own_answers, read, write

from ...reading.lines import Unreadable
from .checks import NOT_AS_NAMED, kind_of


def main():
    """Look into one file; without an answer at the end of the memory."""
    with suppress(MemoryError):
        answers = own_answers()
        head, _, data = read(sys.stdin.buffer).partition(b"\n")
        if head:
            order = json.loads(head)
            give_up_powers(memory=order["memory"], seconds=order["seconds"], writing=False)
            write(answers, json.dumps({"refusal": _refusal(data, order["name"])}).encode())


def _refusal(data, name):
    """A sentence, or "" where the file is good."""
    try:
        kind_of(data, name).check(data, name)
        return ""
    except Unreadable as refusal:
        return str(refusal)
    except MemoryError:
        raise
    except Exception:
        sys.excepthook(*sys.exc_info())  # for the log of the server: the check should have refused it by itself
        return NOT_AS_NAMED.format(name=name, ending=name.rsplit(".", 1)[-1])


if __name__ == "__main__":
    main()
