"""What belongs to which annex of a plan, and how the body mentions them. Pure: works on pieces in their order.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1: the text of a document says that it has annexes.
"""

from itertools import pairwise

from thiduakhenthuong.official.wording import roman

from .checking.annexes import MENTION
from .kinds import SectionKind

_EXECUTION = "tổ chức thực hiện"


def runs(sections):
    """The body, then each annex with all that follows it."""
    found = [[]]
    for section in sections:
        if section.kind == SectionKind.ANNEX:
            found.append([])
        found[-1].append(section)
    return found


def mention_of(sections):
    """The piece of the body that speaks of the annexes, itself or by one of its items; None if nothing does."""
    return next((section for section in runs(sections)[0] if any(map(MENTION.search, _texts(section)))), None)


def _texts(section):
    return [section.text, *(item.text for item in section.items.all())]


def missing_mention(sections):
    """The sentence the body still needs; "" where it needs none."""
    count = len(runs(sections)) - 1
    if not count or mention_of(sections):
        return ""
    if count == 1:
        return "(Có phụ lục chi tiết kèm theo)."
    return f"(Kèm theo Phụ lục {', '.join(roman(number) for number in range(1, count + 1))})."


def place_of_mention(sections):
    """The piece after which that sentence stands best: before "Tổ chức thực hiện", else before the closing sentence."""
    body = runs(sections)[0]
    for above, section in pairwise(body):
        if section.kind == SectionKind.SECTION and _EXECUTION in section.text.casefold():
            return above
    closing = len(body) > 1 and body[-1].kind == SectionKind.PARAGRAPH
    return body[-2 if closing else -1] if body else None
