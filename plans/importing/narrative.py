"""Plans without table and without quarters: the numbered paragraphs or bullets below "NỘI DUNG" are the items."""

import re

from ..draft import Finding, LayoutDraft, SectionDraft
from ..kinds import ItemStyle, SectionKind
from .content import main_headings
from .listing import closes_text, read_list
from .markup import plain

_CONTENT = re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động", re.IGNORECASE)
_NOT_CONTENT = re.compile(
    r"mục đích|yêu cầu|tổ chức thực hiện|mục tiêu|quan điểm|kinh phí|đánh giá|kết quả", re.IGNORECASE
)

_OPENING = (SectionKind.SECTION, SectionKind.ANNEX)


def gather_numbered(pieces, draft):
    """Pieces in which runs of paragraphs below headings of content sections have become items."""
    if any(piece.kind == SectionKind.ITEMS for piece in pieces):
        return pieces
    gathered, run, inside = [], [], False
    main = {id(pieces[i]) for i in main_headings(pieces)}
    for piece in [*pieces, None]:
        opens = piece is None or piece.titled or piece.kind in _OPENING or closes_text(piece)
        if inside and not opens:
            run.append(piece)
            continue
        gathered += _settled(run, draft)
        run = []
        if piece is not None:
            gathered.append(piece)
            inside = _is_content(piece) if id(piece) in main else inside and piece.kind != SectionKind.ANNEX
    return gathered


def _is_content(section):
    title = plain(section.text)
    return bool(_CONTENT.search(title)) and not _NOT_CONTENT.search(title)


def _settled(run, draft):
    """A run with its paragraphs in front kept and the labelled pieces after them as one list."""
    start = next((i for i, piece in enumerate(run) if piece.kind != SectionKind.PARAGRAPH), None)
    if start is None:
        return run
    items = read_list(run[start:], draft)
    style = ItemStyle.BULLETS if run[start].kind == SectionKind.BULLET else ItemStyle.NUMBERED
    if run[start].kind == SectionKind.POINT:
        message = "Nhiệm vụ đánh chữ a), b) trong văn bản; khi in sẽ đánh số theo mục chứa nó."
        draft.findings.append(Finding("note", message, run[start].lines[0]))
    lines = (run[start].lines[0], run[-1].lines[1])
    return [
        *run[:start],
        SectionDraft(SectionKind.ITEMS, items=items, layout=LayoutDraft(style, units_title=""), lines=lines),
    ]
