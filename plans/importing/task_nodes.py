"""Trees of pieces → items: which piece is a task with its sub-points, and which is the title of a group of tasks."""

import re

from ..draft import ItemDraft, UnitDraft
from ..kinds import SectionKind
from .item_deadlines import set_deadline
from .item_units import take_units
from .labelled_lines import is_statement, take_labelled
from .markup import plain
from .nesting import Node
from .subjects import titled_units

_GROUP_NOUN = re.compile(
    r"(?:các\s+|những\s+|về\s+)?(?:công tác|lĩnh vực|đối với|nhiệm vụ|hoạt động|nội dung|phong trào|khối|cấp|nhóm)\b"
    r"|về\s",
    re.IGNORECASE,
)
_ENUMERATES = re.compile(r"(?:sau|gồm|như|là|cụ thể|nội dung)(?: đây| sau)?\s*:$", re.IGNORECASE)
_PHASE = re.compile(r"(?:Đợt|Giai đoạn)\s+(?:\d|[IVX]+\b|thứ\b)")  # "Đợt 1: Từ 05/9 đến 20/11", its tasks below
_GROUP_LENGTH = 200


def groups_of(nodes, *, in_quarter=False):
    """The nodes as pairs (title or None, task nodes) in order; titles of titles come with no tasks of their own."""
    groups = [(None, [])]
    as_groups = _are_groups(nodes, in_quarter)
    for node in nodes:
        if as_groups and _is_group(node, in_quarter):
            groups.append((node.piece, []))
            inner = groups_of(node.children, in_quarter=in_quarter)
            if inner and inner[0][0] is None:
                groups[-1][1].extend(inner.pop(0)[1])
            groups += [*inner, (None, [])]
        else:
            groups[-1][1].append(node)
    return [group for group in groups if group[0] is not None or group[1]]


def _are_groups(nodes, in_quarter):
    """Titles stand beside titles: among full sentences a short line with points below it is a task like them."""
    labelled = [node for node in nodes if node.piece.kind != SectionKind.PARAGRAPH]
    groups = sum(_is_group(node, in_quarter) for node in labelled)
    return groups > 0 and 2 * groups > len(labelled)


def _is_group(node, in_quarter):
    text = plain(node.piece.text)
    if not node.children or len(text) > _GROUP_LENGTH or any(is_statement(child.piece) for child in node.children):
        return False
    if _PHASE.match(text) and node.children[0].piece.kind != SectionKind.PARAGRAPH:
        return True
    if in_quarter or node.piece.kind == SectionKind.BULLET:
        titled = node.piece.titled or text.endswith(":")
        return titled and bool(_GROUP_NOUN.match(text)) and node.children[0].piece.kind != SectionKind.PARAGRAPH
    titled = node.piece.titled or node.piece.kind == SectionKind.SECTION
    return titled and not _ENUMERATES.search(text)


def give_units(items, title):
    """Tasks below a title that is a body's name ("1. Phòng Nội vụ") are that body's, if they name none themselves."""
    units = titled_units(plain(title.text)) if title is not None else []
    for item in items:
        item.units = item.units or [UnitDraft(unit.text, unit.role) for unit in units]


def leading_text(nodes):
    """How many paragraphs stand before the first labelled piece; none where nothing is labelled."""
    return next((i for i, node in enumerate(nodes) if node.piece.kind != SectionKind.PARAGRAPH), 0)


def item_of(node: Node, draft, *, quarter=None, month=""):
    """The item a node is: its text with all that stands below it, its units and its deadline."""
    piece, below = node.piece, list(node.below())
    text = "\n".join([piece.text, *(_sub_point(part) for part in below)])
    label = piece.label if piece.label and re.match(r"[^\W_]", piece.label) and piece.label != "o" else None
    lines = (piece.lines[0], below[-1].lines[1] if below else piece.lines[1])
    item = ItemDraft(text, quarter, label, lines=lines)
    take_labelled(item, draft)
    take_units(item, draft)
    if item.deadline is None:
        set_deadline(item, draft, month=month)
    return item


def _sub_point(piece):
    label = piece.label or ""
    if piece.kind == SectionKind.PARAGRAPH or not label:
        return piece.text
    if piece.kind == SectionKind.BULLET:
        return f"{label if label in '+*' else '-'} {piece.text}"
    return f"{label}{')' if piece.kind == SectionKind.POINT else '.'} {piece.text}"
