"""What people call a place of a draft: "Phần đầu", "Mục II.1", "Nhiệm vụ 7"."""

from thiduakhenthuong.dates import ROMAN_QUARTERS

from ..kinds import SectionKind
from .finding import FOOT, HEAD, WORDS

_DEPTHS = {SectionKind.CLAUSE: 1, SectionKind.SUBCLAUSE: 2, SectionKind.POINT: 3}
_ENDS = {HEAD: "Phần đầu văn bản", WORDS: "Lời dẫn", FOOT: "Nơi nhận, người ký"}
_LOOSE = {
    SectionKind.BULLET: ", gạch đầu dòng",
    SectionKind.PARAGRAPH: ", đoạn văn",
    SectionKind.CENTRED: ", dòng giữa trang",
    SectionKind.ITEMS: ", danh sách",
    SectionKind.TABLE: ", bảng",
}


def place_words(draft, place):
    """In the order of the paper, by the labels printed there."""
    if place.end:
        return _ENDS[place.end]
    section = draft.sections[place.section]
    if place.item is None:
        return _piece_words(draft, place.section)
    item = section.items[place.item]
    if section.kind != SectionKind.ITEMS:
        return f"{_piece_words(draft, place.section)}, việc được giao"
    if item.label:
        return f"Nhiệm vụ {item.label}"
    return f"Nhiệm vụ thứ {place.item + 1}" + (f" (quý {ROMAN_QUARTERS[item.quarter]})" if item.quarter else "")


def _piece_words(draft, position):
    annex, labels = "", {}
    for section in draft.sections[: position + 1]:
        depth = _DEPTHS.get(section.kind, 0 if section.kind == SectionKind.SECTION else None)
        if section.kind == SectionKind.ANNEX:
            annex, labels = section.label or "Phụ lục", {}
        elif depth is not None:
            labels = {at: label for at, label in labels.items() if at < depth} | {depth: section.label or ""}
    numbers = [label.rsplit(".", 1)[-1] for _, label in sorted(labels.items()) if label]
    words = ", ".join(part for part in (annex, f"Mục {'.'.join(numbers)}" if numbers else "") if part)
    if not words:
        return "Căn cứ" if draft.sections[position].kind == SectionKind.BASIS else "Phần mở đầu"
    return words + _LOOSE.get(draft.sections[position].kind, "")
