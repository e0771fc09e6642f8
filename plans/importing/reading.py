"""Bytes of a file → its lines, each with its number. Plain text and Markdown in this version; knows no plan.

Whatever cannot be read raises `Unreadable`, whose text is one Vietnamese sentence that says what to do.
"""

from dataclasses import dataclass

from thiduakhenthuong.text import clean

LINE_LIMIT = 20_000
LINE_LENGTH_LIMIT = 100_000  # characters

# The first bytes of files that are no text, and what they are called.
_OTHER_FORMATS = {
    b"PK\x03\x04": "Word (.docx) hoặc tệp nén",
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "Word đời cũ (.doc)",
    b"{\\rtf": "RTF",
}
_AS_TEXT = "hãy lưu văn bản thành tệp .txt hoặc .md mã UTF-8 rồi chọn lại"


class Unreadable(Exception):
    """The file cannot be read as a plan; str() is the sentence to show."""


@dataclass(frozen=True)
class SourceLine:
    """One line of the source: number from 1, text in NFC with tabs between cells kept, and the line as it stood."""

    number: int
    text: str
    raw: str


def read_source(data, name, *, limit):
    """The lines of a file. `name` is shown in refusals only; `limit` is in bytes (goal S5)."""
    if len(data) > limit:
        megabytes = limit // (1024 * 1024)
        raise Unreadable(f"Tệp “{name}” lớn hơn {megabytes} MB; hãy chọn đúng tệp kế hoạch hoặc bỏ bớt hình ảnh.")
    for beginning, words in _OTHER_FORMATS.items():
        if data.startswith(beginning):
            raise Unreadable(f"Tệp “{name}” là tệp {words}, chưa đọc được; {_AS_TEXT}.")
    text = _decode(data, name)
    if not text.strip():
        raise Unreadable(f"Tệp “{name}” trống, không có chữ nào; hãy chọn tệp có nội dung kế hoạch.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > LINE_LIMIT or max(map(len, lines)) > LINE_LENGTH_LIMIT:
        raise Unreadable(f"Tệp “{name}” có quá nhiều dòng hoặc dòng quá dài, không phải một kế hoạch; hãy xem lại tệp.")
    return source_lines(lines)


def source_lines(lines):
    """Lines of text as source lines; tabs separate cells and stay."""
    return [SourceLine(number, _clean_line(line), line) for number, line in enumerate(lines, 1)]


def _clean_line(line):
    return "\t".join(clean(cell.replace("\n", " ")) for cell in line.split("\t")).rstrip("\t ")


def _decode(data, name):
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", name)
    if b"\x00" in data:
        raise Unreadable(f"Tệp “{name}” không phải văn bản chữ; {_AS_TEXT}.")
    return _decoded(data, "utf-8-sig", name)


def _decoded(data, encoding, name):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(f"Tệp “{name}” không dùng bảng mã Unicode (UTF-8); {_AS_TEXT}.") from None
