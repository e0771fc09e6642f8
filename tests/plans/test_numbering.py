"""Which number a document gets: year, order of days, numbers of a paper book, forms sent twice (R2, R3, R22)."""

from datetime import UTC, date, datetime, timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.utils import timezone

from plans.models import NumberSeries, Plan, RegisterEntry
from plans.moving import cancel
from plans.register import DayBeforeLast, NumberMissing, NumberTaken, NumberTooLarge, next_number, register, series_of
from tests.factories import create_unit
from tests.plans.issuing import Desk

pytestmark = pytest.mark.django_db
TOLD = {"symbol": "KH-UBND", "doc_type": "KẾ HOẠCH", "subject": "Công tác thi đua", "by": None}
DAY = date(2026, 3, 5)


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def series():
    return NumberSeries.objects.create(unit=create_unit())


def at(*moment):
    """The clock of the server stands still at this moment, UTC."""
    return patch("django.utils.timezone.now", lambda: datetime(*moment, tzinfo=UTC))


def take(series, day=DAY, **values):
    return register(series=series, signed_on=day, **TOLD | values).printed_number


# The year


def test_the_year_of_numbers_begins_at_midnight_in_hanoi():
    """17:00 UTC of the day before."""
    desk = Desk(plans=3)
    for plan, moment in zip(desk.plans, ((16, 58), (16, 59), (17, 0)), strict=True):
        with at(2026, 12, 31, *moment):
            desk.client.force_login(desk.clerk)
            assert desk.client.get(desk.url(plan)).context["form"]["signed_on"].initial == timezone.localdate()
            desk.issue(plan)
    assert desk.numbers() == [(2026, 1), (2026, 2), (2027, 1)]
    assert list(Plan.objects.order_by("pk").values_list("number", "day", "month", "signed_year")) == [
        ("01", 31, 12, 2026),
        ("02", 31, 12, 2026),
        ("01", 1, 1, 2027),
    ]


def test_what_is_announced_is_the_number_of_the_year_in_hanoi(desk):
    RegisterEntry.objects.create(series=series_of(desk.unit, "KẾ HOẠCH"), year=2026, number=1, signed_on=DAY, **TOLD)
    for moment, announced in (((16, 59), "02/KH-UBND"), ((17, 0), "01/KH-UBND")):
        with at(2026, 12, 31, *moment):
            desk.client.force_login(desk.clerk)
            assert announced in desk.client.get(desk.url(desk.plans[0])).text


def test_after_midnight_what_was_signed_the_day_before_belongs_to_its_year(desk):
    with at(2026, 12, 31, 17, 30):
        desk.client.force_login(desk.clerk)
        desk.issue(desk.plans[0], signed_on="31/12/2026")
    assert desk.numbers() == [(2026, 1)]


# The order of days


def test_a_clock_stepped_back_gives_no_number_with_an_earlier_day():
    desk = Desk(plans=2)
    with at(2026, 6, 9, 17, 30):
        desk.client.force_login(desk.clerk)
        desk.issue(desk.plans[0])
    with at(2026, 6, 9, 16, 30):
        desk.client.force_login(desk.clerk)
        refused = desk.issue(desk.plans[1])
        assert refused.status_code == 422
        assert "Số 01 của dãy này đã ghi ngày 10/06/2026" in refused.text
        assert "xem lại đồng hồ của máy chủ" in refused.text
        assert "Ngày ký ở sau hôm nay" in desk.issue(desk.plans[1], signed_on="10/06/2026").text
    with at(2026, 6, 9, 17, 31):
        desk.client.force_login(desk.clerk)
        desk.issue(desk.plans[1])
    assert list(RegisterEntry.objects.order_by("number").values_list("number", "signed_on")) == [
        (1, date(2026, 6, 10)),
        (2, date(2026, 6, 10)),
    ]


def test_days_may_stand_still_but_not_go_back(series):
    assert [take(series), take(series), take(series, DAY + timedelta(days=1))] == ["01", "02", "03"]
    with pytest.raises(DayBeforeLast):
        take(series)
    assert take(series, DAY + timedelta(days=1)) == "04"


# Once


def test_a_form_sent_twice_takes_one_number():
    """A double click, or sent again after its answer was lost."""
    desk, token = Desk(plans=2), uuid4()
    for _ in range(2):
        assert "số 01/KH-UBND" in desk.issue(desk.plans[0], token=token).text
    desk.issue(desk.plans[1])
    assert [number for _, number in desk.numbers()] == [1, 2]


