"""A spreadsheet that could do harm, or is none, is refused with a sentence that says what to do (goal S5)."""

import time
import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from plans.progress.sheets.columns import CODE, DAY, LONGEST_SHEET, NOTE, STATE
from plans.progress.sheets.confined import Limits, rows_confined
from plans.progress.sheets.reading import read_sheet
from plans.reading.lines import Unreadable

LIMIT = 20 * 1024 * 1024
TITLES = [CODE, STATE, NOTE, DAY]
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def sheet(*rows, titles=TITLES):
    workbook = Workbook(write_only=True)
    page = workbook.create_sheet()
    for row in (titles, *rows):
        page.append(row)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


GOOD = sheet(["NV-1-0", "Hoàn thành", "Đã gửi", None])


def with_part(name, content="x", data=GOOD, compression=zipfile.ZIP_DEFLATED):
    """The good file with a part more, or another in the place of one."""
    source, stream = zipfile.ZipFile(BytesIO(data)), BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for part in source.namelist():
            if part != name:
                archive.writestr(part, source.read(part))
        archive.writestr(name, content)
    return stream.getvalue()


def related(kind, mode="External"):
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    reference = f'<Relationship Id="r1" Type="{kind}" Target="http://example.vn/a" TargetMode="{mode}"/>'
    return with_part("xl/worksheets/_rels/sheet1.xml.rels", f"<Relationships>{reference}</Relationships>")


def references(text, encoding="utf-8"):
    """References as somebody wrote them who wants them overlooked."""
    return with_part("xl/worksheets/_rels/sheet1.xml.rels", f"<Relationships>{text}</Relationships>".encode(encoding))


OUTSIDE = '<Relationship Id="r1" Type="x/image" Target="http://example.vn/a" TargetMode="External"/>'


def content_types(old, new):
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        types = archive.read("[Content_Types].xml").decode()
    assert old in types
    return with_part("[Content_Types].xml", types.replace(old, new))


