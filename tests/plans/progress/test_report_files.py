"""Files with reports: which are kept, for whom they are, how much room a unit has (goal S5).

Two at once: test_reporting_race.py.
"""

import io
import struct
import zipfile
import zlib

import docx
import openpyxl
import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans.models import TaskFile
from plans.progress.attached.checks import PIXELS
from plans.progress.attached.confined import Limits, media_type_of
from plans.reading.lines import Unreadable
from tests.factories import create_task_file, create_unit, create_user
from tests.plans.progress.office import Office
from tests.signatures import hostile
from units.models import Role

MEGABYTE = 1024 * 1024


@pytest.fixture
def office(db):
    return Office()


@pytest.fixture
def task(office):
    return office.task(office.letter, office.first)


def bytes_of(save):
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def word():
    return bytes_of(docx.Document().save)


def sheet():
    return bytes_of(openpyxl.Workbook().save)


def pdf():
    document = pypdfium2.PdfDocument.new()
    document.new_page(100, 100)
    return bytes_of(document.save)


def png(width=2, height=2):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 6)) + chunk(b"IEND", b"")


def jpeg(width=2, height=2):
    thumbnail = b"\xff\xe1" + struct.pack(">H", 10) + b"\xff\xc0\x00\x08abcd"  # looks like a frame, is none
    frame = b"\xff\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + thumbnail + frame + b"\xff\xda\x00\x02\xff\xd9"


def with_part(package, name, content):
    stream = io.BytesIO(package)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def send(office, task, *files, user=None, state="done"):
    uploads = [SimpleUploadedFile(name, data) for name, data in files]
    address = reverse("plans:task_report", args=[task.pk])
    return office.client(user or office.reporter).post(address, {"state": state, "files": uploads})


