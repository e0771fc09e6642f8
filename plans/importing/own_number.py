"""The plan's own number, symbol, place and date as its head or foot prints them; never those of a cited document."""

import re
from dataclasses import dataclass

_SYMBOL = r"[A-ZĐ][A-ZĐa-zđ]{1,7}(?:\s?[-/–&.]\s?[A-ZĐƯÂÊÔƠĂ][\wĐđ&./–-]*)?"
_NUMBERED = (
    rf"(?P<number>\d{{0,5}}[a-zđ]?)(?P<year>/20\d\d)?(?P<gap>[\s.…_]*)(?P<join>[/-]|(?<=\s))\s*(?P<symbol>{_SYMBOL})"
)
_NUMBER = re.compile(rf"(?<!\w)S[ốóôòoồ6Ố]\s?[:.;]?[\s.…_]*{_NUMBERED}")  # "Sô", "S6": how scanners read "Số"
_BARE_NUMBER = re.compile(rf"\W{{0,3}}\s*{_NUMBERED}")  # ":  31 /KH-UBND", its "Số" lost
_BLANK = r"[\s\d.…_]{0,20}"
_DATE = re.compile(
    rf"(?:(?P<place>[^,;\t|]{{2,60}}?)\s*[,;]\s*)?\bngày(?P<day>{_BLANK})(?:tháng|/|-)(?P<month>{_BLANK})(?:năm|/|-)"
    r"\s*(?P<year>[\d.…_]{0,8})",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"^(?:thứ\s|chủ nhật)|/|[\"“]|\b(?:số|của|về|theo|luật|nghị định|nghị quyết|quyết định|kế hoạch|chỉ thị|công văn"
    r"|căn cứ)\b",
    re.IGNORECASE,
)
_CITING = re.compile(r"[a-zà-ỹ]\s*$")  # a small word in front: "Kế hoạch Số …" is a title of a document


@dataclass(frozen=True)
class OwnNumber:
    """Number (None where blank) and symbol, the text left without them, and what is unusual about the writing."""

    number: str | None
    symbol: str
    rest: str
    spaced: bool = False
    year: str = ""


@dataclass(frozen=True)
class OwnDate:
    """Place and the known parts of the date, and the text left without them."""

    place: str | None
    day: int | None
    month: int | None
    year: int | None
    rest: str


def find_number(text):
    """The number a text of the head states, or None."""
    found = _NUMBER.search(text)
    if found is None or _CITING.search(text[: found.start()]):
        found = _BARE_NUMBER.fullmatch(text)
        if found is None or not found.group("symbol").startswith(("KH", "CTr")):
            return None
    if not (found.group("number") or found.group("join")):  # "Số TT" is the title of a column
        return None
    gap = found.group("gap")
    return OwnNumber(
        number=found.group("number") or None,
        symbol=re.sub(r"\s", "", found.group("symbol").replace("–", "-")).rstrip(".,/-"),
        rest=text[: found.start()] + "\t" + text[found.end() :],
        spaced=bool(found.group("number") and gap and not gap.strip() and found.group("join")),
        year=(found.group("year") or "").removeprefix("/"),
    )


def find_date(text):
    """The date a text of the head states, or None; without a place only where the text is nothing else."""
    found = _DATE.search(text)
    if found is None:
        return None
    rest = text[: found.start()] + "\t" + text[found.end() :]
    place, before = _place_alone(found.group("place") or "")
    if (
        (place and not _is_place(place))
        or _CITING.search(text[: found.start()])
        or (not place and re.search(r"\w", rest))
    ):
        return None
    day, month, year = (_int(found.group(name)) for name in ("day", "month", "year"))
    return OwnDate(place or None, day, month, year, f"{before}\t{rest}")


def _is_place(place):
    return place[:1].isupper() and len(place.split()) <= 8 and not _NO_PLACE.search(place)


def _place_alone(place):
    """A place without the words in capitals a lost column break put in front of it: ("Hòa Sơn", "SỞ NỘI VỤ")."""
    words = place.strip(" .-*()").split()
    names = [i for i, word in enumerate(words) if word != word.upper() or re.match(r"T[PX]\.?$", word)]
    first = names[0] if names else 0
    return " ".join(words[first:]), " ".join(words[:first])


def _int(text):
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits and 0 < int(digits) < 10000 else None


def is_number_or_date(text):
    """Nothing but the number or the date, or both."""
    number = find_number(text)
    rest = number.rest if number else text
    dated = find_date(rest.strip())
    rest = dated.rest if dated else rest
    return bool(number or dated) and not re.search(r"\w", rest)
