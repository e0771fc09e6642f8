"""JSON keeps everything of a draft (property), and carries the fields other programs read."""

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from plans.draft import DeadlineDraft, Finding, ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from plans.draft_json import from_json, to_json
from plans.kinds import AssignmentRole, ItemStyle, SectionKind

from .reading import read_golden

text = st.text(max_size=20)
maybe = st.none() | text
lines = st.tuples(st.integers(0, 99), st.integers(0, 99))
days = st.none() | st.dates(min_value=date(1990, 1, 1))
units = st.builds(UnitDraft, text, st.sampled_from(AssignmentRole))
deadlines = st.builds(DeadlineDraft, text, days, days, maybe, maybe, maybe)
items = st.builds(
    ItemDraft,
    text,
    quarter=st.none() | st.integers(1, 4),
    label=maybe,
    deadline=st.none() | deadlines,
    deadline_in_text=st.booleans(),
    units=st.lists(units, max_size=3),
    units_wording=text,
    lines=lines,
)
layouts = st.builds(LayoutDraft, st.sampled_from(ItemStyle), text, text, text, text, text, text)
sections = st.builds(
    SectionDraft,
    st.sampled_from(SectionKind),
    text,
    st.booleans(),
    st.lists(items, max_size=3),
    st.none() | layouts,
    st.booleans(),
    maybe,
    lines,
)
texts = st.lists(text, max_size=3)
numbers = st.none() | st.integers(1, 9999)
drafts = st.builds(
    PlanDraft,
    head_lines=texts,
    doc_type=text,
    subject=text,
    year=numbers,
    issuer=maybe,
    issuer_level=maybe,
    superior=text,
    issuer_lines=texts,
    number=maybe,
    symbol=maybe,
    place=maybe,
    day=numbers,
    month=numbers,
    signed_year=numbers,
    sections=st.lists(sections, max_size=4),
    recipients=texts,
    authority_lines=texts,
    signer_name=text,
    closing_mark=st.booleans(),
    foot_lines=texts,
    findings=st.lists(st.builds(Finding, text, text, st.none() | st.integers(1, 9)), max_size=2),
    unplaced=texts,
)


@settings(deadline=None, max_examples=150)
@given(drafts)
def test_a_draft_survives_json(draft):
    assert from_json(json.loads(json.dumps(to_json(draft)))) == draft


def test_the_date_is_whole_or_its_known_parts():
    told = [
        to_json(PlanDraft(day=d, month=m, signed_year=y))["date"]
        for d, m, y in ((6, 2, 2020), (None, 2, 2024), (None,) * 3)
    ]
    assert told == ["2020-02-06", {"month": 2, "year": 2024}, None]


def test_the_fields_other_programs_read():
    told = to_json(read_golden("seed-001"))
    assert told["signer"] == {
        "authority": "TM.",
        "body": "ỦY BAN NHÂN DÂN",
        "position": "CHỦ TỊCH",
        "position_raw": "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
        "name": "Hoàng Chí Tình",
    }
    assert told["appendix"] == {"referenced": True, "present": False}
    assert [basis["number"] for basis in told["legal_bases"]] == [None, "98/2023/NĐ-CP", "33/KH-UBND"]
    assert told["assignments"][0]["report_to"] == "Hội đồng TĐKT phường (qua phòng Văn phòng UBND phường)"
