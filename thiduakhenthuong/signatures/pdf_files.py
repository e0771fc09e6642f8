"""A PDF file as it is opened to be checked: limits, encryption, active content, the words of its pages.

Refusals are `Unacceptable` with a sentence.
"""

import re
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium

from thiduakhenthuong.text import clean_line

from . import marks
from .report import Unacceptable

PAGE_LIMIT = 300
LETTER_LIMIT = 2_000_000
_FEW_LETTERS = 30  # on a page: less is a page number or a stamp on a scan
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
# What a document may start, run or carry, wherever in it: as a name of its own, however it was written in the file.
_ACTIVE = re.compile(
    rb"/(?:JavaScript|Launch|RichMedia|Rendition|GoToE|ImportData|EmbeddedFile|FileAttachment)(?![A-Za-z])"
)
_SAMPLE = 200  # letters of a page that are asked how they are drawn

NOT_PDF = "Tệp “{name}” không phải tệp PDF; hãy chọn bản chụp hoặc bản ký số ở dạng PDF."
LOCKED = "Tệp “{name}” được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi chọn lại."
BROKEN = "Tệp “{name}” bị hỏng, không mở được như một tệp PDF; hãy chụp hoặc tải lại tệp rồi chọn lại."
TOO_LONG = "Tệp “{name}” có {pages} trang, hơn {limit} trang; hãy chọn đúng bản đã ký của kế hoạch này."
TOO_WORDY = "Tệp “{name}” có quá nhiều chữ, không phải một kế hoạch; hãy xem lại tệp."
ACTIVE = "Tệp “{name}” chứa mã lệnh hoặc tệp đính kèm bên trong; hãy xuất lại thành PDF thường rồi chọn lại."


@dataclass(frozen=True)
class PageWords:
    """The words of a page: those it draws itself, all that are seen, with stamps and signatures, passages hidden."""

    own: list[str]
    seen: list[str]
    hidden: tuple[str, ...] = ()


@contextmanager
def opened(data, name):
    """The file in pdfium, refused where it is not fit to be kept and shown to colleagues."""
    if not data.startswith(b"%PDF-"):
        raise Unacceptable(NOT_PDF.format(name=name))
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise Unacceptable((LOCKED if locked else BROKEN).format(name=name)) from None
    with closing(document):
        _refuse(document, name)
        yield document


def _refuse(document, name):
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
        raise Unacceptable(LOCKED.format(name=name))
    if not 0 < len(document) <= PAGE_LIMIT:
        words = TOO_LONG if len(document) else BROKEN
        raise Unacceptable(words.format(name=name, pages=len(document), limit=PAGE_LIMIT))
    if document.count_attachments() or _ACTIVE.search(_in_plain_form(document)):
        raise Unacceptable(ACTIVE.format(name=name))


def _in_plain_form(document):
    """As pdfium writes it: every object by itself, names without escapes, nothing packed but streams."""
    plain = BytesIO()
    document.save(plain)
    return plain.getbuffer()


def words_of(document, name):
    """The `PageWords` of each page. Its annotations end up in its pages: nothing else is asked of it afterwards."""
    pages, letters = [], 0
    for number in range(len(document)):
        with closing(_page(document, number, name)) as page:
            own, _ = _words(page)
            hidden = tuple(marks.hidden_words(page, number + 1))
            stamped = pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
        seen = own
        if stamped:
            with closing(_page(document, number, name)) as page:
                seen, _ = _words(page)
        letters += sum(map(len, seen))
        if letters > LETTER_LIMIT:
            raise Unacceptable(TOO_WORDY.format(name=name))
        pages.append(PageWords(own, seen, hidden))
    return pages


def is_scan(document, name):
    """Whether its words are none, or were recognised from pictures by a machine."""
    drawn = few = 0
    for number in range(len(document)):
        with closing(_page(document, number, name)) as page:
            words, invisible = _words(page)
            few += sum(map(len, words)) < _FEW_LETTERS
            drawn += not invisible
    return few >= len(document) or drawn == 0


def covered_by_mark(data, number, rectangle):
    """The words of the page of that number under a mark, and whether it may hide what they say."""
    with closing(pypdfium2.PdfDocument(data)) as document, closing(document[number - 1]) as page:
        words = marks.words_under(page, rectangle)
        return words, marks.may_hide(words, page, number, rectangle)


def _page(document, number, name):
    try:
        return document[number]
    except pypdfium2.PdfiumError:
        raise Unacceptable(BROKEN.format(name=name)) from None


def _words(page):
    """Words in the order they are drawn; and whether they are drawn invisibly."""
    with closing(page.get_textpage()) as text:
        found = clean_line(text.get_text_range(errors="ignore").replace("\ufffe", "").replace("\x02", "")).split()
        return found, bool(found) and _is_invisible(text.raw)


def _is_invisible(text):
    count = min(pdfium.FPDFText_CountChars(text), _SAMPLE)
    drawn = [pdfium.FPDFText_GetTextObject(text, index) for index in range(count)]
    modes = [pdfium.FPDFTextObj_GetTextRenderMode(each) for each in drawn if each]
    return bool(modes) and modes.count(_INVISIBLE) > len(modes) / 2
