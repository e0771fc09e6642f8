"""Editing the head and the foot of a plan."""

import pytest

from plans.models import Plan, PlanItem
from tests.factories import create_unit, create_user
from tests.plans.editing import HTMX, Desk, sent
from units.models import Role

pytestmark = pytest.mark.django_db


def save(desk, name, **changes):
    url = desk.url(name)
    return desk.client.post(url, sent(desk.client.get(url), **changes))


def stored(desk):
    return Plan.objects.get(pk=desk.plan.pk)


def test_saving_the_head_writes_the_row_and_one_event():
    desk = Desk()
    response = save(desk, "head_edit", number="25", day="7", month="1", signed_year="2024", subject="Trích yếu\nmới")
    assert response.url.endswith("#dau-van-ban")
    plan = stored(desk)
    assert (plan.number, plan.day, plan.month, plan.signed_year) == ("25", 7, 1, 2024)
    assert (plan.subject, plan.version) == ("Trích yếu mới", 2)
    event = desk.plan.events.get()
    assert (event.ref, event.details["before"]["number"]) == ("dau", "")
    assert "trich yeu moi" in plan.search_key


def test_day_and_month_may_be_blank():
    desk = Desk()
    save(desk, "head_edit", day="", month="")
    assert (stored(desk).day, stored(desk).month) == (None, None)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day": "7", "month": ""}, "Có ngày thì phải có tháng."),
        ({"day": "30", "month": "2"}, "Tháng 2 năm 2023 không có ngày 30."),
        ({"month": "mười"}, "Hãy nhập một số."),
        ({"issuer": "999999"}, "Bạn không soạn văn bản cho cơ quan này."),
        ({"issuer_lines": ""}, "Trường này là bắt buộc."),
    ],
)
def test_bad_input_says_why_and_writes_nothing(changes, sentence):
    desk = Desk()
    response = save(desk, "head_edit", number="25", **changes)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert 'value="25"' in response.content.decode()
    assert (stored(desk).number, desk.plan.events.count()) == ("", 0)


def test_the_issuer_is_one_of_those_the_user_writes_for():
    desk = Desk()
    below = create_unit(name="Phòng Nội vụ quận Cái Răng", kind="division", parent=desk.issuer)
    create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai")
    page = desk.client.get(desk.url("head_edit")).content.decode()
    assert "Phòng Nội vụ quận Cái Răng" in page
    assert "Đồng Nai" not in page
    save(desk, "head_edit", issuer=str(below.pk))
    assert stored(desk).issuer == below


def test_another_year_reads_the_deadlines_anew():
    desk = Desk()
    PlanItem.objects.filter(pk=desk.first.pk).update(deadline_raw="cuối tháng 02")
    save(desk, "head_edit", year="2025")
    item = PlanItem.objects.get(pk=desk.first.pk)
    assert (str(item.deadline_start), str(item.deadline_end)) == ("2025-02-21", "2025-02-28")


def test_saving_the_foot():
    desk = Desk()
    save(desk, "foot_edit", recipients="Các sở\r\n\r\nLưu: VT", authority_lines="KT. CHỦ TỊCH\r\nPHÓ CHỦ TỊCH")
    plan = stored(desk)
    assert (plan.recipients, plan.authority_lines) == ("Các sở\nLưu: VT", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")
    assert desk.notes() == ["Sửa nơi nhận, người ký"]


def test_by_htmx_the_card_comes_back():
    desk = Desk()
    url = desk.url("foot_edit")
    response = desk.client.post(url, sent(desk.client.get(url), signer_name="Người mới"), headers=HTMX)
    assert response["HX-Retarget"] == "#cuoi-van-ban"
    assert "Người mới" in response.content.decode()


@pytest.mark.parametrize("name", ["head_edit", "foot_edit", "head_show", "foot_show", "plan_editor"])
def test_strangers_get_404_and_readers_403(name):
    desk = Desk()
    stranger, reader = create_user(role=Role.EDITOR), create_user(role=Role.CLERK, unit=desk.issuer)
    assert desk.client_of(stranger).get(desk.url(name)).status_code == 404
    assert desk.client_of(reader).get(desk.url(name)).status_code == 403


def test_a_day_that_is_none_breaks_no_page():
    desk = Desk()
    Plan.objects.filter(pk=desk.plan.pk).update(day=31, month=2)
    clerk = create_user(role=Role.CLERK, unit=desk.issuer)
    assert desk.client.get(desk.url("item_edit", desk.first.pk)).status_code == 200
    assert desk.client_of(clerk).get(desk.url("plan_record_issued")).status_code == 200


@pytest.mark.parametrize(("typed", "kept"), [("5", "05"), ("005", "05"), ("249a", "249a")])
def test_the_number_is_kept_as_documents_write_it(typed, kept):
    desk = Desk()
    save(desk, "head_edit", number=typed)
    assert stored(desk).number == kept


@pytest.mark.parametrize("typed", ["24/KH", "số năm", "0"])
def test_a_number_that_is_none_is_refused(typed):
    desk = Desk()
    response = save(desk, "head_edit", number=typed)
    assert "Số văn bản chỉ gồm chữ số" in response.content.decode()
    assert stored(desk).number == ""
