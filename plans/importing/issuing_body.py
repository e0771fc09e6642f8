"""The lines of a head that name the issuer and the body above it, told from web pages' leftovers around them."""

import re

from .cells import fold

_BODY = re.compile(
    r"(?:uy ban|ubnd|ubmttq|hdnd|hoi dong|so|phong|ban|van phong|chi cuc|cuc|tong cuc|vu|thanh tra|trung tam|tt|vien"
    r"|hoc vien|truong|dai hoc|benh vien|tram|bo|hoi|lien doan|lien minh|lien hiep|cong doan|doan|tinh doan|huyen doan"
    r"|quan doan|thanh doan|lien hiep hoi|mat tran|dang bo|dang uy|chi bo|tinh uy|thanh uy|huyen uy|quan uy|thi uy|bch"
    r"|btv|cum|khoi|cong ty|tong cong ty|tap doan|ngan hang|kho bac|bao hiem|bhxh|dai|bao|toa an"
    r"|vien kiem sat|cong an|quan khu|bo chi huy|ban quan ly|bql|quy|nha|thu vien|bao tang|hiep hoi|hop tac xa|to)\b"
)
_PLACE_OPENING = re.compile(
    r"(?!(?:tinh|huyen|quan|thi|xa) (?:uy|doan)\b)"
    r"(?:tinh|thanh pho|tp\.?|quan|huyen|thi xa|tx\.?|xa|phuong|thi tran|dac khu|thi dua|khen thuong|va|-|khu vuc"
    r"|truc thuoc|thuoc|vung|cac|ho chi minh|viet nam)(?!\w)"
)
# A body whose own line follows without a break: "UBND HUYỆN A TRƯỜNG MẦM NON B".
_SECOND_BODY = re.compile(
    r"(?<=\s)(?:so|phong|truong|trung tam|chi cuc|benh vien|hoi dong thi dua|ban thi dua)\s+(?!nhan dan)"
)
_PLACE_WORD = re.compile(r"(?:tinh|pho|quan|huyen|xa|phuong|tran|khu|va|,|-)\s*$")
_ONE_BODY = ("hoi dong", "ban chap", "van phong", "phong ban", "dang")  # these names go on with such words
_WEB = re.compile(
    r"cong thong tin|trang chu|trang thong tin|tin tuc|lien he|gioi thieu|dang nhap|cap nhat|luot xem|van ban "
)
_WHOLE = 110  # a line that names a body is no longer


def is_body(text):
    """Does a line begin as the names of bodies do?"""
    return bool(_BODY.match(fold(text))) and not _WEB.search(fold(text)) and len(text) <= _WHOLE


def read_bodies(lines):
    """Texts of the head in order → (superior line, issuer's lines, the texts that name nobody).

    In capitals, as the decree wants them, or else as written. The last body issues; what stands above is its superior.
    """
    capitals = [text for text in lines if text == text.upper() and re.search(r"[^\W\d_]", text)]
    names = capitals if any(is_body(text) for text in capitals) else [*capitals, *_small(lines, capitals)]
    bodies, strange = _grouped([part for text in names for part in _split_bodies(text)])
    others = [text for text in lines if text not in names] + strange
    if not bodies:
        return "", [], others
    return " ".join(" ".join(body) for body in bodies[:-1]), bodies[-1], others


def _small(lines, capitals):
    """Lines in small letters that begin as a body or go on with the one above; only where none is in capitals."""
    found, open_body = [], False
    for text in lines:
        if text in capitals:
            continue
        open_body = is_body(text) or (open_body and bool(_PLACE_OPENING.match(fold(text))) and len(text) < 60)
        found += [text] if open_body and not re.search(r"[.:;?!]$", text) else []
    return found


def _grouped(names):
    """Lists of lines, each one body; a line that is none counts only below a body and where no body follows it."""
    bodies, strange = [], []
    for index, text in enumerate(names):
        if bodies and _continues(text, bodies[-1][-1]):
            bodies[-1].append(text)
        elif is_body(text) or (bodies and not any(is_body(other) for other in names[index:]) and not _web(text)):
            bodies.append([text])
        else:
            strange.append(text)
    if not bodies and strange:
        return [strange], []
    return bodies, strange


def _web(text):
    return bool(_WEB.search(fold(text)))


def _continues(line, above):
    """ "QUẬN …" continues "ỦY BAN NHÂN DÂN" above it; "SỞ NỘI VỤ" below "UBND TỈNH …" is a body of its own."""
    return bool(_PLACE_OPENING.match(fold(line))) or fold(above).endswith((" va", ",", "-", " -"))


def _split_bodies(text):
    """Two bodies on one line as two; "HUYỆN TRƯỜNG SA" is a place."""
    folded = fold(text)
    for found in _SECOND_BODY.finditer(folded):
        is_place = _PLACE_WORD.search(folded[: found.start()].rstrip())
        if is_body(text) and not is_place and not folded.startswith(_ONE_BODY):
            return [text[: found.start()].strip(), text[found.start() :].strip()]
    return [text]
