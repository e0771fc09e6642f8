"""The tree of addresses. Paths are Vietnamese, names English."""

from allauth.account import views as account
from django.urls import include, path

from plans.views.start import start

handler500 = "thiduakhenthuong.errors.broken"
urlpatterns = [
    path("", start, name="home"),
    path("tai-khoan/dang-nhap/", account.login, name="account_login"),
    path("tai-khoan/dang-xuat/", account.logout, name="account_logout"),
    path("tai-khoan/doi-mat-khau/", account.password_change, name="account_change_password"),
    path("", include("plans.urls")),
    path("", include("units.urls")),
    path("khen-thuong/", include("awards.urls")),
]
