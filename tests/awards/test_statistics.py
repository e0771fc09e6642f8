"""The forms: everything in its cells, each figure with what it counts, on paper and as a sheet."""

from datetime import date
from io import BytesIO

import pdfplumber
import pytest
from django.utils import timezone
from openpyxl import load_workbook

from awards.statistics.counting import counted, ids_behind
from awards.statistics.forms import FORMS, METHODS
from tests.awards.making import create_award, create_held, create_movement, create_nominee
from tests.factories import create_area, create_editor, create_unit

pytestmark = pytest.mark.django_db
URL = "/khen-thuong/thong-ke/"


@pytest.fixture
def office():
    return create_unit(name="Sở Nội vụ", kind="department")


@pytest.fixture
def editor(client, office):
    user = create_editor(unit=office)
    client.force_login(user)
    return user


def give(office, code, kind, *, level="ministry_province", recipient="person", **fields):
    title = create_award(code=code, name=code, kind=kind, recipient=recipient, level=level).title
    nominee = create_nominee(kind=recipient, unit=office, name=f"Người {code}")
    return create_held(nominee=nominee, title=title, **{"year": 2026} | fields)


def cells(key, editor, *, year=2026):
    """Those that are not empty, as {(row, column): count}."""
    table = counted(FORMS[key], year, user=editor)
    return {(row.key, column.key): count for row, found in table for column, count in found if count}


def test_an_award_of_the_province_stands_in_its_row_and_column(editor, office):
    give(office, "BKT-CN", "merit", recipient_class="direct_worker")
    give(office, "CTDT-TT", "flag", recipient="collective", recipient_class="enterprise")
    assert cells("0603", editor) == {
        ("tong", "tong"): 2,
        ("tong", "bk"): 1,
        ("tong", "co"): 1,
        ("tap-the", "tong"): 1,
        ("tap-the", "co"): 1,
        ("doanh-nghiep", "tong"): 1,
        ("doanh-nghiep", "co"): 1,
        ("ca-nhan", "tong"): 1,
        ("ca-nhan", "bk"): 1,
        ("direct-worker", "tong"): 1,
        ("direct-worker", "bk"): 1,
        ("thuong-xuyen", "tong"): 2,
        ("thuong-xuyen", "bk"): 1,
        ("thuong-xuyen", "co"): 1,
    }
    assert cells("0602", editor) == {}


def test_an_award_of_the_state_is_counted_on_the_other_form_by_who_submitted_it(editor, office):
    give(office, "HCLD3-CN", "order", level="central_president")
    give(office, "BKTTG-TT", "merit", level="central_pm", recipient="collective")
    found = cells("0602", editor)
    assert [found[key] for key in (("tong", "tong"), ("tinh", "hc-cn"), ("tap-the", "bk-tt"))] == [2, 1, 1]
    assert ("bo-nganh", "tong") not in found
    assert cells("0603", editor) == {}


def test_a_ministry_submits_for_its_own(client):
    ministry = create_unit(name="Bộ Nội vụ", kind="central", area=create_area(name="Trung ương", level="central"))
    user = create_editor(unit=ministry)
    give(ministry, "HCLD3-CN", "order", level="central_president")
    assert cells("0602", user)["bo-nganh", "tong"] == 1


@pytest.mark.parametrize(("method", "merit"), [(key, merit) for key, (_, merit) in METHODS.items() if merit])
def test_six_kinds_of_merit_become_six_methods(editor, office, method, merit):
    give(office, "BKT-CN", "merit", merit=merit)
    found = cells("0603", editor)
    assert [key for key in METHODS if (key, "tong") in found] == [method]


def test_the_seventh_is_the_resistance_whatever_its_kind_of_merit(editor, office):
    give(office, "HCKCCM-CN", "order", level="central_president", merit="work")
    found = cells("0602", editor)
    assert [key for key in METHODS if (key, "tong") in found] == ["khang-chien"]


def test_the_columns_add_up_to_the_total(editor, office):
    for code, kind in (("BKT-CN", "merit"), ("CSTDT-CN", "emulation"), ("KNC-CN", "keepsake"), ("LA-CN", "emulation")):
        give(office, code, kind)
    table = counted(FORMS["0603"], 2026, user=editor)
    for row, found in table:
        total, *rest = [count for _, count in found]
        assert total == sum(rest), row
    assert cells("0603", editor)["tong", "khac"] == 1


def test_the_codes_are_those_of_the_form():
    codes = {row.key: row.code for row in FORMS["0603"].rows}
    known = {"tong": "01", "tap-the": "02", "ca-nhan": "05", "top-leader": "06", "direct-worker": "10"}
    known |= {"thuong-xuyen": "11", "khang-chien": "17", "chua-phan-loai": ""}
    assert {key: codes[key] for key in known} == known
    state = {row.key: row.code for row in FORMS["0602"].rows}
    assert (state["top-leader"], state["direct-worker"], state["khang-chien"]) == ("10", "14", "21")


def test_another_year_the_revoked_and_other_offices_do_not_count(editor, office):
    give(office, "BKT-CN", "merit", year=2025)
    give(office, "BKT2-CN", "merit", revoked_on=date(2026, 12, 30), revoked_because="Sai")
    give(create_unit(), "BKT3-CN", "merit")
    assert cells("0603", editor) == {}
    assert cells("0603", editor, year=2025)["tong", "tong"] == 1


