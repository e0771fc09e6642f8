"""Sổ khen thưởng: found by person, unit, title, year and decision; seen only where the records are; taken along."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.awards.making import create_award, create_held, create_nominee
from tests.awards.papers import Round
from tests.factories import create_editor, create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db
URL = "/khen-thuong/so/"


@pytest.fixture
def office():
    return create_unit(name="Ủy ban nhân dân phường Cái Khế")


@pytest.fixture
def editor(client, office):
    client.force_login(create_editor(unit=office))
    return client


def held(office, name, **fields):
    return create_held(nominee=create_nominee(name=name, unit=office), **fields)


def names(response):
    return [award.nominee.name for award, _ in response.context["rows"]]


def test_the_newest_decision_comes_first(editor, office):
    held(office, "Cũ", year=2023)
    held(office, "Mới", year=2025)
    assert names(editor.get(URL)) == ["Mới", "Cũ"]


@pytest.mark.parametrize(
    "query",
    [
        {"q": "tran thi be"},
        {"don_vi": "phong van hoa"},
        {"danh_hieu": "lao dong tien tien"},
        {"nam": "2025"},
        {"so": "77/qd"},
        {"loai": "sudden"},
        {"con": "thu-hoi"},
    ],
    ids=lambda query: next(iter(query)),
)
def test_found_by(editor, office, query):
    division = create_unit(name="Phòng Văn hóa - Xã hội", parent=office)
    other = create_award(name="Giấy khen").title
    held(office, "Lê Văn Tám", title=other)
    wanted = {"title": create_award().title, "year": 2025, "decision": "77/QĐ-UBND", "merit": "sudden"}
    revoked = {"revoked_on": date(2026, 1, 1), "revoked_because": "Khai man"}
    held(division, "Trần Thị Bé", **wanted | revoked)
    assert names(editor.get(URL, query)) == ["Trần Thị Bé"]


def test_a_revoked_award_stays_and_says_why(editor, office):
    held(office, "Lê Văn Tám", revoked_on=date(2025, 1, 1), revoked_because="Khai man thành tích")
    assert "Đã thu hồi 01/01/2025: Khai man thành tích" in editor.get(URL).text


def test_the_decision_of_this_program_is_a_link(client):
    agreed = Round()
    issued = agreed.issue()
    client.force_login(agreed.editor)
    page = client.get(URL)
    assert len(names(page)) == 2
    assert f'href="{issued.get_absolute_url()}"' in page.text


def test_only_those_who_may_see_the_records_see_their_awards(client, office):
    held(office, "Lê Văn Tám")
    client.force_login(create_editor())
    assert names(client.get(URL)) == []
    client.force_login(create_user(role=Role.REPORTER, unit=office))
    assert [client.get(url).status_code for url in (URL, "/khen-thuong/so.xlsx")] == [404, 404]


def test_odd_input_is_no_error(editor):
    odd = {"nam": "năm nào", "loai": "x", "con": "y", "q": "x" * 999, "trang": "z"}
    assert editor.get(URL, odd).status_code == 200


def test_the_spreadsheet_has_what_the_page_lists_and_no_formula(editor, office):
    held(office, "=HYPERLINK(1)", decision="+12/QĐ")
    held(office, "Lê Văn Tám", year=2020)
    answer = editor.get("/khen-thuong/so.xlsx", {"nam": "2024"})
    sheet = load_workbook(BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[1] for row in rows] == ["=HYPERLINK(1)"]
    assert {cell.data_type for row in sheet.iter_rows(min_row=4) for cell in row} <= {"s", "inlineStr", "n", "d"}
    assert sheet["A2"].value == "Năm quyết định: 2024"


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_does_not_grow(editor, office, rows, django_assert_max_num_queries):
    for number in range(rows):
        held(office, f"Người {number}")
    with django_assert_max_num_queries(12):
        assert len(names(editor.get(URL))) == rows
