"""The XML of Word files: its names, parsing without entities or network, walking through wrappers without recursion."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATE, _CHOICE, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_TEXT_BOX = f"{W}txbxContent"

# Files of the strict form of the standard use other names for the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
# Elements that only stand around what is read: insertions, links, content controls and so on.
_WRAPPERS = {
    f"{W}{name}"
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdtContent", "bdo", "dir", "fldSimple")
}
_LEFT_OUT = {f"{W}{name}" for name in ("del", "moveFrom", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr")}
_PLACEHOLDER = f"{W}sdtPr/{W}showingPlcHdr"
_NUMBER_LIMIT = 32_767  # the greatest number Word counts to


class BadXml(Exception):
    """The bytes are no XML that a Word file may hold."""


def parse_xml(data):
    """The root of a part. Raises BadXml: broken, with a document type, or deeper than 256 elements."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadXml(str(error)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadXml("document type")
    return root


def unwrapped(parent):
    """The elements in `parent` in order, wrappers replaced by what they hold; deleted text and page numbers left out.

    Of alternatives the first is taken. A content control that only shows its prompt holds nothing.
    """
    ways = [iter(parent)]
    while ways:
        child = next(ways[-1], None)
        if child is None:
            ways.pop()
        elif child.tag in _WRAPPERS:
            ways.append(iter(child) if not is_page_field(child.get(f"{W}instr")) else iter(()))
        elif child.tag == f"{W}sdt":
            ways.append(iter(child) if child.find(_PLACEHOLDER) is None else iter(()))
        elif child.tag == _ALTERNATE:
            ways.append(iter(_chosen(child)))
        elif child.tag not in _LEFT_OUT:
            yield child


def is_page_field(instruction):
    """Whether a field prints the number of the page or of pages, which are none of the text."""
    return (instruction or "").split()[:1] in (["PAGE"], ["NUMPAGES"], ["SECTIONPAGES"])


def text_boxes(parent):
    """The contents of the text boxes of a drawing, each once; boxes inside boxes come with those."""
    ways = [iter(parent)]
    while ways:
        child = next(ways[-1], None)
        if child is None:
            ways.pop()
        elif child.tag == _TEXT_BOX:
            yield child
        else:
            ways.append(iter(_chosen(child) if child.tag == _ALTERNATE else child))


def _chosen(alternate):
    """The first choice, unless only the fallback has text."""
    choice, fallback = alternate.find(_CHOICE), alternate.find(_FALLBACK)
    if choice is None or (fallback is not None and not _has_text(choice) and _has_text(fallback)):
        return () if fallback is None else fallback
    return choice


def _has_text(element):
    return next(element.iter(f"{W}t"), None) is not None


def value(parent, name, attribute="val"):
    """The attribute of the child called `name`, or None where there is no such child."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else child.get(f"{W}{attribute}", "")


def whole_number(text, default=0):
    """A number of an attribute, between 0 and what Word counts to; `default` where it is none."""
    try:
        return min(max(int(text), 0), _NUMBER_LIMIT)
    except (TypeError, ValueError):
        return default


def is_on(switch):
    """Whether a switch such as <w:b/> is there and on."""
    return switch is not None and switch.get(f"{W}val", "").lower() not in ("0", "false", "off")
