"""The list of plans: who sees what, filters, pages, and the same number of queries at any size."""

import pytest

from plans.models import Plan
from tests.factories import (
    create_area,
    create_editor,
    create_item,
    create_plan,
    create_unit,
    create_user,
)
from units.models import Area, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unguarded")]
URL = "/ke-hoach/"


def subjects(response):
    return [row["plan"].subject for row in response.context["rows"]]


def issued(**fields):
    return create_plan(number="12", day=3, state=Plan.State.ISSUED, **fields)


def test_an_editor_sees_the_plans_of_the_own_unit_and_below(client):
    unit = create_unit()
    create_plan(issuer=unit, subject="Của tôi")
    create_plan(issuer=create_unit(name="Cấp dưới", parent=unit), subject="Của cấp dưới")
    create_plan(subject="Của nơi khác")
    client.force_login(create_editor(unit=unit))
    assert sorted(subjects(client.get(URL))) == ["Của cấp dưới", "Của tôi"]


def test_a_reporter_sees_issued_plans_that_name_the_unit_or_one_below_and_no_drafts(client):
    unit = create_unit(name="Ủy ban nhân dân quận Cái Răng")
    division = create_unit(name="Phòng Nội vụ quận Cái Răng", parent=unit)
    for subject, plan, named in [
        ("Nêu đơn vị", issued, unit),
        ("Nêu phòng cấp dưới", issued, division),
        ("Nêu nơi khác", issued, create_unit()),
        ("Dự thảo", create_plan, unit),
    ]:
        create_item(plan=plan(subject=subject), units=[named])
    client.force_login(create_user(role=Role.REPORTER, unit=unit))
    assert sorted(subjects(client.get(URL))) == ["Nêu phòng cấp dưới", "Nêu đơn vị"]


def test_a_user_without_role_sees_none(client):
    create_plan()
    client.force_login(create_user())
    response = client.get(URL)
    assert subjects(response) == []
    assert "Không có văn bản nào phù hợp" in response.text


def test_filters_by_year_state_level_area_and_issuer(client):
    top = create_unit(name="Trung ương", area=create_area(name="Trung ương", type_word="", level=Area.Level.CENTRAL))
    can_tho = create_area(name="Cần Thơ")
    district = create_area(name="Cái Răng", type_word="quận", level=Area.Level.DISTRICT, parent=can_tho)
    province = create_unit(name="Ủy ban nhân dân thành phố Cần Thơ", area=can_tho, parent=top)
    below = create_unit(name="Ủy ban nhân dân quận Cái Răng", area=district, parent=province)
    other = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai", area=create_area(name="Đồng Nai"), parent=top)
    create_plan(issuer=province, subject="A", year=2023)
    create_plan(issuer=below, subject="B")
    issued(issuer=other, subject="C")
    client.force_login(create_editor(unit=top))

    def found(**query):
        return sorted(subjects(client.get(URL, query)))

    assert found() == ["A", "B", "C"]
    assert found(nam="2024") == ["B", "C"]
    assert found(trang_thai="issued") == ["C"]
    assert found(cap="district") == ["B"]
    assert found(dia_ban="can tho") == ["A", "B"]
    assert found(co_quan="dong nai") == ["C"]
    assert found(dia_ban="can tho", nam="2024", cap="district", q="") == ["B"]


def test_newest_year_first_then_issuers_in_vietnamese_order(client):
    top = create_unit()
    for name in ("Văn phòng", "Đảng ủy", "Ân Thi", "Ban Tổ chức"):
        create_plan(issuer=create_unit(name=name, parent=top), subject=name)
    create_plan(issuer=top, subject="Năm sau", year=2025)
    client.force_login(create_editor(unit=top))
    assert subjects(client.get(URL)) == ["Năm sau", "Ân Thi", "Ban Tổ chức", "Đảng ủy", "Văn phòng"]


@pytest.mark.parametrize(
    "query", ["nam=abc", "nam=1e9", "cap=x", "trang=-1", "trang=x", "q=%00", "trang_thai=%27", "nam="]
)
def test_odd_filters_never_fail(client, query):
    unit = create_unit()
    create_plan(issuer=unit)
    client.force_login(create_editor(unit=unit))
    response = client.get(f"{URL}?{query}")
    assert response.status_code == 200
    assert len(subjects(response)) == 1


def test_pages_of_twenty_keep_the_filter(client):
    unit = create_unit()
    for _ in range(21):
        create_plan(issuer=unit)
    client.force_login(create_editor(unit=unit))
    response = client.get(URL, {"nam": "2024", "trang": "2"})
    assert len(subjects(response)) == 1
    assert 'rel="prev" href="?nam=2024&amp;trang=1"' in response.text


def test_htmx_gets_the_rows_alone(client):
    unit = create_unit()
    create_plan(issuer=unit)
    client.force_login(create_editor(unit=unit))
    response = client.get(URL, headers={"HX-Request": "true"})
    assert "<html" not in response.text
    assert "plan-row" in response.text
    assert "HX-Request" in response.headers["Vary"]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries, rows):
    unit = create_unit()
    for i in range(rows):
        plan = create_plan(issuer=create_unit(name=f"Phòng {i}", parent=unit))
        create_item(plan=plan, units=[unit])
        plan.refresh_search_key()
    client.force_login(create_editor(unit=unit))
    with django_assert_num_queries(9):
        client.get(URL)
    with django_assert_num_queries(10):
        client.get(URL, {"q": "hoi nghi"})


def test_what_people_typed_is_shown_as_text(client):
    unit = create_unit(name="<b>Phòng</b>")
    create_plan(issuer=unit, subject="<script>alert(1)</script>")
    client.force_login(create_editor(unit=unit))
    response = client.get(URL, {"q": "<img src=x onerror=alert(1)>", "co_quan": '"><script>'})
    assert "<script>alert" not in response.text
    assert "<img" not in response.text
    assert '"><script>' not in response.text
