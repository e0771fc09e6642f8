"""What no administrative document may lack: Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2. Only these block issuing."""

from datetime import date

from ..kinds import SectionKind
from .finding import FOOT, HEAD, Finding, Place

LAW = "Nghị định 30/2020/NĐ-CP, Điều 8 khoản 2"


def missing(draft, facts):
    """Parts of the document that are not there; number and day are given only at issue."""
    for is_there, end, words in _parts(draft, facts):
        if not is_there:
            yield Finding(Place(end), f"Văn bản chưa có {words}.", blocks=True, law=LAW)


def _parts(draft, facts):
    yield draft.issuer or draft.issuer_lines, HEAD, "tên cơ quan ban hành"
    if facts.at_issue:
        yield draft.number, HEAD, "số"
        yield _is_day(draft), HEAD, "ngày, tháng, năm ban hành"
    yield draft.symbol, HEAD, "ký hiệu"
    yield draft.place, HEAD, "địa danh"
    yield draft.doc_type, HEAD, "tên loại"
    yield draft.subject, HEAD, "trích yếu nội dung"
    yield _has_content(draft), HEAD, "nội dung"
    yield draft.recipients, FOOT, "nơi nhận"
    yield draft.authority_lines, FOOT, "quyền hạn, chức vụ của người ký"
    yield draft.signer_name, FOOT, "họ tên người ký"


def _is_day(draft):
    try:
        return bool(date(draft.signed_year, draft.month, draft.day))
    except (TypeError, ValueError):
        return False


def _has_content(draft):
    return any(section.items if section.kind == SectionKind.ITEMS else section.text for section in draft.sections)
