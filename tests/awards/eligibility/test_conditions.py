"""The page of the conditions says what the rules say, by the law of the day; the command judges one nomination."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from awards.eligibility.registry import RULES, RULES_VERSION
from awards.loading import load_awards
from awards.models import Examination
from tests.awards.making import create_award, create_campaign, create_nomination, create_nominee
from tests.factories import create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db
PAGE = "/khen-thuong/dieu-kien/"
DECREES = ("Nghị định số 98/2023/NĐ-CP", "Nghị định số 152/2025/NĐ-CP")


@pytest.fixture
def reader(client):
    client.force_login(create_user(role=Role.REPORTER, unit=create_unit()))


def test_every_rule_stands_on_the_page(client, reader, django_assert_max_num_queries):
    load_awards()
    with django_assert_max_num_queries(8):
        text = client.get(f"{PAGE}?ngay=26/11/2026").text
    assert [rule.words for rule in RULES if rule.words not in text] == []
    assert RULES_VERSION in text


@pytest.mark.parametrize(("day", "decree"), [("30/06/2025", DECREES[0]), ("01/07/2025", DECREES[1])])
def test_the_decree_of_the_day_is_cited(client, reader, day, decree):
    text = client.get(f"{PAGE}?ngay={day}").text
    assert [name for name in DECREES if f"{name}, Điều 4" in text] == [decree]


def test_before_the_law_there_was_none_of_its_conditions(client, reader):
    load_awards()
    assert client.get(f"{PAGE}?ngay=31/12/2023").context["titles"] == []


def test_odd_days_are_answered(client, reader):
    assert client.get(f"{PAGE}?ngay=hôm%20nay").status_code == 200


def asked(*arguments):
    out = StringIO()
    call_command("check_nomination", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def nomination():
    unit = create_unit()
    title = create_award(code="LDTT-CN", level="ministry_province").title
    person = create_nominee(unit=unit)
    Examination.objects.create(nominee=person, matter="press", valid_from="2026-01-01", decision="Công văn số 3")
    return create_nomination(campaign=create_campaign(unit=unit, titles=[title]), nominee=person)


def test_the_command_tells_people(nomination):
    assert "- Chưa đủ điều kiện: Báo chí nêu dấu hiệu tham nhũng" in asked(nomination.pk)


def test_the_command_tells_programs(nomination):
    told = json.loads(asked(nomination.pk, "--json"))
    rules = {finding["rule"]: finding for finding in told["findings"]}
    assert (told["title"], told["rules_version"], told["frozen"]["findings"]) == ("LDTT-CN", RULES_VERSION, [])
    assert set(rules["examination"]) == {"rule", "severity", "sentence", "citation", "facts"}
    assert (rules["examination"]["severity"], rules["year-grade"]["severity"]) == ("block", "unknown")


def test_the_command_knows_when_there_is_none():
    with pytest.raises(CommandError, match="Không có đề nghị số 7"):
        asked(7)
