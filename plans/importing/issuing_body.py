"""The lines of a head that name the issuer and the body above it, told from web pages' leftovers around them."""

import re

from .cells import fold

_BODY = re.compile(
    r"(?:ủy ban|uỷ ban|ubnd|ub|ubmttq|hđnd|hội đồng|sở|phòng|ban|bch|btv|văn phòng|chi cục|cục|tổng cục|vụ|thanh tra"
    r"|trung tâm|viện|học viện|trường|đại học|bệnh viện|trạm|bộ|hội|liên đoàn|liên minh|liên hiệp|công đoàn|đoàn"
    r"|tỉnh đoàn|huyện đoàn|quận đoàn|thành đoàn|thị đoàn|mặt trận|đảng bộ|đảng ủy|đảng uỷ|chi bộ|tỉnh ủy|thành ủy"
    r"|huyện ủy|quận ủy|thị ủy|tỉnh uỷ|thành uỷ|huyện uỷ|quận uỷ|thị uỷ|cụm|khối|công ty|tổng công ty|tập đoàn"
    r"|ngân hàng|kho bạc|bảo hiểm|bhxh|đài|báo|tòa án|toà án|viện kiểm sát|công an|quân khu|bộ chỉ huy|ban quản lý"
    r"|bql|quỹ|nhà|thư viện|bảo tàng|hiệp hội|hợp tác xã|tổ|xí nghiệp|tạp chí|ttyt|thường trực)(?!\w)"
)
_PLACE_OPENING = re.compile(
    r"(?!(?:tinh|huyen|quan|thi|xa) (?:uy|doan)\b)"
    r"(?:tinh|thanh pho|tp\.?|quan|huyen|thi xa|tx\.?|xa|phuong|thi tran|dac khu|thi dua|khen thuong|va|-|khu vuc"
    r"|truc thuoc|thuoc|vung|cac|ho chi minh|viet nam)(?!\w)"
)
# A body whose own line follows without a break: "UBND HUYỆN A TRƯỜNG MẦM NON B".
_SECOND_BODY = re.compile(
    r"(?<=\s)(?:sở|phòng|trường|trung tâm|chi cục|bệnh viện|hội đồng thi đua|ban thi đua)\s+(?!nhân dân)"
)
_PLACE_WORD = re.compile(r"(?:tinh|pho|quan|huyen|xa|phuong|tran|khu|va|bo|doan|uy|,|-)\s*$")
_ONE_BODY = ("hoi dong", "ban chap", "van phong", "phong ban", "dang")  # these names go on with such words
_WEB = re.compile(
    r"cong thong tin|trang chu|trang thong tin|tin tuc|lien he|gioi thieu|dang nhap|cap nhat|luot xem|van ban "
)
_WHOLE = 110  # a line that names a body is no longer


def is_body(text):
    """Does a line begin as the names of bodies do?"""
    return bool(_BODY.match(text.lower())) and not _WEB.search(fold(text)) and len(text) <= _WHOLE


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
    if len(text) > 2 * _WHOLE:
        return [text]
    folded = fold(text)
    for found in _SECOND_BODY.finditer(text.lower()):
        is_place = _PLACE_WORD.search(folded[max(0, found.start() - 12) : found.start()])
        if is_body(text) and not is_place and not folded.startswith(_ONE_BODY):
            return [text[: found.start()].strip(), text[found.start() :].strip()]
    return [text]
