"""Files as answers: named, and a PDF that the browser asks for again only when it has changed."""

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

PDF = "application/pdf"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def file_response(data, name, content_type, *, download=True):
    """Bytes under a name, to save or (`download=False`) to be shown in the browser."""
    headers = {"Content-Disposition": content_disposition_header(as_attachment=download, filename=name)}
    return HttpResponse(data, content_type=content_type, headers=headers)


def pdf_response(request, paper, name):
    """The PDF of a Printing or Paper, shown in the browser; 304 where that has it. Raises NotPrinted."""
    etag = f'"{paper.key}"'
    response = get_conditional_response(request, etag=etag) or file_response(paper.pdf(), name, PDF, download=False)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response
