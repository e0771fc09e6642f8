"""What a Word file must not be or hold (goal S5), judged by its directory and references before any text is read.

Each refusal is one sentence that says what is wrong and what to do.
"""

from .lines import Unreadable

_UNPACKED_LIMIT = 200 * 1024 * 1024  # bytes
_PARTS_LIMIT = 2000
_RATIO_LIMIT = 100
_RATIO_FROM = 1024 * 1024  # bytes unpacked; a small part of blanks does no harm
_ENTRY = b"PK\x01\x02"  # opens each entry of a zip directory
_STORED_OR_DEFLATED = (0, 8)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ARCHIVES = (".zip", ".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".rar", ".7z", ".gz", ".tar", ".jar", ".cab")
ARCHIVE_BEGINNINGS = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MSCF", b"\xd0\xcf\x11\xe0")
_PLAIN_PARTS = (".xml", ".rels", ".png", ".jpeg", ".jpg", ".gif", ".emf", ".wmf", ".odttf")

_SAVE = "hãy mở tệp trong Word, lưu lại thành tệp .docx rồi chọn lại"
_COPY = "hãy chép toàn bộ chữ sang một văn bản Word mới, lưu lại rồi chọn tệp mới"
BROKEN = f"Tệp “{{name}}” bị hỏng hoặc không phải tệp Word (.docx), không mở được; {_SAVE}."
TOO_DEEP = f"Tệp “{{name}}” có bảng hoặc khung lồng nhau quá sâu; {_COPY}."
TOO_LONG = "Tệp “{name}” có quá nhiều dòng hoặc dòng quá dài, không phải một kế hoạch; hãy xem lại tệp."
EMPTY = "Tệp “{name}” trống, không có chữ nào; hãy chọn tệp có nội dung kế hoạch."
ONLY_PICTURES = "Tệp “{name}” chỉ có hình ảnh (bản chụp), không có chữ để đọc; hãy chọn tệp Word gốc đã soạn thảo."
_TOO_BIG = f"Tệp “{{name}}” khi giải nén lớn bất thường nên không được mở; {_COPY}."
_PROTECTED = "Tệp “{name}” có mật khẩu bảo vệ; hãy mở tệp trong Word, bỏ mật khẩu, lưu lại rồi chọn lại."
_MACROS = "Tệp “{name}” có macro; hãy mở trong Word, lưu lại thành tệp .docx không có macro rồi chọn lại."
_EMBEDDED = (
    "Tệp “{name}” có tệp hoặc đối tượng khác nhúng bên trong; "
    "hãy xóa các đối tượng ấy trong Word, lưu lại thành tệp .docx rồi chọn lại."
)
_TEMPLATE = f"Tệp “{{name}}” gắn với một tệp mẫu ở nơi khác; {_COPY}."
_LINKED = (
    "Tệp “{name}” có hình ảnh hoặc đối tượng liên kết với tệp ở nơi khác; "
    "hãy ngắt liên kết hoặc xóa chúng trong Word, lưu lại thành tệp .docx rồi chọn lại."
)
_NO_WORD = "Tệp “{name}” là tệp nén, không phải văn bản Word; hãy giải nén rồi chọn đúng tệp kế hoạch."
# Part of the type of the main part, and what to say of such a file.
_OTHER_KINDS = (
    ("macroenabled", _MACROS),
    ("wordprocessingml.template", f"Tệp “{{name}}” là tệp mẫu của Word (.dotx); {_SAVE}."),
    (
        "spreadsheetml",
        "Tệp “{name}” là bảng tính Excel; hãy chép nội dung sang Word, lưu thành tệp .docx rồi chọn lại.",
    ),
    ("presentationml", "Tệp “{name}” là bản trình chiếu PowerPoint; hãy chọn tệp kế hoạch ở dạng Word, PDF hoặc chữ."),
    ("ms-excel", "Tệp “{name}” là bảng tính Excel; hãy chép nội dung sang Word, lưu thành tệp .docx rồi chọn lại."),
)
_OPEN_DOCUMENT = (
    (b"opendocument.text", f"Tệp “{{name}}” là tệp OpenDocument (.odt); {_SAVE}."),
    (b"opendocument.", "Tệp “{name}” là tệp OpenDocument, không phải văn bản; hãy chọn tệp kế hoạch ở dạng Word."),
)


def check_count(data, name):
    """Refuse a directory of too many entries before it is read."""
    if has_too_many_parts(data):
        _refuse(_TOO_BIG, name)


def has_too_many_parts(data):
    """Counted without reading the directory."""
    return data.count(_ENTRY) > _PARTS_LIMIT


def check_directory(infos, name):
    """Refuse what the entries of the directory declare: passwords, odd packing, too large when unpacked."""
    if any(info.flag_bits & 1 for info in infos):
        _refuse(_PROTECTED, name)
    names = {info.filename.replace("\\", "/").lstrip("/").lower() for info in infos}
    if len(names) < len(infos) or any(info.compress_type not in _STORED_OR_DEFLATED for info in infos):
        _refuse(BROKEN, name)
    if is_too_large(infos):
        _refuse(_TOO_BIG, name)


def is_too_large(infos):
    """Unpacked, as the entries of the directory declare it: all together, or for what one is when packed."""
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    parts = [(info.file_size, info.compress_size) for info in infos]
    return unpacked > _UNPACKED_LIMIT or any(_is_bomb(*sizes) for sizes in [*parts, (unpacked, packed)])


def _is_bomb(unpacked, packed):
    return unpacked > _RATIO_FROM and unpacked > _RATIO_LIMIT * packed


def check_kind(content_type, beginning, name):
    """Refuse every package whose main part is no Word document; `beginning` is that of an OpenDocument file."""
    kind = content_type.lower()
    if kind == _WORD:
        return
    for mark, sentence in _OTHER_KINDS:
        if mark in kind:
            _refuse(sentence, name)
    for mark, sentence in _OPEN_DOCUMENT:
        if mark in beginning:
            _refuse(sentence, name)
    _refuse(_NO_WORD, name)


def check_parts(parts, beginning, name):
    """Refuse macros, embedded objects and archives; `beginning(part)` gives the first bytes of a part."""
    for part in parts:
        file = part.rsplit("/", 1)[-1]
        if file in ("vbaproject.bin", "vbadata.xml"):
            _refuse(_MACROS, name)
        if "/embeddings/" in part or "/activex/" in part or file.startswith("oleobject") or file.endswith(_ARCHIVES):
            _refuse(_EMBEDDED, name)
        if not file.endswith(_PLAIN_PARTS) and beginning(part).startswith(ARCHIVE_BEGINNINGS):
            _refuse(_EMBEDDED, name)


def check_relationships(relationships, name):
    """Refuse what stands outside the file, hyperlinks aside, and other files taken in whole."""
    for related in relationships:
        if related.kind in ("vbaProject", "wordVbaData"):
            _refuse(_MACROS, name)
        if related.kind in ("aFChunk", "subDocument", "oleObject", "package", "control"):
            _refuse(_LINKED if related.external else _EMBEDDED, name)
        if related.external and related.kind != "hyperlink":
            _refuse(_TEMPLATE if related.kind == "attachedTemplate" else _LINKED, name)


def refuse_compound(data, name):
    """Refuse a file in the form Word had before .docx; a .docx with a password stands in such a file too."""
    locked = "EncryptedPackage".encode("utf-16-le") in data
    old = f"Tệp “{{name}}” là tệp Word đời cũ (.doc), chưa đọc được; {_SAVE}."
    _refuse(_PROTECTED if locked else old, name)


def _refuse(sentence, name):
    raise Unreadable(sentence.format(name=name))