HOSTILE = {
    "nothing": (lambda: b"", "hỏng"),
    "text": (lambda: b"ma,trang thai", "hỏng"),
    "cut off": (lambda: GOOD[:-80], "hỏng"),
    "archive": (lambda: with_part("a.txt", data=_archive(("b.txt", "x"))), "hỏng"),
    "old Excel": (lambda: COMPOUND, "đời cũ (.xls)"),
    "password": (lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "macro": (lambda: with_part("xl/vbaProject.bin"), "macro"),
    "macro anywhere": (lambda: with_part("x/VBAPROJECT.BIN"), "macro"),
    "macro type": (lambda: content_types("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"), "macro"),
    "old macro sheet": (lambda: with_part("xl/macrosheets/sheet1.xml"), "macro"),
    "external link": (lambda: with_part("xl/externalLinks/externalLink1.xml"), "nơi khác"),
    "connection": (lambda: with_part("xl/connections.xml"), "nơi khác"),
    "external picture": (lambda: related("image"), "nơi khác"),
    "external object": (lambda: related("oleObject"), "nơi khác"),
    "said to be a hyperlink": (lambda: references(OUTSIDE.replace("r1", "/hyperlink")), "nơi khác"),
    "in other letters": (lambda: references(OUTSIDE.replace("Ext", "&#69;xt")), "nơi khác"),
    "in two bytes each": (lambda: references(OUTSIDE, "utf-16"), "nơi khác"),
    "after a long comment": (lambda: references(f"<!--{' ab' * 500_000}-->{OUTSIDE}"), "(hỏng|lớn bất thường)"),
    "broken references": (lambda: references("<a"), "hỏng"),
    "macro type in other letters": (
        lambda: content_types("spreadsheetml.sheet.main", "ms-excel.sheet.macro&#69;nabled.main"),
        "macro",
    ),
    "archive by another name": (lambda: with_part("xl/media/a.png", _archive(("b.txt", "x"))), "nhúng"),
    "object by another name": (lambda: with_part("xl/a.bin", COMPOUND), "nhúng"),
    "embedded object": (lambda: with_part("xl/embeddings/oleObject1.bin"), "nhúng"),
    "nested archive": (lambda: with_part("xl/media/a.zip"), "nhúng"),
    "bomb": (lambda: with_part("xl/media/a.xml", " " * (30 * 1024 * 1024)), "lớn bất thường"),
    "many parts": (lambda: _archive(*((f"xl/{n}.xml", "") for n in range(2001))), "lớn bất thường"),
    "document type": (lambda: with_part("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "hỏng"),
    "another sheet": (lambda: sheet(["a"], titles=["Họ tên"]), "không phải bảng tải"),
    "a column gone": (lambda: sheet(titles=[CODE, STATE, DAY]), "thiếu cột “Nội dung”"),
    "too many rows": (lambda: sheet(*[["NV-1-0", "Hoàn thành"]] * (LONGEST_SHEET + 1)), "hơn 5.000 dòng"),
}


def _archive(*parts):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize("case", HOSTILE)
def test_refused(case):
    make, words = HOSTILE[case]
    with pytest.raises(Unreadable, match=words.replace("(.", r"\(.").replace("xls)", r"xls\)")) as refusal:
        read_sheet(make(), "bảng.xlsx", limit=LIMIT)
    assert str(refusal.value).startswith("Tệp “bảng.xlsx”")


def test_an_ordinary_link_is_no_harm():
    assert [row.code for row in read_sheet(related("hyperlink"), "a", limit=LIMIT)] == ["NV-1-0"]


def test_too_large_a_file_is_refused_before_it_is_opened():
    with pytest.raises(Unreadable, match="lớn hơn 1 MB"):
        read_sheet(GOOD + b" " * 1024**2, "a", limit=1024**2)


def test_the_longest_sheet_is_read_in_time():
    data = sheet(*[["NV-1-0", "Hoàn thành", "Đã làm"]] * LONGEST_SHEET)
    begun = time.perf_counter()
    assert len(read_sheet(data, "a", limit=LIMIT)) == LONGEST_SHEET
    assert time.perf_counter() - begun < 10


def test_formulas_count_as_what_stands_in_their_cells():
    """One that was never calculated says nothing; it is never calculated here."""
    assert read_sheet(sheet(["NV-1-0", "=1+1", "Chữ"]), "a", limit=LIMIT)[0].state == ""


def test_numbers_and_days_become_text():
    row = read_sheet(sheet(["NV-1-0", 12.0, 1.5, datetime(2026, 2, 5)]), "a", limit=LIMIT)[0]
    assert (row.state, row.note, row.day) == ("12", "1,5", "05/02/2026")


def test_rows_nobody_filled_in_are_left_out():
    rows = read_sheet(sheet(["NV-1-0"], [None, None], ["NV-2-0", None, "Chữ"]), "a", limit=LIMIT)
    assert [(row.number, row.code) for row in rows] == [(4, "NV-2-0")]


def test_the_child_process_reads_and_refuses():
    assert [row.note for row in rows_confined(GOOD, "a.xlsx", limit=LIMIT)] == ["Đã gửi"]
    with pytest.raises(Unreadable, match="hỏng"):
        rows_confined(b"PK", "a.xlsx", limit=LIMIT)


def test_a_child_that_takes_too_long_or_too_much_is_ended():
    big = sheet(*[["NV-1-0", "Hoàn thành", f"Đã làm {n}"] for n in range(500)])
    for limits in (Limits(seconds=0.01), Limits(answer=1000)):
        with pytest.raises(Unreadable, match="quá lớn hoặc quá phức tạp"):
            rows_confined(big, "a.xlsx", limit=LIMIT, limits=limits)
    with pytest.raises(Unreadable):
        rows_confined(big, "a.xlsx", limit=LIMIT, limits=Limits(memory=1024**2))
