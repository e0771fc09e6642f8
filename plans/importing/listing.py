"""Tasks listed under a heading for each quarter or month → ITEMS pieces in the place of those headings."""

import re

from ..draft import Finding, LayoutDraft, SectionDraft
from ..kinds import ItemStyle, SectionKind
from .labelled_lines import lead_alike
from .labels import RANKS
from .list_headings import always_heading, list_heading, part_inline
from .main_headings import main_headings
from .markup import plain
from .nesting import look, nest
from .task_nodes import give_units, groups_of, item_of, leading_text

_CLOSING = re.compile(
    r"^(?:Trên đây|Quá trình|Trong quá trình"
    r"|(?:Yêu cầu|Đề nghị) (?:các|[Tt]hủ trưởng|toàn thể|cán bộ|lãnh đạo|Chủ tịch)\b"
    r".{0,600}?(?:nghiêm túc|thực hiện|Kế hoạch này)"
    r"|(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\b.{0,60}?(?:yêu cầu|đề nghị))"
)

_ON_ANNEXES = re.compile(r"\([^()]{0,60}phụ lục[^()]{0,60}\)\s*[.;]?$", re.IGNORECASE)


def gather_lists(pieces, draft):
    """Pieces in which the tasks below quarter headings have become items."""
    pieces, inline = part_inline(pieces)
    main = {id(pieces[i]) for i in main_headings(pieces)}
    gatherer, index = _Gatherer(draft, main), 0
    while index < len(pieces):
        heading = list_heading(pieces[index]) or (always_heading(pieces[index]) if gatherer.has_lists else None)
        if heading is None:
            gatherer.gathered.append(pieces[index])
            index += 1
            continue
        end = _end_of_list(pieces, index, inline)
        gatherer.take(heading, pieces[index], pieces[index + 1 : end], pieces[end : end + 1])
        index = end
    return gatherer.gathered


def _end_of_list(pieces, start, inline):
    """Up to the next piece beside or above the heading, the next quarter, a table or the closing sentence."""
    opening, first = pieces[start], pieces[start + 1] if start + 1 < len(pieces) else None
    flat = first is not None and look(first) == look(opening) and id(first) not in inline
    rank = RANKS.get(opening.kind, 5)
    for index in range(start + 1, len(pieces)):
        piece = pieces[index]
        if piece.kind in (SectionKind.ITEMS, SectionKind.ANNEX, SectionKind.SECTION) or list_heading(piece):
            return index
        if closes_text(piece) or _speaks_of_annexes(piece, pieces[index + 1 : index + 2]):
            return index
        beside = look(piece) == look(opening) and not flat and index > start + (id(first) in inline)
        above = RANKS.get(piece.kind, 5) < rank and rank < RANKS[SectionKind.PARAGRAPH]
        if (beside and opening.kind != SectionKind.PARAGRAPH) or above or _leaves(piece, first, opening):
            return index
    return len(pieces)


def _leaves(piece, first, opening):
    """Below a heading without label, a title of higher rank than the tasks opens something else."""
    without_label = opening.kind == SectionKind.PARAGRAPH and piece is not first
    return without_label and piece.titled and RANKS.get(piece.kind, 5) < RANKS.get(first.kind, 5)


def closes_text(piece):
    """A sentence that ends the whole text ("Trên đây là …", "UBND … yêu cầu …") belongs to no task."""
    return piece.kind == SectionKind.PARAGRAPH and bool(_CLOSING.match(plain(piece.text)))


def _speaks_of_annexes(piece, following):
    """ "(Kèm theo Phụ lục I, II)." at the end of a section belongs to no task."""
    at_end = not following or following[0].kind in (SectionKind.SECTION, SectionKind.ANNEX)
    return at_end and piece.kind == SectionKind.PARAGRAPH and bool(_ON_ANNEXES.match(plain(piece.text)))


def _introduces_table(below, following):
    """A sentence between the heading of a quarter and the table of its tasks."""
    table = following and following[0].layout and following[0].layout.style == ItemStyle.TABLE
    return bool(table) and len(below) == 1 and below[0].kind == SectionKind.PARAGRAPH


