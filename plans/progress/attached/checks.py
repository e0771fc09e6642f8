"""What a file of each kind must be. Each refusal is one sentence that says what is wrong and what to do."""

from collections.abc import Callable
from dataclasses import dataclass

from ...reading.lines import Unreadable
from .pictures import JPEG, PNG, NoPicture, jpeg_size, png_size

PIXELS = 40_000_000
WRONG_KIND = "Tệp “{name}” không thuộc loại được gửi; hãy chọn tệp {kinds}."
NOT_AS_NAMED = "Tệp “{name}” không phải tệp {ending} như tên của nó; hãy mở tệp, lưu lại đúng loại rồi chọn lại."
TOO_LARGE_PICTURE = "Hình “{name}” lớn hơn 40 triệu điểm ảnh; hãy thu nhỏ rồi chọn lại."
BROKEN_PICTURE = "Hình “{name}” bị hỏng, không mở được; hãy chụp hoặc lưu lại rồi chọn lại."


@dataclass(frozen=True)
class Kind:
    """Files of one ending. `check(data, name)` raises Unreadable; one that unpacks runs in the child only."""

    media_type: str
    beginning: bytes
    check: Callable
    unpacks: bool = True


def kind_of(data, name):
    """The kind a file's name says, if its content says the same. Raises Unreadable."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in KINDS:
        raise Unreadable(WRONG_KIND.format(name=name, kinds=", ".join(KINDS)))
    kind = KINDS[ending]
    if not data.startswith((kind.beginning, *_LOCKED.get(ending, ()))):
        raise Unreadable(NOT_AS_NAMED.format(name=name, ending=ending))
    return kind


def _check_pdf(data, name):
    """Whole, without password, script or files inside."""
    from thiduakhenthuong.signatures.pdf_files import opened  # here and below: each child needs one library alone
    from thiduakhenthuong.signatures.report import Unacceptable

    try:
        with opened(data, name):
            pass
    except Unacceptable as refusal:
        raise Unreadable(str(refusal)) from None


def _check_word(data, name):
    from ...reading.word_package import WordPackage
    from ...reading.word_safety import refuse_compound

    if data.startswith(_COMPOUND):
        refuse_compound(data, name)
    WordPackage(data, name)


def _check_sheet(data, name):
    from ..sheets.package import check_package

    check_package(data, name)


def _check_picture(size):
    def check(data, name):
        try:
            width, height = size(data)
        except NoPicture:
            raise Unreadable(BROKEN_PICTURE.format(name=name)) from None
        if width * height > PIXELS:
            raise Unreadable(TOO_LARGE_PICTURE.format(name=name))

    return check


_COMPOUND = b"\xd0\xcf\x11\xe0"  # what has a password is such a file; the check of its kind says so
_LOCKED = {"docx": (_COMPOUND,), "xlsx": (_COMPOUND,)}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_JPEG_FILE = Kind("image/jpeg", JPEG, _check_picture(jpeg_size), unpacks=False)
KINDS = {
    "pdf": Kind("application/pdf", b"%PDF-", _check_pdf),
    "docx": Kind(f"{_OFFICE}.wordprocessingml.document", b"PK\x03\x04", _check_word),
    "xlsx": Kind(f"{_OFFICE}.spreadsheetml.sheet", b"PK\x03\x04", _check_sheet),
    "jpg": _JPEG_FILE,
    "jpeg": _JPEG_FILE,
    "png": Kind("image/png", PNG, _check_picture(png_size), unpacks=False),
}
