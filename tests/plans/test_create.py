"""A new plan: empty, from the template of its level, or as a copy; by whom, and once only."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from plans.models import Assignment, Plan
from plans.starting import empty_draft, start_plan, template_draft
from tests.factories import (
    create_area,
    create_editor,
    create_item,
    create_plan,
    create_section,
    create_unit,
    create_user,
)
from units.models import Area, Role, Succession

pytestmark = pytest.mark.django_db
URL = "/ke-hoach/tao-moi/"


@pytest.fixture
def unit():
    return create_unit(symbol="UBND")


@pytest.fixture
def editor(client, unit):
    user = create_editor(unit=unit)
    client.force_login(user)
    return user


def post(client, unit, url=URL, **fields):
    data = {"issuer": unit.pk, "year": 2025, "start": "empty", "move_years": "on", "token": uuid4()}
    return client.post(url, data | fields)


def copy_of(source):
    return Plan.objects.exclude(pk=source.pk).get()


def test_an_empty_plan_has_head_and_headings_and_opens_in_the_editor(client, unit, editor):
    response = post(client, unit)
    plan = Plan.objects.get()
    assert response.url == reverse("plans:plan_editor", args=[plan.code])
    assert (plan.issuer, plan.year, plan.state, plan.number, plan.day) == (unit, 2025, "draft", "", None)
    assert plan.issuer_lines == "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ"
    assert (plan.symbol, plan.authority_lines) == ("KH-UBND", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
    assert plan.sections.filter(kind="items").count() == 1
    event = plan.events.get()
    assert (event.kind, event.by) == ("created", editor)


def test_the_same_form_sent_twice_makes_one_plan(client, unit, editor):
    token = uuid4()
    first, second = post(client, unit, token=token), post(client, unit, token=token)
    assert first.url == second.url
    assert Plan.objects.count() == 1


def test_the_same_form_with_other_answers_says_what_it_made_and_asks_again(client, unit, editor):
    token = uuid4()
    post(client, unit, token=token)
    again = post(client, unit, token=token, year=2026)
    assert (again.status_code, Plan.objects.get().year) == (200, 2025)
    assert "Kế hoạch đã được tạo từ lần gửi trước" in again.text
    assert reverse("plans:plan_editor", args=[Plan.objects.get().code]) in again.text
    post(client, unit, token=again.context["form"]["token"].value(), year=2026)
    assert sorted(Plan.objects.values_list("year", flat=True)) == [2025, 2026]


def test_a_token_of_somebody_else_makes_and_shows_nothing(client, unit, editor):
    token = uuid4()
    post(client, unit, token=token)
    stranger_unit = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")
    client.force_login(create_editor(unit=stranger_unit))
    again = post(client, stranger_unit, token=token)
    assert (again.status_code, Plan.objects.count()) == (200, 1)
    assert "lần gửi trước" not in again.text


@pytest.mark.parametrize("level", ["province", "district", "commune"])
def test_the_template_of_the_issuers_level(client, level):
    unit = create_unit(area=create_area(level=level), symbol="UBND")
    client.force_login(create_editor(unit=unit))
    post(client, unit, start="template")
    plan = Plan.objects.get()
    assert plan.items.filter(section__kind="items").count() >= 8
    assert "2025" in plan.subject
    assert "{" not in plan.search_key
    words = " ".join(plan.sections.values_list("text", flat=True)) + " ".join(plan.items.values_list("text", flat=True))
    assert "{" not in words


def test_templates_differ_by_level():
    drafts = [
        template_draft(issuer=create_unit(area=create_area(level=level)), year=2025) for level in Area.Level.values[1:]
    ]
    assert len({draft.subject + str([item.text for item in draft.items]) for draft in drafts}) == 3


def test_a_copy_moves_years_and_deadlines_and_says_what_to_look_at(client, unit, editor):
    source = create_plan(issuer=unit, number="249", day=21)
    create_section(plan=source, text="Theo Chỉ thị năm 2024.")
    create_item(
        plan=source,
        text="Tổng kết năm 2024",
        deadline_raw="cuối tháng 02",
        deadline_start=date(2024, 2, 21),
        deadline_end=date(2024, 2, 29),
        units=[(unit, "lead")],
    )
    post(client, unit, start="copy", source=source.code)
    plan = copy_of(source)
    item = plan.items.get()
    assert plan.subject == "Triển khai công tác thi đua, khen thưởng năm 2025"
    assert (plan.number, plan.day, plan.month, plan.state, plan.copied_from) == ("", None, None, "draft", source)
    assert (item.text, item.deadline_start, item.deadline_end) == (
        "Tổng kết năm 2025",
        date(2025, 2, 21),
        date(2025, 2, 28),
    )
    event = plan.events.get()
    assert event.kind == "copied"
    assert "Còn ghi năm 2024: Theo Chỉ thị năm 2024." in client.get(plan.get_absolute_url()).text


def test_a_copy_keeps_units_matched_by_hand(client, unit, editor):
    source = create_plan(issuer=unit)
    division = create_unit(name="Phòng Tổng hợp", parent=unit)
    item = create_item(plan=source)
    Assignment.objects.create(item=item, position=1, role="lead", printed="Bộ phận một cửa", unit=division)
    post(client, unit, start="copy", source=source.code)
    named = Assignment.objects.get(item__plan=copy_of(source))
    assert (named.printed, named.unit) == ("Bộ phận một cửa", division)


def test_a_copy_for_another_issuer_carries_its_head(client, unit, editor):
    source = create_plan(issuer=unit)
    division = create_unit(name="Sở Nội vụ thành phố Cần Thơ", kind="department", parent=unit, symbol="SNV")
    post(client, division, start="copy", source=source.code)
    plan = copy_of(source)
    assert (plan.symbol, plan.superior_line) == ("KH-SNV", "ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ")
    assert (plan.authority_lines, plan.signer_name) == ("GIÁM ĐỐC", "")


def test_the_copy_page_is_the_same_form_preset(client, unit, editor):
    source = create_plan(issuer=unit)
    url = reverse("plans:plan_copy", args=[source.code])
    initial = client.get(url).context["form"].initial
    assert (initial["start"], initial["source"], initial["year"], initial["issuer"]) == (
        "copy",
        source.code,
        2025,
        unit,
    )
    post(client, unit, url=url, start="copy", source=source.code)
    assert copy_of(source).copied_from == source


def test_only_visible_plans_are_copied_and_only_for_own_units(client, unit, editor):
    foreign = create_plan()
    assert client.get(reverse("plans:plan_copy", args=[foreign.code])).status_code == 404
    response = post(client, unit, start="copy", source=foreign.code)
    assert "Không có kế hoạch này, hoặc bạn không được xem." in response.text
    assert "Bạn không được soạn kế hoạch cho cơ quan này." in post(client, foreign.issuer).text
    assert list(Plan.objects.all()) == [foreign]


def test_who_edits_nowhere_is_refused(client, unit):
    client.force_login(create_user(role=Role.CLERK, unit=unit))
    assert client.get(URL).status_code == 403
    assert post(client, unit).status_code == 403


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("year", "", "Hãy điền mục này."),
        ("year", "hai nghìn", "Hãy ghi năm bằng bốn chữ số"),
        ("year", "20", "Năm phải từ 2000 đến 2100."),
        ("issuer", "", "Hãy điền mục này."),
        ("start", "x", "Hãy chọn một trong ba cách bắt đầu."),
        ("start", "copy", "Hãy chọn kế hoạch để chép."),
        ("token", "x", "Hãy tải lại trang rồi làm lại."),
    ],
)
def test_bad_input_is_told_and_makes_nothing(client, unit, editor, field, value, told):
    assert told in post(client, unit, **{field: value}).text
    assert not Plan.objects.exists()


def test_an_issuer_that_ended_makes_no_later_plan_and_its_successor_is_named(client, unit, editor):
    unit.valid_to = date(2025, 6, 30)
    unit.save()
    after = create_unit(name="Ủy ban nhân dân thành phố Cần Thơ mới", parent=unit)
    Succession.objects.create(predecessor=unit, successor=after, took_over_on=date(2025, 7, 1))
    text = post(client, unit, year=2026).text
    assert "đã chấm dứt hoạt động sau ngày 30/06/2025, không lập kế hoạch năm 2026. Hãy chọn đơn vị kế tiếp" in text
    assert "(đến 30/06/2025)" in text
    assert not Plan.objects.exists()
    source = create_plan(issuer=unit, year=2025)
    initial = client.get(reverse("plans:plan_copy", args=[source.code])).context["form"].initial
    assert (initial["year"], initial["issuer"]) == (2026, after)
    assert post(client, unit, year=2025).status_code == 302


def test_two_servers_that_get_the_same_form_at_once_make_one_plan(unit, editor):
    token = uuid4()
    first, second = (
        start_plan(empty_draft(issuer=unit, year=2025), issuer=unit, by=editor, token=token) for _ in range(2)
    )
    assert first == second
    assert Plan.objects.count() == 1
