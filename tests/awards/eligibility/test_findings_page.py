"""The findings of a round: those of the nominations one may see, filtered; asked for anew by a button."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from awards.eligibility import checking
from awards.models import CheckMark, DisciplinePeriod, EligibilityCheck, Override, YearGrade
from tests.awards.making import create_award, create_campaign, create_nomination, create_nominee
from tests.factories import create_unit, create_user
from tests.payloads import MARKUP
from units.models import Role

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def province():
    return create_unit()


@pytest.fixture
def office(province):
    return create_unit(name="Sở Nội vụ", kind="department", parent=province)


@pytest.fixture
def campaign(province):
    title = create_award(code="LDTT-CN", level="ministry_province").title
    return create_campaign(unit=province, titles=[title], year=YEAR)


@pytest.fixture
def editor(client, province):
    user = create_user(role=Role.EDITOR, unit=province)
    client.force_login(user)
    return user


def page(campaign):
    return reverse("awards:campaign_findings", args=[campaign.pk])


def nominated(campaign, office, name, grade=None):
    person = create_nominee(name=name, unit=office)
    if grade:
        YearGrade.objects.create(nominee=person, year=YEAR, grade=grade)
    return create_nomination(campaign=campaign, unit=office, nominee=person, state="submitted")


def ask(client, campaign):
    return client.post(reverse("awards:campaign_check", args=[campaign.pk]))


def names(response):
    return [str(nomination.nominee) for nomination, _ in response.context["rows"]]


@pytest.fixture
def three(client, editor, campaign, office):
    made = [nominated(campaign, office, *told) for told in (("An", "HTTNV"), ("Bình", "HTNV"), ("Chi", None))]
    assert ask(client, campaign).url == page(campaign)
    return made


def test_nothing_is_asked_by_looking(client, editor, campaign, office):
    nominated(campaign, office, "An")
    assert "Chưa kiểm tra. Hãy bấm" in client.get(page(campaign)).text
    assert not EligibilityCheck.objects.exists()


def test_each_with_what_asks_for_attention(client, campaign, three):
    text = client.get(page(campaign)).text
    assert "Xếp loại năm 2026: HTNV, dưới HTTNV." in text
    assert "Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 24 khoản 1" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["An", "Bình", "Chi"]),
        ("muc=pass", ["An"]),
        ("muc=block", ["Bình"]),
        ("muc=unknown", ["Chi"]),
        ("dieu_kien=year-grade", ["Bình", "Chi"]),
        ("dieu_kien=year-grade&muc=block", ["Bình"]),
        ("dieu_kien=year-grade&muc=pass", ["An"]),
        ("muc=chua", []),
        ("q=binh", ["Bình"]),
        ("muc=khong&dieu_kien=khong", ["An", "Bình", "Chi"]),
    ],
)
def test_filtered_by_result_and_condition(client, campaign, three, query, expected):
    assert names(client.get(f"{page(campaign)}?{query}")) == expected


def test_how_many_of_each(client, campaign, three):
    counts = {severity: count for severity, _, count in client.get(page(campaign)).context["counts"]}
    assert counts == {"block": 1, "warn": 0, "unknown": 1, "info": 0, "pass": 1, "chua": 0}


def test_asked_again_what_was_mended_is_gone(client, campaign, three):
    YearGrade.objects.update(grade="HTTNV")
    ask(client, campaign)
    assert names(client.get(f"{page(campaign)}?muc=block")) == []
    assert EligibilityCheck.objects.count() == 3


def test_what_was_submitted_keeps_its_findings(client, campaign, three):
    three[1].refresh_from_db()
    assert (three[1].findings, three[1].version) == ([], 1)


def test_discipline_is_told_on_the_page_of_the_nomination_alone(client, campaign, three):
    paper = "Quyết định kỷ luật số 9"
    DisciplinePeriod.objects.create(nominee=three[0].nominee, form="warning", valid_from="2026-01-01", decision=paper)
    ask(client, campaign)
    response = client.get(page(campaign))
    told = [words in response.text for words in (paper, "Cảnh cáo", "Có nội dung về kỷ luật")]
    assert told == [False, False, True]
    assert CheckMark.objects.filter(rule="discipline", severity="block").count() == 1


def test_the_reason_for_going_on_stands_with_the_warning(client, editor, campaign, office):
    made = nominated(campaign, office, "An")
    checking.keep({made.pk: [{"rule": "local-cap", "severity": "warn", "sentence": "Vượt 1.", "citation": "Quy chế"}]})
    told = {"reason": "Thành tích nổi trội", "by": editor, "at": timezone.now()}
    Override.objects.create(nomination=made, rule="local-cap", **told)
    assert "Lý do vẫn đề nghị: Thành tích nổi trội" in client.get(page(campaign)).text


def test_a_unit_sees_and_asks_about_its_own_alone(client, province, campaign, office):
    other = create_unit(name="Sở Tài chính", kind="department", parent=province)
    nominated(campaign, office, "An")
    nominated(campaign, other, "Bình")
    client.force_login(create_user(role=Role.REPORTER, unit=other))
    ask(client, campaign)
    assert names(client.get(page(campaign))) == ["Bình"]
    assert EligibilityCheck.objects.get().nomination.unit == other


def test_a_request_asks_for_no_more_than_so_many(client, editor, campaign, office, monkeypatch):
    monkeypatch.setattr(checking, "AT_ONCE", 2)
    monkeypatch.setattr("awards.views.findings.AT_ONCE", 2)
    for name in ("An", "Bình", "Chi"):
        nominated(campaign, office, name)
    ask(client, campaign)
    assert EligibilityCheck.objects.count() == 2
    assert "Hãy bấm lần nữa" in client.get(page(campaign)).text
    ask(client, campaign)
    assert EligibilityCheck.objects.count() == 3


def test_text_is_never_markup(client, editor, campaign, office):
    made = nominated(campaign, office, MARKUP[0])
    checking.keep({made.pk: [{"rule": "r", "severity": "block", "sentence": MARKUP[1], "citation": MARKUP[2]}]})
    text = client.get(page(campaign)).text
    assert [words for words in MARKUP[:3] if words in text] == []


def test_as_many_queries_for_thirty_as_for_one(client, editor, campaign, office):
    counts = []
    for size in (1, 29):
        for number in range(size):
            nominated(campaign, office, f"Người {size} {number}")
        ask(client, campaign)
        client.get(page(campaign))
        with CaptureQueriesContext(connection) as queries:
            client.get(page(campaign))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12
