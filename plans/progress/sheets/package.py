"""What a spreadsheet must not be or hold (goal S5), judged by its directory before any cell is read. No Django.

Each refusal is one sentence that says what is wrong and what to do.
"""

import re
import zipfile
import zlib
from io import BytesIO

from ...reading.lines import Unreadable
from ...reading.word_safety import ARCHIVE_BEGINNINGS, has_too_many_parts, is_too_large
from ...reading.word_xml import BadXml, parse_xml

_SAVE = "hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại thành tệp .xlsx rồi chọn lại"
BROKEN = f"Tệp “{{name}}” bị hỏng hoặc không phải bảng tính Excel (.xlsx); {_SAVE}."
_TOO_LARGE = "Tệp “{name}” khi giải nén lớn bất thường nên không được mở; hãy tải lại bảng, điền rồi chọn tệp ấy."
_PROTECTED = "Tệp “{name}” có mật khẩu; hãy bỏ mật khẩu, lưu lại rồi chọn lại."
_OLD = f"Tệp “{{name}}” là tệp Excel đời cũ (.xls), không đọc được; {_SAVE}."
_MACROS = "Tệp “{name}” có macro; hãy lưu lại thành tệp .xlsx không có macro rồi chọn lại."
_EMBEDDED = "Tệp “{name}” có đối tượng khác nhúng bên trong; hãy xóa đối tượng ấy, lưu lại rồi chọn lại."
_LINKED = "Tệp “{name}” lấy dữ liệu từ tệp hoặc nơi khác; hãy ngắt liên kết (Dữ liệu – Sửa liên kết), lưu lại rồi chọn."

_COMPOUND, _LOCKED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
_MACRO_PARTS = re.compile(r"vba(project|data)|macrosheets/|dialogsheets/")
_OBJECTS = re.compile(r"/embeddings/|/activex/|oleobject|\.(zip|docx?|docm|xlsx|xlsm|xls|rar|7z|gz|jar|cab|exe|dll)$")
_OUTSIDE = re.compile(r"/(externallinks|querytables)/|connections\.xml$")
_XML = (".xml", ".rels", ".vml")
_READ = 1024 * 1024  # bytes of a part; a list of references is never longer
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def check_package(data, name):
    """Raises Unreadable where the bytes are no plain spreadsheet."""
    if data.startswith(_COMPOUND):
        _refuse(_PROTECTED if _LOCKED in data else _OLD, name)
    if has_too_many_parts(data):
        _refuse(_TOO_LARGE, name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            _check_directory(infos, name)
            _check_names([info.filename.replace("\\", "/").lower() for info in infos], name)
            for info in infos:
                _check_part(archive, info, name)
    except _FAULTS:
        _refuse(BROKEN, name)


def _check_directory(infos, name):
    if any(info.flag_bits & 1 for info in infos):
        _refuse(_PROTECTED, name)
    if is_too_large(infos):
        _refuse(_TOO_LARGE, name)


def _check_names(names, name):
    for pattern, sentence in ((_MACRO_PARTS, _MACROS), (_OBJECTS, _EMBEDDED), (_OUTSIDE, _LINKED)):
        if any(pattern.search(part) for part in names):
            _refuse(sentence, name)
    if len(set(names)) < len(names) or "xl/workbook.xml" not in names:
        _refuse(BROKEN, name)


def _check_part(archive, info, name):
    """No document type, no archive by another name, no macros, nothing outside the file but ordinary hyperlinks."""
    part = info.filename.lower()
    with archive.open(info) as file:
        beginning = file.read(min(info.file_size, _READ) + 1)
    if beginning.startswith(ARCHIVE_BEGINNINGS):
        _refuse(_EMBEDDED, name)
    if part.endswith(_XML) and (b"<!DOCTYPE" in beginning or b"<\0!\0D" in beginning):
        _refuse(BROKEN, name)
    if part.endswith(".rels") or part == "[content_types].xml":
        _check_references(beginning, name)


def _check_references(data, name):
    """Read as XML, whatever its encoding and way of writing; and whole."""
    try:
        elements = list(parse_xml(data).iter("{*}*")) if len(data) <= _READ else None
    except BadXml:
        elements = None
    if elements is None:
        _refuse(BROKEN, name)
    if any("macroenabled" in element.get("ContentType", "").lower() for element in elements):
        _refuse(_MACROS, name)
    outside = [element for element in elements if element.get("TargetMode", "").lower() == "external"]
    if any(element.get("Type", "").rsplit("/", 1)[-1] != "hyperlink" for element in outside):
        _refuse(_LINKED, name)


def _refuse(sentence, name):
    raise Unreadable(sentence.format(name=name)) from None
