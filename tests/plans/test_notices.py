"""Who is told of a move: in the application, and by e-mail where there is an address."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.models import Notice, OutgoingMail
from plans.moving import return_for_changes, submit
from tests.factories import create_plan, create_unit, create_user
from units.models import Role, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit():
    return create_unit()


@pytest.fixture
def plan(unit):
    return create_plan(issuer=unit, subject="Công tác thi đua năm 2024")


@pytest.fixture
def editor(unit):
    return create_user(role=Role.EDITOR, unit=unit, full_name="Nguyễn Văn An")


@pytest.fixture
def approver(unit):
    return create_user(role=Role.APPROVER, unit=unit, full_name="Lê Thị Bình", email="binh@example.vn")


def told():
    return set(Notice.objects.values_list("user__full_name", flat=True))


def test_who_goes_on_is_told_and_who_did_it_is_not(plan, editor, approver):
    create_user(role=Role.CLERK, unit=plan.issuer, full_name="Văn thư")
    create_user(role=Role.APPROVER, full_name="Người nơi khác")
    submit(plan=plan, by=editor, note="Kính trình")
    assert told() == {"Lê Thị Bình"}
    expected = "Nguyễn Văn An: Trình duyệt. Kính trình – Kế hoạch Công tác thi đua năm 2024"
    assert Notice.objects.get().text == expected
    return_for_changes(plan=plan, by=approver, note="Thiếu căn cứ")
    assert told() == {"Lê Thị Bình", "Nguyễn Văn An"}


def test_a_role_that_ended_and_an_account_that_was_closed_hear_nothing(plan, editor, today):
    former = create_user(role=Role.APPROVER, unit=plan.issuer)
    former.memberships.update(valid_to=today - timedelta(1))
    create_user(role=Role.APPROVER, unit=plan.issuer, is_active=False)
    submit(plan=plan, by=editor)
    assert told() == set()


def test_one_notice_for_a_person_with_two_roles(plan, editor, approver):
    approver.memberships.create(unit=plan.issuer, role=Role.CLERK)
    submit(plan=plan, by=editor)
    assert Notice.objects.filter(user=approver).count() == 1


def test_an_email_waits_for_whom_has_an_address(plan, editor, approver, settings):
    settings.SEND_MAIL, settings.SITE_URL = True, "https://tdkt.example.vn"
    create_user(role=Role.APPROVER, unit=plan.issuer)
    submit(plan=plan, by=editor)
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("binh@example.vn", "Trình duyệt: Kế hoạch Công tác thi đua năm 2024")
    assert f"https://tdkt.example.vn{plan.get_absolute_url()}" in mail.body


def test_without_mail_nothing_waits(plan, editor, approver, settings):
    settings.SEND_MAIL = False
    submit(plan=plan, by=editor)
    assert (Notice.objects.count(), OutgoingMail.objects.count()) == (1, 0)


def test_the_number_of_unread_ones_stands_on_every_page(client, plan, editor, approver):
    submit(plan=plan, by=editor)
    client.force_login(approver)
    assert '1<span class="visually-hidden"> chưa đọc' in client.get(reverse("home")).text
    notice = Notice.objects.get()
    assert client.post(reverse("plans:notice_open", args=[notice.pk])).url == plan.get_absolute_url()
    assert "chưa đọc" not in client.get(reverse("home")).text
    notice.refresh_from_db()
    assert notice.read_at <= timezone.now()


def test_all_are_read_at_once_and_only_ones_own(client, plan, editor, approver):
    other = create_user(role=Role.APPROVER, unit=plan.issuer)
    for _ in range(3):
        submit(plan=plan, by=editor)
        return_for_changes(plan=plan, by=approver, note="Sửa")
    client.force_login(approver)
    client.post(reverse("plans:notices_read"))
    assert User.objects.get(pk=approver.pk).unread_notices == 0
    assert User.objects.get(pk=other.pk).unread_notices == Notice.objects.filter(user=other, read_at=None).count() == 3


def test_nobody_opens_the_notices_of_another(client, plan, editor, approver):
    submit(plan=plan, by=editor)
    client.force_login(editor)
    assert client.post(reverse("plans:notice_open", args=[Notice.objects.get().pk])).status_code == 404
    assert "Chưa có thông báo nào." in client.get(reverse("plans:notice_list")).text


def test_administrators_see_what_could_not_be_sent(client, plan, editor, approver, settings):
    settings.SEND_MAIL = True
    submit(plan=plan, by=editor)
    OutgoingMail.objects.update(given_up_at=timezone.now(), last_error="SMTPRecipientsRefused: 550")
    client.force_login(create_user(role=Role.ADMINISTRATOR, unit=plan.issuer))
    assert "binh@example.vn" in client.get(reverse("plans:notice_list")).text
    client.force_login(create_user(role=Role.ADMINISTRATOR))
    assert "binh@example.vn" not in client.get(reverse("plans:notice_list")).text


def test_a_person_changes_the_own_address(client, editor):
    client.force_login(editor)
    url = reverse("units:own_email")
    assert "Địa chỉ thư chưa đúng" in client.post(url, {"email": "không phải thư"}).text
    client.post(url, {"email": "an@example.vn"})
    assert User.objects.get(pk=editor.pk).email == "an@example.vn"
