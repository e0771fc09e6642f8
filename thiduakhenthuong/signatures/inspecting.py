"""Bytes of an uploaded file → `FileReport`: its signatures, what came after each, its words against the issued ones.

Pure: no database, no network, no file. confined.py runs it in a child process with limits.
"""

import pypdfium2.raw as pdfium

from . import pdf_files, texts
from .report import FileReport, TextReport

SIZE_LIMIT = 20 * 1024**2
TOO_LARGE = "Tệp “{name}” lớn hơn 20 MB; hãy chụp ở độ phân giải thấp hơn (200–300 dpi) rồi chọn lại."


def inspect(data, name, *, issued=b"", roots=(), now):
    """The report of a file. `issued` is the PDF that left the office, b"" where none is kept. Raises Unacceptable."""
    if len(data) > SIZE_LIMIT:
        raise pdf_files.Unacceptable(TOO_LARGE.format(name=name))
    with pdf_files.opened(data, name) as document:
        signatures = _signatures(data, document, roots, now)
        scan, pages = pdf_files.is_scan(document, name), len(document)
        issued_pages, text = _compared(document, name, issued, scan=scan)
    return FileReport(pages, signatures, text, issued_pages, bool(issued) and data.startswith(issued), scan)


def _compared(document, name, issued, *, scan):
    """How many pages the issued file has, and what the words of both tell."""
    if not issued:
        return 0, TextReport(note=texts.NOTHING_ISSUED)
    with pdf_files.opened(issued, "bản đã ban hành") as original:
        if scan:
            return len(original), TextReport(note=texts.SCAN)
        return len(original), texts.compare(pdf_files.words_of(original, name), pdf_files.words_of(document, name))


def _signatures(data, document, roots, now):
    """What signatures cover is written into the file as it stands, never packed: without it there is none."""
    if b"/ByteRange" not in data:
        return []
    from .signed_files import signatures_of  # here, for a scan needs no library for signatures (half a second)

    return signatures_of(data, list(roots), now, count=max(pdfium.FPDF_GetSignatureCount(document.raw), 0))
