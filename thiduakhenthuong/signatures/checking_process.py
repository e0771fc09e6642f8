"""The child process that checks one signed file: the files come in by standard input, the report goes out as JSON.

Run as `python -m thiduakhenthuong.signatures.checking_process` by confined.py, never by hand. Before it looks at the
file it gives up memory, the network, other programs, every change of files (goals S5, S10).
"""

import json
import logging
import sys
from contextlib import suppress
from datetime import datetime

from ..confinement import give_up_powers, own_answers, read, write
from .inspecting import inspect
from .report import Unacceptable, to_json
from .roots import certificates

DAMAGED = "Không kiểm tra được tệp “{name}”: tệp hỏng hoặc có cấu trúc lạ; hãy chụp hoặc tải lại tệp rồi chọn lại."


def main():
    """Check one file; without an answer at the end of the memory."""
    logging.disable(logging.CRITICAL)  # names in a file belong into no log
    answers = own_answers()
    with suppress(MemoryError):
        order, _, files = read(sys.stdin.buffer).partition(b"\n")
        if order:
            _serve(json.loads(order), files, answers)


def _serve(order, files, answers):
    give_up_powers(memory=order["memory"], seconds=order["seconds"], writing=False)
    write(answers, json.dumps(_answer(order, files[: order["issued"]], files[order["issued"] :])).encode())


def _answer(order, issued, data):
    """The report, or the sentence that refuses the file."""
    name = order["name"]
    try:
        roots, now = certificates(order["roots"]), datetime.fromisoformat(order["now"])
        return {"report": to_json(inspect(data, name, issued=issued, roots=roots, now=now))}
    except Unacceptable as refusal:
        return {"refusal": str(refusal)}
    except MemoryError:
        raise
    except Exception:
        sys.excepthook(*sys.exc_info())  # for the log of the server: the check should have refused it by itself
        return {"refusal": DAMAGED.format(name=name)}


if __name__ == "__main__":
    main()
