"""Documents to print in tests, and what a printed file says: plain functions."""

import re
import subprocess
import warnings
import zlib
from dataclasses import replace

import pypdfium2

from thiduakhenthuong.official import pdf
from thiduakhenthuong.official.document import (
    Annex,
    Basis,
    Column,
    Heading,
    OfficialDocument,
    Paragraph,
    Row,
    RowGroup,
    TaskTable,
)
from thiduakhenthuong.official.html import to_html

COLUMNS = (Column("TT", 12, centred=True), Column("Nội dung"), Column("Đơn vị thực hiện", 62))
LINE = "Ủy ban nhân dân quận yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện Kế hoạch này."


def task_table(*, rows=3, quarters=(1, 2), text="Tổ chức hội nghị tổng kết phong trào thi đua"):
    romans = {1: "I", 2: "II", 3: "III", 4: "IV"}
    groups = []
    for n, quarter in enumerate(quarters):
        numbers = range(n * rows + 1, n * rows + rows + 1)
        cells = ((str(number), text, "- UBND quận\n- Phòng Nội vụ quận") for number in numbers)
        groups.append(RowGroup(f"QUÝ {romans[quarter]}", tuple(Row(c) for c in cells)))
    return TaskTable(COLUMNS, tuple(groups))


def document(**fields):
    plain = OfficialDocument(
        type_name="KẾ HOẠCH",
        subject="Triển khai công tác thi đua, khen thưởng năm 2024",
        issuer=("ỦY BAN NHÂN DÂN", "QUẬN CÁI RĂNG"),
        issuer_name="Ủy ban nhân dân quận Cái Răng",
        symbol="KH-UBND",
        number="5",
        place="Cái Răng",
        day=6,
        month=2,
        year=2024,
        body=(
            Basis("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
            Basis("Căn cứ Nghị định số 98/2023/NĐ-CP"),
            Heading(1, "I.", "Mục đích, yêu cầu"),
            Paragraph("Đẩy mạnh các phong trào thi đua yêu nước.", "1."),
            Heading(1, "II.", "NỘI DUNG"),
            task_table(),
            Paragraph(LINE),
        ),
        recipients=("Sở Nội vụ", "Các cơ quan thuộc quận,", "Lưu: VT"),
        authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Lê Thanh Tâm",
    )
    return replace(plain, **fields)


def annex(**fields):
    return replace(Annex("Danh mục nhiệm vụ", (task_table(),)), **fields)


def printed(given):
    """The PDF of a document, printed in this process."""
    return render(to_html(given, screen=False))


def render(html, **options):
    """HTML as PDF. The engine leaves its colour profile open; everything else that warns still fails the test."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "unclosed file .*sRGB2014", ResourceWarning)
        return pdf.render(html, **options)


def text_of(data):
    """The words of a PDF in the order they were drawn, pages parted by form feeds."""
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return run.stdout.decode()


def pages_of(data):
    """The lines of each page, without its number."""
    return [lines[:-1] if lines[-1].isdigit() else lines for lines in _drawn_pages(data)]


def page_numbers_of(data):
    """The number each page shows (drawn last), or ""."""
    return [lines[-1] if lines[-1].isdigit() else "" for lines in _drawn_pages(data)]


def bookmarks_of(data):
    """The outline as lines "page title", deeper ones indented by two spaces for each level."""
    marks = pypdfium2.PdfDocument(data).get_toc()
    return [f"{'  ' * mark.level}{mark.get_dest().get_index() + 1} {mark.get_title()}" for mark in marks]


def _drawn_pages(data):
    return [page.strip().split("\n") for page in text_of(data).split("\f")[:-1]]


def decompressed(data):
    """All bytes of a PDF, streams unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    return data + b"".join(_unpacked(stream) for stream in streams)


def _unpacked(stream):
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
