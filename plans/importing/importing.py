"""The whole way of a file: bytes → lines → draft → plan. What the command and the upload form call."""

from django.conf import settings

from .parsing import parse
from .reading import read_source
from .saving import save_plan


def read_file(data, name):
    """The draft of a file's bytes; nothing is written. Raises Unreadable."""
    return parse(read_source(data, name, limit=settings.UPLOAD_LIMIT))


def import_file(data, name, *, issuer=None, by=None):
    """The plan of a file's bytes, as a new draft; the same bytes again give the plan of the first time.

    `issuer` is a Unit, where the document does not say or says it wrongly. Raises Unreadable; then nothing is written.
    """
    return save_plan(read_file(data, name), issuer=issuer, by=by, source=(name, data))
