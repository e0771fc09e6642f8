"""Areas, bodies and people."""

from django.urls import path

from .views import accounts, areas, browsing, groups, people, units

app_name = "units"
urlpatterns = [
    # Places
    path("dia-ban/", browsing.area_tree, name="area_tree"),
    path("dia-ban/<int:pk>/", areas.area_detail, name="area_detail"),
    path("dia-ban/<int:pk>/sua/", areas.area_edit, name="area_edit"),
    path("dia-ban/<int:pk>/them/", areas.area_add, name="area_add"),
    path("dia-ban/<int:pk>/don-vi/them/", areas.body_add, name="body_add"),
    # Bodies
    path("don-vi/goi-y/", browsing.unit_suggestions, name="unit_suggestions"),
    path("don-vi/<int:pk>/", units.unit_detail, name="unit_detail"),
    path("don-vi/<int:pk>/sua/", units.unit_edit, name="unit_edit"),
    path("don-vi/<int:pk>/them/", units.unit_add, name="unit_add"),
    path("don-vi/<int:pk>/ket-thuc/", units.unit_end, name="unit_end"),
    path("don-vi/<int:pk>/cach-ghi/them/", units.alias_add, name="alias_add"),
    path("cach-ghi/<int:pk>/bo/", units.alias_remove, name="alias_remove"),
    # Collective addresses
    path("don-vi/<int:pk>/nhom/them/", groups.group_add, name="group_add"),
    path("nhom/<int:pk>/", groups.group_detail, name="group_detail"),
    path("nhom/<int:pk>/sua/", groups.group_edit, name="group_edit"),
    # People
    path("don-vi/<int:pk>/vai-tro/giao/", people.role_give, name="role_give"),
    path("don-vi/<int:pk>/tai-khoan/tao/", people.account_create, name="account_create"),
    path("tai-khoan/thu-dien-tu/", accounts.own_email, name="own_email"),
    path("vai-tro/<int:pk>/ket-thuc/", people.role_end, name="role_end"),
    path("nguoi-dung/<int:pk>/cap-lai-mat-khau/", people.account_reset, name="account_reset"),
]
