"""Annexes and the text that mentions them: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1."""

import re

from ..kinds import SectionKind
from .finding import Finding
from .passages import body_sections, place_of

LAW = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1"
MENTION = re.compile(r"phụ lục|(?:biểu|danh mục|bảng|mẫu)[^.;]{0,40} kèm theo", re.IGNORECASE)
_PROMISE = re.compile(
    r"\(?(?:[Cc]ó |[Cc]hi tiết (?:tại|theo) |[Tt]heo |[Kk]èm theo |[Xx]em )?(?:các )?[Pp]hụ lục\s*(?:[IVX\d]+\s*)?"
    r"(?:(?:chi tiết|phân công)[^.;()]{0,30})?(?:đính |gửi )?kèm(?: theo)?\)?"
)


def not_mentioned(draft, facts):
    """An annex that the body never speaks of."""
    annexes = [s for s, section in enumerate(draft.sections) if section.kind == SectionKind.ANNEX]
    if annexes and not any(MENTION.search(text) for text in _texts(draft)):
        yield Finding(place_of(draft, annexes[0]), "Nội dung kế hoạch chưa nhắc đến phụ lục này.", law=LAW)


def not_there(draft, facts):
    """The body promises an annex that the document does not have."""
    if any(section.kind == SectionKind.ANNEX for section in draft.sections):
        return
    for s, section in body_sections(draft):
        if found := _PROMISE.search(section.text):
            reason = "Nội dung nhắc đến phụ lục kèm theo nhưng văn bản chưa có phụ lục."
            yield Finding(place_of(draft, s), reason, words=(found[0],), field="text", text=section.text, law=LAW)
            return


def _texts(draft):
    for _, section in body_sections(draft):
        yield section.text
        yield from (item.text for item in section.items)
