"""Lines of a signature: authority (TM., KT. …) and office; the names of those who sign; marks where a seal stood.

An authority line opens a signature wherever it stands. A bare office ("GIÁM ĐỐC") may be a word of the text and
counts only where a signature is expected.
"""

import re

from .cells import fold

_LENGTH = 100
_OFFICES = (
    "chu tich|giam doc|bi thu|hieu truong|thu truong|bo truong|thu tuong|chu nhiem|chi huy truong|chinh tri vien"
    "|chinh uy|tong bien tap|cuc truong|vu truong|chi cuc truong|cum truong|khoi truong|doi truong|to truong"
    "|doanh nghiep truong|tram truong|vien pho|kiem toan truong|uy vien thuong truc|uy vien"
    "|truong (?:phong|ban|khoa|cum|khoi|doan|tram|cong an|bo phan|thon|ap|tieu ban)"
    "|chanh (?:van phong|thanh tra|an|vu)|vien truong|phu trach|nguoi (?:lap|viet|xay dung|soan)"
)
_RANKS = r"(?:(?:quyen|q\.|pho|thu|tong|pt\.|dai ta|thuong ta|trung ta|thieu ta|dai uy),?\s*){0,3}"
_OFFICE = re.compile(rf"{_RANKS}(?:{_OFFICES})(?!\w)")
_AUTHORITY = re.compile(
    r"(?:(?P<sign>t\.?m|k\.?t|t\.?l|t\.?u\.?q|q)(?:\s?[.,]\s*|\s+(?=ubnd|uy ban|ban "
    r"|chu tich|giam doc|hoi |bch|btv|hieu truong))"
    r"|(?P<slash>[tk]/[mtl])\s?\.?\s*)(?=\w)"
)
_BODIES = "uy ban|ubnd|ban |hoi|bch|btv|thuong truc|dang uy|tap the|lanh dao|to |cum|khoi|chi |bgh|mat tran|cong doan"
_HELD_FOR = re.compile(rf"{_RANKS}(?:{_OFFICES}|{_BODIES})")  # what an authority is held for
_DEGREE = (
    r"(?:(?:Th\.?\s?[Ss][.ĩ]?|T\.?S[.ĩ]?|ThS|BS|DS|CN|KS|PGS|GS|CK\s?I{1,2}|BSCK\s?I{1,2}|NGƯT|NGND|LS|TTƯT"
    r"|Thạc sĩ|Thạc sỹ|Tiến sĩ|Bác sĩ|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Ông|Bà)[.,:]?\s?){1,5}\s?"
)
_WORD = r"[^\W\d_](?:[^\W\d_]|[’'‘-])*"
_NAME = re.compile(rf"(?P<degree>{_DEGREE})?(?P<name>{_WORD}(?:\s+{_WORD}){{1,6}})")
_SEAL = re.compile(
    r"\W*(?:da ky|daky|ky ten|ky,|ky va|ky ghi|ky boi|ky thay|nguoi ky|chu ky|thoi gian ky|email|da duyet|da dong dau"
    r"|dong dau|digitally|signature|signed)\b"
)
_ELSEWHERE = re.compile(
    r"\s(?:ubnd|uy ban|so |ban |phong |tinh|huyen|hdnd|bo |cuc |van phong)"
)  # an office of another body
_COUNCIL = re.compile(r"t\.?m\.?\s?(?:hoi dong|ban to chuc|ban chi dao|cum|khoi)\b")  # whose offices are second ones
_KIEM = re.compile(r"kiem\s")
_QUARTER = re.compile(r"quy (?:iv|i{1,3})\b")  # of a table, beside "Cụm trưởng"


def authority_of(text):
    """The authority a line opens with, as "TM." or "KT.", and the rest; (None, text) where there is none."""
    found = _AUTHORITY.match(fold(text))
    if found is None:
        return None, text
    sign = {"t/m": "TM", "k/t": "KT", "t/l": "TL"}.get(
        found.group("slash"), (found.group("sign") or "").replace(".", "").upper()
    )
    return f"{sign}.", text[found.end() :].strip()


def is_authority(text):
    """ "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "T/M. Ủy ban nhân dân xã": the line opens a signature."""
    authority, rest = authority_of(text)
    if authority is None or len(text) > _LENGTH or not rest[:1].isupper() or rest.endswith((",", ";")):
        return False
    if text == text.upper():
        return True
    return "," not in rest and len(rest.split()) <= 9 and bool(_HELD_FOR.match(fold(rest))) and "." not in rest


def is_office(text):
    """A line that is nothing but an office: "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "GIÁM ĐỐC SỞ NỘI VỤ", "Chủ tịch"."""
    found = _OFFICE.match(fold(text))
    if found is None or len(text) > _LENGTH or not text[:1].isupper():
        return False
    rest = text[found.end() :]
    if text == text.upper():
        return not re.search(r"[;:.]$", text)
    return not re.search(r"[,;:.]", rest) and len(rest.split()) <= 4 and not re.search(r"\b(?:các|và|để)\b", rest)


def is_second_office(text):
    """ "kiêm TRƯỞNG BAN": goes on with the office above it."""
    return bool(_KIEM.match(fold(text))) and len(text) <= _LENGTH


def name_parts(text):
    """The degree and the name of a line that is a person's name; None for any other line."""
    found = _NAME.fullmatch(text.strip(" .*"))
    if found is None or is_office(text) or _QUARTER.match(fold(text)):
        return None
    words = found.group("name").split()
    if not all(word[0].isupper() for word in words) or not 2 <= len(words) <= 7:
        return None
    return (found.group("degree") or "").strip(), found.group("name")


def is_seal(text):
    """ "(Đã ký)", "[daky]", "Ký bởi: …": where signature and seal stood."""
    return bool(_SEAL.match(fold(text))) and len(text) <= 200


def office_of(lines):
    """The office of the person who signs: the last line that names one, with the lines that go on with it.

    Where a council's own office stands above ("PHÓ CHỦ TỊCH / GIÁM ĐỐC SỞ NỘI VỤ"), that one counts.
    """
    offices = [at for at, line in enumerate(lines) if is_office(authority_of(line)[1])]
    if not offices:
        return None
    own = [at for at in offices if authority_of(lines[at])[0] is None]
    council = any(_COUNCIL.match(fold(line)) for line in lines)
    if len(own) > 1 and (council or _ELSEWHERE.search(fold(lines[own[-1]]))):
        return " ".join(lines[own[-2] : own[-1]])
    more = lines[offices[-1] + 1 :]
    if any(authority_of(line)[0] for line in lines):  # the body is named above; other lines come from the seal
        more = [line for line in more if is_second_office(line) or fold(line) == "thuong truc"]
    return " ".join([authority_of(lines[offices[-1]])[1], *more])


def is_drafter(text):
    """ "NGƯỜI LẬP": who wrote the plan, not who answers for it."""
    return fold(text).startswith("nguoi ")
