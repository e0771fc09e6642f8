"""The fields of a reading in the order of the document, each with its words and the lines it was read from. No Django.

A key names a field: "subject", "section:4" (the fifth piece), "item:4:0" (the first item or duty of that piece).
"""

from dataclasses import dataclass

from thiduakhenthuong.dates import ROMAN_QUARTERS, period_words
from thiduakhenthuong.text import search_key

from ..kinds import AssignmentRole, SectionKind
from .mending import loose

HEAD = {
    "issuer": "Cơ quan ban hành",
    "year": "Kế hoạch năm",
    "doc_type": "Tên loại",
    "subject": "Trích yếu",
    "number": "Số",
    "symbol": "Ký hiệu",
    "place": "Địa danh",
    "date": "Ngày ký",
    "superior": "Cơ quan chủ quản",
    "issuer_lines": "Tên cơ quan trên văn bản",
}
FOOT = {
    "recipients": "Nơi nhận",
    "authority_lines": "Quyền hạn, chức vụ của người ký",
    "signer_name": "Họ tên người ký",
}
DUTY = "Việc giao"  # an item that a piece of text states; it prints nothing of its own
KIND_WORDS = {
    SectionKind.BASIS: "Căn cứ",
    SectionKind.PARAGRAPH: "Đoạn văn",
    SectionKind.CENTRED: "Dòng đậm giữa trang",
    SectionKind.SECTION: "Mục",
    SectionKind.CLAUSE: "Khoản",
    SectionKind.SUBCLAUSE: "Tiểu khoản",
    SectionKind.POINT: "Điểm",
    SectionKind.BULLET: "Gạch đầu dòng",
    SectionKind.ITEMS: "Danh sách nhiệm vụ",
    SectionKind.TABLE: "Bảng",
    SectionKind.ANNEX: "Phụ lục",
}
ROLE_WORDS = {
    AssignmentRole.LEAD: "Chủ trì",
    AssignmentRole.COORDINATING: "Phối hợp",
    AssignmentRole.RESPONSIBLE: "Thực hiện",
}


@dataclass(frozen=True)
class ReadField:
    """One field: what it is called, what was read, further facts as pairs, and the source lines, (0, 0) for none."""

    key: str
    label: str
    words: str
    lines: tuple[int, int] = (0, 0)
    facts: tuple[tuple[str, str], ...] = ()
    is_heading: bool = False
    entry: str = ""  # of loose text: as it stands in the draft

    @property
    def anchor(self):
        """Its id on the page."""
        return anchor_of(self.key)

    @property
    def takes_text(self):
        """Loose text can be joined to it."""
        holds_text = self.key.startswith(("item:", "section:")) or self.key in FOOT
        return holds_text and not self.is_list and self.label != DUTY

    @property
    def is_loose(self):
        """Text that has no place yet."""
        return self.key.startswith("loose:")

    @property
    def is_item(self):
        return self.key.startswith("item:")

    @property
    def is_list(self):
        """The piece that only holds the items below it."""
        return self.key.startswith("section:") and self.label == KIND_WORDS[SectionKind.ITEMS]


def fields_of(draft, lines):
    """All fields in the order of the document. `lines` are the source lines."""
    finder = _Finder(lines)
    first, last = _span(draft)
    head = [_named(draft, key, label, finder.before(first)) for key, label in HEAD.items()]
    foot = [_named(draft, key, label, finder.after(last)) for key, label in FOOT.items()]
    return [*head, *_content(draft), *foot]


def loose_fields(draft):
    """Text that has no place yet, under the keys "loose:0", "loose:1" …"""
    return [_loose(n, entry) for n, entry in enumerate(draft.unplaced)]


def _loose(n, entry):
    line, text = loose(entry)
    return ReadField(f"loose:{n}", "Chưa có chỗ", text, (line, line), entry=entry)


def anchor_of(key):
    """The id a field has on the page; "" for no field."""
    return f"o-{key.replace(':', '-')}" if key else ""


def words_of(draft, key):
    """A head or foot field as people read it."""
    if key == "date":
        return _date_words(draft)
    value = getattr(draft, key)
    return "\n".join(value) if isinstance(value, list) else str(value or "")


def _date_words(draft):
    parts = [("ngày", draft.day), ("tháng", draft.month), ("năm", draft.signed_year)]
    return " ".join(f"{word} {number}" for word, number in parts if number)


def _named(draft, key, label, finder):
    words = words_of(draft, key)
    return ReadField(key, label, words, finder.lines_of(_searched(draft, key, words)))


def _searched(draft, key, words):
    """What to look for in the source: the number stands before its symbol, the issuer as it is printed."""
    if key in ("number", "symbol"):
        return [draft.symbol or ""]
    if key == "issuer":
        return draft.issuer_lines
    return [f"tháng {draft.month:02d}", f"tháng {draft.month}"] if key == "date" and draft.month else words.split("\n")


def _content(draft):
    for at, section in enumerate(draft.sections):
        yield _section(at, section)
        for nth, item in enumerate(section.items):
            yield _item(at, nth, item, section)


def _section(at, section):
    label = KIND_WORDS[section.kind]
    if section.label and section.kind not in (SectionKind.BULLET, SectionKind.ITEMS, SectionKind.ANNEX):
        label = f"{label} {section.label}"
    is_heading = section.titled or section.kind in (SectionKind.SECTION, SectionKind.ANNEX)
    return ReadField(f"section:{at}", label, section.text, section.lines, is_heading=is_heading)


def _item(at, nth, item, section):
    is_duty = section.kind != SectionKind.ITEMS
    label = DUTY if is_duty else f"Nhiệm vụ {item.label or nth + 1}"
    words = item.text or ("như đoạn ở trên" if is_duty else "")
    return ReadField(f"item:{at}:{nth}", label, words, item.lines, tuple(_item_facts(item)))


def _item_facts(item):
    if item.quarter:
        yield "Quý", ROMAN_QUARTERS[item.quarter]
    if item.deadline:
        dates = period_words(item.deadline.start, item.deadline.end)
        yield "Thời hạn", f"{item.deadline.raw} ({dates})" if dates else item.deadline.raw
    for role, words in ROLE_WORDS.items():
        named = [unit.text for unit in item.units if unit.role == role]
        if named:
            yield words, "; ".join(named)


def _span(draft):
    spans = [section.lines for section in draft.sections if section.lines[0]]
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else (10**9, 0)


class _Finder:
    """Finds where in a part of the source a text stands: head fields carry no lines of their own."""

    def __init__(self, lines):
        self.lines = [(line.number, search_key(line.text)) for line in lines if line.text]

    def before(self, number):
        return self._part(line for line in self.lines if line[0] < number)

    def after(self, number):
        return self._part(line for line in self.lines if line[0] >= number)

    @staticmethod
    def _part(lines):
        part = _Finder([])
        part.lines = list(lines)
        return part

    def lines_of(self, texts):
        """The first to the last line that holds one of the texts, or is held by one; (0, 0) where none does."""
        keys = [key for key in map(search_key, texts) if len(key) > 1]
        found = [
            number for number, line in self.lines if any(key in line or (len(line) > 8 and line in key) for key in keys)
        ]
        return (found[0], found[-1]) if found else (0, 0)
