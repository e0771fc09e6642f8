"""The child process that reads one file: the file comes in by standard input, its reading goes out by standard output.

Run as `python -m plans.importing.reader_process` by confined.py, never by hand.
"""

import signal

from thiduakhenthuong.confined_file import serve

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
    serve(_read, refused=Unreadable, broken=DAMAGED)


def _read(order, data, tell):
    def progress(done, total):
        tell(progress=[done, total])

    source = read_source(data, order["name"], limit=order["limit"], progress=progress)
    signal.setitimer(signal.ITIMER_REAL, PARSING_SECONDS)  # nobody catches it: the process ends
    draft = parse(source.lines)
    draft.findings = source.findings + draft.findings
    return {"lines": lines_to_json(source.lines), "draft": to_json(draft), "encoding": source.encoding}


if __name__ == "__main__":
    main()
