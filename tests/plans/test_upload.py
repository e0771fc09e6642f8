"""A plan read from an uploaded file or from pasted text."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plans.models import Plan
from tests.factories import create_area, create_editor, create_unit, create_user
from units.models import Role

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


def test_a_file_becomes_a_draft_with_its_source(client, unit, editor):
    response = send(client, issuer=unit.pk)
    plan = Plan.objects.get()
    assert response.url == plan.get_absolute_url()
    assert (plan.issuer, plan.year, plan.number, plan.state) == (unit, 2024, "249", "draft")
    assert plan.items.count() == 2
    assert (plan.sources.get().name, bytes(plan.sources.get().content)) == ("kế hoạch.txt", CONTENT)
    assert plan.events.get().by == editor


def test_the_issuer_is_found_in_the_text(client, unit, editor):
    send(client)
    assert Plan.objects.get().issuer == unit


def test_pasted_text_is_read_with_its_tabs(client, unit, editor):
    client.post(URL, {"text": TEXT, "issuer": unit.pk})
    assert Plan.objects.get().items.count() == 2


def test_the_same_file_again_leads_to_the_plan_of_the_first_time(client, unit, editor):
    first = send(client, issuer=unit.pk)
    second = client.post(URL, {"file": SimpleUploadedFile("khác.txt", CONTENT), "issuer": unit.pk}, follow=True)
    assert second.redirect_chain == [(first.url, 302)]
    assert "Văn bản này đã được nhập trước đây." in second.text
    assert Plan.objects.count() == 1


def test_a_plan_of_the_same_number_is_pointed_out_and_kept(client, unit, editor):
    send(client)
    first = Plan.objects.get()
    changed = TEXT.replace("hội nghị", "Hội nghị").encode()
    told = client.post(URL, {"file": SimpleUploadedFile("lại.txt", changed)}, follow=True).text
    assert f"Đã có kế hoạch cùng cơ quan, năm và số: 249/KH-UBND – {first} ({first.code})." in told
    assert Plan.objects.count() == 2


def test_plans_without_a_number_are_not_compared(client, unit, editor):
    unnumbered = TEXT.replace("249/", "/")
    for content in (unnumbered, unnumbered.replace("hội nghị", "Hội nghị")):
        told = client.post(URL, {"text": content}, follow=True).text
        assert "cùng cơ quan, năm và số" not in told
    assert Plan.objects.count() == 2


def test_a_plan_of_a_foreign_issuer_is_refused_and_nothing_stays(client, unit):
    client.force_login(
        create_editor(unit=create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai", area=create_area(name="Đồng Nai")))
    )
    assert "bạn không được nhập kế hoạch của cơ quan đó" in send(client).text
    assert not Plan.objects.exists()


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
    assert not Plan.objects.exists()


def test_a_file_over_the_limit_is_refused(client, unit, editor, settings):
    settings.UPLOAD_LIMIT = 100
    assert "Tệp lớn hơn" in send(client, issuer=unit.pk).text
    assert not Plan.objects.exists()


def test_neither_or_both_is_refused(client, unit, editor):
    assert "một trong hai" in client.post(URL, {"text": " \n"}).text
    assert "một trong hai" in send(client, text=TEXT).text
    assert not Plan.objects.exists()


def test_hostile_text_is_kept_as_text(client, unit, editor):
    hostile = TEXT.replace("Sở Nội vụ", "<script>alert(1)</script>").encode()
    send(client, hostile, "<img src=x>.txt", issuer=unit.pk)
    text = client.get(Plan.objects.get().get_absolute_url()).text
    assert "&lt;script&gt;" in text
    assert "<script>alert" not in text
    assert "<img" not in text
