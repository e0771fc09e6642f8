"""The outbox: each message reaches the mail server once, also when that was down, or two processes send at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from plans import mailing
from plans.mailing import PAUSES, send_outbox
from plans.models import OutgoingMail
from tests.smtp import mail_server


@pytest.fixture(autouse=True)
def post_office(settings):
    settings.SEND_MAIL, settings.SITE_URL = True, "https://tdkt.example.vn"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 2  # nobody listens there


def write_mail(number=1, to="an@example.vn"):
    subject = f"Trình duyệt: Kế hoạch thi đua {number}"
    return OutgoingMail.objects.create(to=to, subject=subject, body="Nội dung.", next_try_at=timezone.now())


def due_again():
    OutgoingMail.objects.update(next_try_at=timezone.now())


@pytest.mark.django_db
def test_what_waits_is_sent_once(settings):
    mail = write_mail()
    with mail_server(settings) as server:
        assert (send_outbox(), send_outbox()) == (1, 0)
    (message,) = server.messages
    assert (message["To"], message["Subject"]) == ("an@example.vn", "Trình duyệt: Kế hoạch thi đua 1")
    assert message["Message-ID"] == f"<thong-bao-{mail.pk}@tdkt.example.vn>"
    assert "Nội dung." in message.get_content()


@pytest.mark.django_db
def test_while_the_server_is_down_it_waits_and_is_sent_later(settings):
    write_mail(1), write_mail(2)
    assert send_outbox() == 0
    first, second = OutgoingMail.objects.order_by("pk")
    assert (first.attempts, second.attempts, first.sent_at) == (1, 0, None)  # the second was not even tried
    assert "ConnectionRefusedError" in first.last_error
    with mail_server(settings) as server:
        assert send_outbox() == 1  # the first has to pause
        due_again()
        assert send_outbox() == 1
    assert len(server.messages) == 2


@pytest.mark.django_db
def test_pauses_grow_until_it_is_given_up():
    write_mail()
    pauses = []
    for _ in range(len(PAUSES) + 2):
        due_again()
        before = timezone.now()
        send_outbox()
        mail = OutgoingMail.objects.get()
        pauses.append(round((mail.next_try_at - before) / timedelta(minutes=1)))
    assert mail.given_up_at is not None
    assert (mail.attempts, pauses[: len(PAUSES)]) == (len(PAUSES), list(PAUSES))


@pytest.mark.django_db
def test_one_refused_recipient_stops_nobody_else(settings):
    write_mail(1, to="ai@example.vn"), write_mail(2, to="binh@example.vn")
    with mail_server(settings, refused=["ai@"]) as server:
        assert send_outbox() == 1
    assert [message["To"] for message in server.messages] == ["binh@example.vn"]
    assert "SMTPRecipientsRefused" in OutgoingMail.objects.get(to="ai@example.vn").last_error


@pytest.mark.django_db
def test_a_process_that_died_while_sending_leaves_it_to_the_next_try(settings):
    write_mail()
    mailing._claim()  # and no more of it
    with mail_server(settings) as server:
        assert send_outbox() == 0
        due_again()
        assert send_outbox() == 1
    assert len(server.messages) == 1


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_send_each_once(settings):
    for number in range(30):
        write_mail(number)
    with mail_server(settings) as server, ThreadPoolExecutor(3) as pool:
        sent = list(pool.map(lambda _: _in_a_thread(), range(3)))
    subjects = [message["Subject"] for message in server.messages]
    assert (sum(sent), len(subjects), len(set(subjects))) == (30, 30, 30)


def _in_a_thread():
    try:
        return send_outbox()
    finally:
        connection.close()


@pytest.mark.django_db
def test_the_command_says_how_many(settings, capsys):
    write_mail(1, to="ai@example.vn"), write_mail(2)
    with mail_server(settings, refused=["ai@"]):
        call_command("send_mail")
    assert capsys.readouterr().out == "Đã gửi 1 thư, còn 1 thư chờ.\n"
