"""Builds Word files for the tests of the reading: from raw XML of a body, or from a python-docx document."""

import zipfile
from io import BytesIO

from plans.reading.word import read_word

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": _W,
        "r": _OFFICE,
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def word_file(body, *, main_type=MAIN_TYPE, main="word/document.xml", links=(), files=(), **parts):
    """Bytes of a .docx whose body is `body`; `parts` ("styles", "numbering", "footnotes") are the XML in their roots.

    `links` are further (kind, target, mode) of the document; `files` further (name, bytes) of the package.
    """
    kinds = [(kind, f"{kind}.xml", "Internal") for kind in parts]
    entries = [
        ("[Content_Types].xml", _types(main, main_type)),
        ("_rels/.rels", _relationships([("officeDocument", main, "Internal")])),
        (main, f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"),
        ("word/_rels/document.xml.rels", _relationships([*kinds, *links])),
        *((f"word/{kind}.xml", f"<w:{kind} {NAMESPACES}>{xml}</w:{kind}>") for kind, xml in parts.items()),
        *files,
    ]
    return zip_file(entries)


def zip_file(entries, compression=zipfile.ZIP_DEFLATED):
    """Bytes of an archive of (name, content)."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def _types(main, main_type):
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{main_type}"/></Types>'
    )


def _relationships(kinds):
    each = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        for number, (kind, target, mode) in enumerate(kinds)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def run(text, properties=""):
    """A run; `properties` such as "<w:b/>"."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*contents, properties=""):
    """A paragraph of runs or other XML; plain words become a run."""
    inner = "".join(content if content.startswith("<") else run(content) for content in contents)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def td(*contents, properties=""):
    """A cell of paragraphs; plain words become a paragraph."""
    inner = "".join(content if content.startswith("<") else p(content) for content in contents)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells, properties=""):
    """A row; plain words become a cell."""
    inner = "".join(cell if cell.startswith("<") else td(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def saved(document):
    """Bytes of a python-docx document."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def read_body(body, **parts):
    """The `Source` of a file with that body."""
    return read_word(word_file(body, **parts), "a.docx")


def texts(body, **parts):
    """The texts of the lines of such a file."""
    return [line.text for line in read_body(body, **parts).lines]


def placed(body):
    """Text and place (table, row, column, columns, rows) of each line; None outside tables."""
    places = [(line.text, line.place) for line in read_body(body).lines]
    return [(text, at and (at.table, at.row, at.column, at.columns, at.rows)) for text, at in places]
