"""Child processes for work that must not harm the site: printing, and reading what strangers sent (goals S4, S5).

The parent starts a program of its own with `start`; the child gives up memory, network and other programs with
`give_up_powers` before it looks at anything. Both talk in messages over the child's standard input and output.
"""

import os
import resource
import struct
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "PYTHONPATH", "LD_LIBRARY_PATH", "FONTCONFIG_PATH")  # no secrets
_LENGTH = struct.Struct(">Q")
_PROGRAMS_AND_NETWORK = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "ftplib.", "urllib.",
)  # fmt: skip
_CHANGES = (
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate",
    "os.kill", "shutil.", "tempfile.", "sqlite3.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def start(module):
    """A child that runs a module of ours: a program of its own, not a fork of ours.

    So no database connection, no secret, no lock comes along; and it ends by itself when our end of its input is gone,
    even if we are killed.
    """
    return subprocess.Popen(  # noqa: S603 - modules of ours only
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        start_new_session=True,
    )


@contextmanager
def asked(module, message, *, seconds):
    """A child that was handed one message; at the end, or after `seconds`, it is ended. Its answers are to be read."""
    child = start(module)
    watch = threading.Timer(seconds, child.kill)
    watch.start()
    try:
        with suppress(BrokenPipeError):  # then it has no answer either
            write(child.stdin, message)
        yield child
    finally:
        watch.cancel()
        end(child)


def own_answers():
    """For the child: its end of the pipe, where nothing else that is printed can get between the messages."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def end(child):
    """End a child and let go of its pipes."""
    child.kill()
    with suppress(BrokenPipeError):  # what the dead child never read
        child.stdin.close()
    child.stdout.close()
    child.wait()


def give_up_powers(*, memory, seconds=None, writing=True):
    """For ever: address space above `memory` bytes, work above `seconds`, the network, other programs.

    Without `writing` also every change of files.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    if not writing:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # whatever a library in C tries
        sys.dont_write_bytecode = True
        sys.addaudithook(_refuse_changes)
    sys.addaudithook(_refuse_programs_and_network)


def _refuse_programs_and_network(event, args):
    if event.startswith(_PROGRAMS_AND_NETWORK):
        raise PermissionError(f"{event} is not for this process")


def _refuse_changes(event, args):
    if event.startswith(_CHANGES) or (event == "open" and isinstance(args[2], int) and args[2] & _WRITING):
        raise PermissionError(f"{event} is not for this process")


def write(stream, data):
    """One message: its length in eight bytes, then itself."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read(stream, *, limit=sys.maxsize):
    """The next message whole; b"" at the end of the stream, or where a message is longer than `limit` bytes."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size or (length := _LENGTH.unpack(head)[0]) > limit:
        return b""
    data = stream.read(length)
    return data if len(data) == length else b""
