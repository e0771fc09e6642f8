"""Plain text and Markdown, and pasted text → lines."""

from .lines import LINE_LENGTH_LIMIT, LINE_LIMIT, Source, Unreadable, source_lines

_AS_TEXT = "hãy lưu văn bản thành tệp .txt hoặc .md mã UTF-8 rồi chọn lại"


def read_text(data, name):
    """The lines of a text file."""
    text = _decode(data, name)
    if not text.strip():
        raise Unreadable(f"Tệp “{name}” trống, không có chữ nào; hãy chọn tệp có nội dung kế hoạch.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > LINE_LIMIT or max(map(len, lines)) > LINE_LENGTH_LIMIT:
        raise Unreadable(f"Tệp “{name}” có quá nhiều dòng hoặc dòng quá dài, không phải một kế hoạch; hãy xem lại tệp.")
    return Source(source_lines(lines))


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
