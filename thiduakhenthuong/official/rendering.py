"""The PDF of an official document: from the cache, or printed by a child process with limits of time and memory.

Every web process has one press at most, started with the first document and kept warm; documents queue for it. The
cache key is the hash of all that decides the bytes, so an entry never grows stale.
"""

import atexit
import hashlib
import os
import threading
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.core.cache import caches

from .. import confinement
from . import press
from .document import TaskTable
from .html import STYLESHEET, to_html

SECONDS = 30  # for one document, waiting included
CELL_LETTERS = 20_000
TABLE_ROWS = 1_000
DOCUMENTS = 200  # then a fresh press: whatever memory the engine lost comes back


class NotPrinted(Exception):
    """The document could not be printed; str() is one Vietnamese sentence for the user."""


def pdf_of(document):
    """The PDF of a document as bytes; the same document gives the same bytes. Raises `NotPrinted`."""
    return Printing(document).pdf()


class PrintedPage:
    """A page on its way to paper. `key` names its bytes before they are made: good for an ETag."""

    def __init__(self, html):
        self.html = html
        self.key = hashlib.sha256(html.encode() + _makers()).hexdigest()

    def pdf(self):
        return self._kept() or _press().print(self)

    def _kept(self):
        return caches["papers"].get(self.key)

    def _keep(self, data):
        caches["papers"].set(self.key, data)


class Printing(PrintedPage):
    """An official document on its way to paper."""

    def __init__(self, document):
        check_size(document)
        super().__init__(to_html(document, screen=False))


@cache
def _makers():
    """What besides the HTML decides the bytes: the stylesheet, our steps, the engine."""
    files = [STYLESHEET, Path(__file__).with_name("pdf.py")]
    engine = [f"{name} {version(name)}".encode() for name in ("weasyprint", "pydyf")]
    return b"\0".join([*(file.read_bytes() for file in files), *engine])


def check_size(document):
    """Refuse what would keep the press busy for minutes: raises `NotPrinted` with what to do."""
    blocks = [*document.body, *(block for annex in document.annexes for block in annex.blocks)]
    tables = [block for block in blocks if isinstance(block, TaskTable)]
    rows = [row for table in tables for group in table.groups for row in group.rows]
    texts = [getattr(block, "text", "") for block in blocks] + [cell for row in rows for cell in row.cells]
    if len(rows) > TABLE_ROWS:
        raise NotPrinted(f"Văn bản có hơn {TABLE_ROWS} dòng trong bảng, không in được. Hãy tách thành nhiều văn bản.")
    if any(len(text) > CELL_LETTERS for text in texts):
        raise NotPrinted(f"Một đoạn hoặc một ô dài hơn {CELL_LETTERS} ký tự, không in được. Hãy tách đoạn đó ra.")


class Press:
    """A child process that prints one document after the other."""

    def __init__(self):
        self._turn = threading.Lock()
        self._child = None
        self._printed = 0

    def print(self, printing):
        """The PDF, from the child or, if someone just printed the same, from the cache."""
        if not self._turn.acquire(timeout=SECONDS):
            raise NotPrinted("Đang có nhiều văn bản chờ in. Hãy thử lại sau một phút.")
        try:
            return printing._kept() or self._print(printing)
        finally:
            self._turn.release()

    def _print(self, printing):
        self._make_ready()
        data = self._ask(printing.html.encode())
        if not data:
            self.close()
            raise NotPrinted("Không in được văn bản này. Hãy thử lại; nếu vẫn lỗi, hãy báo cho quản trị.")
        printing._keep(data)
        return data

    def _ask(self, html):
        """The child's answer; nothing if it died or took too long, for then it is killed and its pipes end."""
        watch = threading.Timer(SECONDS, self._child.kill)
        watch.start()
        try:
            confinement.write(self._child.stdin, html)
            return confinement.read(self._child.stdout)
        except BrokenPipeError:
            return b""
        finally:
            watch.cancel()

    def _make_ready(self):
        if self._printed >= DOCUMENTS or (self._child and self._child.poll() is not None):
            self.close()
        if self._child is None:
            self._start()
        self._printed += 1

    def _start(self):
        self._child = confinement.start(press.__name__)
        self._printed = 0

    def close(self):
        """End the child, if there is one."""
        child, self._child = self._child, None
        if child is not None:
            confinement.end(child)


_presses = {}  # by process id: a web worker forked from us must not share our child, nor end it


def _press():
    return _presses.setdefault(os.getpid(), Press())


@atexit.register
def _end_press():
    if os.getpid() in _presses:
        _presses[os.getpid()].close()
