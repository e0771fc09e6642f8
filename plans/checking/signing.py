"""For whom the signer signs: Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, phần I, mục II.7."""

import re

from .finding import FOOT, Finding, Place

LAW = "Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, phần I, mục II.7"
_COMMITTEES = ("province", "district", "commune")
_BY_THE_COMMITTEE = re.compile(
    r"(?<!Chủ tịch )(?:Ủy ban nhân dân|UBND) (?:[\w-]+ ){0,8}?(?:ban hành|xây dựng) kế hoạch", re.IGNORECASE
)
_ON_BEHALF = re.compile(r"^(?:TM\.|T/M)")
_OF_ITS_HEAD = re.compile(r"chủ tịch (?:ủy ban nhân dân|ubnd)[^.;]{0,60}?(?:ban hành|xây dựng) kế hoạch", re.IGNORECASE)


def on_behalf(draft, facts):
    """A committee acts as one: who signs its plan signs "TM."; the head of an office signs for himself."""
    lines = [line.strip().upper() for line in draft.authority_lines]
    if not lines:
        return
    behalf = any(_ON_BEHALF.match(line) for line in lines)
    ordered = any(line.startswith(("TL.", "TUQ.")) for line in lines)
    texts = [section.text for section in draft.sections[:8]]
    if draft.issuer_level in _COMMITTEES and not behalf and not ordered and any(map(_says_committee, texts)):
        reason = (
            "Nội dung ghi Ủy ban nhân dân ban hành kế hoạch, người ký phải ghi “TM. ỦY BAN NHÂN DÂN” ở trên chức vụ."
        )
        yield _finding(draft, reason, "\n".join(["TM. ỦY BAN NHÂN DÂN", *draft.authority_lines]))
    if draft.issuer_level == "department" and behalf and lines[0].startswith(("TM. SỞ", "TM. PHÒNG", "TM. VĂN PHÒNG")):
        reason = "Cơ quan làm việc theo chế độ thủ trưởng không ghi “TM.”."
        yield _finding(draft, reason, "\n".join(draft.authority_lines[1:]) or None)


def _says_committee(text):
    return _BY_THE_COMMITTEE.search(text) and not _OF_ITS_HEAD.search(text)


def _finding(draft, reason, mended):
    text = "\n".join(draft.authority_lines)
    return Finding(
        Place(FOOT),
        reason,
        words=(" / ".join(draft.authority_lines),),
        instead=(mended.replace("\n", " / "),) if mended else (),
        field="authority_lines",
        text=text,
        mended=mended,
        law=LAW,
    )
