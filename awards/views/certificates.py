"""Templates of pre-printed sheets, their test page, and the PDF of all recipients of a decision."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from plans.views.files import pdf_response
from thiduakhenthuong.official.rendering import NotPrinted

from ..certificates.access import templates_visible_to
from ..certificates.printing import printing_of, test_printing
from ..certificates.texts import texts_of
from ..documents.access import may_print_certificates
from ..forms.certificates import AddTemplateForm, TemplateForm
from .guarding import decision_view, template_view, templates_view

FORM = ["GET", "HEAD", "POST"]


@require_safe
@templates_view()
def certificate_list(request, _):
    context = {"templates": templates_visible_to(request.user).select_related("unit"), "tab": "certificates"}
    return render(request, "awards/certificates/list.html", context)


@require_http_methods(FORM)
@templates_view()
def certificate_add(request, _):
    form = AddTemplateForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        template = form.save_as()
        messages.success(request, "Đã thêm mẫu với các chỗ in thường dùng. Hãy in thử lên giấy trắng rồi chỉnh.")
        return redirect("awards:certificate_edit", template.pk)
    return render(request, "awards/certificates/add.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(FORM)
@template_view()
def certificate_edit(request, template):
    form = TemplateForm(request.POST if request.method == "POST" else None, instance=template, by=request.user)
    if request.method == "POST" and form.is_valid() and form.save_as():
        messages.success(request, "Đã lưu mẫu.")
        return redirect("awards:certificate_edit", template.pk)
    bad = bool(form.errors or form.faults)
    context = {"form": form, "template": template, "events": template.events.select_related("by")}
    return render(request, "awards/certificates/edit.html", context, status=422 if bad else 200)


@require_safe
@template_view()
def certificate_test(request, template):
    return _printed(request, test_printing(template), f"In thử {template.name}.pdf")


@require_safe
@decision_view(may_print_certificates)
def decision_certificates(request, document):
    """Choose the sheet. Nothing is printed before the decision is issued."""
    texts = texts_of(document) if document.plan.is_in_force else []
    context = {"document": document, "texts": texts, "templates": templates_visible_to(request.user)}
    return render(request, "awards/certificates/choose.html", context)


@require_safe
@decision_view(may_print_certificates)
def decision_certificates_pdf(request, document, template):
    found = get_object_or_404(templates_visible_to(request.user), pk=template)
    texts = texts_of(document) if document.plan.is_in_force else []
    if not texts:
        raise Http404
    return _printed(request, printing_of(found, texts), f"Bằng {document.plan.number_words.replace('/', '-')}.pdf")


def _printed(request, printing, name):
    try:
        return pdf_response(request, printing, name)
    except NotPrinted as problem:
        return render(request, "awards/not_printed.html", {"problem": problem}, status=503)
