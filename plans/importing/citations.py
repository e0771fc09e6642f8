"""Documents a plan rests on: the căn cứ before its first heading, and citations whose type and symbol disagree."""

import re
from dataclasses import dataclass
from datetime import date

from ..draft import Finding
from ..kinds import SectionKind
from .markup import plain, unwrap

_TYPES = (
    "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết liên tịch|Nghị quyết|Nghị định|Chỉ thị|Quyết định|Thông tư liên tịch"
    "|Thông tư|Kế hoạch|Hướng dẫn|Công văn|Kết luận|Chương trình|Quy chế|Quy định|Đề án|Thông báo|Điều lệ|Tờ trình"
    "|Văn bản|Công điện|Thông tri|Quy ước|Báo cáo|Lời kêu gọi"
)
_SMALL_TYPES = "|".join(name[0].lower() + name[1:] for name in _TYPES.split("|"))
_NUMBER_WORDS = r"\d{1,5}[a-zđ]?(?:/\d{4})?\s?[-/]\s?[A-ZĐ][\wĐ&.]*(?:\s?[-/–]\s?[A-ZĐ][\wĐ&.]*){0,4}"
# One document, or the beginning of one: after an opening verb, a separator, or "và" where a number follows.
_OPENER = re.compile(
    r"^[\s\-–+•]*(?:Căn cứ|Thực hiện|(?:Để|Nhằm) (?:tiếp tục |tổ chức |triển khai |thực hiện |cụ thể hóa |hoàn thành )+"
    r"(?:tốt |có hiệu quả |thắng lợi |hiệu quả |kịp thời )*|Triển khai(?: thực hiện)?|Theo|Xét|Thi hành|Chấp hành"
    r"|Trên cơ sở|Tiếp tục (?:triển khai |thực hiện |cụ thể hóa )+)"
    r"(?:\s*(?:vào|theo|các|:))?\s*",
)
_SEPARATOR = r"(?:^|(?P<sep>[;,.:]|\svà|\scùng với|\skèm theo)\s+)"
_VERB = r"(?P<verb>(?:[Cc]ăn cứ(?: vào)?|[Tt]hực hiện|và|[Tt]heo)\s+(?:các |những )?)?"
_BEGINNING = re.compile(
    rf"{_SEPARATOR}{_VERB}(?:[-–+]\s*)?(?:các\s+|những\s+)?(?P<type>{_TYPES}|(?:{_SMALL_TYPES}))(?=[\s,])"
    r"(?P<number>(?:\s+liên tịch)?\s+(?:số\s*:?\s*)?\d{1,5}[a-zđ]?\s?[-/]|\s+số\s)?"
)
_NUMBER = re.compile(
    rf",?\s*(?:\bsố\s*:?\s*(?P<number>{_NUMBER_WORDS}|\d{{1,5}}\s(?=[A-ZĐ]{{2}})[A-ZĐ]+/[\wĐ]+)"
    rf"|(?<=\s)(?P<bare>{_NUMBER_WORDS}))"
)
_DATE = re.compile(
    r",?\s*(?<!từ )(?<!từ)(?<!đến )(?:\bngày\s+)(?P<d>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<m>\d{1,2})"
    r"(?:\s?[/.-]\s?|,?\s+năm\s+)(?P<y>\d{4})"
)
_ISSUING = re.compile(
    r"(?:^|[,.;]\s+)"
    r"(?=(?:Chủ tịch|Ủy ban|Uỷ ban|UBND|Hội đồng|Sở|Phòng|Ban|Trường|Công an|Đảng ủy|Huyện ủy|Mặt trận|Hội|Đoàn"
    r"|Cụm|Khối|Liên đoàn|Công đoàn|Trung tâm|Bệnh viện|Chi bộ|Chi cục|Cục|Văn phòng|Đảng bộ|Tỉnh|Nay|nay|Nhà trường)"
    r"[^,.;]{0,140}?\s(?:ban hành|xây dựng|đề ra|lập|triển khai|tổ chức)\s+(?:[Cc]hương trình|[Kk]ế hoạch|thực hiện))"
)
# A document named with its number in any sentence before the first heading.
_NUMBERED = re.compile(rf"(?P<type>{_TYPES}|(?:{_SMALL_TYPES}))\s+(?:liên tịch\s+)?(?:số\s*:?\s*)?{_NUMBER_WORDS}")
# "…, số 152/2025/NĐ-CP": a further document of the type named before.
_FURTHER = re.compile(r"(?:[;,]|\svà)\s+(?=số\s*:?\s*\d{1,5}[a-zđ]?(?:/\d{4})?\s?[-/]\s?[A-ZĐ])")
_FIRST_TYPE = re.compile(rf"{_TYPES}|(?:{_SMALL_TYPES})")
_SYMBOLS = {
    "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Kế hoạch": "KH", "Nghị định": "NĐ", "Thông tư": "TT",
    "Hướng dẫn": "HD", "Kết luận": "KL", "Thông báo": "TB", "Tờ trình": "TTr", "Báo cáo": "BC", "Đề án": "ĐA",
}  # fmt: skip
_CITED = re.compile(
    rf"(?P<type>{'|'.join(_SYMBOLS)}) số\s*:?\s*"
    r"(?P<number>\d{1,5}(?:/\d{4})?[-/](?P<symbol>[A-ZĐ][A-ZĐa-z]{0,4})[-/][\wĐ-]+)"
)


