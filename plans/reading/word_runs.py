"""A paragraph of a Word file → its pieces of text with their looks, as printed. Knows no tables and no lists."""

from dataclasses import dataclass, field
from itertools import groupby

from .word_styles import Look
from .word_symbols import as_letters, symbol
from .word_xml import W, is_page_field, text_boxes, unwrapped, value

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PRINTED = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PRINTED[f"{W}softHyphen"] = "\u00ad"  # ư in the old font TCVN3; anywhere else `clean` takes it away
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object"}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


@dataclass
class Piece:
    """A stretch of text in one look; tabs and line breaks stand in it."""

    text: str
    look: Look


@dataclass
class Runs:
    """What a paragraph holds: pieces, text boxes anchored in it, (kind, id) of notes, whether text was hidden."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: bool = False

    @property
    def text(self):
        return "".join(piece.text for piece in self.pieces)


def read_runs(paragraph, styles, style):
    """What stands in a paragraph of a style (its id, or None)."""
    reader = _RunReader(styles, style)
    for child in unwrapped(paragraph):
        if child.tag == f"{W}r":
            reader.run(child)
        elif not child.tag.startswith(W):
            reader.formula(child)
    reader.runs.pieces = _merged(reader.runs.pieces)
    return reader.runs


def _merged(pieces):
    same = groupby(pieces, key=lambda piece: piece.look)
    return [Piece("".join(piece.text for piece in group), look) for look, group in same]


class _RunReader:
    def __init__(self, styles, style):
        self.styles, self.style = styles, style
        self.runs = Runs()
        self.fields = []  # open fields: [instruction, whether text in it is printed]
        self.silent = 0  # how many of them print no text

    def run(self, run):
        look = self.styles.look(self.style, run.find(f"{W}rPr"))
        for child in unwrapped(run):
            if child.tag in _DRAWN:
                self.runs.boxes += text_boxes([child])
            elif child.tag in _NOTES:
                self.runs.notes.append((_NOTES[child.tag], child.get(f"{W}id", "")))
            elif child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif child.tag == f"{W}instrText" and self.fields and not self.fields[-1][0].strip():
                self.fields[-1][0] = child.text or ""  # its first word says what kind of field it is
            else:
                self._add(_text(child, look), look)

    def formula(self, element):
        """The letters of a formula, in their order."""
        self._add("".join(text.text or "" for text in element.iter(_MATH_TEXT)), Look())

    def _field(self, kind):
        if kind == "begin":
            self.fields.append(["", False])
            self.silent += 1
        elif kind == "separate" and self.fields and not self.fields[-1][1]:
            self.fields[-1][1] = not is_page_field(self.fields[-1][0])
            self.silent -= self.fields[-1][1]
        elif kind == "end" and self.fields:
            self.silent -= not self.fields.pop()[1]

    def _add(self, text, look):
        if self.silent or not text:
            return
        if look.hidden:
            self.runs.hidden = self.runs.hidden or bool(text.strip())
        else:
            self.runs.pieces.append(Piece(text, look))


def _text(child, look):
    """What an element of a run prints; breaks in the XML itself are spaces."""
    if child.tag == f"{W}t":
        text = (child.text or "").replace("\r", " ").replace("\n", " ")
        return as_letters(text, look.font or "")
    if child.tag == f"{W}sym":
        return _symbol(child)
    return _PRINTED.get(child.tag, "")


def _symbol(child):
    try:
        return symbol(int(child.get(f"{W}char", ""), 16), child.get(f"{W}font", ""))
    except ValueError:
        return ""


def style_of(paragraph):
    """The id of a paragraph's style, or None."""
    return value(paragraph.find(f"{W}pPr"), "pStyle")
