"""Word files from before .docx, and RTF → .docx, by a LibreOffice of the office where the setting names one."""

import os
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from ..reading.lines import Unreadable

SECONDS = 60
_OLE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # a new Word file with a password has the old format around it
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH")  # no secrets
_SAVE_AS = "hãy mở tệp bằng Word, lưu lại thành .docx rồi chọn lại"


def is_old_word(data):
    """Whether the first bytes are those of a .doc or .rtf that may be converted."""
    return data.startswith(_RTF) or (data.startswith(_OLE) and _LOCKED not in data)


def as_docx(data, name, *, program, seconds=SECONDS):
    """The bytes of the file as `program` converts it. Raises Unreadable where it cannot, or takes too long."""
    with TemporaryDirectory(prefix="tdkt-") as folder:
        source = Path(folder, "van-ban.rtf" if data.startswith(_RTF) else "van-ban.doc")
        source.write_bytes(data)
        _convert(program, source, name, seconds)
        made = source.with_suffix(".docx")
        if not made.is_file():
            raise Unreadable(f"Không chuyển được tệp Word đời cũ “{name}”; {_SAVE_AS}.")
        return made.read_bytes()


def _convert(program, source, name, seconds):
    folder = source.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # nobody's own, so that two can run at once
    command = [program, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", folder, source]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ} | {"TMPDIR": str(folder)}
    try:
        child = subprocess.Popen(command, cwd=folder, env=kept, start_new_session=True, **quiet)  # noqa: S603
    except OSError as reason:
        raise Unreadable(f"Máy chủ chưa chuyển được tệp Word đời cũ “{name}”; {_SAVE_AS}.") from reason
    try:
        child.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"Chuyển tệp Word đời cũ “{name}” quá {seconds} giây chưa xong; {_SAVE_AS}.") from None
    finally:
        _end_group(child)


def _end_group(child):
    """The program and whatever it started: it may be a script around the real one."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        child.wait()
