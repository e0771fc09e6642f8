"""OfficialDocument → Word (.docx): the same words as the PDF, for people who go on typing. Knows no plan.

Numbers and labels are text, not Word's automatic numbering: what is printed is what is stored. The same document gives
the same bytes.
"""

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from .pieces import annex_sheets, body_pieces, issuer_words, title_of
from .word.content import annex, blocks, closing
from .word.elements import element, paragraph, run
from .word.masthead import masthead
from .word.package import new_document, packed

_A4 = (Mm(210), Mm(297))
_PORTRAIT = {"top": 20, "right": 15, "bottom": 20, "left": 30}  # mm, as in paper.css
_LANDSCAPE = {"top": 30, "right": 20, "bottom": 15, "left": 20}
_NUMBER_HEIGHT = 5  # mm; half of what the margin has besides it stands above the page number


def to_docx(document):
    """The bytes of a Word file."""
    word = new_document(title=title_of(document), author=issuer_words(document))
    _set_page(word.sections[0], landscape=False)
    _number_pages(word.sections[0])
    _add(word, [*masthead(document), *blocks(body_pieces(document)), *closing(document)])
    for sheet in annex_sheets(document):
        section = word.add_section()
        word.paragraphs[-1].style = "Dòng kết"  # it carries the end of the section before
        _count_from_one(section)
        _set_page(section, landscape=sheet.annex.landscape)
        _add(word, annex(sheet, document))
    _add(word, [paragraph("End")])  # no document may end with a table
    return packed(word)


def _add(word, elements):
    end = word.element.body.sectPr
    for made in elements:
        end.addprevious(made)


def _set_page(section, *, landscape):
    margins = _LANDSCAPE if landscape else _PORTRAIT
    section.page_width, section.page_height = reversed(_A4) if landscape else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    for side, width in margins.items():
        setattr(section, f"{side}_margin", Mm(width))
    section.header_distance = Mm((margins["top"] - _NUMBER_HEIGHT) / 2)


def _number_pages(section):
    """The page number at the top, but on the first page; later sections have the same header."""
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]._p
    header.append(element("fldSimple", run("2"), instr="PAGE"))


def _count_from_one(section):
    if section._sectPr.find(qn("w:pgNumType")) is None:  # a section begins as a copy of the one before
        section._sectPr.insert_element_before(element("pgNumType", start=1), "w:cols", "w:titlePg", "w:docGrid")
