"""The pieces and items of a draft in the order of the document, each with the words for where it stands."""

from dataclasses import dataclass

from thiduakhenthuong.dates import quarter_words

from ..draft import ItemDraft, SectionDraft
from ..kinds import ItemStyle, SectionKind

_LEVELS = (SectionKind.SECTION, SectionKind.CLAUSE, SectionKind.SUBCLAUSE, SectionKind.POINT)
_CLAUSE, _SUBCLAUSE = 1, 2
_NAMES = {
    SectionKind.SECTION: "mục",
    SectionKind.CLAUSE: "khoản",
    SectionKind.SUBCLAUSE: "tiểu khoản",
    SectionKind.POINT: "điểm",
    SectionKind.BULLET: "gạch đầu dòng",
    SectionKind.PARAGRAPH: "đoạn",
    SectionKind.CENTRED: "dòng giữa trang",
    SectionKind.BASIS: "căn cứ",
    SectionKind.TABLE: "bảng",
}


@dataclass(frozen=True)
class Entry:
    """A piece, or an item below it. `where` in small letters: "khoản 1 mục II", "nhiệm vụ số 5 quý II"."""

    at: int  # its place in the document
    section: SectionDraft
    where: str
    item: ItemDraft | None = None
    list_at: int = 0  # of an item: which piece it belongs to
    within: str = ""  # the headings it stands below: "mục II"

    @property
    def is_item(self):
        return self.item is not None

    @property
    def is_duty(self):
        """Stated by the text of its piece, and not printed by itself."""
        return self.is_item and self.section.kind != SectionKind.ITEMS

    @property
    def is_list(self):
        return not self.is_item and self.section.kind == SectionKind.ITEMS

    @property
    def key(self):
        return (self.item or self.section).key

    @property
    def text(self):
        return (self.item or self.section).text

    @property
    def words(self):
        """What it is known again by: a duty begins with the words of its piece."""
        return f"{self.section.text} {self.item.text}" if self.is_duty else self.text


def entries_of(draft):
    """All pieces with their items. Labels are those of the draft: without any, places are counted."""
    walk, found = _Walk(_many_lists(draft)), []
    for section in draft.sections:
        where, list_at = walk.step(section), len(found)
        found.append(Entry(list_at, section, where, within=walk.within))
        for n, item in enumerate(section.items, 1):
            words = walk.item_words(section, item, n, where)
            found.append(Entry(len(found), section, words, item, list_at, walk.within))
    return found


def _many_lists(draft):
    return sum(section.kind == SectionKind.ITEMS for section in draft.sections) > 1


class _Walk:
    """Where the walk through a document stands: the last heading of each level, and pieces without label since."""

    def __init__(self, many_lists):
        self.many_lists = many_lists
        self.annex, self.path, self.unlabelled = "", {}, {}  # the path: {level: (words, whether a heading)}

    def step(self, section):
        """Go on to the next piece; returns the words for its place."""
        kind = section.kind
        if kind == SectionKind.ANNEX:
            self.annex, self.path, self.unlabelled = section.label or "Phụ lục", {}, {}
            return self.annex
        if kind == SectionKind.ITEMS:
            return _joined("danh sách nhiệm vụ", self.within)
        if kind in _LEVELS and section.label:
            return self._labelled(section)
        self.unlabelled[kind] = self.unlabelled.get(kind, 0) + 1
        counted = f"{_NAMES[kind]} thứ {self.unlabelled[kind]}"
        return _joined(counted, *self._above(len(_LEVELS)), self.annex)

    def _labelled(self, section):
        level, words = _LEVELS.index(section.kind), f"{_NAMES[section.kind]} {section.label}"
        self.path = {n: above for n, above in self.path.items() if n < level}
        where = _joined(words, *self._above(level), self.annex)
        self.path[level] = words, section.titled or section.kind == SectionKind.SECTION
        self.unlabelled = {}
        return where

    def _above(self, level, *, headings_only=False):
        """What stands above, the nearest first; a label like 1.2 names its clause itself."""
        near = [n for n in sorted(self.path, reverse=True) if n < level and (self.path[n][1] or not headings_only)]
        if _SUBCLAUSE in near or level == _SUBCLAUSE:
            near = [n for n in near if n != _CLAUSE]
        return [self.path[n][0] for n in near]

    @property
    def within(self):
        """The headings that what comes next stands below."""
        return _joined(*self._above(len(_LEVELS), headings_only=True), self.annex)

    def item_words(self, section, item, n, where):
        if section.kind != SectionKind.ITEMS:
            return f"việc giao tại {where}"
        quarter = _small(quarter_words(item.quarter)) if item.quarter else ""
        below = self.within if self.many_lists else ""
        return _joined(_item_name(section, item, n), quarter, below)


def _item_name(section, item, n):
    """ "nhiệm vụ số 5", "nhiệm vụ 1.2"; one that prints a dash is counted in its list."""
    label = item.label
    if not label or label == "-" or (section.layout and section.layout.style == ItemStyle.BULLETS):
        return f"nhiệm vụ thứ {n}"
    return f"nhiệm vụ số {label}" if label.isdigit() else f"nhiệm vụ {label}"


def _small(words):
    return words[:1].lower() + words[1:]


def _joined(*parts):
    return " ".join(part for part in parts if part)
