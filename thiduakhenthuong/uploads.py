"""Stops a request that is far too large before its files are written anywhere (goal S5).

What is only somewhat too large is received, so that the form can say so beside the field.
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class RefuseHugeRequests(FileUploadHandler):
    """Stands before Django's own handlers and passes everything on."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > settings.REQUEST_LIMIT:
            raise RequestDataTooBig("The request is larger than REQUEST_LIMIT.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
