"""Who asks: the address and the number of the request being answered, for the records of what was done (goal R7)."""

from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import ip_address
from uuid import uuid4

from django.conf import settings


@dataclass(frozen=True)
class Asking:
    """Empty outside of a request: a command at the server's own keyboard."""

    address: str | None = None
    request_id: str = ""


_nobody = Asking()
_asking = ContextVar("asking", default=_nobody)


def current():
    """The request being answered in this thread."""
    return _asking.get()


def note_asking(get_response):
    """Middleware: remembers the request while it is answered, and tells its number to browser and proxy."""

    def answer(request):
        asking = Asking(_address(request), uuid4().hex)
        before = _asking.set(asking)
        try:
            response = get_response(request)
        finally:
            _asking.reset(before)
        response["X-Request-ID"] = asking.request_id
        return response

    return answer


def _address(request):
    """The browser's address; behind our proxy the last one that proxy wrote down, whatever the browser claims."""
    told = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        told = request.META.get("HTTP_X_FORWARDED_FOR", told).split(",")[-1].strip()
    try:
        return str(ip_address(told))
    except ValueError:
        return None
