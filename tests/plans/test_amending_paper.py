"""The document of an amendment: what changes, clause by clause, as official papers word it."""

import pytest
from django.urls import reverse
from page import ValidationProfile, validate_pdf_bytes

from plans.amending.paper import amendment_document
from plans.editing.items import move_item
from plans.editing.sections import add_section, delete_section, save_section, section_values
from plans.models import Plan
from plans.papers import Paper, paper_of
from tests.factories import create_section
from tests.official.papers import text_of
from tests.plans.amending import InForce
from thiduakhenthuong.official.document import Paragraph
from thiduakhenthuong.official.wording import KEPT_SPACE

pytestmark = pytest.mark.django_db
LAST = "Các nội dung khác của Kế hoạch số 249/KH-UBND ngày 21 tháng 12 năm 2023 không thay đổi."


class Office(InForce):
    def prepare(self):
        create_section(plan=self.plan, kind="basis", text="Căn cứ Luật Thi đua, khen thưởng", position=0)

    def clauses(self, amendment):
        """The numbered clauses with what stands below them, a line each."""
        blocks = amendment_document(Plan.objects.get(pk=amendment.pk)).body
        lines = [f"{block.label} {block.text}".strip() for block in blocks if isinstance(block, Paragraph)]
        assert lines[-1] == LAST
        first = next((n for n, line in enumerate(lines) if line.startswith("1. ")), len(lines) - 1)
        return [line.replace(KEPT_SPACE, " ") for line in lines[first:-1]]


@pytest.fixture
def office():
    return Office()


def test_it_begins_with_its_basis_and_its_reason(office):
    paper = paper_of(office.amend())
    issuer = "Ủy ban nhân dân thành phố Cần Thơ"
    assert [(type(block).__name__, block.text) for block in paper.body[:2]] == [
        (
            "Basis",
            f"Căn cứ Kế hoạch số 249/KH-UBND ngày 21 tháng 12 năm 2023 của {issuer} về triển khai công tác thi đua, "
            "khen thưởng năm 2024;",
        ),
        (
            "Paragraph",
            f"Để phù hợp với tình hình thực tế, {issuer} điều chỉnh, bổ sung một số nội dung của Kế hoạch số "
            "249/KH-UBND ngày 21 tháng 12 năm 2023 như sau:",
        ),
    ]
    assert (paper.draft, paper.annexes, paper.signer) == (True, (), "Trần Văn Bình")


def test_other_words_other_deadline_other_units(office):
    amendment = office.amend(text="Việc một, mở rộng.", deadline_raw="tháng 5", lead="", responsible="Sở Y tế")
    assert office.clauses(amendment) == [
        "1. Sửa đổi nhiệm vụ số 1 quý I như sau:",
        "“Việc một, mở rộng.”",
        "- Đơn vị thực hiện: Sở Y tế.",
        "- Thời hạn: tháng 5.",
    ]


def test_one_thing_alone_is_one_sentence(office):
    amendment = office.amend(deadline_raw="tháng 5")
    office.change(amendment, "Việc hai", lead="Sở Nội vụ", coordinating="Sở Y tế")
    office.change(amendment, "Việc ba", quarter=3)
    assert office.clauses(amendment) == [
        "1. Điều chỉnh thời hạn thực hiện nhiệm vụ số 1 quý I (“Việc một”): tháng 5.",
        "2. Điều chỉnh đơn vị thực hiện nhiệm vụ số 2 quý I (“Việc hai”): Sở Nội vụ chủ trì phối hợp với Sở Y tế.",
        "3. Điều chỉnh nhiệm vụ số 3 quý II (“Việc ba”): chuyển từ quý II sang quý III.",
    ]


def test_several_facts_are_listed(office):
    amendment = office.amend(lead="", responsible="", quarter=2, deadline_raw="tháng 4")
    assert office.clauses(amendment) == [
        "1. Điều chỉnh nhiệm vụ số 1 quý I (“Việc một”) như sau:",
        "- Chuyển từ quý I sang quý II.",
        "- Không phân công đơn vị.",
        "- Thời hạn: tháng 4.",
    ]


