"""What is printed for one recipient. One query for a decision, whatever its length."""

from thiduakhenthuong.official.wording import date_text

from ..documents.drafting import achieved_words
from ..documents.lines import name_words, position_words, title_words
from ..models import AwardHeld, CertificateField

What = CertificateField.What
SAMPLE = {
    What.NAME: "Ông Nguyễn Văn Mẫu",
    What.POSITION: "Chuyên viên, Phòng Nội vụ",
    What.ACHIEVEMENT: "Đã có thành tích xuất sắc trong công tác năm 2026",
    What.TITLE: "Bằng khen",
    What.PLACE_DATE: "Cần Thơ, ngày 20 tháng 11 năm 2026",
    What.DECISION: "Theo Quyết định số 01/QĐ-UBND ngày 20/11/2026",
    What.BOOK_NUMBER: "Số vào sổ: 1",
    What.AUTHORITY: "Chủ tịch",
    What.SIGNER: "Trần Văn Mẫu",
}


def texts_of(document):
    """For every award of an issued decision that still stands: {what: text}, in the order of the decision."""
    rows = AwardHeld.objects.filter(line__document=document, revoked_on=None).order_by("line__order")
    rows = rows.select_related("nominee", "title", "line__nomination__nominee", "line__nomination__title")
    rows = rows.prefetch_related("line__nomination__nominee__postings__unit")
    common = _common(document)
    return [common | _own(award, document) for award in rows]


def _common(document):
    plan = document.plan
    achieved = achieved_words(document.campaign)
    return {
        What.ACHIEVEMENT: achieved[0].upper() + achieved[1:],
        What.PLACE_DATE: f"{plan.place}, {date_text(plan.day, plan.month, plan.signed_year)}",
        What.DECISION: f"Theo Quyết định số {plan.number_words} ngày {plan.date_words}",
        What.AUTHORITY: plan.authority_lines,
        What.SIGNER: plan.signer_name,
    }


def _own(award, document):
    nomination = award.line.nomination
    return {
        What.NAME: name_words(award.nominee),
        What.POSITION: position_words(nomination),
        What.TITLE: title_words(award.title, document.campaign.unit, decides=True),
        What.BOOK_NUMBER: f"Số vào sổ: {award.line.order}",
    }
