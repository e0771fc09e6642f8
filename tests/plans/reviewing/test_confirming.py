"""Nothing becomes a plan before a person confirms it, and confirming twice gives one plan."""

import pytest
from django.db import connection

from plans.models import Plan, PlanEvent, PlanItem, PlanReading
from plans.reviewing import deeds
from plans.reviewing.confirming import NotYet
from tests.factories import create_editor

from .confirming import confirm_all, confirm_now, opened, settle_all
from .conftest import TEXT

pytestmark = pytest.mark.django_db


def press(client, reading):
    reading.refresh_from_db()
    return client.post(f"{reading.get_absolute_url()}xac-nhan/", {"version": reading.version}, follow=True)


def test_open_points_are_named_and_nothing_is_written(client, reading):
    told = press(client, reading).text
    assert "Chưa xác nhận được: còn phải xem" in told
    assert "chọn đơn vị cho 1 cách ghi" in told
    assert not Plan.objects.exists()


def test_confirmed_it_is_a_draft_plan(client, reading, editor):
    settle_all(reading, by=editor)
    page = press(client, reading)
    plan = Plan.objects.get()
    assert page.redirect_chain[-1][0] == plan.get_absolute_url()
    assert (plan.number, plan.items.count(), plan.sources.get().reading) == ("08", 4, reading)
    event = plan.events.get()
    assert (event.kind, event.by) == (PlanEvent.Kind.IMPORTED, editor)
    assert "Chưa đọc được thời hạn “bao giờ cũng được” thành ngày." in event.details["accepted"]


def test_a_second_click_leads_to_the_same_plan(client, reading, editor):
    plan = confirm_all(reading, by=editor)
    assert press(client, reading).redirect_chain[-1][0] == plan.get_absolute_url()
    assert (Plan.objects.count(), PlanEvent.objects.count()) == (1, 1)


def test_a_confirmed_reading_is_closed(client, reading, editor):
    confirm_all(reading, by=editor)
    with pytest.raises(deeds.Closed):
        deeds.accept(reading, "subject", by=editor)
    assert (
        "đã được xác nhận thành kế hoạch" in client.get(f"{reading.get_absolute_url()}o/subject/sua/", follow=True).text
    )


def test_what_goes_wrong_half_way_leaves_nothing(reading, editor):
    settle_all(reading, by=editor)

    def fail(execute, sql, params, many, context):
        if sql.startswith("INSERT") and PlanItem._meta.db_table in sql:
            raise RuntimeError("killed")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fail), pytest.raises(RuntimeError):
        confirm_now(reading, by=editor)
    reading.refresh_from_db()
    assert (Plan.objects.count(), reading.is_open) == (0, True)
    assert confirm_now(reading, by=editor).items.count() == 4


def test_what_somebody_mended_since_must_be_seen_first(client, reading, editor):
    settle_all(reading, by=editor)
    reading.refresh_from_db()
    seen = {"version": reading.version}
    deeds.mend_field(reading, "place", base={"value": "Bình An"}, values={"value": "Khác"}, by=editor)
    told = client.post(f"{reading.get_absolute_url()}xac-nhan/", seen, follow=True).text
    assert "Bản đọc vừa được người khác sửa." in told
    assert not Plan.objects.exists()


def test_a_stranger_cannot_confirm_for_the_issuer(reading, editor):
    settle_all(reading, by=editor)
    with pytest.raises(NotYet, match="không được nhập kế hoạch"):
        confirm_now(reading, by=create_editor(unit=None))
    assert not Plan.objects.exists()


def test_a_dropped_reading_is_read_anew(client, reading, editor):
    client.post(f"{reading.get_absolute_url()}o/subject/dung/")
    assert "Đã bỏ bản đọc" in client.post(f"{reading.get_absolute_url()}bo/", follow=True).text
    assert "đã được bỏ" in press(client, reading).text
    again = opened(TEXT, by=editor)
    assert (PlanReading.objects.get(), again.settled) == (again, [])


def test_an_issuer_can_be_chosen_where_none_is_read(client, editor, office):
    unknown = opened(TEXT.replace("BÌNH AN", "XYZ").replace("Bình An", "Xyz"), by=editor)
    assert unknown.issuer is None
    assert "chọn cơ quan ban hành" in press(client, unknown).text
    base = {"base": '{"issuer": null}', "issuer": office.pk}
    client.post(f"{unknown.get_absolute_url()}o/issuer/sua/", base)
    unknown.refresh_from_db()
    assert unknown.issuer == office
    assert confirm_all(unknown, by=editor).issuer == office


def test_read_again_begins_anew(client, reading, editor):
    deeds.mend_field(reading, "subject", base={"value": reading.draft["subject"]}, values={"value": "Khác"}, by=editor)
    client.post(f"{reading.get_absolute_url()}doc-lai/")
    reading.refresh_from_db()
    assert reading.draft["subject"] == "Công tác thi đua, khen thưởng năm 2024"
