"""Where the page of a decision, submission or minutes leads: its round, and the certificates it gives."""

from django.urls import reverse

from plans.models import Plan

from ..models import AwardDocument
from .access import may_draw_up, may_see_papers


def links_of_paper(plan, user):
    """One query, for papers of awarding alone."""
    if plan.genus != Plan.Genus.AWARD:
        return []
    paper = AwardDocument.objects.filter(plan=plan).select_related("campaign__unit").first()
    if not paper or not may_see_papers(user, paper.campaign):
        return []
    found = [("Văn bản của đợt", reverse("awards:paper_list", args=[paper.campaign_id]))]
    if paper.kind == AwardDocument.Kind.DECISION and plan.is_in_force and may_draw_up(user, paper.campaign):
        found.append(("In bằng khen, giấy khen", reverse("awards:decision_certificates", args=[paper.pk])))
    return found
