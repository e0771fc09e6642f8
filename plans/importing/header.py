"""The head of a plan: authority lines, number, place and date, type and subject."""

import re
from datetime import date

from ..draft import Finding
from .markup import is_rule, plain, tidy
from .regions import same_line_subject

_NUMBER = re.compile(
    r"\bS[ốó]\s?[:.]?\s*(?P<number>\d{0,5}[a-z]?)(?P<gap>[\s.…_]*)(?P<join>[/-])\s*"
    r"(?P<symbol>[A-ZĐ][A-ZĐa-zđ]{0,6}\s?[-/–]\s?[A-ZĐƯÂÊÔƠĂ][\wĐđ&./-]*)"
)
_DATE = re.compile(
    r"(?P<place>[^,"
    r"|\t]{2,60}?)\s*,\s*(?P<words>ngày(?P<day>[\s\d.…_]*)tháng(?P<month>[\s\d.…_]*)năm\s*(?P<year>[\d.…_]*))",
    re.IGNORECASE,
)
_MOTTO = re.compile(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|độc\s+lập\s*[-–—]\s*tự\s+do(?:\s*[-–—]\s*hạnh\s+phúc)?"
    r"|đảng\s+cộng\s+sản\s+việt\s+nam",
    re.IGNORECASE,
)
_LATE_LINES = 4  # lines of the body in which the number or date may still stand
_DRAFT_MARK = re.compile(r"^\(?dự thảo", re.IGNORECASE)


def read_head(draft, regions):
    """Fill the head of `draft`. Every line of it stays in `draft.head_lines`; what says nothing to us is reported."""
    names = []
    for line in regions.head:
        if not plain(line.text) or is_rule(plain(line.text)):
            continue
        draft.head_lines.append(plain(tidy(line.text)))
        for cell in _cells(line.text):
            _read_cell(draft, cell, line.number, names)
    _place_names(draft, names)
    _read_type(draft, regions)


def take_late_lines(draft, lines):
    """The lines of a body without those first ones that are nothing but the plan's own number or date.

    Called where the head itself has none; a number inside a sentence is that of a cited document.
    """
    first = [line for line in lines if line.text][:_LATE_LINES]
    late = {line.number for line in first if _is_number_or_date(plain(tidy(line.text)))}
    for line in first:
        if line.number in late:
            draft.head_lines.append(plain(tidy(line.text)))
            for cell in _cells(line.text):
                _read_cell(draft, cell, line.number, [])
    return [line for line in lines if line.number not in late]


def _is_number_or_date(text):
    rest = _without_number(text)
    rest = _DATE.sub("", rest, count=1)
    return rest != text and not re.search(r"\w", rest)


def _cells(text):
    """The parts of a line set in two columns: by tabs, a table's bars, or a run of spaces lost to one."""
    return [cell for cell in (plain(tidy(part)) for part in re.split(r"[\t|]", text)) if cell]


def _read_cell(draft, text, number, names):
    rest = _MOTTO.sub("\t", text)
    numbered, dated = _NUMBER.search(rest), _DATE.search(_without_number(rest))
    if numbered and draft.symbol is None:
        _set_number(draft, numbered, number)
    if dated and draft.month is None and draft.signed_year is None:
        _set_date(draft, dated)
    elif not numbered and rest == text and not is_rule(text):
        names.append((text, number))
    elif rest != text and _leading_name(rest):
        names.append((_leading_name(rest), number))


def _leading_name(rest):
    """The authority on a line that also carries the national motto: "UBND TỈNH X    CỘNG HÒA XÃ HỘI …"."""
    before = rest.split("\t")[0].strip()
    return before if before and before == before.upper() else ""


def _without_number(text):
    found = _NUMBER.search(text)
    return text[: found.start()] + text[found.end() :] if found else text


def _set_number(draft, found, line):
    draft.number = found.group("number") or None
    draft.symbol = re.sub(r"\s|–", lambda m: "-" if m.group() == "–" else "", found.group("symbol")).strip(".,")
    if draft.number and found.group("gap").strip(" ") == "" and found.group("gap"):
        message = f"Giữa số “{draft.number}” và dấu “/” có khoảng trắng; khi in sẽ viết liền."
        draft.findings.append(Finding("note", message, line))


def _set_date(draft, found):
    draft.place = found.group("place").strip(" .-*")
    draft.day, draft.month = _int(found.group("day")), _int(found.group("month"))
    draft.signed_year = _int(found.group("year"))


def _int(text):
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits and 0 < int(digits) < 10000 else None


def _place_names(draft, names):
    """Lines above the number: the last is the issuer, or its last two where a body and its place are on two lines."""
    lines = [(text, number) for text, number in names if not _DRAFT_MARK.match(text)]
    capitals = [(text, number) for text, number in lines if text == text.upper() and not text.isdigit()]
    for text, number in lines:
        if (text, number) not in capitals:
            draft.unplaced.append(f"{number}: {text}")
            draft.findings.append(
                Finding("warning", f"Chưa biết đặt dòng “{text[:60]}” ở đầu văn bản vào đâu.", number)
            )
    words = [text for text, _ in capitals]
    if len(words) >= 2 and not _continues_name(words[-1], words[-2]):
        draft.superior, words = " ".join(words[:-1]), words[-1:]
    elif len(words) > 2:
        draft.superior, words = " ".join(words[:-2]), words[-2:]
    draft.issuer_lines = words


_PLACE_OPENING = re.compile(
    r"^(?:TỈNH|THÀNH PHỐ|TP\.?|QUẬN|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|THI ĐUA|KHEN THƯỞNG|VÀ |- )"
)


def _continues_name(line, above):
    """ "QUẬN …" continues "ỦY BAN NHÂN DÂN" above it; "SỞ NỘI VỤ" below "UBND TỈNH …" is a body of its own."""
    return bool(_PLACE_OPENING.match(line)) or above.endswith((" VÀ", ",", "-"))


def _read_type(draft, regions):
    draft.doc_type = "KẾ HOẠCH"
    first = same_line_subject(regions.type_line.text) if regions.type_line else ""
    lines = [plain(tidy(line.text)) for line in regions.subject if not is_rule(plain(line.text))]
    draft.subject = " ".join(part for part in [first, *lines] if part).rstrip(" .")


def report_gaps(draft):
    """What a complete head has and this one lacks. A printed date that does not exist stays as printed."""
    missing = {
        "số": draft.number is None,
        "ký hiệu": draft.symbol is None,
        "địa danh": draft.place is None,
        "ngày": draft.day is None,
        "tháng": draft.month is None,
        "năm ban hành": draft.signed_year is None,
    }
    blank = [word for word, is_missing in missing.items() if is_missing]
    if blank:
        draft.findings.append(Finding("warning", f"Văn bản để trống hoặc không ghi: {', '.join(blank)}."))
    if not draft.subject:
        draft.findings.append(Finding("error", "Không thấy trích yếu dưới tên loại văn bản; hãy nhập trích yếu."))
    if draft.day and not _exists(draft):
        draft.findings.append(Finding("error", "Ngày ban hành ghi trên văn bản không có thật; hãy kiểm tra lại."))


def _exists(draft):
    try:
        return bool(date(draft.signed_year, draft.month, draft.day))
    except (TypeError, ValueError):
        return False
