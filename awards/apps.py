"""The app of what the law awards: the catalogue, and the records of who is awarded."""

from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "awards"
    verbose_name = "Khen thưởng"
    only_grows = [
        "CatalogueEvent",
        "CampaignEvent",
        "NominationEvent",
        "NomineeEvent",
        "NomineeViewed",
        "SessionEvent",
    ]  # the database refuses to change its rows (plans/frozen.py)
