"""A plan's year as a picture, and the same numbers as a table."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.urls import reverse

from plans.overview import overview_of
from tests.factories import create_editor, create_item, create_plan, create_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return create_plan(issuer=create_unit())


def counts(plan):
    overview = overview_of(plan)
    return {row.name: {c.column.short: c.count for c in row.cells if c.count} for row in overview.rows}


def test_items_are_counted_in_the_month_they_fall_due(plan):
    units = [create_unit(name="Sở Nội vụ"), create_unit(name="Ân Thi")]
    create_item(plan=plan, quarter=1, deadline_end=date(2024, 3, 30), units=units)
    create_item(plan=plan, quarter=1, deadline_start=date(2024, 1, 1), deadline_end=date(2024, 3, 31), units=units[:1])
    create_item(plan=plan, quarter=2, units=units[:1])
    create_item(plan=plan, quarter=None, deadline_end=date(2025, 1, 15), units=units[:1])
    assert counts(plan) == {"Ân Thi": {"3": 1}, "Sở Nội vụ": {"3": 1, "Q.I": 1, "Q.II": 1, "Khác": 1}}
    assert overview_of(plan).total == 4


def test_items_without_unit_have_a_row_of_their_own(plan):
    create_item(plan=plan, quarter=4)
    assert counts(plan) == {"Không nêu đơn vị": {"Q.IV": 1}}


def test_the_picture_is_well_formed_with_numbers_title_and_no_inline_style(client, plan):
    create_item(plan=plan, quarter=1, deadline_end=date(2024, 3, 30), units=[create_unit(name="<b>Sở</b> & “ban”")])
    client.force_login(create_editor(unit=plan.issuer))
    text = client.get(reverse("plans:plan_overview", args=[plan.code])).text
    svg = text[text.index("<svg") : text.index("</svg>") + 6]
    root = ET.fromstring(svg)
    names = {"svg": "http://www.w3.org/2000/svg"}
    assert root.find("svg:title", names).text == "1 nhiệm vụ năm 2024 theo tháng và đơn vị"
    assert root.find("svg:desc", names) is not None
    assert [
        e.text or e[0].tail for e in root.iter("{http://www.w3.org/2000/svg}text") if "number" in e.get("class")
    ] == ["1"]
    assert "style=" not in text
    assert "<b>Sở" not in text


def test_strangers_get_404(client, plan):
    client.force_login(create_editor())
    assert client.get(reverse("plans:plan_overview", args=[plan.code])).status_code == 404


@pytest.mark.parametrize("rows", [1, 20])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, plan, rows):
    for _ in range(rows):
        create_item(plan=plan, units=[create_unit()])
    client.force_login(create_editor(unit=plan.issuer))
    with django_assert_num_queries(7):
        client.get(reverse("plans:plan_overview", args=[plan.code]))
