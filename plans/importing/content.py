"""Blocks of the body → the pieces of the plan, each with its kind; tables become lists of items."""

import re

from ..draft import Finding, SectionDraft
from ..kinds import SectionKind
from .blocks import Paragraph
from .grid import Table
from .labels import RANKS, split_label
from .main_headings import name_bare_headings
from .markup import plain
from .quarters import time_heading
from .table_heads import head_of
from .tables import read_table

_HEADING_LENGTH = 200
_NUMBERED = (SectionKind.CLAUSE, SectionKind.SUBCLAUSE, SectionKind.POINT)


def read_pieces(blocks, draft):
    """Sections in order; which numbered pieces are headings is settled by what follows them."""
    pieces, emphasised = [], set()
    for block in merge_tables(blocks):
        if isinstance(block, Table):
            pieces += read_table(block, draft, _heading_above(pieces)) or _as_paragraphs(block, draft)
            continue
        if block.emphasised:
            emphasised.add(len(pieces))
        pieces.append(_piece(block))
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        piece.titled = piece.titled or _is_title(piece, following, emphasised=index in emphasised)
    return name_bare_headings(pieces, emphasised)


def merge_tables(blocks):
    """Tables with nothing between them are one, cut by page breaks, if the second has the same titles or none."""
    merged = []
    for block in blocks:
        above = merged[-1] if merged else None
        if isinstance(above, Table) and isinstance(block, Table) and _goes_on(above, block):
            above.rows += block.rows
        else:
            merged.append(block)
    return merged


def _goes_on(above, table):
    """Has the second table the same columns, or no titles and as many columns?"""
    if above.width != table.width:
        return False
    head, titled = head_of(table), head_of(above)
    if head is None:
        return titled is not None or not above.width
    return titled is not None and head.columns == titled.columns and not head.above


def _heading_above(pieces):
    """The quarter or month whose heading stands right above a table, at most one sentence between."""
    for piece in reversed(pieces[-2:]):
        heading = time_heading(piece.text, titled=piece.kind in (*_NUMBERED, SectionKind.SECTION))
        if heading or piece.kind != SectionKind.PARAGRAPH:
            return heading
    return None


def _piece(block: Paragraph):
    labelled = split_label(block.text)
    return SectionDraft(labelled.kind, labelled.text, label=labelled.label, lines=block.lines)


def _is_title(piece, following, *, emphasised):
    """A numbered piece is a heading where it is short, ends no sentence and something deeper stands below it."""
    if piece.kind not in _NUMBERED or len(piece.text) > _HEADING_LENGTH or following is None:
        return False
    text = plain(piece.text)
    if re.search(r"[.;,!?/]$", text) and not emphasised:
        return False
    below = following.kind == SectionKind.ITEMS or RANKS.get(following.kind, 5) > RANKS[piece.kind]
    return below and not (following.kind == SectionKind.PARAGRAPH and text.endswith(":") and len(text) > 60)


def _as_paragraphs(table, draft):
    """A table that lists no tasks keeps its words, one paragraph a row, and is reported."""
    message = "Bảng này không có cột nội dung nhiệm vụ; các ô được giữ thành đoạn văn."
    draft.findings.append(Finding("warning", message, table.lines[0]))
    texts = (
        (" | ".join(" ".join(cell.split()) for cell in row.cells if cell.strip()), row.lines) for row in table.rows
    )
    return [SectionDraft(SectionKind.PARAGRAPH, text, lines=lines) for text, lines in texts if text]
