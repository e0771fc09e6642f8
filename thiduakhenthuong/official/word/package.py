"""The Word file around the text: our stylesheet, no leftovers of the library's model file, the same bytes each time."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml
from docx.oxml.ns import qn

_STYLESHEET = Path(__file__).with_name("stylesheet.xml")
_LEFTOVERS = {RT.CUSTOM_XML, RT.NUMBERING, "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"}
_TIME = datetime(2020, 3, 5, tzinfo=UTC)  # the day of the decree: a file's bytes must not depend on when it was made
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_WORD_2013 = "15"  # else Word opens the file in its compatibility mode


def new_document(*, title, author):
    """An empty document with our styles."""
    document = docx.Document()
    part = document.part
    part._styles_part._element = parse_xml(_STYLESHEET.read_bytes())
    _drop(part.rels, _LEFTOVERS)
    _drop(part.package.rels, {RT.THUMBNAIL})
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    _describe(document.core_properties, title, author)
    return document


def _drop(relationships, kinds):
    for name in [name for name, relationship in relationships.items() if relationship.reltype in kinds]:
        relationships.pop(name)


def _describe(properties, title, author):
    properties.title, properties.author, properties.language = title[:255], author[:255], "vi-VN"
    properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = _TIME


def packed(document):
    """The bytes of a document: its parts with a fixed time instead of the clock's."""
    saved, packed = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _ZIP_TIME)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, parts.read(name))
    return packed.getvalue()
