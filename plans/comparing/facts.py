"""What changed beside the words, each as a short Vietnamese sentence: units, deadlines, quarters, forms."""

from thiduakhenthuong.dates import ROMAN_QUARTERS, period_words

from ..draft import LayoutDraft
from ..kinds import AssignmentRole, ItemStyle, SectionKind

DOES = {
    AssignmentRole.LEAD: "chủ trì",
    AssignmentRole.COORDINATING: "phối hợp",
    AssignmentRole.RESPONSIBLE: "thực hiện",
}
_KINDS = {
    SectionKind.BASIS: "căn cứ",
    SectionKind.PARAGRAPH: "đoạn văn",
    SectionKind.CENTRED: "dòng giữa trang",
    SectionKind.SECTION: "mục",
    SectionKind.CLAUSE: "khoản",
    SectionKind.SUBCLAUSE: "tiểu khoản",
    SectionKind.POINT: "điểm",
    SectionKind.BULLET: "gạch đầu dòng",
    SectionKind.ITEMS: "danh sách nhiệm vụ",
    SectionKind.TABLE: "bảng",
    SectionKind.ANNEX: "phụ lục",
}
_STYLES = {ItemStyle.TABLE: "bảng", ItemStyle.BULLETS: "gạch đầu dòng theo quý", ItemStyle.NUMBERED: "đoạn đánh số"}
_TITLES = {
    "number_title": "cột số thứ tự",
    "content_title": "cột nội dung",
    "units_title": "cột đơn vị",
    "coordinating_title": "cột đơn vị phối hợp",
    "deadline_title": "cột thời hạn",
    "quarter_heading": "tiêu đề quý",
}


def item_facts(old, new):
    """Of an item: by when, by whom."""
    return [*deadline_facts(old, new), *unit_facts(old, new)]


def told_of(item):
    """Of an item that is new: by when, by whom."""
    if item.deadline and not item.deadline_in_text:
        yield f"thời hạn: {item.deadline.raw}"
    yield from (f"{name} {_does(roles)}" for name, roles in _roles(item).items())


def quarter_facts(old, new):
    """Where an item stands in the year."""
    if old.quarter == new.quarter:
        return
    if old.quarter and new.quarter:
        yield f"chuyển từ quý {ROMAN_QUARTERS[old.quarter]} sang quý {ROMAN_QUARTERS[new.quarter]}"
    elif new.quarter:
        yield f"đưa vào quý {ROMAN_QUARTERS[new.quarter]}"
    else:
        yield f"đưa ra ngoài quý {ROMAN_QUARTERS[old.quarter]}"


def deadline_facts(old, new):
    before, after = _deadline(old), _deadline(new)
    if before != after:
        if before[0] == after[0]:  # the same words mean other days
            before, after = (f"{raw} ({dates or 'không rõ ngày'})" for raw, dates in (before, after))
        else:
            before, after = before[0], after[0]
        if before and after:
            yield f"thời hạn: {before} → {after}"
        else:
            yield f"thêm thời hạn: {after}" if after else f"bỏ thời hạn: {before}"
    if new.deadline and old.deadline_in_text != new.deadline_in_text:
        yield "thời hạn nêu trong nội dung" if new.deadline_in_text else "thời hạn ghi riêng, ngoài nội dung"


def _deadline(item):
    if not item.deadline:
        return "", ""
    return item.deadline.raw, period_words(item.deadline.start, item.deadline.end)


def unit_facts(old, new):
    """Who goes, who changes what they do, who comes; in this order."""
    before, after = _roles(old), _roles(new)
    yield from (f"{name} thôi {_does(roles)}" for name, roles in before.items() if name not in after)
    for name, roles in before.items():
        if name in after and roles != after[name]:
            yield f"{name} chuyển từ {_does(roles)} sang {_does(after[name])}"
    yield from (f"thêm {name} {_does(roles)}" for name, roles in after.items() if name not in before)
    if before == after and [u.text for u in old.units] != [u.text for u in new.units]:
        yield "đổi thứ tự các đơn vị"
    if old.units_wording != new.units_wording:
        yield from _reworded("cách ghi đơn vị", old.units_wording, new.units_wording)


def _roles(item):
    """What each body does, in the order of roles."""
    found = {}
    for unit in item.units:
        found.setdefault(unit.text, []).append(unit.role)
    return {name: sorted(set(roles), key=list(DOES).index) for name, roles in found.items()}


def _does(roles):
    return " và ".join(DOES[role] for role in roles)


def piece_facts(old, new):
    """Of a piece of text: what it is now, how its items are laid out."""
    if old.kind != new.kind:
        yield f"chuyển từ {_KINDS[old.kind]} thành {_KINDS[new.kind]}"
    if old.titled != new.titled:
        yield "thành tiêu đề" if new.titled else "không còn là tiêu đề"
    if old.landscape != new.landscape:
        yield "chuyển sang khổ ngang" if new.landscape else "chuyển sang khổ dọc"
    if old.kind == new.kind == SectionKind.ITEMS:
        yield from _layout_facts(old.layout or LayoutDraft(), new.layout or LayoutDraft())


def _layout_facts(old, new):
    if old.style != new.style:
        yield f"cách trình bày: {_STYLES[old.style]} → {_STYLES[new.style]}"
    for name, words in _TITLES.items():
        if getattr(old, name) != getattr(new, name):
            yield from _reworded(words, getattr(old, name), getattr(new, name))


def _reworded(what, old, new):
    if old and new:
        yield f"{what}: “{old}” → “{new}”"
    else:
        yield f"thêm {what}: “{new}”" if new else f"bỏ {what}: “{old}”"
