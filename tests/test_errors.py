"""What people see when something is wrong: Vietnamese, what to do, and no detail of the inside."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InternalError, OperationalError
from django.test import Client
from django.urls import path

import thiduakhenthuong.urls
from tests.factories import create_user


def breaking(error):
    def view(request):
        raise error

    view.login_required = False
    return view


urlpatterns = [
    *thiduakhenthuong.urls.urlpatterns,
    path("hong/", breaking(RuntimeError("bí mật bên trong"))),
    path("mat-du-lieu/", breaking(OperationalError("bí mật bên trong"))),
    path("chi-doc/", breaking(InternalError("cannot execute UPDATE in a read-only transaction"))),
    path("cam/", breaking(PermissionDenied)),
    path("sai/", breaking(SuspiciousOperation)),
]
handler500 = thiduakhenthuong.urls.handler500


@pytest.mark.parametrize(
    ("address", "status", "advice"),
    [
        ("/hong/", 500, "báo người quản trị"),
        ("/mat-du-lieu/", 503, "Hãy chờ một phút"),
        ("/chi-doc/", 503, "Hãy chờ một phút"),
        ("/cam/", 403, "liên hệ người quản trị"),
        ("/sai/", 400, "quay lại trang trước"),
        ("/khong-co-trang-nay/", 404, "tìm từ trang chính"),
    ],
)
@pytest.mark.urls("tests.test_errors")
def test_error_page_says_what_to_do_without_asking_the_database(address, status, advice):
    """No `db` fixture: any query would fail the test."""
    response = Client(raise_request_exception=False).get(address)
    page = response.content.decode()
    assert (response.status_code, advice in page, "bí mật" in page) == (status, True, False)


def test_a_form_without_its_token_is_explained():
    response = Client(enforce_csrf_checks=True).post("/tai-khoan/dang-nhap/", {"login": "a", "password": "b"})
    assert (response.status_code, "Chưa ghi" in response.content.decode()) == (403, True)


@pytest.mark.django_db
def test_signed_in_people_get_the_same_404():
    client = Client()
    client.force_login(create_user())
    response = client.get("/khong-co-trang-nay/")
    assert (response.status_code, "Không tìm thấy trang" in response.content.decode()) == (404, True)
