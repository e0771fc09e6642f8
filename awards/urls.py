"""The catalogue: titles with their provisions, legal instruments, base salaries."""

from django.urls import path

from .views import catalogue, editing, instruments, salaries

app_name = "awards"
urlpatterns = [
    # Titles and what holds for them
    path("danh-muc/", catalogue.title_list, name="title_list"),
    path("danh-muc/them/", editing.title_add, name="title_add"),
    path("danh-muc/<slug:code>/", catalogue.title_detail, name="title_detail"),
    path("danh-muc/<slug:code>/ket-thuc/", editing.title_end, name="title_end"),
    path("danh-muc/<slug:code>/quy-dinh/them/", editing.provision_add, name="provision_add"),
    path("danh-muc/<slug:code>/quy-dinh/<int:pk>/thay/", editing.provision_succeed, name="provision_succeed"),
    path("danh-muc/<slug:code>/quy-dinh/<int:pk>/sua/", editing.provision_correct, name="provision_correct"),
    # What they rest on
    path("van-ban/", instruments.instrument_list, name="instrument_list"),
    path("van-ban/them/", editing.instrument_add, name="instrument_add"),
    path("van-ban/<slug:code>/sua/", editing.instrument_edit, name="instrument_edit"),
    path("luong-co-so/", salaries.salary_list, name="salary_list"),
    path("luong-co-so/them/", editing.salary_add, name="salary_add"),
    path("luong-co-so/<int:pk>/sua/", editing.salary_correct, name="salary_correct"),
]