GOOD = {
    "Kết quả.pdf": (pdf, "application/pdf"),
    "báo cáo.docx": (word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "bảng.XLSX": (sheet, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ảnh.jpg": (jpeg, "image/jpeg"),
    "ảnh.jpeg": (jpeg, "image/jpeg"),
    "ảnh.png": (png, "image/png"),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_offices_send_is_kept(name):
    make, media_type = GOOD[name]
    assert media_type_of(make(), name) == media_type


def test_files_are_kept_with_the_report_and_saved_from_its_page(office, task):
    assert send(office, task, ("Kết quả.pdf", pdf()), ("ảnh.png", png())).status_code == 302
    names = list(TaskFile.objects.values_list("name", "unit", "media_type"))
    assert names == [("Kết quả.pdf", office.first.pk, "application/pdf"), ("ảnh.png", office.first.pk, "image/png")]
    client, file = office.client(office.reporter), TaskFile.objects.get(name="Kết quả.pdf")
    address = reverse("plans:task_file", args=[task.pk, file.pk])
    assert address in client.get(task.get_absolute_url()).text
    response = client.get(address)
    assert response.content == bytes(file.content)
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''K%E1%BA%BFt%20qu%E1%BA%A3.pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"] == "application/pdf"


def bomb():
    return with_part(word(), "word/media/anh.xml", b" " * (30 * MEGABYTE))


def locked_pdf():
    return pdf().replace(b"trailer", b"trailer ").replace(b"/Root", b"/Encrypt 1 0 R /Root")


def with_reference(kind):
    """A document that takes something from elsewhere."""
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    reference = f'<Relationship Id="r9" Type="{kind}" Target="http://x.vn/a" TargetMode="External"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return with_part(
        word(), "word/_rels/settings.xml.rels", f'<Relationships xmlns="{space}">{reference}</Relationships>'
    )


def with_parts(package, count):
    stream = io.BytesIO(package)
    with zipfile.ZipFile(stream, "a") as archive:
        for number in range(count):
            archive.writestr(f"xl/{number}.xml", "")
    return stream.getvalue()


HOSTILE = {
    "page as a picture": ("ảnh.png", lambda: b"<!doctype html><script>alert(1)</script>"),
    "picture as a document": ("a.docx", png),
    "sheet as a document": ("a.docx", sheet),
    "document as a sheet": ("a.xlsx", word),
    "document as a picture": ("a.jpg", word),
    "any archive": ("a.docx", lambda: with_part(png(), "a.txt", b"x")),
    "another kind": ("chay.exe", lambda: b"MZ"),
    "no ending": ("ket-qua", pdf),
    "two endings": ("a.pdf.html", pdf),
    "macros by name": ("a.docm", word),
    "macros inside a document": ("a.docx", lambda: with_part(word(), "word/vbaProject.bin", b"x")),
    "macros inside a sheet": ("a.xlsx", lambda: with_part(sheet(), "xl/vbaProject.bin", b"x")),
    "archive inside": ("a.docx", lambda: with_part(word(), "word/embeddings/a.zip", b"PK\x03\x04")),
    "bomb": ("a.docx", bomb),
    "bomb in a sheet": ("a.xlsx", lambda: with_part(sheet(), "xl/a.xml", b" " * (30 * MEGABYTE))),
    "with a password": ("a.docx", lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")),
    "old sheet": ("a.xlsx", lambda: b"\xd0\xcf\x11\xe0 Workbook"),
    "encrypted": ("a.pdf", locked_pdf),
    "broken": ("a.pdf", lambda: b"%PDF-1.7\nnothing"),
    "script": ("a.pdf", hostile.ACTIVE["when opened"]),
    "program on a page": ("a.pdf", hostile.ACTIVE["starts a program"]),
    "file in a document": ("a.pdf", hostile.with_attachment),
    "too many pages": ("a.pdf", lambda: hostile.scan(pages=301)),
    "template elsewhere": ("a.docx", lambda: with_reference("attachedTemplate")),
    "picture elsewhere": ("a.docx", lambda: with_reference("image")),
    "object of another program": ("a.docx", lambda: with_part(word(), "word/embeddings/oleObject1.bin", b"x")),
    "too many parts": ("a.xlsx", lambda: with_parts(sheet(), 2001)),
    "huge picture": ("a.png", lambda: png(PIXELS, 2)),
    "huge photograph": ("a.jpg", lambda: jpeg(65_000, 65_000)),
    "photograph without a frame": ("a.jpg", lambda: b"\xff\xd8\xff\xda\x00\x02\xff\xd9"),
    "cut picture": ("a.png", lambda: png()[:20]),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_could_harm_is_refused_in_a_sentence(what):
    name, make = HOSTILE[what]
    with pytest.raises(Unreadable, match=r"^(Tệp|Hình) “.*\.$"):
        media_type_of(make(), name)


def test_what_takes_too_long_is_refused():
    with pytest.raises(Unreadable, match="quá phức tạp"):
        media_type_of(word(), "a.docx", limits=Limits(seconds=0))


def test_a_refused_file_files_nothing_and_keeps_what_was_typed(office, task):
    address = reverse("plans:task_report", args=[task.pk])
    upload = SimpleUploadedFile("ảnh.png", b"<svg onload=x>")
    sent = {"state": "done", "note": "Chữ của tôi", "files": upload}
    response = office.client(office.reporter).post(address, sent)
    assert (response.status_code, task.events.exists()) == (422, False)
    for shown in ("không phải tệp png", "Chữ của tôi", '<details class="report-more" open>'):
        assert shown in response.text


def test_too_many_too_large_and_empty_files_are_refused(office, task, settings):
    assert "tối đa 5 tệp" in send(office, task, *[(f"{n}.png", png()) for n in range(6)]).text
    assert "Có tệp trống" in send(office, task, ("a.png", b"")).text
    settings.UPLOAD_LIMIT = 10
    assert "lớn hơn 20 MB" in send(office, task, ("a.png", png())).text
    assert not TaskFile.objects.exists()


def test_a_form_sent_twice_keeps_its_files_once(office, task):
    address = reverse("plans:task_report", args=[task.pk])
    token = "00000000-0000-0000-0000-000000000001"
    for _ in range(2):
        upload = SimpleUploadedFile("ảnh.png", png())
        office.client(office.reporter).post(address, {"state": "done", "token": token, "files": upload})
    assert TaskFile.objects.count() == 1


# For whom


def test_who_may_read_the_report_has_its_files_others_404(office):
    file = create_task_file(office.task(office.meeting, office.second))
    address = reverse("plans:task_file", args=[file.event.task_id, file.pk])
    for user in (office.other, office.reporter, office.editor):  # its own, the lead, the office
        assert office.client(user).get(address).status_code == 200
    beside = create_task_file(office.task(office.letter, office.second))
    address = reverse("plans:task_file", args=[beside.event.task_id, beside.pk])
    stranger = create_user(role=Role.REPORTER, unit=create_unit())
    for user in (office.reporter, stranger):
        assert office.client(user).get(address).status_code == 404


def test_a_file_of_another_task_is_not_found_under_ones_own(office, task):
    foreign = create_task_file(office.task(office.letter, office.second))
    address = reverse("plans:task_file", args=[task.pk, foreign.pk])
    assert office.client(office.reporter).get(address).status_code == 404


# How much


def test_a_unit_has_room_for_so_much(office, task, settings):
    settings.TASK_FILES_QUOTA = 2 * len(png())
    assert send(office, task, ("1.png", png()), ("2.png", png())).status_code == 302
    full = send(office, office.task(office.meeting, office.first), ("3.png", png()))
    assert (full.status_code, "dành cho tệp báo cáo" in full.text) == (422, True)
    other = office.task(office.letter, office.second)
    assert send(office, other, ("4.png", png()), user=office.other).status_code == 302
    assert TaskFile.objects.count() == 3
