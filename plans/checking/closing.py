"""The end of the text and the list of recipients, as printed. The paper of a stored plan sets these marks itself.

"./." is custom, not written in the decree; ";" and "." of the recipients: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.
"""

from ..kinds import SectionKind
from .finding import FOOT, Finding, Place
from .passages import body_sections, place_of

_OFFICES = ("province", "district", "commune", "department")  # the Party and others have customs of their own
LAW = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9"


def end_mark(draft, facts):
    """No "./." at the end, nothing below the last heading, or the mark in the middle."""
    body = list(body_sections(draft))
    if not body:
        return
    last, section = body[-1]
    if not draft.foot_lines and (section.kind == SectionKind.SECTION or section.titled):
        yield Finding(
            place_of(draft, last), "Dưới tiêu đề cuối chưa có nội dung, nên văn bản chưa kết thúc bằng “./.”."
        )
    elif draft.foot_lines and not draft.closing_mark and draft.issuer_level in _OFFICES:
        yield Finding(place_of(draft, last), "Văn bản chưa kết thúc bằng “./.”.")
    for s, earlier in body[:-1]:
        if earlier.text.endswith("./."):
            text = earlier.text
            yield Finding(
                place_of(draft, s),
                "Dấu “./.” chỉ đặt ở cuối văn bản.",
                words=("./.",),
                instead=(".",),
                field="text",
                text=text,
                mended=text.removesuffix("./.") + ".",
            )


def printed_recipients(draft, facts):
    """Lines of a file's list that do not end as they should; lists by commas, as the Party has them, are let be."""
    lines = [line.strip().lstrip("-–+ ") for line in draft.foot_lines]
    printed = [(wanted, _behind(lines, wanted)) for wanted in draft.recipients]
    if len(printed) < 2 or {behind[:1] for _, behind in printed[:-1] if behind is not None} == {","}:
        return
    for wanted, behind in printed[:-1]:
        if behind in ("", ","):
            reason = "Dòng nơi nhận phải kết thúc bằng dấu chấm phẩy."
            yield Finding(Place(FOOT), reason, words=(wanted + behind,), law=LAW)
    if printed[-1][1] == "":
        reason = "Dòng cuối của nơi nhận phải kết thúc bằng dấu chấm."
        yield Finding(Place(FOOT), reason, words=(printed[-1][0],), law=LAW)


def _behind(lines, wanted):
    """What follows a recipient on the line that prints it; None where it is spread over several lines."""
    return next((line.removeprefix(wanted) for line in lines if line.startswith(wanted)), None)
