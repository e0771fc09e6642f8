"""Who issues a plan, at which level, where no line says so: from preamble, place, body and Nơi nhận."""

import re
from collections import Counter

from ..draft import Finding
from .citations import preamble
from .markup import plain
from .recasing import recased

_TYPE_WORDS = "tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu"
_LEVELS = {
    "tỉnh": "province", "quận": "district", "huyện": "district", "thị xã": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_UPPER = r"A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NAME = rf"[{_UPPER}][^\W\d_]*(?:[ -][{_UPPER}][^\W\d_]*){{0,3}}|\d{{1,2}}"
_COMMITTEE = re.compile(
    rf"(?P<head>Chủ tịch\s+)?(?:Ủy ban nhân dân|Uỷ ban nhân dân|Ủy ban Nhân dân|UBND)"
    rf"(?:\s+(?P<type>{_TYPE_WORDS})(?:\s+(?P<name>{_NAME}))?)?"
    r"(?=[^,.;]{0,60}?\s(?:ban hành|xây dựng|đề ra|lập|triển khai)\b)"
)
_BODY = re.compile(
    r"(?P<body>(?:Sở|Phòng|Ban|Văn phòng|Hội đồng|Trường|Công an|Đảng ủy|Chi cục|Trung tâm)\s[^,.;:]{2,100}?)"
    r"\s+(?:ban hành|xây dựng|đề ra|lập)\s+(?:Chương trình|[Kk]ế hoạch)"
)
_NAMED_COMMITTEE = re.compile(
    rf"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\s+(?P<type>{_TYPE_WORDS})\s+(?P<name>{_NAME})"
)
_PLACE = re.compile(rf"\b(?P<type>{_TYPE_WORDS}|Thành phố|Tỉnh)\s+(?P<name>{_NAME})")
_COMMITTEE_WORDS = "Ủy ban nhân dân"
_PARTY = re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) (?:ủy|uỷ|đoàn|Đoàn|bộ)\b")
_STANDING = re.compile(r"Ban (?:[Tt]hường (?:vụ|trực)|[Cc]hấp hành)$")
_DEPARTMENT = re.compile(
    r"(?:Sở|Phòng|Ban(?! [Cc]hấp hành| [Tt]hường (?:vụ|trực)| [Cc]hỉ đạo)|Văn phòng|Chi cục|Cục|Trung tâm|Thanh tra)\b"
)
# Signs in the text that a "thành phố" stands directly under the central government, or under a province.
_CENTRAL_CITY = re.compile(r"trực thuộc Trung ương|Thành ủy|[Cc]ác sở,|\bSở [A-ZĐ]|quận, huyện|các quận")
_CITY_OF_PROVINCE = re.compile(
    r"UBND tỉnh|Ủy ban nhân dân tỉnh|Tỉnh ủy|HĐND tỉnh|Phòng Nội vụ|các xã, phường|các phường, xã"
)


def work_out_issuer(draft):
    """Set `issuer`, `issuer_level` from what is printed or said; a name put together is reported."""
    text = [plain(section.text) for section in draft.sections]
    text += [plain(item.text) for item in draft.items] + draft.recipients
    if draft.issuer_lines:
        printed = re.sub(r"^UBND\b", _COMMITTEE_WORDS.upper(), " ".join(draft.issuer_lines))
        draft.issuer = _with_place(_in_sentence_case(printed, text, draft.place), draft.superior)
    else:
        draft.issuer = _from_preamble(draft, text)
    draft.issuer_level = _level(draft.issuer, text) if draft.issuer else None
    if draft.issuer is None:
        message = "Không rõ cơ quan ban hành; hãy chọn cơ quan ban hành."
        draft.findings.append(Finding("error", message, about="issuer"))
    elif not draft.issuer_lines:
        message = f"Văn bản không in tên cơ quan ban hành; suy từ nội dung: “{draft.issuer}”."
        draft.findings.append(Finding("warning", message, about="issuer"))


