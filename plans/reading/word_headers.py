"""The header of the first page of a Word file, where some offices put the head of the document."""

import re

from .word_xml import W, is_on

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HEAD = re.compile(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội|độc\s+lập\s*[-–]\s*tự\s+do|đảng\s+cộng\s+sản|\bsố\s?:?[\s\d….]{0,15}[/-]\s?[A-ZĐ]{2}",
    re.IGNORECASE,
)
_HEAD_WITHIN = 60  # paragraphs
_PAGE_WORDS = re.compile(r"\btrang\b|[\d\W_]+", re.IGNORECASE)


def first_header(package, document):
    """The root of the header part of the first page, or None."""
    section = next(document.iter(f"{W}sectPr"), None)
    if section is None:
        return None
    kind = "first" if is_on(section.find(f"{W}titlePg")) else "default"
    references = section.findall(f"{W}headerReference")
    wanted = {reference.get(_R_ID) for reference in references if reference.get(f"{W}type", "default") == kind}
    parts = [r.target for r in package.relationships(package.main) if r.id in wanted and not r.external]
    return package.xml(parts[0]) if parts else None


def is_head(texts):
    """Whether among the first paragraphs stands the national motto or a document's number."""
    return any(_HEAD.search(text) for text in texts[:_HEAD_WITHIN])


def running_words(package):
    """The words of headers and footers, page numbers aside, each text once."""
    parts = [*package.related("header"), *package.related("footer")]
    roots = [root for root in map(package.xml, parts) if root is not None]
    texts = [" ".join(text.text or "" for text in root.iter(f"{W}t")) for root in roots]
    return list(dict.fromkeys(" ".join(text.split()) for text in texts if _PAGE_WORDS.sub("", text)))