def test_new_items_and_those_that_go(office):
    amendment = office.amend()
    office.add(amendment, "Việc mới", quarter=2, lead="Sở Nội vụ", deadline_raw="tháng 6")
    office.add(amendment, "Việc cuối năm", quarter=4)
    office.delete(amendment, "Việc hai")
    assert office.clauses(amendment) == [
        "1. Bãi bỏ nhiệm vụ số 2 quý I (“Việc hai”).",
        "2. Bổ sung nhiệm vụ vào sau nhiệm vụ số 3 quý II như sau:",
        "“Việc mới”.",
        "- Đơn vị thực hiện: Sở Nội vụ chủ trì.",
        "- Thời hạn: tháng 6.",
        "3. Bổ sung nhiệm vụ vào đầu quý IV mục I như sau:",
        "“Việc cuối năm”.",
        "- Không phân công đơn vị.",
    ]


def test_another_order(office):
    amendment = office.amend()
    move_item(plan=amendment, pk=amendment.items.get(text="Việc hai").pk, step=-1, by=office.editor)
    (clause,) = office.clauses(amendment)
    assert clause in (
        "1. Điều chỉnh nhiệm vụ số 2 quý I (“Việc hai”): chuyển lên vị trí đầu tiên.",
        "1. Điều chỉnh nhiệm vụ số 1 quý I (“Việc một”): chuyển đến sau nhiệm vụ số 2 quý I.",
    )


def test_pieces_of_text(office):
    amendment = office.amend()
    clause = amendment.sections.get(kind="clause")
    base = section_values(clause)
    save_section(
        plan=amendment, pk=clause.pk, base=base, values=base | {"text": "Giao Sở Nội vụ chủ trì."}, by=office.editor
    )
    for text in ("Hai.", "Ba."):
        values = base | {"text": text}
        add_section(plan=amendment, after=amendment.sections.last().pk, values=values, by=office.editor)
    delete_section(plan=amendment, pk=amendment.sections.get(kind="section").pk, by=office.editor)
    assert office.clauses(amendment) == [
        "1. Bãi bỏ mục I (“NỘI DUNG”).",
        "2. Sửa đổi khoản 1 mục I như sau:",
        "“1. Giao Sở Nội vụ chủ trì.”",
        "3. Bổ sung vào sau khoản 1 mục I nội dung như sau:",
        "“2. Hai.",
        "3. Ba.”",
    ]


def test_a_new_basis_is_what_the_amendment_rests_on(office):
    amendment = office.amend(deadline_raw="tháng 5")
    basis = amendment.sections.get(kind="basis")
    values = section_values(basis) | {"text": "Căn cứ Nghị định số 152/2025/NĐ-CP"}
    add_section(plan=amendment, after=basis.pk, values=values, by=office.editor)
    assert len(office.clauses(amendment)) == 1
    texts = [block.text for block in paper_of(Plan.objects.get(pk=amendment.pk)).body]
    assert texts[0] == "Căn cứ Nghị định số 152/2025/NĐ-CP"
    assert "Căn cứ Luật Thi đua, khen thưởng" not in texts


def test_the_page_and_the_editor_show_it(office):
    amendment = office.amend(deadline_raw="tháng 5")
    for name in ("paper", "plan_editor"):
        page = office.client.get(reverse(f"plans:{name}", args=[amendment.code])).text
        assert "Điều chỉnh thời hạn thực hiện nhiệm vụ số 1 quý\u00a0I (" in page


def test_the_number_of_queries_does_not_grow(office, django_assert_max_num_queries):
    amendment = office.amend()
    for n in range(12):
        office.add(amendment, f"Việc thêm {n}")
    amendment = Plan.objects.select_related("issuer").get(pk=amendment.pk)
    with django_assert_max_num_queries(16):
        paper_of(amendment)


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_A_2A, ValidationProfile.PDF_UA_1])
def test_its_printed_file_keeps_what_it_declares(office, profile):
    amendment = office.amend(deadline_raw="tháng 5", text="Việc một, *mở rộng*")
    pdf = Paper(amendment).pdf()
    assert "không thay đổi./." in " ".join(text_of(pdf).split())
    report = validate_pdf_bytes(pdf, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_issued_its_bytes_stay(office):
    amendment = office.issue(office.amend(deadline_raw="tháng 5"))
    assert bytes(amendment.issued_paper.pdf) == Paper(Plan.objects.get(pk=amendment.pk)).pdf()
    assert "Điều chỉnh thời hạn" in " ".join(text_of(bytes(amendment.issued_paper.pdf)).split())
