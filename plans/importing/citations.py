"""Documents a plan rests on: the căn cứ before its first heading, and citations whose type and symbol disagree."""

import re
from dataclasses import dataclass
from datetime import date

from ..draft import Finding
from ..kinds import SectionKind
from .markup import plain, unwrap

_TYPES = (
    "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Chỉ thị|Quyết định|Thông tư liên tịch|Thông tư|Kế hoạch"
    "|Hướng dẫn|Công văn|Kết luận|Chương trình|Quy chế|Quy định|Đề án|Thông báo|Điều lệ|Tờ trình|Văn bản"
    "|Nghị quyết liên tịch"
)
# One document, or the beginning of one: after an opening verb, a separator, or "và" where a number follows.
_OPENER = re.compile(
    r"^(?:Căn cứ|Thực hiện|Để (?:triển khai )?thực hiện(?: tốt| có hiệu quả)?|Triển khai(?: thực hiện)?|Theo|Xét"
    r"|Trên cơ sở|Tiếp tục (?:triển khai )?thực hiện|Nhằm (?:triển khai |thực hiện )+(?:tốt |có hiệu quả )?)"
    r"(?:\s+(?:vào|theo|các))?\s*",
)
_BEGINNING = re.compile(
    rf"(?:^|(?P<sep>[;,]|\svà)\s+)(?P<verb>(?:căn cứ|thực hiện|và|theo)\s+)?(?:các\s+|những\s+)?(?:{_TYPES})(?=[\s,])"
    r"(?P<number>\s+số\s)?"
)
_NUMBER = re.compile(r",?\s*\bsố\s*:?\s*(?P<number>\d{1,5}[a-z]?(?:/\d{4})?\s?[-/]\s?[A-ZĐ][\wĐ&./-]*)")
_DATE = re.compile(
    r",?\s*(?:\bngày\s+)(?P<d>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<m>\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)(?P<y>\d{4})"
)
_ISSUING = re.compile(
    r"(?:^|[,.;]\s+)"
    r"(?=(?:Chủ tịch|Ủy ban|Uỷ ban|UBND|Hội đồng|Sở|Phòng|Ban|Trường|Công an|Đảng ủy|Huyện ủy|Mặt trận|Hội|Đoàn)"
    r"[^,.;]{0,120}?\s(?:ban hành|xây dựng|đề ra|lập)\s+(?:Chương trình|[Kk]ế hoạch))"
)
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
    """The documents cited before the first heading, in order."""
    return [citation for section in preamble(sections) for citation in _cited_in(plain(section.text))]


def _cited_in(text):
    opened = _OPENER.match(text)
    if opened is None:
        return []
    text = _before_issuing(text[opened.end() :])
    beginnings = [found for found in _BEGINNING.finditer(text) if _is_beginning(found, text)]
    ends = [found.start() for found in beginnings[1:]] + [len(text)]
    return [_citation(text[found.start() : end], found) for found, end in zip(beginnings, ends, strict=False)]


def _before_issuing(text):
    """The part before "…, UBND huyện … xây dựng kế hoạch"."""
    found = _ISSUING.search(text)
    return text[: found.start()] if found else text


def _is_beginning(found, text):
    """After a comma a type without number begins a document only with "các" or where the last one has its issuer."""
    if not found.group("sep") or found.group("verb") or found.group("number") or found.group("sep") == ";":
        return found.group("sep") is None or found.group("sep").strip() != "và" or bool(found.group("number"))
    if found.group("sep").strip() == "và":
        return False
    before = text[max(0, found.start() - 200) : found.start()]
    last = before[max(before.rfind(","), before.rfind(";")) + 1 :]
    return " của " in last or bool(re.match(r"[,;]\s+(?:các|những)\s", found.group()))


def _citation(text, found):
    text = re.sub(r"^[\s,;]*(?:và\s+)?(?:(?:căn cứ|thực hiện|theo|và)\s+)?", "", text).strip()
    number, day = _NUMBER.search(text), _DATE.search(text)
    for part in sorted(filter(None, [number, day]), key=lambda m: m.start(), reverse=True):
        text = text[: part.start()] + text[part.end() :]
    title = re.sub(r"\s+,|,(?=\s+của\s)", "", " ".join(text.split())).strip(" .;,:")
    return Citation(title, _bare(number), _day(day))


def _bare(number):
    return number.group("number").replace(" ", "").rstrip(".,;/-") if number else None


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
