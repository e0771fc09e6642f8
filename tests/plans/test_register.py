"""The register of outgoing documents: on screen, as a book, as a spreadsheet; lines filled in, added and cancelled."""

from datetime import date, datetime
from io import BytesIO
from uuid import uuid4

import openpyxl
import pdfplumber
import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import NumberSeries, PlanEvent, RegisterEntry, SeriesEvent
from plans.register import register, series_of
from tests.factories import create_plan, create_unit, create_user, issue_as_it_stands
from units.models import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return create_unit(symbol="UBND")


@pytest.fixture
def clerk(unit):
    return create_user(role=Role.CLERK, unit=unit, full_name="Phạm Thu Giang")


def enter(unit, *, signed_on=None, **told):
    """A line of the common series."""
    told = {"doc_type": "CÔNG VĂN", "symbol": "UBND-VX", "subject": "Mời họp", "by": None} | told
    return register(series=series_of(unit, ""), signed_on=signed_on or timezone.localdate(), **told)


def page(client, user, unit, **query):
    client.force_login(user)
    return client.get(reverse("plans:register", args=[unit.pk]), query)


def sent(client, user, name, *arguments, **data):
    client.force_login(user)
    return client.post(reverse(f"plans:{name}", args=arguments), data, follow=True)


def other_document(client, user, unit, **data):
    today = f"{timezone.localdate():%d/%m/%Y}"
    values = {"doc_type": "QUYẾT ĐỊNH", "symbol": "QĐ-UBND", "subject": "Khen thưởng", "signed_on": today} | data
    return sent(client, user, "entry_add", unit.pk, **values)


def test_an_issued_plan_stands_in_the_register_of_its_year(client, unit, clerk):
    plan = create_plan(issuer=unit, number="12", day=5, month=2, signed_year=2024, subject="Công tác thi đua năm 2024")
    issue_as_it_stands(plan)
    text = page(client, clerk, unit, nam=2024).text
    assert all(words in text for words in ("12/KH-UBND", "05/02/2024", "Công tác thi đua năm 2024", "Trần Văn Bình"))
    assert "12/KH-UBND" not in page(client, clerk, unit, nam=2023).text


def test_words_are_found_without_diacritics(client, unit, clerk):
    enter(unit, subject="Tặng Cờ thi đua của Chính phủ")
    enter(unit, subject="Đăng ký thi đua")
    text = page(client, clerk, unit, q="co thi dua cua chinh phu").text
    assert ("Tặng Cờ" in text, "Đăng ký thi đua" in text) == (True, False)


def test_another_document_takes_the_next_number_once(client, unit, clerk):
    enter(unit)
    token = uuid4()
    for _ in range(2):
        assert "Đã vào sổ: Quyết định số 02/QĐ-UBND." in other_document(client, clerk, unit, token=token).text
    assert list(RegisterEntry.objects.values_list("number", flat=True)) == [1, 2]
    assert SeriesEvent.objects.get(entry__number=2).note == "Vào sổ Quyết định số 02/QĐ-UBND"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("doc_type", "", "Hãy chọn tên loại."),
        ("symbol", "", "Hãy ghi ký hiệu."),
        ("subject", "", "Hãy ghi trích yếu."),
        ("signed_on", "31/02/2024", "Hãy ghi ngày theo dạng"),
        ("number", "không", "Số văn bản chỉ gồm chữ số"),
        ("number", "9", "chưa ghi số 09 được"),
    ],
)
def test_what_is_wrong_is_said_and_no_number_taken(client, unit, clerk, field, value, told):
    response = other_document(client, clerk, unit, **{field: value})
    assert (response.status_code, told in response.text) == (422, True)
    assert not RegisterEntry.objects.exists()


def test_a_line_is_filled_in_later_and_keeps_its_event(client, unit, clerk):
    plan = create_plan(issuer=unit, number="12", day=5)
    issue_as_it_stands(plan)
    entry = plan.register_entry
    data = {"keeper": "Văn phòng", "copies": "20", "sent_on": "06/12/2023", "received_by": "", "note": "Gửi bưu điện"}
    sent(client, clerk, "entry_fill_in", unit.pk, entry.pk, version=entry.version, **data)
    entry.refresh_from_db()
    assert (entry.keeper, entry.copies, entry.sent_on) == ("Văn phòng", 20, date(2023, 12, 6))
    event = PlanEvent.objects.filter(plan=plan).first()
    assert (event.kind, event.by, event.details["after"]["copies"]) == ("registered", clerk, 20)


def test_the_second_of_two_clerks_sees_what_the_first_wrote(client, unit, clerk):
    entry = enter(unit)
    for keeper in ("Văn phòng", "Phòng Nội vụ"):
        response = sent(client, clerk, "entry_fill_in", unit.pk, entry.pk, version=entry.version, keeper=keeper)
    entry.refresh_from_db()
    assert entry.keeper == "Văn phòng"
    assert "Phòng Nội vụ" in response.text


