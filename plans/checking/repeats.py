"""The same item twice. The same work in two quarters, or for two bodies, is no repetition."""

from ..kinds import SectionKind
from .finding import Finding
from .passages import place_of

_LONG_ENOUGH = 40  # letters from which a paragraph below one heading says nothing new the second time


def same_item_twice(draft, facts):
    """Items with the same words and the same time; paragraphs with the same words below one heading."""
    for s, section in enumerate(draft.sections):
        if section.kind == SectionKind.ITEMS:
            yield from _repeated(_items(draft, s, section), "Nhiệm vụ này đã có ở trên, cùng nội dung và thời gian.")
    yield from _repeated(_paragraphs(draft), "Đoạn này đã có ở trên, trong cùng một mục.")


def _repeated(told, reason):
    seen = set()
    for key, place, text in told:
        if key in seen:
            yield Finding(place, reason, words=(_short(text),), field="text", text=text)
        seen.add(key)


def _items(draft, s, section):
    for i, item in enumerate(section.items):
        time = item.deadline and (_words(item.deadline.raw), item.deadline.start, item.deadline.end)
        bodies = frozenset(_words(unit.text) for unit in item.units)
        if key := _words(item.text):
            yield (key, item.quarter, time, bodies), place_of(draft, s, i), item.text


def _paragraphs(draft):
    heading = None
    for s, section in enumerate(draft.sections):
        if section.titled or section.kind in (SectionKind.SECTION, SectionKind.ANNEX):
            heading = s
        elif len(section.text) >= _LONG_ENOUGH:
            yield (heading, _words(section.text)), place_of(draft, s), section.text


def _words(text):
    """The text without marks and capitals, to compare."""
    return " ".join(text.casefold().split()).rstrip(" .;,")


def _short(text):
    return text if len(text) <= 80 else text[:77].rstrip() + "…"
