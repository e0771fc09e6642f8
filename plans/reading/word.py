"""Word files (.docx) → lines: the body in reading order with its tables, then footnotes. Each part has its own module.

Read are accepted insertions, content controls, text boxes, results of fields and automatic numbers as printed. What is
not read (deletions, hidden text, contents, pictures, running headers) a finding tells.
"""

from .lines import LINE_LIMIT, Source, Unreadable
from .word_findings import findings_of, has_pictures
from .word_headers import first_header, is_head, running_words
from .word_lines import Paragraph, to_lines
from .word_numbering import Numbering
from .word_package import WordPackage
from .word_runs import read_runs, style_of
from .word_safety import BROKEN, EMPTY, ONLY_PICTURES, TOO_DEEP, TOO_LONG
from .word_styles import Styles
from .word_tables import cells, is_frame, rows_of
from .word_xml import W, is_on, unwrapped

_DEEPEST = 20  # tables or text boxes inside one another
_FEWEST_LETTERS = 40  # beside pictures; fewer are the stamp on a scan


def read_word(data, name):
    """The `Source` of a .docx file. Raises Unreadable: not safe, no Word document, broken, without text."""
    package = WordPackage(data, name)
    document = package.xml(package.main)
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise Unreadable(BROKEN.format(name=name))
    reader = _Reader(package, document)
    paragraphs = reader.read(body)
    _refuse_without_text(paragraphs, document, name)
    lines, encoding = to_lines(paragraphs, name)
    seen = {kind: paragraph and (paragraph.line or None) for kind, paragraph in reader.seen.items()}
    return Source(lines, findings_of(document, seen, reader.running_words()), encoding)


def _refuse_without_text(paragraphs, document, name):
    letters = sum(char.isalpha() for paragraph in paragraphs for char in paragraph.text)
    if letters < _FEWEST_LETTERS and has_pictures(document):
        raise Unreadable(ONLY_PICTURES.format(name=name))
    if not letters:
        raise Unreadable(EMPTY.format(name=name))


class _Reader:
    """Goes through the blocks of a document in order and gathers its paragraphs."""

    def __init__(self, package, document):
        self.package = package
        self.header = first_header(package, document)
        self.styles = Styles(self._part("styles"))
        self.numbering = Numbering(self._part("numbering"), self.styles)
        self.paragraphs, self.filled, self.tables = [], 0, 0
        self.notes = {}  # (kind, id) of footnotes and endnotes in the order they are referred to
        self.note_parts = {}  # kind → id → element
        self.seen = {}  # kind of finding → the first paragraph it concerns, or None

    def read(self, body):
        """The paragraphs of the document: its body, before it a header that holds the head, after it the notes."""
        header = self._header_paragraphs()
        self.blocks(body)
        texts = [paragraph.text for paragraph in self.paragraphs]
        if is_head([paragraph.text for paragraph in header]) and not is_head(texts):
            self.paragraphs = header + self.paragraphs
            self.seen["header"] = None
        for number, (kind, id_) in enumerate(list(self.notes), 1):
            self._note(number, kind, id_)
        return self.paragraphs

    def running_words(self):
        """What stands in headers and footers and was not read."""
        return [] if "header" in self.seen else running_words(self.package)

    def blocks(self, container, place=None, depth=0):
        """The paragraphs and tables in a body, cell, text box or note."""
        carried = []  # pieces of paragraphs whose mark was deleted: they go on in the next
        for element in unwrapped(container):
            if element.tag == f"{W}p":
                carried = self._paragraph(element, place, depth, carried)
            elif element.tag == f"{W}tbl":
                self._table(element, place, depth + 1)
        if carried:
            self.paragraphs.append(Paragraph("", carried, place))

    def _paragraph(self, element, place, depth, carried):
        style, properties = style_of(element), element.find(f"{W}pPr")
        if self.styles.is_contents(style):
            self.seen.setdefault("contents", None)
            return carried
        runs = read_runs(element, self.styles, style)
        for box in runs.boxes:
            self._box(box, place, depth + 1)
        carried += runs.pieces
        self.notes.update(dict.fromkeys(runs.notes))
        if _mark_is_gone(properties) or (runs.hidden and not runs.text and _mark_is_hidden(properties)):
            return carried
        self._refuse_long(carried)
        self.paragraphs.append(Paragraph(self.numbering.label(properties, style), carried, place))
        self._look_at(runs)
        return []

    def _look_at(self, runs):
        for kind, met in (("hidden", runs.hidden), ("notes", runs.notes)):
            if met:
                self.seen.setdefault(kind, self.paragraphs[-1])

    def _table(self, element, place, depth):
        """A table in a cell is flattened into lines of that cell; one of a single column is a frame round its text."""
        self._refuse_deep(depth)
        rows = rows_of(element)
        is_grid = place is None and not is_frame(rows)
        number, self.tables = self.tables, self.tables + is_grid
        for cell in cells(rows):
            self.blocks(cell.element, cell.place(number) if is_grid else place, depth)

    def _box(self, element, place, depth):
        self._refuse_deep(depth)
        self.blocks(element, place, depth)

    def _refuse_long(self, pieces):
        self.filled += bool(pieces)
        if self.filled > LINE_LIMIT:
            raise Unreadable(TOO_LONG.format(name=self.package.name))

    def _refuse_deep(self, depth):
        if depth > _DEEPEST:
            raise Unreadable(TOO_DEEP.format(name=self.package.name))

    def _header_paragraphs(self):
        if self.header is None:
            return []
        self.blocks(self.header)
        header, self.paragraphs = self.paragraphs, []
        return header

    def _note(self, number, kind, id_):
        """A footnote or endnote, its number before it."""
        if kind not in self.note_parts:
            part = self._part(kind)
            self.note_parts[kind] = {} if part is None else {note.get(f"{W}id"): note for note in part}
        before = len(self.paragraphs)
        if id_ in self.note_parts[kind]:
            self.blocks(self.note_parts[kind][id_])
        for paragraph in self.paragraphs[before : before + 1]:
            paragraph.label = f"[{number}] "

    def _part(self, kind):
        return next((self.package.xml(part) for part in self.package.related(kind)), None)


def _mark_is_gone(properties):
    """Whether the end of a paragraph was deleted while changes were tracked."""
    mark = None if properties is None else properties.find(f"{W}rPr")
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)


def _mark_is_hidden(properties):
    return properties is not None and is_on(properties.find(f"{W}rPr/{W}vanish"))
