"""The paper of a plan: beside the editor and on a page of its own as HTML, and to take along as PDF or Word file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.html import to_html
from thiduakhenthuong.official.rendering import NotPrinted

from ..papers import Paper, paper_of
from .files import WORD, file_response, pdf_response
from .guarding import plan_view


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
        return pdf_response(request, Paper(plan), _file_name(plan, "pdf"))
    except NotPrinted as problem:
        return render(request, "plans/plan_not_printed.html", {"plan": plan, "problem": problem}, status=503)


@require_safe
@plan_view()
def paper_docx(request, plan):
    """The paper as a Word file, to save."""
    return file_response(to_docx(paper_of(plan)), _file_name(plan, "docx"), WORD)


def _file_name(plan, extension):
    return f"{plan} ({plan.number_words.replace('/', '-')}).{extension}"
