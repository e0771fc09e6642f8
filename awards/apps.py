"""The app of what the law awards: so far the catalogue."""

from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "awards"
    verbose_name = "Khen thưởng"
    only_grows = ["CatalogueEvent"]  # the database refuses to change its rows (plans/frozen.py)
