"""Entry point for WSGI servers. Serves nothing when a system check finds an error."""

import os

from django.core.management.base import BaseCommand
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thiduakhenthuong.settings")
application = get_wsgi_application()
BaseCommand().check()
