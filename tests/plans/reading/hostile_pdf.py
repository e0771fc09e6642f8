"""PDF files that want to do harm, and the sound one they are made from: functions that return bytes."""

import zlib

LINES = ("KE HOACH", "Cong tac thi dua nam 2024", "I. NOI DUNG", "1. Quy I", "- To chuc hoi nghi", "II. TO CHUC")


def pdf(objects, *, trailer="", root=1):
    """A PDF of numbered objects, bytes each, with a right cross-reference table."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return data + f"trailer\n<</Size {len(objects) + 1}/Root {root} 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".encode()


def stream(content, *, more="", packed=False):
    """A stream object."""
    if packed:
        content, more = zlib.compress(content, 9), f"{more}/Filter/FlateDecode"
    return f"<</Length {len(content)}{more}>>\nstream\n".encode() + content + b"\nendstream"


def shown(lines=LINES):
    """Content that prints lines."""
    return ("BT /F 12 Tf 72 760 Td 20 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET").encode()


def pages(count=1, *, content=None, box="0 0 595 842", resources="", trailer="", more=()):
    """A PDF whose pages all show one content."""
    kids = " ".join(f"{5 + n} 0 R" for n in range(count))
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>{resources}>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        content or stream(shown()),
        *[page.encode()] * count,
        *more,
    ]
    return pdf(objects, trailer=trailer)


def circling_xref():
    """A table whose predecessor is itself."""
    data = pages()
    start = int(data.split(b"startxref\n")[1].split()[0])
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


def circling_pages():
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"])


def circling_forms():
    form = stream(b"/X Do", more="/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    return pages(content=stream(b"/X Do"), resources="/XObject<</X 6 0 R>>", more=[form])


def multiplying_forms():
    """Each form shows the next ten times: ten thousand million in all."""
    forms = [
        stream(b"/X Do " * 10, more=f"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {7 + n} 0 R>>>>")
        for n in range(10)
    ]
    last = stream(shown(), more="/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 3 0 R>>>>")
    return pages(content=stream(b"/X Do"), resources="/XObject<</X 6 0 R>>", more=[*forms, last])


def locked():
    key = "<" + "41" * 32 + ">"
    encryption = f"/Encrypt<</Filter/Standard/V 1/R 2/O{key}/U{key}/P -4>>/ID[<00><00>]"
    return pages(trailer=encryption)


REFUSED = {
    "301-trang.pdf": (lambda: pages(301), "301 trang"),
    "khong-chu.pdf": (lambda: pages(content=stream(b"0 0 m 9 9 l S")), "không có lớp chữ"),
    "vong-cay-trang.pdf": (circling_pages, "hỏng"),
    "vong-mau.pdf": (circling_forms, "không có lớp chữ"),
    "toa-do-khong-lo.pdf": (
        lambda: pages(content=stream(b"9" * 300 + b" 0 0 1e99 -9e99 0 cm " + shown())),
        "không có lớp chữ",
    ),
    "bom-nen.pdf": (lambda: pages(content=stream(bytes(40_000_000), packed=True)), "không có lớp chữ"),
    "mang-long-nhau.pdf": (lambda: pages(content=stream(b"[" * 500_000)), "không có lớp chữ"),
    "doi-tuong-long-nhau.pdf": (lambda: pdf([b"[" * 500_000]), "hỏng"),
    "mat-khau.pdf": (locked, "mật khẩu"),
    "cut.pdf": (lambda: pages()[:200], "hỏng"),
    "rac.pdf": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 100, "hỏng"),
    "chi-co-dau.pdf": (lambda: b"%PDF-1.7", "hỏng"),
}
HARMLESS = {
    "khai-nhieu-trang.pdf": lambda: pages().replace(b"/Count 1/", b"/Count 2000000000/"),
    "vong-bang-doi-tuong.pdf": circling_xref,
    "so-khong-lo.pdf": lambda: pages(box="0 0 1e300 99999999999999999999999"),
    "do-dai-gia.pdf": lambda: pages().replace(b"/Length ", b"/Length 9999999999999"),
    "kich-ban.pdf": lambda: pages().replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(a)>>"),
}
ENDLESS = {
    "nhan-mau.pdf": multiplying_forms,
    "bom-chu.pdf": lambda: pages(content=stream(shown(["a" * 999] * 20_000), packed=True)),
}
