"""Bytes of a file → its lines, by the kind of file its first bytes show, whatever its name says."""

from ..draft import Finding
from .lines import Unreadable
from .plain_text import read_text
from .word_safety import refuse_compound

# The first bytes of files that are no text, and what they are called.
_OTHER_FORMATS = {
    b"{\\rtf": "RTF",
}
_AS_TEXT = "hãy lưu văn bản thành tệp .txt hoặc .md mã UTF-8 rồi chọn lại"


# What the encodings from before Unicode are called.
_OLD_ENCODINGS = {"TCVN3": "TCVN3 (ABC)", "VNI": "VNI", "CP1258": "Windows-1258"}


def read_source(data, name, *, limit, progress=None):
    """The `Source` of a file. `name` is shown in refusals only; `limit` is in bytes (goal S5). Raises Unreadable.

    `progress(done, total)` is told of pages, where a file has any.
    """
    if len(data) > limit:
        megabytes = limit // (1024 * 1024)
        raise Unreadable(f"Tệp “{name}” lớn hơn {megabytes} MB; hãy chọn đúng tệp kế hoạch hoặc bỏ bớt hình ảnh.")
    source = _read(data, name, progress)
    if source.encoding:
        source.findings.insert(0, _conversion(_OLD_ENCODINGS[source.encoding]))
    return source


def _conversion(encoding):
    message = f"Văn bản dùng bảng mã cũ {encoding}, đã chuyển sang Unicode; hãy so cột trái với cột phải"
    return Finding("warning", f"{message}, nhất là chữ hoa có dấu.")


def _read(data, name, progress):
    if data.startswith(b"PK\x03\x04"):
        from .word import read_word  # here, for the child that reads a text needs no library for Word (30 ms)

        return read_word(data, name)
    if data.startswith(b"%PDF"):
        from .pdf import read_pdf  # here, for a text needs no library for PDF either

        return read_pdf(data, name, progress)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        refuse_compound(data, name)
    for beginning, words in _OTHER_FORMATS.items():
        if data.startswith(beginning):
            raise Unreadable(f"Tệp “{name}” là tệp {words}, chưa đọc được; {_AS_TEXT}.")
    return read_text(data, name)
