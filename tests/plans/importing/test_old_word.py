"""Old Word files are converted where the office has a LibreOffice; a stand-in program plays it here."""

import pytest

from plans.importing.importing import read_source_file
from plans.importing.old_word import as_docx, is_old_word
from plans.reading.lines import Unreadable

from .reading import plan_text

DOC = b"\xd0\xcf\x11\xe0" + plan_text().encode()
RTF = b"{\\rtf1 " + plan_text().encode()
SPEAKS = """#!/bin/sh
for last; do :; done
case "$1" in -env:UserInstallation=file://*) ;; *) exit 1 ;; esac
{ echo; tail -c +%d "$last"; } > "${last%%.*}.docx"
"""


@pytest.fixture
def program(tmp_path):
    def make(script):
        path = tmp_path / "soffice"
        path.write_text(script)
        path.chmod(0o755)
        return str(path)

    return make


@pytest.mark.parametrize(("data", "skipped"), [(DOC, 5), (RTF, 8)])
def test_an_old_file_is_converted_before_it_is_read(program, settings, data, skipped):
    settings.SOFFICE_BIN = program(SPEAKS % skipped)
    assert read_source_file(data, "a.doc").draft.subject == "Công tác thi đua, khen thưởng năm 2024"


@pytest.mark.parametrize("data", [DOC, RTF])
def test_without_the_program_it_is_refused(data):
    with pytest.raises(Unreadable, match="hãy"):
        read_source_file(data, "a.doc")


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("#!/bin/sh\nexit 1\n", "Không chuyển được"),
        ("#!/bin/sh\nsleep 9 & wait\n", "chưa xong"),
        ("no program", "Máy chủ chưa chuyển được"),
    ],
)
def test_what_cannot_be_converted_is_refused(program, script, words):
    with pytest.raises(Unreadable, match=words):
        as_docx(DOC, "a.doc", program=program(script), seconds=0.3)


@pytest.mark.parametrize("data", [DOC + "EncryptedPackage".encode("utf-16-le"), b"PK\x03\x04", b""])
def test_other_files_are_not_converted(data):
    assert not is_old_word(data)
