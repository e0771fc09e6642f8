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
    """A page to print, its places in mm in a stylesheet of its own."""
    fields = list(template.fields.all())
    pages = [[(field, _text(field, sheet)) for field in fields if sheet.get(field.what)] for sheet in sheets]
    grid = _grid(template) if is_test else []
    html = render_to_string("awards/certificates/print.html", {"template": template, "pages": pages, "grid": grid})
    rules = [
        *_sheet_rules(template),
        *map(_field_rule, fields),
        *(_GRID_RULES if is_test else ()),
        *map(_grid_rule, grid),
    ]
    return html.replace("</head>", "<style>\n{}\n</style>\n</head>".format("\n".join(rules)), 1)


def _text(field, sheet):
    text = sheet[field.what]
    return text.upper() if field.is_upper else text


def _grid(template):
    """Lines from the left edge (x) and from the upper one (y), every so many mm."""
    sides = (("x", template.width), ("y", template.height))
    return [(side, mm) for side, length in sides for mm in range(0, int(length) + 1, GRID)]


_GRID_RULES = (
    "p { outline: .3pt dashed #c00; }",
    ".x, .y { position: absolute; font-size: 5pt; color: #777; }",
    ".x { top: 0; height: 100%; border-left: .2pt solid #9bd; }",
    ".y { left: 0; width: 100%; border-top: .2pt solid #9bd; }",
)


def _grid_rule(line):
    side, mm = line
    return f".{side}-{mm} {{ {'left' if side == 'x' else 'top'}: {mm}mm; }}"


def _sheet_rules(template):
    size = f"{template.width}mm {template.height}mm"
    yield f"@page {{ size: {size}; margin: 0; @top-center {{ content: none; }} }}"
    yield 'body { margin: 0; font-family: "Liberation Serif", "Times New Roman", serif; }'
    sides = f"width: {template.width}mm; height: {template.height}mm;"
    yield f".sheet {{ position: relative; {sides} overflow: hidden; break-after: page; }}"
    yield ".sheet:last-child { break-after: auto; }"
    yield "p { position: absolute; margin: 0; line-height: 1.2; white-space: pre-line; }"


def _field_rule(field):
    place = f"left: {field.left}mm; top: {field.top}mm; width: {field.width}mm;"
    weight = " font-weight: bold;" if field.is_bold else ""
    return f".f-{field.what} {{ {place} font-size: {field.size}pt; text-align: {field.align};{weight} }}"
