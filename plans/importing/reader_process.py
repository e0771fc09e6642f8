"""The child process that reads one file: the file comes in by standard input, its reading goes out by standard output.

Run as `python -m plans.importing.reader_process` by confined.py, never by hand. Before it looks at the file it gives
up what reading does not need: memory, the network, other programs, every change of files (goal S5).
"""

import json
import signal
import sys
from contextlib import suppress

from thiduakhenthuong.confinement import give_up_powers, own_answers, read, write

from ..draft_json import to_json
from ..reading.files import read_source
from ..reading.lines import Unreadable
from ..reading.lines_json import lines_to_json
from .parsing import parse

PARSING_SECONDS = 20  # goal S7
DAMAGED = (
    "Không đọc được tệp “{name}”: tệp hỏng hoặc có cấu trúc lạ; hãy mở tệp bằng Word hoặc trình đọc PDF, lưu lại thành "
    "tệp mới rồi chọn lại."
)
TOO_MUCH = (
    "Tệp “{name}” quá lớn hoặc quá phức tạp, không đọc xong trong giới hạn cho phép; hãy bỏ bớt hình ảnh, tách phần kế "
    "hoạch ra một tệp riêng rồi chọn lại."
)
FAULT = "Không đọc được tệp “{name}” vì lỗi của chương trình; hãy thử lại, nếu vẫn lỗi hãy báo cho quản trị."


def main():
    """Read one file and say what it is; without an answer at the end of the memory."""
    with suppress(MemoryError):
        _serve(own_answers())


def _serve(answers):
    head, _, data = read(sys.stdin.buffer).partition(b"\n")
    if not head:
        return  # nobody is there
    order = json.loads(head)
    give_up_powers(memory=order["memory"], seconds=order["seconds"], writing=False)

    def tell(**message):
        write(answers, json.dumps(message).encode())

    tell(**_answer(data, order, lambda done, total: tell(progress=[done, total])))


def _answer(data, order, progress):
    """The reading, or the sentence that refuses the file."""
    name = order["name"]
    try:
        source = read_source(data, name, limit=order["limit"], progress=progress)
        signal.setitimer(signal.ITIMER_REAL, PARSING_SECONDS)  # nobody catches it: the process ends
        draft = parse(source.lines)
        draft.findings = source.findings + draft.findings
        return {"lines": lines_to_json(source.lines), "draft": to_json(draft), "encoding": source.encoding}
    except Unreadable as refusal:
        return {"refusal": str(refusal)}
    except MemoryError:
        raise
    except Exception:
        sys.excepthook(*sys.exc_info())  # for the log of the server: a reader should have refused it by itself
        return {"refusal": DAMAGED.format(name=name)}


if __name__ == "__main__":
    main()