def test_a_cancelled_number_stays_with_its_reason(client, unit, clerk):
    entry = enter(unit)
    assert "Hãy ghi lý do." in sent(client, clerk, "entry_cancel", unit.pk, entry.pk).text
    sent(client, clerk, "entry_cancel", unit.pk, entry.pk, reason="Ban hành nhầm")
    text = page(client, clerk, unit).text
    assert "Đã hủy: Ban hành nhầm" in text
    assert "Phạm Thu Giang" in text
    assert enter(unit).number == 2


def test_a_line_of_a_plan_is_cancelled_at_the_plan(client, unit, clerk):
    plan = create_plan(issuer=unit, number="12", day=5)
    issue_as_it_stands(plan)
    text = sent(client, clerk, "entry_cancel", unit.pk, plan.register_entry.pk, reason="x").text
    assert "hãy hủy ở trang của kế hoạch" in text


def test_the_book_has_a_cover_and_all_columns(client, unit, clerk):
    for n in range(3):
        enter(unit, subject=f"Văn bản thứ {n + 1}")
    client.force_login(clerk)
    response = client.get(reverse("plans:register_pdf", args=[unit.pk]))
    with pdfplumber.open(BytesIO(response.getvalue())) as pdf:
        cover, *rest = (page.extract_text() for page in pdf.pages)
        assert pdf.pages[-1].width > pdf.pages[-1].height
    today = timezone.localdate()
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in cover
    assert f"{today.year}" in cover
    lines = " ".join(" ".join(rest).split())
    assert all(title in lines for title in ("Số, ký hiệu", "Tên loại và trích yếu", "Người ký", "Nơi nhận", "Ghi chú"))
    assert all(f"Văn bản thứ {n}" in lines for n in (1, 2, 3))


def test_the_spreadsheet_holds_texts_as_texts_and_days_as_days(client, unit, clerk):
    enter(unit, subject="=HYPERLINK(1)", recipients="+84")
    client.force_login(clerk)
    response = client.get(reverse("plans:register_xlsx", args=[unit.pk]))
    sheet = openpyxl.load_workbook(BytesIO(response.getvalue())).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type != "f" for cell in cells)
    assert any("=HYPERLINK(1)" in str(cell.value) for cell in cells)
    assert any(isinstance(cell.value, datetime) for cell in cells)


def test_typed_text_is_inert(client, unit, clerk):
    enter(unit, subject="<script>alert(1)</script>", signer="<b>x</b>", recipients="<i>y</i>")
    text = page(client, clerk, unit).text
    assert not any(active in text for active in ("<script>alert", "<b>x", "<i>y"))


@pytest.mark.parametrize("lines", [1, 20])
def test_the_number_of_queries_does_not_grow(client, unit, clerk, lines, django_assert_num_queries):
    for _ in range(lines):
        enter(unit)
    client.force_login(clerk)
    with django_assert_num_queries(8):
        client.get(reverse("plans:register", args=[unit.pk]))


# Series of numbers


@pytest.fixture
def administrator(unit):
    return create_user(role=Role.ADMINISTRATOR, unit=unit)


def test_a_type_gets_a_series_of_its_own_that_goes_on(client, unit, clerk, administrator):
    for doc_type in ("CÔNG VĂN", "KẾ HOẠCH"):
        enter(unit, doc_type=doc_type)
    sent(client, administrator, "series_add", unit.pk, doc_type="KẾ HOẠCH")
    own = series_of(unit, "KẾ HOẠCH")
    assert (str(own), own != series_of(unit, "CÔNG VĂN")) == ("Kế hoạch", True)
    other_document(client, clerk, unit, doc_type="KẾ HOẠCH", symbol="KH-UBND")
    assert own.entries.get().number == 3  # above the second, which this year's plans carry already
    assert "Mở dãy số riêng cho Kế hoạch" in page_of_series(client, administrator, unit)


def page_of_series(client, user, unit):
    client.force_login(user)
    return client.get(reverse("plans:series_list", args=[unit.pk])).text


def test_numbers_from_a_paper_book_are_typed(client, unit, clerk, administrator):
    series = series_of(unit, "")
    sent(client, administrator, "series_edit", unit.pk, series.pk, by_hand="on", version=series.version)
    assert NumberSeries.objects.get().by_hand
    assert "Hãy ghi số đã lấy ở sổ" in other_document(client, clerk, unit).text
    assert "số 41/QĐ-UBND" in other_document(client, clerk, unit, number="41").text
    assert "đã dùng cho" in other_document(client, clerk, unit, number="41").text


def test_the_program_goes_on_where_the_paper_book_ended(client, unit, clerk, administrator):
    today = timezone.localdate()
    values = {"number": "120", "on": f"{today:%d/%m/%Y}"}
    sent(client, administrator, "series_begin", unit.pk, 0, **values)
    assert "số 121/QĐ-UBND" in other_document(client, clerk, unit).text


def test_the_navigation_of_a_clerk_leads_to_it(client, unit, clerk):
    for user, led in [(clerk, True), (create_user(role=Role.EDITOR, unit=unit), False)]:
        client.force_login(user)
        navigation = client.get(reverse("plans:plan_list")).text.partition("<main")[0]
        assert (reverse("plans:my_registers") in navigation) == led
