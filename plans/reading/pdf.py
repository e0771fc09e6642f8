"""PDF files with a text layer → lines: one for each paragraph, and for each paragraph of each table cell."""

import re
import threading
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from ..draft import Finding
from .lines import LINE_LIMIT, Source, SourceLine, Unreadable
from .old_fonts import convert_runs, font_encoding
from .pdf_flow import pieces_of
from .pdf_fonts import is_private
from .pdf_lines import gather_lines
from .pdf_page import read_page
from .pdf_text import Run, marked_text, raw_text
from .syllables import is_syllable

PAGE_LIMIT = 300
LETTER_LIMIT = 2_000_000
_FEW_LETTERS = 30  # on a page: less is a page number or a stamp on a scan
_PICTURE = 0.4  # share of a page that makes it a scan
_GARBLED = 0.1  # share of letters without meaning that spoils the text
_ONE_AT_A_TIME = threading.Lock()  # pdfium is not thread-safe


def read_pdf(data, name, progress=None):
    """The `Source` of a PDF. `progress(done, total)` hears of each page. Raises Unreadable with what to do."""
    with _ONE_AT_A_TIME:
        pages = _pages(data, name, progress)
    _refuse_without_text(pages, name)
    pieces, findings = pieces_of(pages)
    if len(pieces) > LINE_LIMIT:
        raise _too_long(name)
    lines, encoding = _source_lines(pieces)
    return Source(lines, [*findings, *_doubts(pages)], encoding)


def _pages(data, name, progress):
    with closing(_opened(data, name)) as document:
        total, letters, pages = len(document), 0, []
        if total > PAGE_LIMIT:
            raise Unreadable(
                f"Tệp “{name}” có {total} trang, hơn {PAGE_LIMIT} trang; hãy chọn đúng tệp kế hoạch hoặc tách tệp."
            )
        for number in range(total):
            pages.append(_page(document, number, name))
            letters += len(pages[-1].letters)
            if letters > LETTER_LIMIT:
                raise _too_long(name)
            if progress:
                progress(number + 1, total)
    return pages


def _opened(data, name):
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _locked(name) if error.err_code == pdfium.FPDF_ERR_PASSWORD else _broken(name) from None
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
        document.close()
        raise _locked(name)
    return document


def _page(document, number, name):
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        raise _broken(name) from None
    with closing(page):
        return read_page(page)


def _locked(name):
    return Unreadable(f"Tệp “{name}” được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu (lưu lại thành PDF mới) rồi chọn lại.")


def _broken(name):
    return Unreadable(
        f"Tệp “{name}” bị hỏng, không mở được như một tệp PDF; hãy xuất lại tệp PDF từ Word rồi chọn lại."
    )


def _too_long(name):
    return Unreadable(f"Tệp “{name}” có quá nhiều chữ, không phải một kế hoạch; hãy xem lại tệp.")


def _refuse_without_text(pages, name):
    letters = sum(len(page.letters) for page in pages)
    lost = sum(page.unmapped for page in pages)
    lost += sum(is_private(letter.text) for page in pages for letter in page.letters)
    doubtful = sum(page.doubtful for page in pages)
    if lost > max(_GARBLED * (letters + lost), 20) or (doubtful > letters / 2 and not _is_language(pages)):
        raise Unreadable(
            f"Chữ trong tệp “{name}” không có mã đọc được (phông chữ nhúng thiếu bảng mã); "
            "hãy chọn tệp Word của văn bản hoặc xuất lại PDF từ Word."
        )
    if letters < _FEW_LETTERS * len(pages):
        raise Unreadable(
            f"Tệp “{name}” là bản chụp (scan), không có lớp chữ; "
            "hãy nhận dạng chữ (OCR) trước hoặc chọn tệp Word của văn bản."
        )


def _is_language(pages):
    """Whether the letters make Vietnamese syllables, or will once old fonts are converted."""
    if any(font_encoding(letter.font.name) for page in pages for letter in page.letters):
        return True
    lines = [line.text for page in pages for line in gather_lines(page.letters, 0)]
    words = re.findall(r"[^\W\d_]+", " ".join(lines))
    return sum(map(is_syllable, words)) > len(words) / 2


def _doubts(pages):
    """What a person should know of the file itself."""
    scanned = [n for n, page in enumerate(pages, 1) if page.picture > _PICTURE and len(page.letters) < _FEW_LETTERS]
    if scanned:
        numbers = ", ".join(map(str, scanned))
        yield Finding(
            "warning", f"Trang {numbers} là ảnh chụp, không đọc được chữ trên đó; hãy nhập phần này bằng tay."
        )
    slanted = sorted({page.slanted for page in pages if page.slanted})
    if slanted:
        yield Finding("note", f"Đã bỏ chữ in nghiêng chéo hoặc dọc trên trang: “{' / '.join(slanted)[:200]}”.")
    letters = sum(len(page.letters) for page in pages)
    if sum(page.unseen for page in pages) > 0.5 * letters:
        yield Finding("warning", "Lớp chữ của tệp do máy nhận dạng từ ảnh chụp nên có thể sai chữ; hãy soát kỹ.")


def _source_lines(pieces):
    """Numbered lines, letters of old fonts converted; second the name of that encoding."""
    runs = [run for piece in pieces for run in piece.runs]
    texts, encoding = convert_runs([(run.text, run.font.name) for run in runs])
    converted = iter([Run(text, run.font) for text, run in zip(texts, runs, strict=True)])
    lines = []
    for piece in pieces:
        text = marked_text([next(converted) for _ in piece.runs])
        if text:
            lines.append(SourceLine(len(lines) + 1, text, raw_text(piece.runs), piece.place))
    return lines, encoding
