"""The app of what the law awards: the catalogue, and the records of who is awarded."""

from django.apps import AppConfig


class AwardsConfig(AppConfig):
    name = "awards"
    verbose_name = "Khen thưởng"
    only_grows = [
        "CatalogueEvent",
        "CampaignEvent",
        "CertificateEvent",
        "MovementEvent",
        "NominationEvent",
        "NomineeEvent",
        "NomineeViewed",
        "SessionEvent",
        "StaffEvent",
        "StaffViewed",
    ]  # the database refuses to change its rows (plans/frozen.py)

    def ready(self):
        from plans.following import after_issue, after_revocation, links

        from .documents.awarding import revoke_awards, write_awards
        from .documents.linking import links_of_paper

        after_issue(write_awards)
        after_revocation(revoke_awards)
        links(links_of_paper)
