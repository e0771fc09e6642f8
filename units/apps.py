"""The app of areas, bodies and people."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "units"
    verbose_name = "Địa bàn, đơn vị, tài khoản"
