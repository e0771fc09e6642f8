"""The paper of a plan: beside the editor and on a page of its own as HTML, and to take along as PDF or Word file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.html import to_html
from thiduakhenthuong.official.rendering import NotPrinted

from ..papers import Paper, paper_of
from .guarding import plan_view

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@plan_view()
def paper_page(request, plan):
    """The paper as HTML: bare for the editor's side panel (htmx), else on a page to read."""
    sheets = to_html(paper_of(plan), screen=True)
    if request.htmx:
        response = HttpResponse(sheets)
    else:
        response = render(request, "plans/plan_paper.html", {"plan": plan, "sheets": sheets})
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
@plan_view()
def paper_pdf(request, plan):
    """The paper as PDF, shown in the browser; once issued, the very bytes that left. Unchanged, the browser has it."""
    try:
        paper = Paper(plan)
        etag = f'"{paper.key}"'
        response = get_conditional_response(request, etag=etag) or _pdf_response(paper.pdf(), plan)
    except NotPrinted as problem:
        return render(request, "plans/plan_not_printed.html", {"plan": plan, "problem": problem}, status=503)
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    return response


def _pdf_response(data, plan):
    return _file_response(data, _file_name(plan, "pdf"), "application/pdf", download=False)


@require_safe
@plan_view()
def paper_docx(request, plan):
    """The paper as a Word file, to save."""
    return _file_response(to_docx(paper_of(plan)), _file_name(plan, "docx"), WORD, download=True)


def _file_name(plan, extension):
    return f"{plan} ({plan.number_words.replace('/', '-')}).{extension}"


def _file_response(data, name, content_type, *, download):
    headers = {"Content-Disposition": content_disposition_header(as_attachment=download, filename=name)}
    return HttpResponse(data, content_type=content_type, headers=headers)
