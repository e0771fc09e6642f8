"""How documents write the names of bodies, reduced to one spelling that can be compared. Knows no model.

Two wordings of one body have the same `canonical` form: "VP. HĐND và UBND quận" and "Văn phòng Hội đồng nhân dân và
Ủy ban nhân dân quận". What depends on who writes ("quận": which one?) is not decided here but in naming.py.
"""

import re

from thiduakhenthuong.text import search_key

# Abbreviations and fixed variants, in the spelling of `search_key`. Longer ones stand before their parts.
_SPELLED_OUT = {
    "ubmttqvn": "uy ban mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc",
    "mttqvn": "mat tran to quoc",
    "mttq": "mat tran to quoc",
    "mat tran to quoc viet nam": "mat tran to quoc",
    "mat tran to quoc vn": "mat tran to quoc",
    "hdtdkt": "hoi dong thi dua khen thuong",
    "hdsk": "hoi dong sang kien",
    "hdnd": "hoi dong nhan dan",
    "hd": "hoi dong",
    "ubnd": "uy ban nhan dan",
    "tdkt": "thi dua khen thuong",
    "td kt": "thi dua khen thuong",
    "td": "thi dua",
    "vp": "van phong",
    "tv": "thanh vien",
    "pct": "pho chu tich",
    "ct": "chu tich",
    "dv": "don vi",
    "tw": "trung uong",
    "tp": "thanh pho",
    "tx": "thi xa",
    "q": "quan",
    "p": "phuong",
    "nv": "noi vu",
    "hcm": "ho chi minh",
    "dbqh": "dai bieu quoc hoi",
    "ttdt": "thong tin dien tu",
    "ptth": "phat thanh truyen hinh",
    "pt th": "phat thanh truyen hinh",
    "vhttdl": "van hoa the thao du lich",
    "vhtt dl": "van hoa the thao du lich",
    "vh tt dl": "van hoa the thao du lich",
    "vh tt": "van hoa the thao",
    "tttt": "thong tin truyen thong",
    "tt tt": "thong tin truyen thong",
    "gddt": "giao duc dao tao",
    "gd dt": "giao duc dao tao",
    "khcn": "khoa hoc cong nghe",
    "kh cn": "khoa hoc cong nghe",
    "khdt": "ke hoach dau tu",
    "kh dt": "ke hoach dau tu",
    "nnmt": "nong nghiep moi truong",
    "nn mt": "nong nghiep moi truong",
    "nnptnt": "nong nghiep phat trien nong thon",
    "nn ptnt": "nong nghiep phat trien nong thon",
    "tnmt": "tai nguyen moi truong",
    "tn mt": "tai nguyen moi truong",
    "gtvt": "giao thong van tai",
    "ldtbxh": "lao dong thuong binh xa hoi",
    "ld tb xh": "lao dong thuong binh xa hoi",
    "ldtb xh": "lao dong thuong binh xa hoi",
    "lhpn": "lien hiep phu nu",
    "ldld": "lien doan lao dong",
    "ccb": "cuu chien binh",
}
_ABBREVIATION = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _SPELLED_OUT), key=len, reverse=True)) + r")\b")
# "TT." is the standing committee before a Party committee or a people's council; elsewhere it has other meanings.
_STANDING = re.compile(r"\btt (?=(?:thanh|tinh|huyen|quan|dang|thi) uy\b|hoi dong nhan dan\b)")
# "P." is a ward unless a field of work follows: "P. Nội vụ".
_DIVISION = re.compile(r"^p (?=nv\b|noi vu|tu phap|tai chinh|kinh te|y te|giao duc|gd|van hoa|vh|lao dong|quan ly)")
_ACTING = re.compile(r"^q(?:uan)? (?=chu tich)|^quyen (?=chu tich)")  # "Q. Chủ tịch"
_BRACKETS = re.compile(r"\([^()]*\)")

# Heads of bodies: what a document asks of the head, it asks of the body.
_HEADS = (
    (re.compile(r"^(?:pho )?truong phong "), "phong "),
    (re.compile(r"^(?:pho )?truong ban "), "ban "),
    (re.compile(r"^(?:pho )?giam doc (?=so |trung tam |dai )"), ""),
    (re.compile(r"^(?:pho )?chanh van phong "), "van phong "),
    (re.compile(r"^(?:quyen )?chu tich (?=uy ban |hoi dong )"), ""),
    (re.compile(r"^(?:lanh dao|thuong truc|ban thuong vu) "), ""),
)

LEVEL_WORDS = {"tinh", "thanh pho", "quan", "huyen", "thi xa", "xa", "phuong", "thi tran", "dac khu"}


def canonical(text):
    """One spelling for all wordings of a name: no diacritics, abbreviations written out, no "và".

    >>> canonical("VP. HĐND và UBND quận Cái Răng")
    'van phong hoi dong nhan dan uy ban nhan dan quan cai rang'
    """
    key = _DIVISION.sub("phong ", _ACTING.sub("quyen ", search_key(text)))
    key = _ABBREVIATION.sub(lambda found: _SPELLED_OUT[found[1]], key)
    key = _ABBREVIATION.sub(lambda found: _SPELLED_OUT[found[1]], key)  # "mttq vn" is spelled out in two steps
    key = _STANDING.sub("thuong truc ", key)
    return " ".join(word for word in key.split() if word != "va")


def without_gloss(text):
    """The text without what it adds in brackets: "Ban TĐKT thành phố (Cơ quan Thường trực …)"."""
    return " ".join(_BRACKETS.sub(" ", text).split())


def body_of_head(key):
    """The body a title stands for, as a canonical form, or "": "Trưởng phòng Nội vụ quận" → phòng Nội vụ quận."""
    for pattern, instead in _HEADS:
        if pattern.match(key):
            return pattern.sub(instead, key)
    return ""


def splits(key):
    """Every way to read the end of a canonical form as a place: pairs (body, place), the longest place first."""
    words = key.split()
    return [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