class _Gatherer:
    """Takes list after list; all quarters that follow one another make one ITEMS piece."""

    def __init__(self, draft, main):
        self.draft, self.main, self.gathered = draft, main, []
        self.waiting = None  # the heading of a quarter whose months follow, and its piece

    def take(self, heading, opening, below, following):
        """Items of one quarter go into the list that stands right above, or open a new one."""
        if below and _introduces_table(below, following):
            self.gathered += [opening, *below]
            return
        if not below and not self._months_follow(heading, opening, following):
            listed = self._open_list()
            if listed is None:
                self.gathered.append(opening)  # "Quý I" with nothing below it stays a line of text
            return
        if not below:
            return
        if heading.several:
            self._keep_heading(opening)
        elif id(opening) in self.main:
            self.gathered.append(opening)  # "II. NHIỆM VỤ QUÝ I" is a heading of the whole plan
        quarter = heading if self.waiting is None or not heading.month else self.waiting[0]
        nodes = nest(below)
        leading = leading_text(nodes)
        for node in nodes[:leading]:
            self._unplaced(node.piece)
        for title, tasks in groups_of(nodes[leading:], in_quarter=True):
            if title is not None:
                self.gathered.append(title)
            if tasks:
                items = [item_of(node, self.draft, quarter=heading.quarter, month=heading.month) for node in tasks]
                give_units(items, title)
                lead_alike(items)
                self._add(quarter, opening, items, new=heading.several or title is not None, month=bool(heading.month))

    @property
    def has_lists(self):
        """Has a list for a quarter or month been gathered?"""
        return any(map(_is_list, self.gathered[-3:]))

    def _keep_heading(self, opening):
        self.gathered.append(opening)
        message = f"“{plain(opening.text)[:60]}” không phải của một quý; nhiệm vụ bên dưới chưa xếp vào quý nào."
        self.draft.findings.append(Finding("warning", message, opening.lines[0]))

    def _months_follow(self, heading, opening, following):
        """A quarter without tasks of its own right above the first of its months."""
        month = following and list_heading(following[0])
        if heading.month or heading.several or not month or not month.month:
            return False
        self.waiting = (heading, opening)
        return True

    def _add(self, quarter, opening, items, *, new, month):
        listed = None if new else self._open_list()
        if listed is None:
            self._note_letters(items, opening)
            listed = SectionDraft(SectionKind.ITEMS, layout=_layout(quarter, items), lines=opening.lines)
            self.gathered.append(listed)
        elif not month and quarter.template != listed.layout.quarter_heading:
            message = f"Tiêu đề “{opening.text}” khác các quý trước; khi in sẽ theo mẫu chung."
            self.draft.findings.append(Finding("note", message, opening.lines[0]))
        listed.items += items
        listed.lines = (listed.lines[0], items[-1].lines[1])

    def _open_list(self):
        return self.gathered[-1] if self.gathered and _is_list(self.gathered[-1]) else None

    def _note_letters(self, items, opening):
        if items[0].label and not items[0].label[0].isdigit():
            message = "Nhiệm vụ đánh chữ a), b) trong văn bản; khi in sẽ thành gạch đầu dòng."
            self.draft.findings.append(Finding("note", message, opening.lines[0]))

    def _unplaced(self, piece):
        self.draft.unplaced.append(f"{piece.lines[0]}: {piece.text}")
        message = f"Câu mở đầu trước danh sách nhiệm vụ chưa có chỗ: “{piece.text[:80]}”."
        self.draft.findings.append(Finding("warning", message, piece.lines[0]))


def _is_list(piece):
    return piece.kind == SectionKind.ITEMS and piece.layout.style != ItemStyle.TABLE


def _layout(heading, items):
    numbered = items and items[0].label and items[0].label[0].isdigit()
    style = ItemStyle.NUMBERED if numbered else ItemStyle.BULLETS
    return LayoutDraft(style, heading.template or "Quý {quarter}", units_title="")
