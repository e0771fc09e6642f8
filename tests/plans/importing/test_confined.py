"""A file is read by a child process: same result, limits that bite, no powers, no traces."""

import subprocess
import sys
import time

import pytest

from plans.importing import confined
from plans.importing.confined import Limits, read_confined
from plans.importing.parsing import parse
from plans.reading.files import read_source
from plans.reading.lines import Place, SourceLine, Unreadable
from plans.reading.lines_json import lines_from_json, lines_to_json
from tests.plans.reading.test_old_fonts import in_tcvn3
from thiduakhenthuong import confinement

from .reading import plan_text

PLAN = plan_text().encode()
MEGABYTE = 1024**2


def read(data=PLAN, name="tep.txt", **options):
    return read_confined(data, name, **{"limit": 20 * MEGABYTE} | options)


def test_the_child_reads_what_this_process_would():
    source, reading = read_source(PLAN, "tep.txt", limit=len(PLAN)), read()
    assert (reading.lines, reading.draft, reading.encoding) == (source.lines, parse(source.lines), "")


def test_what_is_known_of_the_file_comes_first():
    reading = read(in_tcvn3(plan_text()).encode("latin-1"))
    assert (reading.encoding, reading.draft.findings[0].severity) == ("TCVN3", "warning")


def test_a_refusal_crosses_as_its_sentence():
    with pytest.raises(Unreadable, match=r"^Tệp “a b.txt” trống, không có chữ nào; hãy chọn"):
        read(b" ", name="a\nb.txt")


@pytest.mark.parametrize(("limits", "times"), [(Limits(memory=30 * MEGABYTE), 60), (Limits(answer=1000), 1)])
def test_a_child_without_room_is_a_refusal(limits, times):
    with pytest.raises(Unreadable, match="quá lớn hoặc quá phức tạp"):
        read((PLAN + b"x" * 90_000 + b"\n") * times, limits=limits)


def test_a_child_that_takes_too_long_is_killed():
    begun = time.monotonic()
    with pytest.raises(Unreadable, match="quá lớn hoặc quá phức tạp"):
        read(limits=Limits(seconds=0.02))
    assert time.monotonic() - begun < 2


def test_parsing_has_a_limit_of_its_own(monkeypatch):
    monkeypatch.setattr(confined.reader_process, "__name__", f"{__package__}.child_without_end")
    begun = time.monotonic()
    with pytest.raises(Unreadable, match="quá lớn hoặc quá phức tạp"):
        read()
    assert time.monotonic() - begun < 10


def test_a_fault_of_the_program_is_told_as_one(monkeypatch):
    monkeypatch.setattr(confined.reader_process, "__name__", "plans.khong_co")
    with pytest.raises(Unreadable, match="vì lỗi của chương trình"):
        read()


def test_no_child_stays_behind(monkeypatch):
    children = []
    start = confinement.start
    monkeypatch.setattr(confinement, "start", lambda module: children.append(start(module)) or children[-1])
    read()
    assert [child.returncode is None for child in children] == [False]


def test_progress_is_told(monkeypatch):
    told = []
    monkeypatch.setattr(confined.reader_process, "__name__", f"{__package__}.child_of_three_pages")
    read(progress=lambda *pages: told.append(pages))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_lines_cross_whole():
    lines = [SourceLine(1, "a", " a", Place(0, 1, 2, 3, 4)), SourceLine(2, "", "")]
    assert lines_from_json(lines_to_json(lines)) == lines


def in_child(code):
    """What becomes of code in a process that has given up its powers as the reader does."""
    powers = "give_up_powers(memory=2**30, seconds=5, writing=False)"
    code = f"from thiduakhenthuong.confinement import give_up_powers\n{powers}\n{code}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=confinement.ROOT)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.fork()",
        "open('{file}', 'w')",
        "import os; os.open('{file}', os.O_RDWR | os.O_CREAT)",
        "import os; os.mkdir('{file}')",
        "import tempfile; tempfile.mkdtemp(dir='{folder}')",
        "import sqlite3; sqlite3.connect('{file}')",
    ],
)
def test_the_child_has_no_powers(code, tmp_path):
    done = in_child(code.format(file=tmp_path / "a", folder=tmp_path))
    assert "PermissionError" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_child_reads_files_it_needs():
    assert in_child("import email.mime.text; open('manage.py').read()").returncode == 0


def test_the_child_starts_without_django_and_heavy_libraries():
    code = "import sys, plans.importing.reader_process; print(*{n.split('.')[0] for n in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=confinement.ROOT)
    assert {"django", "units", "lxml", "docx", "pdfplumber", "pdfminer", "PIL"} & set(done.stdout.split()) == set()
