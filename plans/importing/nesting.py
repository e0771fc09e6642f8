"""Pieces in a flat order → a tree, by what their labels look like: the first of a new look stands below the last."""

import re
from dataclasses import dataclass, field

from ..draft import SectionDraft
from ..kinds import SectionKind
from .labels import RANKS


@dataclass
class Node:
    """A piece with what stands below it."""

    piece: SectionDraft
    children: list["Node"] = field(default_factory=list)

    def below(self):
        """All pieces below, in order."""
        for child in self.children:
            yield child.piece
            yield from child.below()


def look(piece):
    """What pieces of one level have in common: "I", "A", "Phần", "1", "1.1", "a", "(1)", or their mark."""
    label = piece.label or ""
    if piece.kind == SectionKind.SECTION:
        return _section_look(label)
    if piece.kind == SectionKind.SUBCLAUSE:
        return f"{piece.kind}{label.count('.')}"
    if piece.kind == SectionKind.POINT:
        return f"{piece.kind} {'digit' if label.isdigit() else len(label)}"
    return f"{piece.kind} {label}" if piece.kind == SectionKind.BULLET else str(piece.kind)


def _section_look(label):
    part = re.match(r"(?:phần|mục|chương)", label, re.IGNORECASE)
    if part:
        return part.group().lower()
    if not label:
        return "bare"
    return "letter" if re.fullmatch(r"[A-HĐ]", label) else "roman"


def nest(pieces):
    """The trees of `pieces`. A paragraph without label belongs to the piece above it."""
    roots, path = [], []  # the nodes that are open, outermost first, each with its look
    for piece in pieces:
        node = Node(piece)
        if piece.kind == SectionKind.PARAGRAPH:
            (path[-1][1].children if path else roots).append(node)
            continue
        _close(path, piece)
        (path[-1][1].children if path else roots).append(node)
        path.append((look(piece), node))
    return roots


def _close(path, piece):
    """Leave what `piece` does not stand in: up to its own look, or to what ranks above it."""
    looks = [open_look for open_look, _ in path]
    if look(piece) in looks:
        del path[looks.index(look(piece)) :]
        return
    while path and RANKS.get(path[-1][1].piece.kind, 5) > RANKS.get(piece.kind, 5):
        path.pop()
