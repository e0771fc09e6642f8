"""What a person should look at in a draft that was read: gaps and mistakes of the source. Nothing is mended here."""

import itertools
import re
from itertools import pairwise

from thiduakhenthuong.dates import ROMAN_QUARTERS, quarter_period, quarter_words

from ..draft import Finding
from ..kinds import AssignmentRole, ItemStyle, SectionKind
from .citations import check_symbols
from .markup import plain

_ROMAN = {"I": 1, "V": 5, "X": 10}
_SCANNED = str.maketrans("l|", "II")  # what scanners make of Roman numbers
_ANNEX = re.compile(r"phụ\s+lục[^.;]{0,60}(?:kèm|đính)|(?:kèm|đính)[^.;]{0,40}phụ\s+lục", re.IGNORECASE)


def judge(draft):
    """Add findings on the content of `draft`, in the order of the source."""
    findings = draft.findings
    _numbering(draft.sections, findings)
    for section in draft.sections:
        check_symbols(section.text, section.lines[0] or None, findings)
        if section.kind == SectionKind.ITEMS:
            _item_numbers(section, findings)
            _quarter_order(section, findings)
            for item in section.items:
                _item(item, section, findings)
                _outside_year(item, _name(item), draft.year, findings)
    _whole(draft)
    findings.sort(key=lambda finding: finding.line or 0)


def mentions_annex(draft):
    """Does the text send the reader to an annex?"""
    return _line_of_mention(draft) is not None


def _line_of_mention(draft):
    """The line that sends the reader to an annex, or None."""
    body = (section for section in draft.sections if section.kind != SectionKind.ANNEX)
    return next((section.lines[0] for section in body if _ANNEX.search(plain(section.text))), None)


def _last_line_of_body(draft):
    body = itertools.takewhile(lambda section: section.kind != SectionKind.ANNEX, draft.sections)
    return max((section.lines[1] for section in body), default=0) or None


def has_annex(draft):
    return any(section.kind == SectionKind.ANNEX for section in draft.sections)


def _whole(draft):
    line = None if has_annex(draft) else _line_of_mention(draft)
    if line is not None:
        message = "Văn bản nhắc đến phụ lục nhưng không có phụ lục kèm theo."
        draft.findings.append(Finding("warning", message, line))
    if not draft.closing_mark:
        message = "Không có dấu “./.” kết thúc nội dung; khi in sẽ thêm."
        draft.findings.append(Finding("warning", message, _last_line_of_body(draft)))
    if not draft.items:
        draft.findings.append(Finding("warning", "Không tìm thấy nhiệm vụ nào trong văn bản."))
    if draft.year is None:
        message = "Không rõ kế hoạch của năm nào; hãy chọn năm."
        draft.findings.append(Finding("warning", message, about="year"))
    if _lacks_tm(draft):
        message = "Ủy ban nhân dân ban hành nhưng chữ ký không có “TM. ỦY BAN NHÂN DÂN”."
        draft.findings.append(Finding("warning", message, about="authority_lines"))


def _lacks_tm(draft):
    collective = (draft.issuer or "").startswith(("Ủy ban nhân dân", "UBND"))
    return collective and bool(draft.authority_lines) and not draft.authority_lines[0].startswith(("TM", "T/M"))


def _numbering(sections, findings):
    """Gaps in the labels as printed, each rank counted below the piece above it."""
    last = {}
    for section in sections:
        if section.kind == SectionKind.ANNEX:
            last = {}
        rank = {SectionKind.SECTION: 0, SectionKind.CLAUSE: 1}.get(section.kind)
        number = _ordinal(section.label) if rank is not None else None
        if rank == 0 and number is None:
            last = {}
            message = f"Mục “{section.label}. {section.text[:60]}” không đánh số La Mã; khi in sẽ đánh số La Mã."
            findings.append(Finding("note", message, section.lines[0]))
        if number is None:
            continue
        if section.label != section.label.translate(_SCANNED):
            message = f"Số mục “{section.label}” được hiểu là “{section.label.translate(_SCANNED)}”."
            findings.append(Finding("note", message, section.lines[0]))
        if number != last.get(rank, 0) + 1:
            message = f"Số thứ tự “{section.label}” không nối tiếp số trước nó; khi in sẽ đánh lại."
            findings.append(Finding("warning", message, section.lines[0]))
        last[rank] = number
        last = {kept: value for kept, value in last.items() if kept <= rank}


def _ordinal(label):
    """4 from "IV" or "4"; None for anything else."""
    if label and label.isdigit():
        return int(label)
    label = (label or "").translate(_SCANNED)
    if not label or set(label) - set(_ROMAN):
        return None
    values = [_ROMAN[sign] for sign in label]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _item_numbers(section, findings):
    labelled = [(item, item.label.rsplit(".")[-1]) for item in section.items if item.label]
    numbers = [(item, int(last)) for item, last in labelled if last.isdigit()]
    for (above, before), (item, number) in pairwise(numbers):
        restarts = number == 1 and item.quarter != above.quarter
        if number != before + 1 and not restarts:
            message = f"Nhiệm vụ số {item.label} đứng sau số {above.label}; khi in sẽ đánh lại."
            findings.append(Finding("warning", message, item.lines[0]))


def _quarter_order(section, findings):
    seen = [item.quarter for item in section.items if item.quarter]
    if seen != sorted(seen):
        at = next(item for item, after in pairwise(section.items) if (item.quarter or 0) > (after.quarter or 9))
        findings.append(Finding("warning", "Các quý không theo thứ tự I, II, III, IV; khi in sẽ xếp lại.", at.lines[1]))
    missing = [ROMAN_QUARTERS[q] for q in ROMAN_QUARTERS if seen and q not in seen]
    if missing:
        message = f"Không có nhiệm vụ nào trong Quý {', '.join(missing)}."
        findings.append(Finding("note", message, section.lines[0]))


def _name(item):
    return f"Nhiệm vụ {item.label}" if item.label else "Nhiệm vụ"


def _item(item, section, findings):
    line = item.lines[0] or None
    name = _name(item)
    if not item.text.strip():
        findings.append(Finding("error", f"{name} không có nội dung.", line))
    if section.layout.style == ItemStyle.TABLE and section.layout.units_title and not item.units:
        findings.append(Finding("warning", f"{name} không ghi đơn vị thực hiện.", line))
    if item.units_wording and item.units and item.units[0].role == AssignmentRole.LEAD:
        findings.append(Finding("note", f"{name}: cách ghi đơn vị “{item.units_wording[:80]}” được giữ nguyên.", line))
    _outside_quarter(item, name, line, findings)


def _outside_year(item, name, year, findings):
    """A deadline in another year than the plan's, where no quarter has told already."""
    deadline = item.deadline
    if year is None or item.quarter or deadline is None or deadline.end is None:
        return
    if deadline.end.year != year and (deadline.start is None or deadline.start.year != year):
        message = f"{name} có thời hạn “{deadline.raw}”, ngoài năm {year} của kế hoạch."
        findings.append(Finding("warning", message, item.lines[0] or None))


def _outside_quarter(item, name, line, findings):
    """A deadline that does not lie in the quarter the item stands in."""
    deadline = item.deadline
    if not (item.quarter and deadline and deadline.end):
        return
    start, end = quarter_period(deadline.end.year, item.quarter)
    if deadline.end > end or (deadline.start or deadline.end) < start:
        message = f"{name} thuộc {quarter_words(item.quarter)} nhưng có thời hạn “{deadline.raw}”."
        findings.append(Finding("warning", message, line))
