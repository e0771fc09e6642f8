"""A plan read from an uploaded file or from pasted text."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plans.models import Plan, PlanReading
from tests.factories import create_area, create_editor, create_unit, create_user
from tests.plans.reviewing.confirming import confirm_all
from units.models import Role, User

pytestmark = pytest.mark.django_db
URL = "/ke-hoach/nhap-van-ban/"
TEXT = """ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ

Số: 249/KH-UBND
Cần Thơ, ngày 21 tháng 12 năm 2023

KẾ HOẠCH
Triển khai công tác thi đua, khen thưởng năm 2024

I. NỘI DUNG

TT\tNội dung\tĐơn vị thực hiện
QUÝ I\t\t
1\tTổ chức hội nghị tổng kết (tháng 01)\tSở Nội vụ
QUÝ II\t\t
2\tSơ kết 6 tháng (tháng 6)\tSở Nội vụ

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình
"""
CONTENT = TEXT.encode()


@pytest.fixture
def unit():
    return create_unit(symbol="UBND", area=create_area())


@pytest.fixture
def editor(client, unit):
    user = create_editor(unit=unit)
    client.force_login(user)
    return user


def send(client, content=CONTENT, name="kế hoạch.txt", **fields):
    return client.post(URL, {"file": SimpleUploadedFile(name, content), "text": ""} | fields)


def confirmed(client):
    """The plan of the only reading, every doubt accepted."""
    return confirm_all(PlanReading.objects.get(), by=client_user(client))


def client_user(client):
    return User.objects.get(pk=client.session["_auth_user_id"])


def test_a_file_becomes_a_reading_and_no_plan_yet(client, unit, editor):
    response = send(client, issuer=unit.pk)
    reading = PlanReading.objects.get()
    assert response.url == reading.get_absolute_url()
    assert (reading.issuer, reading.begun_by, Plan.objects.count()) == (unit, editor, 0)
    assert (reading.source.name, bytes(reading.source.content)) == ("kế hoạch.txt", CONTENT)


def test_confirmed_it_is_a_draft_with_its_source(client, unit, editor):
    send(client, issuer=unit.pk)
    plan = confirmed(client)
    assert (plan.issuer, plan.year, plan.number, plan.state) == (unit, 2024, "249", "draft")
    assert plan.items.count() == 2
    assert (plan.sources.get().name, plan.events.get().by) == ("kế hoạch.txt", editor)


def test_the_issuer_is_found_in_the_text(client, unit, editor):
    send(client)
    assert PlanReading.objects.get().issuer == unit


def test_pasted_text_is_read_with_its_tabs(client, unit, editor):
    client.post(URL, {"text": TEXT, "issuer": unit.pk})
    assert len(PlanReading.objects.get().draft["items"]) == 2


def test_the_same_file_again_leads_to_the_reading_then_to_the_plan(client, unit, editor):
    first = send(client, issuer=unit.pk)
    again = {"file": SimpleUploadedFile("khác.txt", CONTENT), "issuer": unit.pk}
    assert client.post(URL, again).url == first.url
    plan = confirmed(client)
    again["file"].seek(0)
    second = client.post(URL, again, follow=True)
    assert second.redirect_chain == [(plan.get_absolute_url(), 302)]
    assert "Văn bản này đã được nhập trước đây." in second.text
    assert (Plan.objects.count(), PlanReading.objects.count()) == (1, 1)


def test_a_plan_of_a_foreign_issuer_is_refused_and_nothing_stays(client, unit):
    client.force_login(
        create_editor(unit=create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai", area=create_area(name="Đồng Nai")))
    )
    assert "bạn không được nhập kế hoạch của cơ quan đó" in send(client).text
    assert not PlanReading.objects.exists()


def test_a_file_another_office_read_is_not_shown(client, unit, editor):
    send(client, issuer=unit.pk)
    stranger = create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai", area=create_area(name="Đồng Nai"))
    client.force_login(create_editor(unit=stranger))
    assert "đã được một cơ quan khác nhập" in send(client, issuer=stranger.pk).text


def test_who_edits_nowhere_is_refused(client, unit):
    client.force_login(create_user(role=Role.CLERK, unit=unit))
    assert client.get(URL).status_code == 403
    assert send(client).status_code == 403


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"", "trong.txt", "Tệp này trống."),
        (b"\n \n", "trong.txt", "trống"),
        (b"PK\x03\x04rest", "a.docx", "Word"),
        (bytes(range(256)) * 20, "a.txt", "“a.txt”"),
        ("Chỉ là một lá thư.\n".encode() * 3, "thu.txt", ""),
    ],
)
def test_what_is_no_plan_gets_one_sentence_and_nothing_is_written(client, unit, editor, content, name, told):
    response = send(client, content, name, issuer=unit.pk)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert told in response.text
    assert not PlanReading.objects.exists()


def test_a_file_over_the_limit_is_refused(client, unit, editor, settings):
    settings.UPLOAD_LIMIT = 100
    assert "Tệp lớn hơn" in send(client, issuer=unit.pk).text
    assert not PlanReading.objects.exists()


def test_neither_or_both_is_refused(client, unit, editor):
    assert "một trong hai" in client.post(URL, {"text": " \n"}).text
    assert "một trong hai" in send(client, text=TEXT).text
    assert not PlanReading.objects.exists()


def test_hostile_text_is_kept_as_text(client, unit, editor):
    hostile = TEXT.replace("Sở Nội vụ", "<script>alert(1)</script>").encode()
    send(client, hostile, "<img src=x>.txt", issuer=unit.pk)
    text = client.get(PlanReading.objects.get().get_absolute_url()).text
    assert "&lt;script&gt;" in text
    assert "<script>alert" not in text
    assert "<img" not in text
