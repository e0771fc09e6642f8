"""The child process that reads one spreadsheet: it comes in by standard input, its rows go out by standard output.

Run as `python -m plans.progress.sheets.process` by confined.py, never by hand.
"""

from dataclasses import astuple

from thiduakhenthuong.confined_file import serve

from ...reading.lines import Unreadable
from .package import BROKEN
from .reading import read_columns, read_sheet


def main():
    serve(_read, refused=Unreadable, broken=BROKEN)


def _read(order, data, tell):
    if "columns" in order:
        asked = {name: order[name] for name in ("limit", "columns", "needed")}
        return {"rows": read_columns(data, order["name"], **asked)}
    return {"rows": [astuple(row) for row in read_sheet(data, order["name"], limit=order["limit"])]}


if __name__ == "__main__":
    main()
