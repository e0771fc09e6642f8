"""The child process that prints: reads HTML from standard input, writes PDF to standard output, until input ends.

Run as `python -m thiduakhenthuong.official.press` by rendering.py, never by hand. Before the first document it gives
up what printing does not need: memory above a gigabyte, the network, other programs (goal S4). A document that goes
wrong ends the process; its parent starts another for the next one.
"""

import gc
import sys

from ..confinement import give_up_powers, read, write

MEMORY = 1024**3  # bytes of address space; a plan of 1,000 rows takes a quarter of it


def main():
    from . import pdf  # here, for the web process imports this module too and needs no engine (a second, 41 MB)

    pdf.render("<!doctype html><html lang='vi'><title>…</title><p>Ấ<b>Ấ</b></p></html>")  # loads fonts and stylesheet
    gc.freeze()
    gc.disable()  # what a document needs lives until its end: collecting in between costs a tenth of the time
    give_up_powers(memory=MEMORY)
    while html := read(sys.stdin.buffer):
        write(sys.stdout.buffer, pdf.render(html.decode()))
        gc.collect()


if __name__ == "__main__":
    main()
