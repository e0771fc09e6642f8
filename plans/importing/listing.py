"""Tasks listed under a heading for each quarter → one ITEMS piece in the place of those headings."""

import re

from ..draft import Finding, ItemDraft, LayoutDraft, SectionDraft
from ..kinds import ItemStyle, SectionKind
from .item_deadlines import set_deadline
from .labelled_lines import take_labelled
from .labels import RANKS
from .markup import plain
from .quarters import TimeHeading, time_heading

_SUB_LABELS = ("+", "*")
_CLOSING = re.compile(
    r"^(?:Trên đây|Yêu cầu|Đề nghị|Quá trình|Trong quá trình"
    r"|(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân)\b.{0,60}?(?:yêu cầu|đề nghị))"
)


def gather_lists(pieces, draft):
    """Pieces in which the tasks below quarter headings have become items."""
    gathered, index = [], 0
    while index < len(pieces):
        heading = _heading(pieces[index])
        if heading is None:
            gathered.append(pieces[index])
            index += 1
            continue
        end = _end_of_list(pieces, index)
        _take_list(heading, pieces[index], pieces[index + 1 : end], gathered, draft)
        index = end
    return gathered


def _heading(piece) -> TimeHeading | None:
    if piece.kind in (SectionKind.ITEMS, SectionKind.BASIS):
        return None
    return time_heading(piece.text, titled=piece.titled or piece.kind == SectionKind.SECTION)


def _end_of_list(pieces, start):
    """Up to the next piece of the same or a higher rank, the next quarter, or a table."""
    rank = RANKS[pieces[start].kind]
    for index in range(start + 1, len(pieces)):
        piece = pieces[index]
        if piece.kind == SectionKind.ITEMS or piece.kind == SectionKind.ANNEX or _heading(piece):
            return index
        higher = RANKS.get(piece.kind, 5) <= rank and rank < RANKS[SectionKind.PARAGRAPH]
        if higher or piece.kind == SectionKind.SECTION or closes_text(piece):
            return index
    return len(pieces)


def closes_text(piece):
    """A sentence that ends the whole text ("Trên đây là …", "UBND … yêu cầu …") belongs to no task."""
    return piece.kind == SectionKind.PARAGRAPH and bool(_CLOSING.match(plain(piece.text)))


def _take_list(heading, opening, below, gathered, draft):
    """Items of one quarter go into the list that stands right above, or open a new one."""
    listed = gathered[-1] if gathered and _is_list(gathered[-1]) else None
    if not below and listed is None:
        gathered.append(opening)  # "Quý I" with nothing below it stays a line of text
        return
    items = read_list(below, draft, quarter=heading.quarter, month=heading.month)
    if listed is None:
        if items and items[0].label and not items[0].label[0].isdigit():
            message = "Nhiệm vụ đánh chữ a), b) trong văn bản; khi in sẽ thành gạch đầu dòng."
            draft.findings.append(Finding("note", message, opening.lines[0]))
        listed = SectionDraft(SectionKind.ITEMS, layout=_layout(heading, opening, items), lines=opening.lines)
        gathered.append(listed)
    elif heading.template != listed.layout.quarter_heading:
        message = f"Tiêu đề “{opening.text}” khác các quý trước; khi in sẽ theo mẫu chung."
        draft.findings.append(Finding("note", message, opening.lines[0]))
    listed.items += items
    listed.lines = (listed.lines[0], items[-1].lines[1] if items else opening.lines[1])


def _is_list(piece):
    return piece.kind == SectionKind.ITEMS and piece.layout.style != ItemStyle.TABLE


def _layout(heading, opening, items):
    numbered = items and items[0].label and items[0].label[0].isdigit()
    return LayoutDraft(ItemStyle.NUMBERED if numbered else ItemStyle.BULLETS, heading.template, units_title="")


def read_list(pieces, draft, *, quarter=None, month=""):
    """Items of pieces of one list: those of the first piece's kind; deeper ones become sub-points of theirs."""
    items, first = [], next((p for p in pieces if p.kind != SectionKind.PARAGRAPH), None)
    for piece in pieces:
        if first is None or _is_item(piece, first):
            items.append(([piece.text], piece))
        elif items:
            items[-1][0].append(_sub_point(piece))
            items[-1][1].lines = (items[-1][1].lines[0], piece.lines[1])
        else:
            _unplaced(piece, draft)
    return [_item(parts, piece, draft, quarter, month) for parts, piece in items]


def _is_item(piece, first):
    deeper_mark = piece.label in _SUB_LABELS and first.label not in _SUB_LABELS
    return piece.kind == first.kind and not deeper_mark


def _sub_point(piece):
    if piece.kind == SectionKind.PARAGRAPH:
        return piece.text
    mark = "-" if piece.kind == SectionKind.BULLET and piece.label != "+" else piece.label
    return f"{mark}{')' if piece.kind == SectionKind.POINT else ''} {piece.text}"


def _item(parts, piece, draft, quarter, month):
    label = piece.label if piece.label and re.match(r"\w", piece.label) else None
    item = ItemDraft("\n".join(parts), quarter, label, lines=piece.lines)
    take_labelled(item, draft)
    if item.deadline is None:
        set_deadline(item, draft, month=month)
    return item


def _unplaced(piece, draft):
    draft.unplaced.append(f"{piece.lines[0]}: {piece.text}")
    message = f"Câu mở đầu trước danh sách nhiệm vụ chưa có chỗ: “{piece.text[:80]}”."
    draft.findings.append(Finding("warning", message, piece.lines[0]))
