"""The whole way of a file: bytes → lines → draft → plan. What the command and the upload form call."""

from django.conf import settings

from units.models import Unit

from ..reading.lines import Unreadable
from .confined import read_confined
from .matching import UnknownIssuer
from .old_word import as_docx, is_old_word
from .saving import save_plan
from .turns import turn


def file_bytes(path):
    """What a file holds: no more than may be read, and one byte to tell that it is longer. Raises Unreadable."""
    try:
        with path.open("rb") as file:
            return file.read(settings.UPLOAD_LIMIT + 1)
    except OSError:
        raise Unreadable(f"Không mở được tệp {path}; hãy kiểm tra tên tệp và quyền đọc.") from None


def read_file(data, name):
    """The draft of a file's bytes; nothing is written. Raises Unreadable."""
    return read_source_file(data, name).draft


def read_source_file(data, name, *, progress=None):
    """The `Reading` of a file's bytes: lines, draft, encoding; nothing is written. Raises Unreadable."""
    with turn(settings.VAR_DIR):
        if settings.SOFFICE_BIN and len(data) <= settings.UPLOAD_LIMIT and is_old_word(data):
            data = as_docx(data, name, program=settings.SOFFICE_BIN)
        return read_confined(data, name, limit=settings.UPLOAD_LIMIT, progress=progress)


def import_file(data, name, *, issuer=None, by=None, draft=None):
    """The plan of a file's bytes, as a new draft; the same bytes again give the plan of the first time.

    `issuer` is a Unit, where the document does not say or says it wrongly; `draft` spares reading what was read just
    now. Raises Unreadable; then nothing is written.
    """
    return save_plan(draft or read_file(data, name), issuer=issuer, by=by, source=(name, data))


def issuer_of_code(code):
    """The Unit of a code; None for none. Raises UnknownIssuer."""
    unit = Unit.objects.filter(code=code).first() if code else None
    if code and unit is None:
        raise UnknownIssuer(f"Không có đơn vị nào có mã {code}.")
    return unit


def summary(draft):
    """What a reading found, in a few lines."""
    first = f"{draft.issuer}: {draft.subject}. {len(draft.items)} nhiệm vụ, {len(draft.findings)} điều cần xem:"
    return "\n".join([first, *(f"  dòng {finding.line or '-'}: {finding.message}" for finding in draft.findings)])
