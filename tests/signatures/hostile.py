"""Scans, and files that are made to hurt, written byte by byte."""

import zlib
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer

from tests.signatures.signing import paper


def pdf(*objects, root=1):
    """A PDF of objects, numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def stream(content, extra=b""):
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), extra, content)


def catalogue(extra=b"", kids=b"3 0 R", count=1):
    return b"<< /Type /Catalog /Pages 2 0 R %b >>" % extra, b"<< /Type /Pages /Count %d /Kids [%b] >>" % (count, kids)


def scan(*, pages=1, recognised=""):
    """Pages that are pictures; `recognised`: words a machine put below them, not to be seen."""
    image = stream(
        b"\x80", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    drawn = b"q 595 0 0 842 0 0 cm /I Do Q"
    if recognised:
        drawn += b" BT 3 Tr /F 12 Tf 50 700 Td (%b) Tj ET" % recognised.encode()
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    resources = b"<< /XObject << /I 3 0 R >> /Font << /F 4 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources %b >>" % resources
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 6 + pages))
    return pdf(*catalogue(kids=kids, count=pages), image, font, stream(drawn), *[page] * pages)


def encrypted():
    """A paper that asks for a password."""
    writer = copy_into_new_writer(PdfFileReader(BytesIO(paper())))
    writer.encrypt(owner_pass="chu", user_pass="dung")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def with_script():
    action = (
        b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /JavaScript << /Names [(a) 4 0 R] >> >>"
    )
    script = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
    return pdf(*catalogue(action), b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>", script)


def active(*, catalog=b"", page=b"", packed=False):
    """A page with an action somewhere; `packed`: its catalogue stands compressed in a stream of objects."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] %b >>" % page
    if not packed:
        return pdf(*catalogue(catalog), page, stream(b"MZ", b"/Type /EmbeddedFile"))
    root, pages = catalogue(catalog)
    inner = zlib.compress(b"1 0 " + root)
    objects = {2: pages, 3: page, 4: stream(inner, b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")}
    out, rows = bytearray(b"%PDF-1.7\n"), bytes(5) + b"\x02\x00\x00\x04\x00"
    for number, content in objects.items():
        rows += b"\x01" + len(out).to_bytes(3, "big") + b"\x00"
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start, rows = len(out), rows + b"\x01" + len(out).to_bytes(3, "big") + b"\x00"
    out += b"5 0 obj\n%b\nendobj\n" % stream(rows, b"/Type /XRef /Size 6 /W [1 3 1] /Root 1 0 R")
    return bytes(out + b"startxref\n%d\n%%%%EOF" % start)


SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
LAUNCH = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (a.exe) >> >>"
FILE = b"<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (a.exe) /EF << /F 4 0 R >> >> >>"
ACTIVE = {
    "when opened": lambda: active(catalog=b"/OpenAction " + SCRIPT),
    "in other letters": lambda: active(catalog=b"/OpenAction " + SCRIPT.replace(b"/JavaScript", b"/J#61vaScript")),
    "when the page opens": lambda: active(page=b"/AA << /O %b >>" % SCRIPT),
    "packed": lambda: active(catalog=b"/OpenAction " + SCRIPT, packed=True),
    "starts a program": lambda: active(page=b"/Annots [%b]" % LAUNCH),
    "file on a page": lambda: active(page=b"/Annots [%b]" % FILE),
}


def with_attachment():
    names = b"/Names << /EmbeddedFiles << /Names [(a.exe) 4 0 R] >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    file = b"<< /Type /Filespec /F (a.exe) /UF (a.exe) /EF << /F 5 0 R >> >>"
    return pdf(*catalogue(names), page, file, stream(b"MZ", b"/Type /EmbeddedFile"))


def bomb(megabytes):
    """A page whose drawing unpacks to far more than the child may hold."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    return pdf(*catalogue(), page, stream(packed, b"/Filter /FlateDecode"))


def signed_by_rubbish():
    """A signature whose bytes are no signature, in a place that refers to itself."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [4 0 R] >>"
    field = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [0 0 9 9] /V 5 0 R /Parent 4 0 R /P 3 0 R >>"
    value = b"<< /Type /Sig /SubFilter /adbe.pkcs7.detached /ByteRange [0 9 99 999999] /Contents <00> >>"
    return pdf(*catalogue(b"/AcroForm << /Fields [4 0 R] >>"), page, field, value)


def pages_without_end():
    return pdf(catalogue()[0], b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>")
