"""What leaves as a file comes back as the same plan: the five real plans and plans with annexes, in three formats."""

import json

import pytest
from django.conf import settings

from plans.documents import document_of
from plans.draft import ItemDraft, LayoutDraft, SectionDraft, UnitDraft
from plans.draft_json import from_json
from plans.drafting import draft_of
from plans.editing.mentioning import mention_annexes
from plans.importing.parsing import parse
from plans.importing.saving import save_plan
from plans.kinds import AssignmentRole, SectionKind
from plans.reading.files import read_source
from tests.factories import create_editor
from tests.generated.carried import difference
from tests.official.papers import printed
from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.plain_text import to_text
from units.loading import load_fixtures

K = SectionKind
CODES = ("can-tho-2024", "quyet-thang-2024", "cai-rang-2020", "dong-nai-2024", "cao-loc-2024")
FORMATS = {"pdf": printed, "docx": to_docx, "txt": lambda document: to_text(document).encode()}
LEAD, COORDINATING, RESPONSIBLE = AssignmentRole.LEAD, AssignmentRole.COORDINATING, AssignmentRole.RESPONSIBLE


def draft(code):
    return from_json(json.loads((settings.BASE_DIR / f"fixtures/plans/{code}.json").read_text()))


def read_back(plan, extension):
    data = FORMATS[extension](document_of(plan))
    return parse(read_source(data, f"a.{extension}", limit=len(data)).lines)


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("code", CODES)
def test_the_five_plans_come_back(code, extension, db):
    load_fixtures()
    plan = save_plan(draft(code), code=code)
    assert difference(draft_of(plan), read_back(plan, extension)) == ""


def item(number, quarter, *units):
    units = [UnitDraft(name, role) for name, role in units]
    return ItemDraft(f"Tổ chức hội nghị số {number} tổng kết phong trào thi đua", quarter, units=units)


def annexes():
    """Portrait with quarters, landscape with a column for helpers, portrait with text."""
    both = (("Sở Nội vụ", LEAD), ("Sở Tài chính", COORDINATING))
    helpers = LayoutDraft(units_title="Cơ quan chủ trì", coordinating_title="Cơ quan phối hợp")
    return [
        SectionDraft(K.ANNEX, "DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2024"),
        SectionDraft(
            K.ITEMS,
            items=[item(n, (n + 3) // 4, ("Sở Nội vụ", RESPONSIBLE)) for n in range(1, 17)],
            layout=LayoutDraft(),
        ),
        SectionDraft(K.ANNEX, "PHÂN CÔNG CHỦ TRÌ, PHỐI HỢP", landscape=True),
        SectionDraft(K.ITEMS, items=[item(n, None, *both) for n in range(1, 12)], layout=helpers),
        SectionDraft(K.ANNEX, "TIÊU CHÍ CHẤM ĐIỂM"),
        SectionDraft(K.SECTION, "NGUYÊN TẮC"),
        SectionDraft(K.CLAUSE, "Chấm theo thang điểm 100, công khai, minh bạch."),
        SectionDraft(K.SECTION, "ĐIỂM THƯỞNG"),
        SectionDraft(K.BULLET, "Không quá 10 điểm."),
    ]


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("code", ["cao-loc-2024", "dong-nai-2024"])
def test_three_annexes_come_back_with_the_sentence_that_mentions_them(code, extension, db):
    load_fixtures()
    given = draft(code)
    given.sections += annexes()
    plan = save_plan(given, code=code)
    mention_annexes(plan=plan, by=create_editor(unit=plan.issuer))
    assert [(a.title, a.landscape) for a in document_of(plan).annexes] == [
        ("DANH MỤC NHIỆM VỤ TRỌNG TÂM NĂM 2024", False),
        ("PHÂN CÔNG CHỦ TRÌ, PHỐI HỢP", True),
        ("TIÊU CHÍ CHẤM ĐIỂM", False),
    ]
    assert difference(draft_of(plan), read_back(plan, extension)) == ""