def test_each_figure_leads_to_its_awards(client, editor, office):
    award = give(office, "BKT-CN", "merit", recipient_class="business")
    give(office, "CTDT-TT", "flag", recipient="collective")
    form = FORMS["0603"]
    for row, found in counted(form, 2026, user=editor):
        for column, count in found:
            assert len(ids_behind(form, 2026, row, column, user=editor)) == count
    page = client.get(f"{URL}?nam=2026").text
    address = f"{URL}0603/business/bk/?nam=2026"
    assert f'href="{address}"' in page
    assert [found for found, _ in client.get(address).context["rows"]] == [award]
    assert [client.get(f"{URL}{path}").status_code for path in ("0603/x/bk/", "0609/tong/tong/", "0609.pdf")] == [
        404
    ] * 3


def test_on_paper_and_as_a_sheet(client, editor, office):
    give(office, "BKT-CN", "merit")
    pdf = client.get(f"{URL}0602.pdf?nam=2026")
    pages = pdfplumber.open(BytesIO(pdf.content)).pages
    assert "SỐ LƯỢNG KHEN THƯỞNG CẤP NHÀ NƯỚC" in pages[0].extract_text()
    assert len(pages) == 1
    sheet = load_workbook(BytesIO(client.get(f"{URL}0603.xlsx?nam=2026").content)).active
    assert [cell.value for cell in sheet[5]][:4] == ["Tổng số", "01", 1, 1]


def test_a_movement_stands_in_the_column_of_who_launched_it_and_in_three_rows(editor, office):
    create_movement(unit=office, level="central", scope="nation", method="yearly")
    assert cells("0601", editor) == {
        (row, column): 1 for row in ("tong", "toan-quoc", "1-nam", "hang-nam") for column in ("tong", "trung-uong")
    }


@pytest.mark.parametrize(
    ("launched_on", "ends_on", "row"),
    [
        (date(2026, 1, 1), date(2026, 12, 30), "duoi-1-nam"),
        (date(2026, 1, 1), date(2026, 12, 31), "1-nam"),
        (date(2026, 3, 15), date(2027, 3, 14), "1-nam"),
        (date(2026, 1, 1), date(2027, 1, 1), "tren-1-nam"),
        (date(2026, 1, 1), date(2028, 12, 30), "tren-1-nam"),
        (date(2026, 1, 1), date(2028, 12, 31), "3-nam"),
        (date(2026, 1, 1), date(2030, 12, 30), "3-nam"),
        (date(2026, 1, 1), date(2030, 12, 31), "5-nam"),
        (date(2024, 2, 29), date(2025, 2, 28), "1-nam"),
    ],
)
def test_how_long_a_movement_lasts_both_days_inside(editor, office, launched_on, ends_on, row):
    create_movement(unit=office, launched_on=launched_on, ends_on=ends_on)
    found = {key for key, _ in cells("0601", editor, year=launched_on.year)}
    assert found & {"duoi-1-nam", "1-nam", "tren-1-nam", "3-nam", "5-nam"} == {row}


def test_movements_of_other_years_of_other_offices_and_those_taken_out_do_not_count(editor, office):
    create_movement(unit=office, launched_on=date(2025, 12, 31))
    create_movement(unit=office, removed_at=timezone.now())
    create_movement()
    assert cells("0601", editor) == {}
    assert cells("0601", editor, year=2025)["tong", "tong"] == 1


def test_rows_and_columns_of_movements_add_up(editor, office):
    for level, scope, years in (("central", "nation", 1), ("province", "place", 4), ("unit", "cluster", 6)):
        create_movement(unit=office, level=level, scope=scope, ends_on=date(2025 + years, 12, 31))
    create_movement(unit=office, level="unit", scope="unit", method="yearly", ends_on=date(2026, 6, 30))
    table = {row.code: [count for _, count in found] for row, found in counted(FORMS["0601"], 2026, user=editor)}
    for codes in (("02", "03", "04", "05"), ("06", "07", "08", "09", "10"), ("11", "12")):
        assert [sum(column) for column in zip(*(table[code] for code in codes), strict=True)] == table["01"]
    assert all(total == sum(rest) for total, *rest in table.values())
    assert table["01"] == [4, 1, 1, 2]


def test_a_figure_of_movements_leads_to_them(client, editor, office):
    movement = create_movement(unit=office)
    create_movement(unit=office, name="Phong trào khác", level="unit")
    address = f"{URL}0601/1-nam/bo-tinh/?nam=2026"
    assert f'href="{address}"' in client.get(f"{URL}?nam=2026").text
    response = client.get(address)
    assert response.context["movements"] == [movement]
    assert movement.get_absolute_url() in response.text
    pages = pdfplumber.open(BytesIO(client.get(f"{URL}0601.pdf?nam=2026").content)).pages
    assert "SỐ PHONG TRÀO THI ĐUA" in pages[0].extract_text()
    sheet = load_workbook(BytesIO(client.get(f"{URL}0601.xlsx?nam=2026").content)).active
    assert [cell.value for cell in sheet[5]] == ["Tổng số", "01", 2, 0, 1, 1]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_does_not_grow(client, editor, office, rows, django_assert_max_num_queries):
    for number in range(rows):
        give(office, f"BKT{number}-CN", "merit")
        create_movement(unit=office)
    for path in ("?nam=2026", "0603/tong/tong/?nam=2026", "0601/tong/tong/?nam=2026"):
        with django_assert_max_num_queries(12):
            assert client.get(f"{URL}{path}").status_code == 200
