"""WordprocessingML from Python values: elements, runs with `**đậm**` and `*nghiêng*`, paragraphs, cells, tables.

Measures are in twentieths of a point where Word counts so; `twips` makes them from millimetres.
"""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from .. import wording

_LINES = {"top", "left", "bottom", "right", "insideH", "insideV"}


def twips(millimetres):
    """Millimetres as Word counts them: 10 → 567."""
    return round(millimetres * 1440 / 25.4)


def element(tag, *children, **attributes):
    """`<w:tag w:attribute="…">` with its children; None among the children is left out."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def paragraph(style, *runs, keep=False, indent=None, section=None):
    """A paragraph in one of the styles of stylesheet.xml. `indent` is in millimetres on both sides."""
    sides = twips(indent) if indent else 0
    properties = element(
        "pPr",
        element("pStyle", val=style),
        element("keepNext") if keep else None,
        element("ind", left=sides, right=sides) if indent else None,
        section,
    )
    return element("p", properties, *runs)


def text_paragraph(style, text, *, size=None, keep=False):
    """A paragraph of text with marks; `size` in points instead of that of the style."""
    return paragraph(style, *runs(text, size=size), keep=keep)


def runs(text, *, size=None):
    """The runs of a text with marks; a line break in it is one in Word."""
    return [run(words, bold=bold, italic=italic, size=size) for words, bold, italic in wording.spans(text)]


def run(words, *, bold=False, italic=False, size=None, boxed=False):
    """One run. What the style of its paragraph sets is not said again."""
    made = OxmlElement("w:r")
    marks = [name for name, is_set in (("b", bold), ("i", italic)) if is_set]
    properties = [element(name) for name in marks] + ([element("sz", val=size * 2)] if size else [])
    if boxed:
        properties.append(element("bdr", val="single", sz=6, space=1, color="000000"))
    if properties:
        made.append(element("rPr", *properties))
    made.text = words  # python-docx: tabs and line breaks become elements
    return made


def table(widths, *rows, padding=(0, 0), border=None):
    """A table of fixed column widths (mm). `padding` is (top and bottom, left and right) of its cells, in twips."""
    upright, across = padding
    lines = [element(name, val="single", sz=border, space=0, color="000000") for name in sorted(_LINES, key=_position)]
    properties = element(
        "tblPr",
        element("tblW", w=twips(sum(widths)), type="dxa"),
        element("jc", val="center"),
        element("tblBorders", *lines) if border else None,
        element("tblLayout", type="fixed"),
        element(
            "tblCellMar",
            *(element(side, w=w, type="dxa") for side, w in zip(_SIDES, (upright, across) * 2, strict=True)),
        ),
    )
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    return element("tbl", properties, grid, *rows)


_SIDES = ("top", "left", "bottom", "right")


def _position(name):
    return (*_SIDES, "insideH", "insideV").index(name)


def row(*cells, whole=True, title=False):
    """A row: `whole` on one page, `title` repeated at the top of each."""
    properties = element("trPr", element("cantSplit") if whole else None, element("tblHeader") if title else None)
    return element("tr", properties, *cells)


def cell(width, *paragraphs, columns=1, align="top"):
    """A cell over one or more columns, `width` mm together."""
    properties = element(
        "tcPr",
        element("tcW", w=twips(width), type="dxa"),
        element("gridSpan", val=columns) if columns > 1 else None,
        element("vAlign", val=align),
    )
    return element("tc", properties, *(paragraphs or [paragraph("Normal")]))
