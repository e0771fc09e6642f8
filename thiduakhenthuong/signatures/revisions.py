"""What came into a file after a signature: two states of the file compared, as everything that is drawn or run.

A state is a revision as pyHanko resolves it. Whatever is not known to be harmless counts as a change of the structure.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from pyhanko.pdf_utils import generic

from thiduakhenthuong.text import clean_line

from .report import Addition, Change

# Of the catalogue: what draws nothing, or is looked at by itself (pages, form fields). Of the rest nothing may change.
_HARMLESS = {
    "/AcroForm", "/DSS", "/Extensions", "/MarkInfo", "/Metadata", "/Pages", "/Perms", "/StructTreeRoot", "/Type",
    "/Version",
}  # fmt: skip
_NOT_DRAWN = {
    "/Annots",
    "/B",
    "/LastModified",
    "/Metadata",
    "/Parent",
    "/PieceInfo",
    "/StructParents",
    "/Tabs",
    "/Type",
}
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_NOT_LOOKED_INTO = {"/P", "/Parent", "/Popup", "/IRT", "/StructParent", "/V", "/Kids"}
_MARKS = {"/FreeText", "/Stamp"}
_INVISIBLE_NOTES = {"/Popup"}

PAGES_CHANGED = "Số trang thay đổi: lúc ký có {before} trang, nay có {after} trang"
PAGE_CHANGED = "Trang {page}: nội dung trang bị sửa"
NOTE_LOST = "Trang {page}: ghi chú, dấu hoặc hình chữ ký đã có lúc ký bị sửa hoặc bị xóa"
NOTE_NEW = "Trang {page}: thêm ghi chú{text}"
MARK_NEW = "Trang {page}: đóng thêm{text}"
FIELD_FILLED = "Điền hoặc sửa ô biểu mẫu"
STRUCTURE = "Thành phần khác của tệp bị thay đổi (lớp hiển thị, mã lệnh, liên kết…)"


@dataclass
class Note:
    """An annotation of a page."""

    kind: str
    digest: bytes
    text: str
    rectangle: tuple[float, float, float, float] | None
    place_of_signature: bool
    signature: int | None  # the number of the signature object that stands in that place


@dataclass
class Page:
    digest: bytes
    notes: dict = field(default_factory=dict)  # by reference


@dataclass
class State:
    """A revision as it is drawn."""

    pages: list[Page]
    catalogue: dict[str, bytes]
    fields: bytes  # values of form fields other than signatures


def state_of(revision):
    """The `State` of a revision (pyHanko's HistoricalResolver)."""
    digests = _Digests()
    root = revision.root
    catalogue = {key: digests.of(root.raw_get(key)) for key in sorted(root) if key not in _HARMLESS}
    pages = [_page(page, inherited, digests) for page, inherited in _leaves(root["/Pages"], {}, 0)]
    return State(pages, catalogue, _field_values(root, digests))


def additions_after(before, after, signatures, covered):
    """What the later state has that the earlier has not, but for signatures, whose object numbers are given.

    `covered(page, rectangle)` tells the words under a mark and whether it may hide what they say.
    """
    if len(before.pages) != len(after.pages):
        words = PAGES_CHANGED.format(before=len(before.pages), after=len(after.pages))
        yield Addition(Change.STRUCTURE, words)
        return
    for number, (old, new) in enumerate(zip(before.pages, after.pages, strict=True), 1):
        if old.digest != new.digest:
            yield Addition(Change.PAGE, PAGE_CHANGED.format(page=number))
        yield from _notes_after(number, old.notes, new.notes, signatures, covered)
    if before.fields != after.fields:
        yield Addition(Change.FIELD, FIELD_FILLED)
    if before.catalogue != after.catalogue:
        yield Addition(Change.STRUCTURE, STRUCTURE)


def _notes_after(number, old, new, signatures, covered):
    if any(key not in new or _altered(note, new[key], signatures) for key, note in old.items()):
        yield Addition(Change.STRUCTURE, NOTE_LOST.format(page=number))
    for key, note in new.items():
        if key not in old and note.kind not in _INVISIBLE_NOTES and note.signature not in signatures:
            yield from _note_added(number, note, covered)


def _altered(old, new, signatures):
    """An empty place of a signature may be filled; nothing else of a note may change."""
    filled = old.place_of_signature and old.signature is None and new.signature in signatures
    return old.digest != new.digest and not filled


def _note_added(number, note, covered):
    if note.place_of_signature and not _area(note.rectangle):
        return  # a place that is not seen and not signed
    text = f" “{note.text}”" if note.text else (" một hình" if note.kind in _MARKS else "")
    if note.kind not in _MARKS:
        yield Addition(Change.NOTE, NOTE_NEW.format(page=number, text=text))
        return
    under, hides = covered(number, note.rectangle)
    words = MARK_NEW.format(page=number, text=text)
    if under:
        words += f", đè lên chữ “{under[:100]}”"
    yield Addition(Change.MARK, words, ordinary=not hides)


def _area(rectangle):
    return rectangle is not None and (rectangle[2] - rectangle[0]) * (rectangle[3] - rectangle[1])


def _at(holder, key, default=None):
    """What a dictionary holds, references followed."""
    return holder[key] if key in holder else default  # noqa: SIM401 - get() of pyHanko follows none


def _leaves(node, inherited, depth):
    """The pages below a node of the page tree, with what they inherit."""
    if depth > 50:
        raise ValueError("a page tree without end")
    own = inherited | {key: node.raw_get(key) for key in _INHERITED if key in node}
    if "/Kids" not in node:
        yield node, own
        return
    for kid in node["/Kids"]:
        yield from _leaves(kid.get_object(), own, depth + 1)


def _page(page, inherited, digests):
    parts = inherited | {key: page.raw_get(key) for key in page if key not in _NOT_DRAWN}
    total = sha256()
    for key in sorted(parts):
        total.update(key.encode() + b"\0" + digests.of(parts[key]))
    notes = {}
    for position, raw in enumerate(_at(page, "/Annots", ())):
        key = raw.reference.idnum if isinstance(raw, generic.IndirectObject) else f"direct {position}"
        notes[key] = _note(raw.get_object(), digests)
    return Page(total.digest(), notes)


def _note(note, digests):
    total = sha256()
    for key in sorted(note):
        if key not in _NOT_LOOKED_INTO:
            total.update(key.encode() + b"\0" + digests.of(note.raw_get(key)))
    kind = str(_at(note, "/Subtype", ""))
    signing = kind == "/Widget" and _of_field(note, "/FT") == "/Sig"
    value = _of_field(note, "/V") if signing else None
    signature = value.reference.idnum if isinstance(value, generic.IndirectObject) else None
    return Note(kind, total.digest(), _text(note), _rectangle(note), signing, signature)


def _text(note):
    return clean_line(str(_at(note, "/Contents", "")))[:200]


def _rectangle(note):
    try:
        x0, y0, x1, y1 = (float(each) for each in note["/Rect"])
    except (KeyError, TypeError, ValueError):
        return None
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _of_field(note, key):
    """What a form field says: with its place on the page in one object, or in the object above it."""
    holder = note if key in note else _at(note, "/Parent", {})
    return holder.raw_get(key) if key in holder else None


def _field_values(root, digests):
    """The values of all fields that are no signatures."""
    total = sha256()
    for name, field_ in _fields(_at(_at(root, "/AcroForm", {}), "/Fields", ()), "", 0):
        if _at(field_, "/FT") != "/Sig" and "/V" in field_:
            total.update(name.encode() + b"\0" + digests.of(field_.raw_get("/V")))
    return total.digest()


def _fields(fields, above, depth):
    if depth > 50:
        raise ValueError("form fields without end")
    for each in fields:
        each = each.get_object()
        name = f"{above}.{_at(each, '/T', '')}"
        yield name, each
        yield from _fields(_at(each, "/Kids", ()), name, depth + 1)


class _Digests:
    """A digest of any object with all it refers to; references back to pages and to what is being read end there."""

    def __init__(self):
        self._known = {}

    def of(self, thing):
        if isinstance(thing, generic.IndirectObject):
            return self._of_reference(thing)
        if isinstance(thing, generic.StreamObject):
            return _hashed(b"stream", self._of_items(thing, leaving=("/Length",)), thing.encoded_data)
        if isinstance(thing, generic.DictionaryObject):
            return b"page" if _at(thing, "/Type") in ("/Page", "/Pages", "/Catalog") else self._of_items(thing)
        if isinstance(thing, generic.ArrayObject):
            return _hashed(b"array", *[self.of(each) for each in thing])
        if isinstance(thing, generic.TextStringObject | generic.ByteStringObject):
            return _hashed(b"text", thing.original_bytes)
        return _hashed(type(thing).__name__.encode(), str(thing).encode())

    def _of_reference(self, reference):
        key = reference.reference.idnum, reference.reference.generation
        if key not in self._known:
            self._known[key] = b"again"  # within itself
            self._known[key] = self.of(reference.get_object())
        return self._known[key]

    def _of_items(self, items, leaving=()):
        parts = [key.encode() + b"\0" + self.of(items.raw_get(key)) for key in sorted(items) if key not in leaving]
        return _hashed(b"dictionary", *parts)


def _hashed(*parts):
    total = sha256()
    for part in parts:
        total.update(len(part).to_bytes(8) + part)
    return total.digest()