def test_two_tabs_take_one_number():
    """Each tab has a form with a token of its own."""
    desk = Desk(plans=2)
    tokens = [desk.client.get(desk.url(desk.plans[0])).context["form"]["token"].value() for _ in range(2)]
    assert tokens[0] != tokens[1]
    first, second = (desk.issue(desk.plans[0], token=token) for token in tokens)
    assert "Đã ban hành: số 01/KH-UBND" in first.text
    assert "Kế hoạch đã ban hành: số 01/KH-UBND" in second.text
    desk.issue(desk.plans[1])
    assert [number for _, number in desk.numbers()] == [1, 2]


def test_a_line_asked_for_again_with_its_token_is_the_line_of_before(series):
    token = uuid4()
    assert [take(series, token=token), take(series, token=token), take(series)] == ["01", "01", "02"]


# Numbers of a paper book


def test_where_a_paper_book_runs_the_clerk_gives_the_number(desk):
    NumberSeries.objects.create(unit=desk.unit, by_hand=True)
    assert "Hãy ghi số văn bản" in desk.issue(desk.plans[0]).text
    assert "số 249a/KH-UBND" in desk.issue(desk.plans[0], number="249a").text
    entry = desk.plans[0].register_entry
    assert (entry.number_words, entry.by_hand) == ("249a/KH-UBND", True)


def test_where_the_program_counts_no_number_is_typed(desk):
    assert "số 01/KH-UBND" in desk.issue(desk.plans[0], number="77").text


def test_a_number_taken_by_hand_is_not_given_again(series):
    assert [take(series, number="2"), take(series), take(series), take(series)] == ["02", "01", "03", "04"]
    with pytest.raises(NumberTaken, match=r"Số 02/KH-UBND năm 2026 đã dùng cho “Kế hoạch Công tác thi đua”"):
        take(series, number="002")
    assert take(series, number="2a") == "02a"
    assert take(series, date(2027, 1, 4), number="2") == "02"


def test_a_taken_number_is_refused_at_its_field():
    desk = Desk(plans=2)
    NumberSeries.objects.create(unit=desk.unit, by_hand=True)
    desk.issue(desk.plans[0], number="12")
    refused = desk.issue(desk.plans[1], number="12")
    assert (refused.status_code, "number" in refused.context["form"].errors) == (422, True)
    assert len(desk.numbers()) == 1


def test_a_paper_book_without_a_number_and_a_number_without_end_are_refused(desk, series):
    series.by_hand = True
    series.save()
    with pytest.raises(NumberMissing):
        take(series)
    with pytest.raises(NumberTooLarge):
        take(series, number="99999999999")
    NumberSeries.objects.create(unit=desk.unit, by_hand=True)
    assert "quá lớn" in desk.issue(desk.plans[0], number="99999999999").text


# Series


def test_a_type_with_its_own_series_does_not_count_in_the_common_one():
    unit = create_unit()
    common = series_of(unit, "KẾ HOẠCH")
    own = NumberSeries.objects.create(unit=unit, doc_type="CÔNG VĂN")
    letter = {"symbol": "UBND-VX", "doc_type": "CÔNG VĂN"}
    assert [take(common), take(own, **letter), take(common), take(own, **letter)] == ["01", "01", "02", "02"]
    assert (series_of(unit, "CÔNG VĂN"), series_of(unit, "KẾ HOẠCH")) == (own, common)


def test_one_symbol_never_carries_one_number_twice_whatever_the_series():
    """A series opened in the middle of a year (NĐ 30/2020, Điều 15: number and symbol are unique in the year)."""
    unit = create_unit()
    common = series_of(unit, "KẾ HOẠCH")
    assert [take(common), take(common, symbol="QĐ-UBND"), take(common)] == ["01", "02", "03"]
    own = NumberSeries.objects.create(unit=unit, doc_type="KẾ HOẠCH")
    assert next_number(own, 2026, symbol="KH-UBND") == 2
    assert [take(own), take(own)] == ["02", "04"]
    with pytest.raises(NumberTaken):
        take(own, number="3")


def test_bodies_do_not_share_numbers(series):
    other = NumberSeries.objects.create(unit=create_unit())
    assert [take(series), take(other)] == ["01", "01"]


# Cancelled


def test_a_cancelled_number_stays_and_is_not_given_again():
    desk = Desk(plans=2)
    desk.issue(desk.plans[0])
    cancel(plan=desk.plans[0], by=desk.clerk, note="Ban hành nhầm")
    desk.issue(desk.plans[1])
    lines = RegisterEntry.objects.order_by("number").values_list("number", "cancelled_reason", "cancelled_by")
    assert list(lines) == [(1, "Ban hành nhầm", desk.clerk.pk), (2, "", None)]