@dataclass(frozen=True)
class Citation:
    """A cited document: title without number and date, its number as printed, its day."""

    title: str
    number: str | None = None
    day: date | None = None


def preamble(sections):
    """The pieces before the first heading or list."""
    return sections[: next((i for i, s in enumerate(sections) if not _is_running(s)), len(sections))]


def _is_running(section):
    return section.kind in (SectionKind.BASIS, SectionKind.PARAGRAPH, SectionKind.BULLET) and not section.titled


def mark_bases(pieces, draft):
    """Two or more lines that open with "Căn cứ" before the first heading are a list of them (NĐ 30/2020, ô số 6)."""
    lines = [piece for piece in preamble(pieces) if unwrap(piece.text).startswith("Căn cứ")]
    if len(lines) < 2:
        return
    for piece in lines:
        piece.kind, piece.label, text = SectionKind.BASIS, None, unwrap(piece.text)
        if not text.endswith((";", ".")) and not (piece is lines[-1] and text.endswith(",")):
            message = f"Dòng căn cứ thiếu dấu chấm phẩy: “{text[:60]}”."
            draft.findings.append(Finding("note", message, piece.lines[0]))
        piece.text = text.rstrip(" ;.,")


def legal_bases(sections):
    """The documents cited before the first heading, in order; one that is named again counts once."""
    cited = [citation for section in preamble(sections) for citation in _cited_in(plain(section.text))]
    first = {citation.number: index for index, citation in reversed(list(enumerate(cited)))}
    return [citation for i, citation in enumerate(cited) if citation.number is None or first[citation.number] == i]


def _cited_in(text):
    opened = _OPENER.match(text)
    if opened is None:
        return [_citation(text[at:end]) for at, end in _spans([f.start() for f in _NUMBERED.finditer(text)], text)]
    text = _before_issuing(text[opened.end() :])
    proposal = _PROPOSAL.match(text)
    if proposal:
        return _cited_in(f"Căn cứ {text[proposal.end() :]}")
    beginnings = [found for found in _BEGINNING.finditer(text) if _is_beginning(found, text)]
    spans = _spans([found.start() for found in beginnings], text)
    return [citation for at, end in spans for citation in _of_one_type(text[at:end])]


def _of_one_type(text):
    """One citation, or several of a type named once: "các Nghị định số 98/2023/NĐ-CP, số 152/2025/NĐ-CP"."""
    first, *others = _FURTHER.split(text)
    kind = _FIRST_TYPE.search(first)
    return [_citation(first), *(_citation(f"{kind.group() if kind else ''} {other}") for other in others)]


def _spans(starts, text):
    return list(zip(starts, [*starts[1:], len(text)], strict=True)) if starts else []


def _before_issuing(text):
    """The part before "…, UBND huyện … xây dựng kế hoạch"."""
    found = _ISSUING.search(text)
    return text[: found.start()] if found else text


def _is_beginning(found, text):
    """After a comma a type without number begins a document only with "các" or where the last one has its issuer."""
    separator, numbered = (found.group("sep") or "").strip(), bool(found.group("number"))
    if found.group("type")[0].islower() and not numbered and not found.group("verb"):
        return not separator
    if not separator or separator == ";" or numbered:
        return True
    if separator != ",":
        return separator == "." and bool(found.group("verb"))
    if found.group("verb"):
        return True
    before = text[max(0, found.start() - 200) : found.start()]
    last = before[max(before.rfind(","), before.rfind(";")) + 1 :]
    return " của " in last or bool(re.match(r"[,;]\s+(?:các|những)\s", found.group()))


def _citation(text):
    text = _LEADING.sub("", text).strip()
    number, day = _NUMBER.search(text), _DATE.search(text)
    for part in sorted(filter(None, [number, day]), key=lambda m: m.start(), reverse=True):
        text = text[: part.start()] + text[part.end() :]
    title = re.sub(r"\s+,|,(?=\s+của\s)", "", " ".join(text.split())).strip(" .;,:-–")
    return Citation(title, _bare(number), _day(day))


_LEADING = re.compile(
    r"^[\s,;.]*(?:và\s+|cùng với\s+|kèm theo\s+)?(?:(?:căn cứ(?: vào)?|thực hiện|theo|và)\s+)?[-–+\s]*", re.IGNORECASE
)
_PROPOSAL = re.compile(
    r"(?:đề nghị|ý kiến|sự chỉ đạo|chỉ đạo)\s[^,;]{0,150}?\s(?:tại|theo)\s+(?:các\s+)?(?=[A-ZĐa-zđ])"
)


def _bare(number):
    if number is None:
        return None
    printed = number.group("number") or number.group("bare")
    return re.sub(r"\s*([-/–])\s*", r"\1", printed).replace("–", "-").rstrip(".,;/-")


def _day(found):
    try:
        return date(int(found.group("y")), int(found.group("m")), int(found.group("d"))) if found else None
    except ValueError:
        return None


def check_symbols(text, line, findings):
    """Report citations such as "Kế hoạch số 05/CT-…" whose symbol belongs to another type of document."""
    for found in _CITED.finditer(plain(text)):
        kind, symbol = found.group("type"), found.group("symbol")
        if symbol != _SYMBOLS[kind] and symbol in _SYMBOLS.values():
            cited = f"“{kind} số {found.group('number')}”: ký hiệu không phải của {kind.lower()}."
            findings.append(Finding("warning", f"{cited} Giữ nguyên như văn bản; hãy kiểm tra.", line))
