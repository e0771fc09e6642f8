"""What was typed when the session ended comes back after signing in, to the same person only, without JavaScript."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from plans.models import Task, TaskEvent
from thiduakhenthuong.session_end import FIELD, mark_for

from .test_report_files import png
from .test_reporting_together import Together

pytestmark = pytest.mark.django_db
LOGIN = "/tai-khoan/dang-nhap/"
TYPED = "Chữ gõ trước khi hết phiên"
PASSWORD = "mat-khau-thu"


@pytest.fixture
def office():
    office = Together()
    for user in (office.reporter, office.other, office.editor):
        user.set_password(PASSWORD)
        user.save()
    return office


def fields(page):
    """The hidden fields of a page, as its form sends them."""
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))


def report_url(office):
    return reverse("plans:task_report", args=[office.task(office.letter, office.first).pk])


def typed(office, **more):
    hidden = fields(office.client(office.reporter).get(report_url(office)))
    return {"state": Task.State.DONE, "note": TYPED, FIELD: hidden[FIELD], "seen": "0"} | more


def sign_in(client, user, next_url):
    return client.post(LOGIN, {"login": user.username, "password": PASSWORD, "next": next_url}, follow=True)


def test_a_report_waits_for_its_writer(office):
    client = Client()
    sent = client.post(report_url(office), typed(office))
    assert sent.url == f"{LOGIN}?next={report_url(office)}"
    assert "chữ bạn vừa gõ vẫn còn" in client.get(sent.url).text
    page = sign_in(client, office.reporter, report_url(office))
    assert (page.status_code, page.context["form"]["state"].value()) == (200, Task.State.DONE)
    assert TYPED in page.text
    assert "Phiên làm việc đã hết trước khi gửi" in page.text
    assert not TaskEvent.objects.exists()


def test_sent_at_last_it_waits_no_longer(office):
    client = Client()
    client.post(report_url(office), typed(office))
    sign_in(client, office.reporter, report_url(office))
    client.post(report_url(office), typed(office))
    assert TaskEvent.objects.get().note == TYPED
    assert "Phiên làm việc" not in client.get(report_url(office)).text


def test_nobody_else_sees_it(office):
    client = Client()
    client.post(report_url(office), typed(office))
    page = sign_in(client, office.editor, report_url(office))
    assert (page.status_code, TYPED in page.text) == (200, False)


@pytest.mark.parametrize("mark", ["", "1:gia-mao", "1"])
def test_what_no_form_of_ours_sent_is_not_kept(office, mark):
    Client().post(report_url(office), typed(office) | {FIELD: mark})
    assert Session.objects.count() == 1  # of the reader who opened the form


def test_files_are_told_to_be_chosen_again(office):
    client = Client()
    file = SimpleUploadedFile("anh.png", png())
    client.post(report_url(office), typed(office, files=file))
    assert "Tệp kèm theo thì phải chọn lại" in client.get(LOGIN).text
    assert TYPED in sign_in(client, office.reporter, report_url(office)).text


def test_several_at_once_wait_too(office):
    client = Client()
    client.post(office.url, office.form(letter_note=TYPED) | {FIELD: mark_for(office.reporter)})
    page = sign_in(client, office.reporter, office.url)
    assert (page.status_code, TYPED in page.text, "Họp giao ban" in page.text) == (200, True, True)
    assert "Phiên làm việc đã hết trước khi gửi" in page.text


def test_a_reason_to_ask_for_a_later_day_waits_too(office):
    url = reverse("plans:task_ask_extension", args=[office.task(office.meeting, office.first).pk])
    hidden = fields(office.client(office.reporter).get(url))
    client = Client()
    client.post(url, {"note": TYPED, FIELD: hidden[FIELD]})
    assert TYPED in sign_in(client, office.reporter, url).text


def test_the_last_four_forms_wait(office):
    client, data = Client(), {FIELD: mark_for(office.reporter), "note": TYPED}
    for number in range(6):
        client.post(f"/nhiem-vu/{number + 1}/bao-cao/", data)
    assert list(client.session["typed"]) == [f"/nhiem-vu/{number}/bao-cao/" for number in (3, 4, 5, 6)]
