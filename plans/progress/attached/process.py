"""The child process that looks into one file: it comes in by standard input, the refusal goes out, or nothing said.

Run as `python -m plans.progress.attached.process` by confined.py, never by hand.
"""

from thiduakhenthuong.confined_file import serve

from ...reading.lines import Unreadable
from .checks import kind_of

BROKEN = "Tệp “{name}” hỏng hoặc có cấu trúc lạ; hãy mở tệp, lưu lại đúng loại rồi chọn lại."


def main():
    serve(_check, refused=Unreadable, broken=BROKEN)


def _check(order, data, tell):
    kind_of(data, order["name"]).check(data, order["name"])
    return {}


if __name__ == "__main__":
    main()
