"""The child process that prints: reads HTML from standard input, writes PDF to standard output, until input ends.

Run as `python -m thiduakhenthuong.official.press` by rendering.py, never by hand. Before the first document it gives
up what printing does not need: memory above a gigabyte, the network, other programs (goal S4). A document that goes
wrong ends the process; its parent starts another for the next one.
"""

import gc
import resource
import struct
import sys

MEMORY = 1024**3  # bytes of address space; a plan of 1,000 rows takes a quarter of it
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ftplib.", "urllib.")
_LENGTH = struct.Struct(">Q")


def main():
    from . import pdf  # here, for the web process imports this module too and needs no engine (a second, 41 MB)

    pdf.render("<!doctype html><html lang='vi'><title>…</title><p>Ấ<b>Ấ</b></p></html>")  # loads fonts and stylesheet
    gc.freeze()
    gc.disable()  # what a document needs lives until its end: collecting in between costs a tenth of the time
    _give_up_powers()
    while html := read(sys.stdin.buffer):
        write(sys.stdout.buffer, pdf.render(html.decode()))
        gc.collect()


def _give_up_powers():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.addaudithook(_refuse)


def _refuse(event, args):
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"{event} is not for printing")


def write(stream, data):
    """One message: its length in eight bytes, then itself."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read(stream):
    """The next message whole, or b"" at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    data = stream.read(_LENGTH.unpack(head)[0])
    return data if len(data) == _LENGTH.unpack(head)[0] else b""


if __name__ == "__main__":
    main()
