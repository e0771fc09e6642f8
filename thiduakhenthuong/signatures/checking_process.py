"""The child process that checks one signed file: the files come in by standard input, the report goes out as JSON.

Run as `python -m thiduakhenthuong.signatures.checking_process` by confined.py, never by hand.
"""

import logging
from datetime import datetime

from ..confined_file import serve
from .inspecting import inspect
from .report import Unacceptable, to_json
from .roots import certificates

DAMAGED = "Không kiểm tra được tệp “{name}”: tệp hỏng hoặc có cấu trúc lạ; hãy chụp hoặc tải lại tệp rồi chọn lại."


def main():
    logging.disable(logging.CRITICAL)  # names in a file belong into no log
    serve(_check, refused=Unacceptable, broken=DAMAGED)


def _check(order, files, tell):
    issued, data = files[: order["issued"]], files[order["issued"] :]
    roots, now = certificates(order["roots"]), datetime.fromisoformat(order["now"])
    return {"report": to_json(inspect(data, order["name"], issued=issued, roots=roots, now=now))}


if __name__ == "__main__":
    main()
