"""Facts → the draft of a BÁO CÁO in the usual order; what only a person can say stands in square brackets.

Counted pieces come from slots.py; long tables go to annexes. No database, no clock.
"""

import re
from dataclasses import dataclass, replace
from uuid import uuid4

from thiduakhenthuong.official.wording import roman

from ..amending.citing import cited, cited_in_full, first_of
from ..draft import PlanDraft, SectionDraft
from ..kinds import SectionKind
from ..models import Period
from .slots import slots_of

K = SectionKind
_RESULTS = {
    "theo-quy": "Kết quả theo quý",
    "theo-don-vi": "Kết quả theo cơ quan, đơn vị",
    "da-hoan-thanh": "Nhiệm vụ đã hoàn thành",
    "qua-han": "Nhiệm vụ quá hạn",
    "khong-thuc-hien": "Nhiệm vụ không thực hiện và lý do",
    "so-lieu": "Số liệu tổng hợp từ báo cáo của các đơn vị",
}


@dataclass
class DraftedReport:
    """The draft, its slots by name, and the key of the section each became."""

    draft: PlanDraft
    slots: dict
    keys: dict


def draft_report(head, facts, *, plan):
    """The report on `plan` from its facts; `head` is a draft whose head and foot it takes over."""
    first = first_of(plan)
    building = _Building(slots_of(facts, issuer=plan.issuer.name, cited=cited(first)))
    _write(building, facts, first, amended=f", được điều chỉnh, bổ sung tại {cited(plan)}" if plan.amends_id else "")
    draft = replace(
        head,
        doc_type="BÁO CÁO",
        subject=_subject(facts),
        symbol=re.sub(r"^KH\b", "BC", head.symbol or ""),
        number=None,
        day=None,
        month=None,
        signed_year=facts.on.year,
        sections=[*building.body, *building.annex_sections()],
        amendment_words="",
        unplaced=[],
    )
    return DraftedReport(draft, building.slots, building.keys)


def _subject(facts):
    work, year = "công tác thi đua, khen thưởng", facts.year
    if facts.period == Period.HALF:
        return f"Sơ kết {work} 6 tháng đầu năm, phương hướng, nhiệm vụ 6 tháng cuối năm {year}"
    return f"Tổng kết {work} năm {year}, phương hướng, nhiệm vụ năm {year + 1}"


def _write(building, facts, plan, *, amended):
    half = facts.period == Period.HALF
    period = f"6 tháng đầu năm {facts.year}" if half else f"năm {facts.year}"
    building.say(f"Thực hiện {cited_in_full(plan)}{amended}, {plan.issuer.name} báo cáo kết quả {period} như sau:")
    building.head("CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI THỰC HIỆN")
    building.fill("da-giao")
    building.say("[Nêu việc quán triệt, tuyên truyền, kiểm tra, đôn đốc trong kỳ]")
    building.head("KẾT QUẢ THỰC HIỆN")
    building.clause("Kết quả chung")
    building.fill("ket-qua-chung")
    for name, title in _RESULTS.items():
        building.clause(title)
        building.fill(name, annex=title)
    building.head("ĐÁNH GIÁ CHUNG")
    building.clause("Ưu điểm")
    building.fill("hoan-thanh-toan-bo")
    building.say("[Nêu kết quả nổi bật, cách làm hay, điển hình tiên tiến]")
    building.clause("Hạn chế, nguyên nhân")
    building.fill("con-qua-han")
    building.say("[Nêu hạn chế khác và nguyên nhân]")
    building.head(f"PHƯƠNG HƯỚNG, NHIỆM VỤ {f'6 THÁNG CUỐI NĂM {facts.year}' if half else f'NĂM {facts.year + 1}'}")
    building.clause("Nhiệm vụ chưa hoàn thành, tiếp tục thực hiện")
    building.fill("chuyen-tiep", annex="Nhiệm vụ chưa hoàn thành, tiếp tục thực hiện")
    building.clause("Nhiệm vụ của kỳ tiếp theo")
    building.fill("ky-tiep-theo", annex="Nhiệm vụ của kỳ tiếp theo")
    building.head("KIẾN NGHỊ, ĐỀ XUẤT")
    building.say("[Nêu kiến nghị, đề xuất; không có thì ghi: Không.]")
    building.say(f"Trên đây là báo cáo kết quả thực hiện {cited(plan)} {period} của {plan.issuer.name}.")


class _Building:
    """Sections as they are written; long tables wait for the end."""

    def __init__(self, slots):
        self.slots = slots
        self.body, self.annexes, self.keys = [], [], {}

    def say(self, text):
        self.body.append(SectionDraft(K.PARAGRAPH, text))

    def head(self, text):
        self.body.append(SectionDraft(K.SECTION, text, titled=True))

    def clause(self, text):
        self.body.append(SectionDraft(K.CLAUSE, text, titled=True))

    def fill(self, name, *, annex=""):
        """The counted piece; a long table stands in an annex of that title, with a sentence that leads there."""
        slot = self.slots[name]
        self.keys[name] = str(uuid4())
        section = SectionDraft(slot.kind, slot.text, key=self.keys[name])
        if not (annex and slot.is_long):
            self.body.append(section)
            return
        self.annexes.append((annex, section, len(self.body)))
        self.say("")

    def annex_sections(self):
        """The annexes in order; only now it is known how they are numbered."""
        for n, (_, _, place) in enumerate(self.annexes, 1):
            number = f" {roman(n)}" if len(self.annexes) > 1 else ""
            self.body[place].text = f"(Chi tiết tại Phụ lục{number} kèm theo)."
        found = []
        for title, section, _ in self.annexes:
            found += [SectionDraft(K.ANNEX, title.upper(), landscape=True), section]
        return found
