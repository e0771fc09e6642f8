"""A form opened and saved as it was changes nothing, whatever the document holds."""

from datetime import date

import pytest

from plans.draft import DeadlineDraft, ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from plans.draft_json import to_json
from plans.kinds import AssignmentRole, SectionKind
from tests.factories import create_reading

from .confirming import draft_of
from .test_review_page import field_url, values

pytestmark = pytest.mark.django_db
LEAD, COORDINATING = AssignmentRole.LEAD, AssignmentRole.COORDINATING
ITEMS = [
    ItemDraft(
        "Việc  một\t\n- ý một \n\n- ý hai",
        1,
        "1",
        DeadlineDraft("Quý I.", date(2030, 1, 1), date(2030, 5, 2)),
        units=[UnitDraft("Sở A"), UnitDraft("Sở B", LEAD), UnitDraft("Sở A"), UnitDraft("Sở  C ", COORDINATING)],
        units_wording="Sở B chủ trì; Sở A, Sở A",
    ),
    ItemDraft("Việc hai", None, None, DeadlineDraft("sau hội  nghị", relative="sau hội nghị"), True),
    ItemDraft("", 4, "", None),
]
DRAFT = PlanDraft(
    head_lines=["UBND", "", "X"],
    doc_type="KẾ HOẠCH ",
    subject=" Công tác\tthi đua \n năm",
    year=None,
    number="249a",
    symbol=None,
    place="",
    superior="",
    day=31,
    month=None,
    issuer_lines=["UBND", "UBND"],
    recipients=["- Như trên;", "- Như trên;", " Lưu: VT. "],
    authority_lines=["TM. UBND\tX", "CHỦ TỊCH"],
    signer_name="Ông  A",
    sections=[
        SectionDraft(SectionKind.PARAGRAPH, "Một\r\nhai\t ba ", items=[ItemDraft("", deadline=DeadlineDraft("quý"))]),
        SectionDraft(SectionKind.ANNEX, "Phụ lục", landscape=True),
        SectionDraft(SectionKind.SECTION, "MỤC", titled=True, label="I"),
        SectionDraft(SectionKind.ITEMS, items=ITEMS, layout=LayoutDraft()),
    ],
)
KEYS = ["doc_type", "subject", "symbol", "place", "superior", "recipients", "authority_lines", "signer_name"]
KEYS += ["issuer_lines", "section:0", "section:1", "section:2", "item:0:0", "item:3:0", "item:3:1", "item:3:2"]


@pytest.mark.parametrize("key", KEYS)
def test_saved_unchanged_it_stays_as_it_was(client, editor, office, key):
    reading = create_reading(office=office, draft=to_json(DRAFT))
    sent = {
        name: "\r\n".join(str(value).splitlines())
        for name, value in values(client.get(field_url(reading, key))).items()
    }
    assert client.post(field_url(reading, key), sent).status_code == 302
    kept = to_json(draft_of(reading))
    assert {n: (kept[n], v) for n, v in to_json(DRAFT).items() if kept[n] != v} == {}
