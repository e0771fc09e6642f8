"""From the database to findings: each fact arrives, in as many queries for thirty nominations as for one."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from awards.catalogue import level_served
from awards.eligibility.gathering import cases_of
from awards.eligibility.judging import findings_of
from awards.models import (
    AwardTitle,
    DisciplinePeriod,
    Examination,
    LocalCap,
    NominationFile,
    Nominee,
    Posting,
    YearGrade,
)
from tests.awards.making import (
    create_award,
    create_campaign,
    create_held,
    create_initiative,
    create_nomination,
    create_nominee,
)
from tests.factories import create_area, create_unit
from units.models import Succession

pytestmark = pytest.mark.django_db
ON, YEAR = date(2026, 11, 26), 2025
MOST_QUERIES = 30


@pytest.fixture
def province():
    return create_unit(name="Ủy ban nhân dân thành phố Cần Thơ")


@pytest.fixture
def office(province):
    return create_unit(name="Sở Nội vụ", kind="department", parent=province)


def title(code, *, recipient="person", level="ministry_province", kind="emulation", **fields):
    found = AwardTitle.objects.filter(code=code).first()
    return found or create_award(code=code, name=code, level=level, recipient=recipient, kind=kind, **fields).title


def nomination(province, office, code="LDTT-CN", *, nominee=None, campaign=None, **fields):
    award = title(code)
    campaign = campaign or create_campaign(unit=province, year=YEAR, titles=[award])
    return create_nomination(campaign=campaign, unit=office, title=award, nominee=nominee, **fields)


def found(made):
    return {finding["rule"]: finding for finding in findings_of([made], on=ON)[made.pk]}


def severity(made, rule):
    return found(made).get(rule, {}).get("severity")


def test_grades_awards_and_initiatives_arrive(province, office):
    person = create_nominee(unit=office)
    fighter = title("CSTDCS-CN")
    for year in (2023, 2024, 2025):
        create_held(nominee=person, title=fighter, year=year)
    made = nomination(province, office, "CSTDT-CN", nominee=person)
    made.initiatives.add(create_initiative(person, level="ministry_province"))
    findings = found(made)
    assert findings["consecutive-titles"]["sentence"] == "CSTĐ cơ sở 2023, 2024, 2025: 3 năm liên tục ✓"
    assert (findings["initiative-reach"]["severity"], findings["authority"]["severity"]) == ("pass", "pass")
    assert findings["authority"]["citation"] == "Luật số 06/2022/QH15, Điều 24 (từ 01/01/2024)"


def test_a_revoked_award_counts_no_more(province, office):
    person = create_nominee(unit=office)
    made = nomination(province, office, nominee=person)
    held = create_held(nominee=person, title=made.title, year=YEAR)
    assert severity(made, "achievement-once") == "block"
    type(held).objects.update(revoked_on=ON, revoked_because="Khai man")
    assert severity(made, "achievement-once") is None


def test_a_merged_record_is_read_where_it_went(province, office):
    old, new = create_nominee(unit=office), create_nominee(unit=office)
    made = nomination(province, office, nominee=old)
    YearGrade.objects.create(nominee=new, year=YEAR, grade="HTXSNV")
    assert severity(made, "year-grade") == "unknown"
    Nominee.objects.filter(pk=old.pk).update(merged_into=new)
    assert severity(made, "year-grade") == "pass"


def test_discipline_and_examinations_arrive(province, office):
    person = create_nominee(unit=office)
    made = nomination(province, office, nominee=person)
    Examination.objects.create(nominee=person, matter="press", valid_from=ON, decision="Công văn số 3")
    DisciplinePeriod.objects.create(nominee=person, form="warning", valid_from=ON, decision="Quyết định số 4")
    assert (severity(made, "examination"), severity(made, "discipline")) == ("block", "block")
    assert "Công văn số 3" in found(made)["examination"]["sentence"]


def test_an_initiative_in_another_nomination_under_way(province, office):
    person = create_nominee(unit=office)
    idea = create_initiative(person)
    first, second = (nomination(province, office, code, nominee=person) for code in ("CSTDCS-CN", "BKT-CN"))
    first.initiatives.add(idea)
    assert severity(first, "initiative-once") == "pass"
    second.initiatives.add(idea)
    assert severity(first, "initiative-once") == "block"
    type(second).objects.filter(pk=second.pk).update(state="refused")
    assert severity(first, "initiative-once") == "pass"


def test_another_author_in_another_nomination_is_for_a_person_to_judge(province, office):
    people = [create_nominee(unit=office, name=name) for name in ("An", "Bình")]
    idea = create_initiative(*people)
    both = [nomination(province, office, "CSTDCS-CN", nominee=person) for person in people]
    for made in both:
        made.initiatives.add(idea)
    assert severity(both[0], "initiative-once") == "unknown"


def test_shares_are_reckoned_from_those_who_were_there(province, office):
    room = create_unit(name="Phòng Kế toán", kind="division", parent=office)
    title("TTLDTT-TT", recipient="collective")
    team = create_nominee(name="Sở Nội vụ", kind="collective", unit=office, body=office)
    made = nomination(province, office, "TTLDTT-TT", nominee=team)
    people = [create_nominee(name=f"Người {n}", unit=room if n % 2 else office) for n in range(10)]
    for person in people[:7]:
        create_held(nominee=person, title=title("LDTT-CN"), year=YEAR)
    gone = create_nominee(name="Đã chuyển", unit=office)
    Posting.objects.filter(nominee=gone).update(valid_to=date(YEAR, 6, 30))
    assert found(made)["members-advanced"]["sentence"] == "LĐTT: 7/10 người (70%) ✓"
    DisciplinePeriod.objects.create(
        nominee=people[0], form="warning", valid_from=date(YEAR, 2, 1), decision="Quyết định số 4"
    )
    assert severity(made, "members-discipline") == "block"


def test_members_nominated_in_the_same_round_may_still_lift_the_share(province, office):
    title("TTLDTT-TT", recipient="collective")
    team = create_nominee(name="Sở Nội vụ", kind="collective", unit=office, body=office)
    made = nomination(province, office, "TTLDTT-TT", nominee=team)
    member = create_nominee(unit=office)
    assert severity(made, "members-advanced") == "block"
    nomination(province, office, "LDTT-CN", nominee=member)
    assert severity(made, "members-advanced") == "unknown"


def test_a_cap_counts_the_unit_and_year(province, office):
    fighter, advanced = title("CSTDCS-CN"), title("LDTT-CN")
    cap = {"unit": province, "title": fighter, "of_title": advanced, "percent": 15, "basis": "Quy chế"}
    LocalCap.objects.create(**cap, blocks=True)
    campaign = create_campaign(unit=province, year=YEAR, titles=[fighter, advanced])
    people = [create_nominee(name=f"Người {n}", unit=office) for n in range(7)]
    for person in people[1:]:
        nomination(province, office, "LDTT-CN", nominee=person, campaign=campaign)
    made = nomination(province, office, "CSTDCS-CN", nominee=people[0], campaign=campaign)
    assert severity(made, "local-cap") == "block"  # 15 % of 6 is none
    create_held(nominee=people[0], title=advanced, year=YEAR)
    assert severity(made, "local-cap") == "pass"
    elsewhere = create_unit(name="Sở Tài chính", kind="department", parent=province)
    for number in range(3):
        other = create_nominee(name=f"Khác {number}", unit=elsewhere)
        nomination(province, elsewhere, "CSTDCS-CN", nominee=other, campaign=campaign)
    assert severity(made, "local-cap") == "pass"


def test_the_dossier_is_as_complete_as_its_files(province, office):
    dossier = {"dossier": "Tờ trình\nBáo cáo thành tích", "dossier_certainty": "A", "dossier_basis": "Điều 42"}
    title("BKT-CN", **dossier)
    made = nomination(province, office, "BKT-CN")
    assert severity(made, "report-attached") == "block"
    kept = {"nomination": made, "unit": office, "name": "bao-cao.pdf", "media_type": "application/pdf"}
    file = NominationFile.objects.create(**kept, part="report", size=1, sha256="0", content=b"x")
    assert severity(made, "report-attached") == "pass"
    NominationFile.objects.filter(pk=file.pk).update(removed_at=timezone.now())
    assert severity(made, "report-attached") == "block"


def test_a_dissolved_body_with_its_successor(province):
    title("BKT-TT", recipient="collective", kind="merit")
    old = create_unit(name="Sở Lao động", kind="department", parent=province, valid_to=date(2025, 2, 28))
    new = create_unit(name="Sở Nội vụ", kind="department", parent=province)
    Succession.objects.create(predecessor=old, successor=new, took_over_on=date(2025, 3, 1))
    team = create_nominee(kind="collective", unit=old, body=old)
    made = nomination(province, new, "BKT-TT", nominee=team)
    assert "Đơn vị kế tiếp: Sở Nội vụ" in found(made)["body-stands"]["sentence"]
    heir = nomination(province, new, "BKT-TT", nominee=create_nominee(kind="collective", unit=new, body=new))
    assert "Sở Lao động (đến 28/02/2025)" in found(heir)["predecessors"]["sentence"]


@pytest.mark.parametrize(
    ("kind", "level", "expected"),
    [
        ("peoples_committee", "province", "ministry_province"),
        ("peoples_committee", "commune", "commune"),
        ("emulation_council", "district", "district"),
        ("central", "central", "ministry_province"),
        ("front", "central", "ministry_province"),
        ("department", "province", "unit"),
        ("enterprise", "central", "unit"),
    ],
)
def test_what_level_a_unit_decides_at(kind, level, expected):
    assert level_served(create_unit(kind=kind, area=create_area(level=level))) == expected


def everything(province, office, number):
    """A person and a collective with all kinds of facts."""
    room = create_unit(name=f"Phòng {number}", kind="division", parent=office)
    person = create_nominee(name=f"Người {number}", unit=room)
    team = create_nominee(name=f"Phòng {number}", kind="collective", unit=room, body=room)
    YearGrade.objects.create(nominee=person, year=YEAR, grade="HTXSNV")
    create_held(nominee=person, title=title("LDTT-CN"), year=YEAR)
    DisciplinePeriod.objects.create(nominee=person, form="warning", valid_from=ON, decision="Số 4")
    campaign = create_campaign(unit=province, year=YEAR, titles=[title("CSTDCS-CN"), title("TTLDTT-TT")])
    made = nomination(province, office, "CSTDCS-CN", nominee=person, campaign=campaign)
    made.initiatives.add(create_initiative(person))
    return [made, nomination(province, office, "TTLDTT-TT", nominee=team, campaign=campaign)]


@pytest.mark.parametrize("few", [500, 3])
def test_as_many_queries_for_thirty_as_for_two(province, office, few, monkeypatch):
    monkeypatch.setattr("awards.eligibility.gathering.FEW", few)
    title("TTLDTT-TT", recipient="collective")
    cap = {"unit": province, "title": title("CSTDCS-CN"), "of_title": title("LDTT-CN")}
    LocalCap.objects.create(**cap, percent=15, basis="Quy chế")
    made, counts = [], []
    for number in range(15):
        made += everything(province, office, number)
        if number in (0, 14):
            with CaptureQueriesContext(connection) as queries:
                assert len(findings_of(made, on=ON)) == len(made)
            counts.append(len(queries))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_the_day_is_that_of_the_question(province, office):
    title("LDTT-CN", valid_to=date(2025, 6, 30))
    made = nomination(province, office)
    case = cases_of([made], on=date(2025, 6, 30))[made.pk]
    assert len(case.deciders) == 1
    assert cases_of([made], on=date(2025, 6, 30) + timedelta(1))[made.pk].deciders == ()
