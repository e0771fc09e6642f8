"""What a certificate says of its holder. Names are shown, never trusted: trust comes from the chain (trust.py)."""

from thiduakhenthuong.text import clean_line, search_key

# How numbers of persons and of bodies are written in Vietnamese certificates (UID=CCCD:…, UID=MST:…).
_PERSON_NUMBERS = ("cmnd", "cccd", "hc", "cmt", "bhxh")
_BODY_NUMBERS = ("mst", "mns", "mqhns", "mdd")
_BODY_WORDS = (
    "uy ban", "ubnd", "hoi dong", "so", "ban", "van phong", "phong", "cuc", "chi cuc", "tong cuc", "vu", "trung tam",
    "truong", "bo", "vien", "thanh tra", "tinh uy", "thanh uy", "dang uy", "cong an", "kho bac",
)  # fmt: skip


def subject(certificate):
    """Names of the holder by kind, each a list of cleaned texts."""
    names = {}
    for kind, value in certificate.subject.native.items():
        names[kind] = [clean_line(str(each))[:200] for each in (value if isinstance(value, list) else [value])]
    return names


def holder(certificate):
    """The name the certificate was made out for."""
    names = subject(certificate)
    return next((names[kind][0] for kind in ("common_name", "organization_name", "user_id") if names.get(kind)), "")


def organisation(certificate):
    """The body the holder belongs to, from the smallest named to the largest."""
    names = subject(certificate)
    parts = [*names.get("organizational_unit_name", []), *names.get("organization_name", [])]
    own = holder(certificate)
    return ", ".join(part for part in dict.fromkeys(parts) if part and part != own)


def is_of_organisation(certificate):
    """Whether it was made out for a body, not for a person."""
    names = subject(certificate)
    numbers = [search_key(each) for each in names.get("user_id", [])]
    if any(number.startswith(_PERSON_NUMBERS) for number in numbers) or {"surname", "given_name"} & names.keys():
        return False
    if any(number.startswith(_BODY_NUMBERS) for number in numbers) or "organization_identifier" in names:
        return True
    own = search_key(holder(certificate))
    named = [search_key(each) for each in names.get("organization_name", [])]
    return own in named or own.startswith(tuple(f"{word} " for word in _BODY_WORDS))
