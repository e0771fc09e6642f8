"""Word files that want to do harm: functions that return bytes, with a word of the sentence that refuses each."""

import random

from .test_word_safety import BODY, COMPOUND, MACRO, document, linked, with_file
from .word_building import NAMESPACES, p, table, td, tr, word_file, zip_file


def noise(length):
    """Letters that do not pack, the same each time."""
    return random.Random(1).randbytes(length // 2).hex()


def main_part(body, *, before=""):
    return document(f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")


def entity_bomb():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return main_part(p("<w:r><w:t>&e9;</w:t></w:r>"), before=f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]>')


def external_entity(address):
    entity = f'<!DOCTYPE a [<!ENTITY a SYSTEM "{address}">]>'
    return main_part(p("<w:r><w:t>&a;</w:t></w:r>"), before=entity)


def nested_tables(depth):
    inner = "a"
    for _ in range(depth):
        inner = table(tr(td(inner)))
    return word_file(inner)


def lying_about_sizes():
    """A part that unpacks to 60 MB and claims to hold a hundred bytes."""
    data = bytearray(word_file(BODY, styles=" " * 60_000_000))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


REFUSED = {
    "bom-nen.docx": (lambda: main_part(" " * 50_000_000), "lớn bất thường"),
    "nhieu-phan.docx": (lambda: word_file(BODY, files=[(f"word/{n}.xml", "") for n in range(2500)]), "lớn bất thường"),
    "noi-doi-kich-thuoc.docx": (lying_about_sizes, "hỏng"),
    "nen-long-nhau.docx": (lambda: with_file("word/media/a.bin", zip_file([("a", "b")])), "nhúng bên trong"),
    "ole.docx": (lambda: with_file("word/embeddings/oleObject1.bin", COMPOUND), "nhúng bên trong"),
    "macro.docx": (lambda: with_file("word/vbaProject.bin", COMPOUND), "macro"),
    "docm-doi-ten.docx": (lambda: word_file(BODY, main_type=MACRO), "macro"),
    "mau-o-xa.docx": (lambda: linked("attachedTemplate"), "tệp mẫu"),
    "anh-o-xa.docx": (lambda: linked("image"), "liên kết"),
    "bang-long-nhau.docx": (lambda: nested_tables(60), "quá sâu"),
    "bang-rat-sau.docx": (lambda: nested_tables(3000), "quá sâu"),
    "the-rat-sau.docx": (lambda: document("<a>" * 200_000), "quá sâu"),
    "bom-thuc-the.docx": (entity_bomb, "hỏng"),
    "thuc-the-ngoai.docx": (lambda: external_entity("file:///etc/passwd"), "hỏng"),
    "thuc-the-mang.docx": (lambda: external_entity("http://127.0.0.1:9/a"), "hỏng"),
    "mat-khau.docx": (lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "cut-giua.docx": (lambda: word_file(BODY)[:200] + word_file(BODY)[400:], "hỏng"),
    "rac.docx": (lambda: b"PK\x03\x04" + noise(5000).encode(), "hỏng"),
    "120-nghin-doan.docx": (lambda: main_part("".join(p(str(n * 7919)) for n in range(120_000))), "quá nhiều dòng"),
    "mot-doan-dai.docx": (lambda: word_file(p(noise(1_000_000))), "dòng quá dài"),
    "nen.zip": (lambda: zip_file([("../../ke-hoach.txt", "KẾ HOẠCH")]), "tệp nén"),
    "doi-cu.doc": (lambda: COMPOUND, "đời cũ"),
    "trong.docx": (lambda: word_file(p()), "trống"),
}
