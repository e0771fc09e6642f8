"""Signing in: who gets in, what a guesser gets, and that the limits hold across servers (goal S8)."""

import re
import urllib.error
import urllib.parse
import urllib.request
from contextlib import ExitStack

import pytest
from django.test import Client

from tests.factories import create_user
from tests.servers import running_server

pytestmark = pytest.mark.django_db

LOGIN = "/tai-khoan/dang-nhap/"
WRONG = "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra rồi nhập lại."
TOO_MANY = "Đăng nhập sai quá nhiều lần. Hãy chờ 5 phút rồi thử lại."


@pytest.fixture(autouse=True)
def counts_in_the_database(settings):
    settings.CACHES = settings.CACHES | {
        "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_cache"}
    }


def attempt(client, username, password="sai-mat-khau", **extra):
    return client.post(LOGIN, {"login": username, "password": password}, **extra)


def words(response, username):
    """The page without what differs from request to request."""
    return re.sub(r'(csrfmiddlewaretoken" value=|x-csrftoken": )"[^"]*"', "", response.content.decode()).replace(
        username, "…"
    )


def test_right_password_opens_the_start_page(client):
    create_user(username="hoa", password="mat-khau-thu")
    response = attempt(client, "hoa", "mat-khau-thu")
    assert (response.status_code, response.url) == (302, "/")


def test_a_new_session_key_at_login(client):
    create_user(username="hoa", password="mat-khau-thu")
    session = client.session
    session["x"] = 1
    session.save()
    attempt(client, "hoa", "mat-khau-thu")
    assert client.session.session_key != session.session_key


def test_wrong_password_says_what_to_do(client):
    create_user(username="hoa")
    assert WRONG in attempt(client, "hoa").content.decode()


def test_unknown_user_gets_the_same_answer(client):
    create_user(username="le-hoa")
    assert words(attempt(client, "le-hoa"), "le-hoa") == words(attempt(client, "khong-co"), "khong-co")


@pytest.mark.parametrize("username", ["hoa", "khong-co"])
def test_sixth_wrong_password_in_five_minutes_is_refused_known_or_not(client, username):
    create_user(username="hoa")
    answers = [attempt(client, username).content.decode() for _ in range(6)]
    assert [WRONG in answer for answer in answers] == [True] * 5 + [False]
    assert TOO_MANY in answers[5]


def test_the_right_password_waits_too_once_the_limit_is_reached(client):
    create_user(username="hoa", password="mat-khau-thu")
    for _ in range(5):
        attempt(client, "hoa")
    assert TOO_MANY in attempt(client, "hoa", "mat-khau-thu").content.decode()


def test_another_account_is_not_locked_by_it(client):
    create_user(username="hoa")
    create_user(username="lan", password="mat-khau-thu")
    for _ in range(6):
        attempt(client, "hoa")
    assert attempt(client, "lan", "mat-khau-thu").status_code == 302


def test_another_spelling_and_another_host_name_count_together(client, settings):
    settings.ALLOWED_HOSTS = ["a.example", "b.example"]
    create_user(username="hoa")
    for number in range(5):
        attempt(client, "HOA" if number % 2 else "hoa", headers={"host": "a.example"})
    assert TOO_MANY in attempt(client, "hoa", headers={"host": "b.example"}).content.decode()


def test_eleventh_failure_from_one_address_in_a_minute_is_refused(client):
    answers = [attempt(client, f"ai-do-{number}").content.decode() for number in range(11)]
    assert [TOO_MANY in answer for answer in answers] == [False] * 10 + [True]
    assert WRONG in attempt(client, "ai-do", REMOTE_ADDR="10.0.0.9").content.decode()


def test_an_invented_forwarded_address_does_not_help(client):
    """Without a proxy of ours, X-Forwarded-For is what the guesser says it is."""
    for number in range(10):
        attempt(client, f"ai-do-{number}", headers={"x-forwarded-for": f"10.0.0.{number}"})
    assert TOO_MANY in attempt(client, "ai-do", headers={"x-forwarded-for": "10.9.9.9"}).content.decode()


def test_thirty_first_login_request_in_a_minute_gets_429(client):
    for _ in range(30):
        client.post(LOGIN, {})
    response = client.post(LOGIN, {})
    assert (response.status_code, "Hãy chờ 5 phút" in response.content.decode()) == (429, True)


def test_disabled_account_is_told_so_only_with_its_password(client):
    create_user(username="hoa", password="mat-khau-thu", is_active=False)
    assert WRONG in attempt(client, "hoa").content.decode()
    page = client.post(LOGIN, {"login": "hoa", "password": "mat-khau-thu"}, follow=True).content.decode()
    assert "Tài khoản này đã ngừng hoạt động" in page


def test_disabling_an_account_ends_its_sessions(client):
    user = create_user(username="hoa")
    client.force_login(user)
    type(user).objects.filter(pk=user.pk).update(is_active=False)
    assert client.get("/tai-khoan/doi-mat-khau/").status_code == 302


@pytest.mark.parametrize("path", ["/tai-khoan/dang-ky/", "/accounts/signup/", "/tai-khoan/signup/"])
def test_nobody_signs_up(client, path):
    client.force_login(create_user())
    assert client.get(path).status_code == 404


def test_no_foreign_address_after_login(client):
    create_user(username="hoa", password="mat-khau-thu")
    response = client.post(LOGIN, {"login": "hoa", "password": "mat-khau-thu", "next": "https://evil.example/"})
    assert response.url == "/"


def test_demo_accounts_are_shown_in_a_demonstration_only(client, settings):
    assert "bientap" not in client.get(LOGIN).content.decode()
    settings.DEMO = True
    assert "bientap" in client.get(LOGIN).content.decode()


def test_password_is_changed_with_vietnamese_advice(client):
    client.force_login(create_user(username="hoa", password="mat-khau-thu"))
    path = "/tai-khoan/doi-mat-khau/"
    answer = client.post(path, {"oldpassword": "sai", "password1": "moi-hoan-toan", "password2": "moi-hoan-toan"})
    assert "Mật khẩu hiện tại không đúng. Hãy nhập lại." in answer.content.decode()
    answer = client.post(
        path, {"oldpassword": "mat-khau-thu", "password1": "moi-hoan-toan", "password2": "moi-hoan-toan"}
    )
    assert answer.status_code == 302
    assert attempt(Client(), "hoa", "moi-hoan-toan").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_two_servers_count_together(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    create_user(username="hoa")
    with ExitStack() as stack:
        servers = [stack.enter_context(running_server()) for _ in range(2)]
        answers = [_attempt_over_http(servers[number % 2], "hoa") for number in range(6)]
    assert [TOO_MANY in answer for answer in answers] == [False] * 5 + [True]


def _attempt_over_http(server, username):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    form = opener.open(server + LOGIN).read().decode()
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', form)[1]
    data = {"csrfmiddlewaretoken": token, "login": username, "password": "sai-mat-khau"}
    return opener.open(server + LOGIN, urllib.parse.urlencode(data).encode()).read().decode()
