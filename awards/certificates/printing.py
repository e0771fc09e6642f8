"""Lines on sheets → a page to print for each recipient. Only the texts: the sheet itself is printed already."""

from django.template.loader import render_to_string

from thiduakhenthuong.official.rendering import PrintedPage

from .texts import SAMPLE

GRID = 10  # mm between the lines of the test page


def printing_of(template, sheets):
    """All sheets ({what: text} each) as one document on its way to paper."""
    return PrintedPage(html_of(template, sheets))


def test_printing(template):
    """One sheet with a grid in mm and the outline of every line, to be laid over the pre-printed sheet."""
    return PrintedPage(html_of(template, [SAMPLE], is_test=True))


def html_of(template, sheets, *, is_test=False):
    fields = list(template.fields.all())
    pages = [[(field, _text(field, sheet)) for field in fields if sheet.get(field.what)] for sheet in sheets]
    context = {"template": template, "fields": fields, "pages": pages, "is_test": is_test}
    if is_test:
        context |= {
            "columns": range(0, int(template.width) + 1, GRID),
            "rows": range(0, int(template.height) + 1, GRID),
        }
    return render_to_string("awards/certificates/print.html", context)


def _text(field, sheet):
    text = sheet[field.what]
    return text.upper() if field.is_upper else text
