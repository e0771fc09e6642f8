"""Plain text and Markdown, and pasted text → lines: in UTF-8 or UTF-16, else in what was used before Unicode.

What is not Unicode counts only where it reads as Vietnamese beyond doubt.
"""

import unicodedata

from .lines import LINE_LENGTH_LIMIT, LINE_LIMIT, Source, SourceLine, Unreadable, clean_cells
from .old_fonts import convert_text
from .syllables import share_of_syllables

_AS_TEXT = "hãy lưu văn bản thành tệp .txt hoặc .md mã UTF-8 rồi chọn lại"
_CONVINCING = 0.8  # of the words are syllables; a plan has abbreviations and numerals besides
_CODE_PAGE = "CP1258"


def read_text(data, name):
    """The `Source` of a text file. Raises Unreadable."""
    text, encoding = _decode(data, name)
    if not text.strip("\ufeff \t\r\n"):
        raise Unreadable(f"Tệp “{name}” trống, không có chữ nào; hãy chọn tệp có nội dung kế hoạch.")
    raw = _lines(text)
    if len(raw) > LINE_LIMIT or max(map(len, raw)) > LINE_LENGTH_LIMIT:
        raise Unreadable(f"Tệp “{name}” có quá nhiều dòng hoặc dòng quá dài, không phải một kế hoạch; hãy xem lại tệp.")
    converted, old = convert_text(text)
    encoding = old or encoding
    lines = zip(_lines(converted), raw, strict=True)
    read = [SourceLine(number, clean_cells(line), printed) for number, (line, printed) in enumerate(lines, 1)]
    return Source(read, encoding=encoding)


def _lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _decode(data, name):
    """The text, and the code page where it was an old one; TCVN3 and VNI are still as they stood."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16", name), ""
    if b"\x00" in data:
        return _without_mark(data, name), ""
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return _before_unicode(data, name)


def _decoded(data, encoding, name):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(f"Tệp “{name}” không dùng bảng mã Unicode (UTF-8); {_AS_TEXT}.") from None


def _without_mark(data, name):
    """UTF-16 whose byte order mark is missing: known by its Vietnamese."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data.decode(encoding, "replace")
        if _is_vietnamese(text):
            return text
    raise Unreadable(f"Tệp “{name}” không phải văn bản chữ; {_AS_TEXT}.")


def _before_unicode(data, name):
    """The code page of Vietnamese Windows, which composes letters; or old fonts on Western codes."""
    western = data.decode("cp1252", "replace")
    if convert_text(western)[1]:
        return western, ""
    text = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    if _is_vietnamese(text):
        return text, _CODE_PAGE
    raise Unreadable(f"Tệp “{name}” không dùng bảng mã Unicode (UTF-8); {_AS_TEXT}.")


def _is_vietnamese(text):
    return share_of_syllables(text) >= _CONVINCING