_OWN_NAME = re.compile(
    r"(?:Trường|Bệnh viện|Công ty|Đại học|Học viện|Chi bộ|Đảng bộ|Đoàn|Cụm|Khối|Xí nghiệp|Tập đoàn)\b"
)


def _with_place(issuer, superior):
    """A sở or phòng is named in full with the place of the committee above it; a school has a name of its own."""
    if _STANDING.match(issuer) and superior:
        return f"{issuer} {recased(superior)}"  # "Ban Thường trực" of the body above
    place = re.search(rf"\b(?:{_TYPE_WORDS})\b.+$", superior.lower())
    named = _PLACE.search(issuer) or _PARTY.match(issuer) or _OWN_NAME.match(issuer)
    if place is None or named or issuer.startswith(_COMMITTEE_WORDS):
        return issuer
    return f"{issuer} {recased(superior[place.start() :], first=False)}"


def _from_preamble(draft, text):
    opening = " ".join(plain(section.text) for section in preamble(draft.sections))
    found = _COMMITTEE.search(opening)
    if found:
        kind, name = found.group("type"), found.group("name")
        name = name or _place_name(kind, [opening, draft.place or "", *text], draft.place)
        head = "Chủ tịch " if found.group("head") else ""
        return f"{head}{' '.join(part for part in (_COMMITTEE_WORDS, kind, name) if part)}"
    body = _BODY.search(opening)
    return body.group("body").strip() if body else _from_signature(draft, text)


def _from_signature(draft, text):
    """ "TM. ỦY BAN NHÂN DÂN" and the place, where nothing else says who issues."""
    if not any("ỦY BAN NHÂN DÂN" in line or "UBND" in line for line in draft.authority_lines):
        return None
    if not draft.place:
        named = Counter(m.group("type", "name") for part in text for m in _NAMED_COMMITTEE.finditer(part))
        return " ".join((_COMMITTEE_WORDS, *named.most_common(1)[0][0])) if named else None
    kinds = Counter(
        m.group("type").lower() for part in text for m in _PLACE.finditer(part) if m.group("name") == draft.place
    )
    kind = kinds.most_common(1)[0][0] if kinds else ""
    return " ".join(part for part in (_COMMITTEE_WORDS, kind, draft.place) if part)


def _place_name(kind, texts, place):
    """The name that goes with a type word: the place of the date line, or the one the text names most often."""
    names = Counter(m.group("name") for text in texts for m in _PLACE.finditer(text) if m.group("type").lower() == kind)
    if place and (place in names or not names):
        return place
    return names.most_common(1)[0][0] if names else place


def _in_sentence_case(capitals, text, place):
    """ "ỦY BAN NHÂN DÂN QUẬN BÌNH AN" as running text writes it, found in the text itself or word by word."""
    for part in [*text, place or ""]:
        at = part.lower().find(capitals.lower())
        if at >= 0 and part[at:][: len(capitals)] != capitals:
            return part[at : at + len(capitals)]
    return recased(capitals) if capitals == capitals.upper() else _with_small_place(capitals)


def _with_small_place(name):
    """ "Ủy ban nhân dân Xã Hòa Bình" cut in two lines has a capital too many."""
    return re.sub(rf"(?<= )(?:{_TYPE_WORDS.title()})(?= )", lambda found: found.group().lower(), name)


def _level(issuer, text):
    words = issuer.removeprefix("Chủ tịch ")
    if _PARTY.match(words) or "đảng" in words.lower():
        return "other"
    if not words.lower().startswith((_COMMITTEE_WORDS.lower(), "ubnd", "uỷ ban nhân dân")):
        return "department" if _DEPARTMENT.match(words) else "other"
    found = re.search(rf"\b(?P<type>{_TYPE_WORDS})\b", words.lower())
    if found is None:
        return "other"
    return _LEVELS.get(found.group("type")) or _city_level(text)


def _city_level(text):
    """A "thành phố" is a province or a district; the bodies it writes to tell."""
    central = sum(len(_CENTRAL_CITY.findall(part)) for part in text)
    below = sum(len(_CITY_OF_PROVINCE.findall(part)) for part in text)
    return "province" if central >= below else "district"
