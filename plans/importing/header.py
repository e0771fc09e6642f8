"""The head of a plan: authority lines, number, place and date, type and subject."""

import re
from datetime import date

from ..draft import Finding
from .annex_starts import is_reference
from .cells import cells, fold
from .issuing_body import is_body, read_bodies
from .markup import is_rule, plain, tidy
from .national_header import is_rest_of_motto, without_motto
from .own_number import find_date, find_number, is_number_or_date
from .running_heads import is_picture
from .type_names import only_text, type_of

_LATE_LINES = 4  # lines of the body in which the number or date may still stand
_FEW = 3  # so many lines that name nobody are reported one by one
_LONGEST = 600  # a whole head on one line is no longer
_DRAFT_MARK = re.compile(r"\(?du thao")


def read_head(draft, regions):
    """Fill the head of `draft`. Every line of it stays in `draft.head_lines`; what says nothing to us is reported."""
    names = []
    for line in regions.head:
        if not plain(line.text) or is_rule(plain(line.text)):
            continue
        draft.head_lines += _printed(line)
        for cell in cells(line):
            names += [(text, line.number) for text in _read_cell(draft, cell, line.number)]
    _keep_decision(draft, regions.decision)
    _place_names(draft, names)
    _read_type(draft, regions)


def _printed(line):
    return [text for text in (plain(part) for part in tidy(line.text).split("\n")) if text]


def _keep_decision(draft, lines):
    if not lines:
        return
    draft.head_lines += [text for line in lines for text in _printed(line)]
    message = (
        "Kế hoạch được ban hành kèm theo một quyết định: số, ngày lấy của quyết định; "
        f"nội dung quyết định (dòng {lines[0].number}-{lines[-1].number}) không nhập thành mục."
    )
    draft.findings.append(Finding("note", message, lines[0].number))


def take_late_lines(draft, lines):
    """The lines of a body without those first ones that are nothing but the plan's own number or date, or "(Dự thảo)",
    "(Kèm theo Quyết định số …)". A number inside a sentence is that of a cited document.
    """
    first = [line for line in lines if line.text][:_LATE_LINES]
    late, reference = set(), False
    for line in first:
        text = plain(tidy(line.text))
        reference = is_reference(text) or (reference and not text[:1].isupper())
        if reference or is_number_or_date(text) or _DRAFT_MARK.match(fold(text)):
            late.add(line.number)
            draft.head_lines.append(text)
            for cell in [] if reference else cells(line):
                _read_cell(draft, cell, line.number)
        reference = reference and not text.endswith(")")
    return [line for line in lines if line.number not in late]


def _read_cell(draft, text, line):
    """Take number and date of a cell; returns the texts that may be names of bodies."""
    if is_rest_of_motto(text) or is_picture(text):
        return []
    if len(text) > _LONGEST:
        return [text]
    rest = without_motto(text)
    number = find_number(rest)
    if number:
        rest = number.rest
        if draft.symbol is None:
            _set_number(draft, number, line)
    parts = []
    for part in rest.split("\t"):
        dated = find_date(part)
        if dated:
            take_date(draft, dated)
        parts += (dated.rest if dated else part).split("\t")
    parts = [part.strip(" .*_") for part in parts]
    whole = len(parts) == 1
    return [part for part in parts if re.search(r"[^\W\d_]", part) and (whole or not _is_scrap(part))]


def _is_scrap(part):
    """What is left beside motto, number or date counts only as a body's name."""
    return not (part == part.upper() and len(part) > 3) and not is_body(part)


def take_date(draft, dated):
    """Set place and date where the draft has none yet; a date without a place gives way to one with a place."""
    if draft.place is None and (dated.place or (draft.month is None and draft.signed_year is None)):
        draft.place, draft.day, draft.month, draft.signed_year = dated.place, dated.day, dated.month, dated.year


def _set_number(draft, number, line):
    draft.number, draft.symbol = number.number, number.symbol
    if number.spaced:
        message = f"Giữa số “{number.number}” và dấu “/” có khoảng trắng; khi in sẽ viết liền."
        draft.findings.append(Finding("note", message, line))
    if number.year:
        message = f"Số ghi kèm năm “{number.number}/{number.year}”; chỉ nhập số, khi in không ghi năm."
        draft.findings.append(Finding("note", message, line))


def _place_names(draft, names):
    """The bodies named above the type; every other text is reported and kept."""
    texts = [text for text, _ in names if not _DRAFT_MARK.match(fold(text))]
    draft.superior, draft.issuer_lines, others = read_bodies(texts)
    found = [(text, next(number for name, number in names if text in name)) for text in others]
    draft.unplaced += [f"{line}: {text}" for text, line in found]
    if len(found) > _FEW:
        first, last = min(line for _, line in found), max(line for _, line in found)
        message = (
            f"{len(found)} dòng ở đầu văn bản (dòng {first}-{last}) không thuộc phần nào; được giữ ở phần chưa đặt."
        )
        draft.findings.append(Finding("note", message, first))
        return
    for text, line in found:
        draft.findings.append(Finding("warning", f"Chưa biết đặt dòng “{text[:60]}” ở đầu văn bản vào đâu.", line))


def _read_type(draft, regions):
    named = type_of(regions.type_line) if regions.type_line else None
    draft.doc_type = named.name if named else "KẾ HOẠCH"
    lines = [only_text(line) for line in regions.subject if not is_rule(plain(line.text))]
    draft.subject = " ".join(part for part in [named.rest if named else "", *lines] if part).rstrip(" .")


def report_gaps(draft):
    """What a complete head has and this one lacks. A printed date that does not exist stays as printed."""
    date_parts = {"ngày": draft.day, "tháng": draft.month, "năm ban hành": draft.signed_year}
    blank = {
        "number": [] if draft.number else ["số"],
        "symbol": [] if draft.symbol else ["ký hiệu"],
        "place": [] if draft.place else ["địa danh"],
        "date": [word for word, part in date_parts.items() if part is None],
    }
    for about, words in blank.items():
        if words:
            message = f"Văn bản để trống hoặc không ghi: {', '.join(words)}."
            draft.findings.append(Finding("warning", message, about=about))
    if not draft.subject:
        message = "Không thấy trích yếu dưới tên loại văn bản; hãy nhập trích yếu."
        draft.findings.append(Finding("error", message, about="subject"))
    if draft.day and not _exists(draft):
        message = "Ngày ban hành ghi trên văn bản không có thật; hãy kiểm tra lại."
        draft.findings.append(Finding("error", message, about="date"))


def _exists(draft):
    try:
        return bool(date(draft.signed_year, draft.month, draft.day))
    except (TypeError, ValueError):
        return False
