"""The answer when a request breaks: 503 while the database is away or read-only, 500 for everything else.

No session and no user is touched here, for the database may be what is missing.
"""

import sys

from django.db import InterfaceError, InternalError, OperationalError
from django.shortcuts import render
from django.views.defaults import server_error

DATABASE_AWAY = (InterfaceError, InternalError, OperationalError)  # InternalError: PostgreSQL set to read-only


def broken(request):
    """Handler of uncaught exceptions (`handler500`)."""
    if not isinstance(sys.exc_info()[1], DATABASE_AWAY):
        return server_error(request)
    response = render(None, "503.html", status=503)
    response["Retry-After"] = "60"
    return response
