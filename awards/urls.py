"""The catalogue: titles with their provisions, legal instruments, base salaries."""

from django.urls import path

from .views import catalogue, instruments, salaries

app_name = "awards"
urlpatterns = [
    path("danh-muc/", catalogue.title_list, name="title_list"),
    path("danh-muc/<slug:code>/", catalogue.title_detail, name="title_detail"),
    path("van-ban/", instruments.instrument_list, name="instrument_list"),
    path("luong-co-so/", salaries.salary_list, name="salary_list"),
]
