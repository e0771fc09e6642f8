"""Costly work takes turns: so many at once on one machine, whatever process they run in (goal S15)."""

import fcntl
import time
from contextlib import contextmanager

from ..reading.lines import Unreadable

PLACES = 2
SECONDS = 30  # of waiting; with the reading itself it must stay below what the proxy waits for us


@contextmanager
def turn(folder, *, places=PLACES, seconds=SECONDS):
    """Waits for one of the places, each of which is a locked file in `folder`. Raises Unreadable after `seconds`."""
    held = _wait(folder, places, time.monotonic() + seconds)
    try:
        yield
    finally:
        held.close()  # and so given free, as it is when the process dies


def _wait(folder, places, until):
    while True:
        for place in range(places):
            held = _take(folder / f"reading-{place}.lock")
            if held:
                return held
        if time.monotonic() > until:
            raise Unreadable("Đang có nhiều tệp được đọc cùng lúc; hãy chọn lại tệp này sau một phút.")
        time.sleep(0.05)


def _take(path):
    file = path.open("a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file
