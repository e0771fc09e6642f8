"""The guards of this app's views: everybody signed in reads the catalogue; records, rounds, nominations need a role."""

from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404

from thiduakhenthuong.guards import guard

from ..access import may_read_catalogue, may_see_cap, may_see_nominee, may_use_nominees
from ..certificates.access import may_keep_template, may_keep_templates
from ..council.access import may_see_session, may_use_sessions
from ..documents.access import may_see_decision
from ..keeping import may_see_kept
from ..models import (
    AwardDocument,
    AwardTitle,
    BaseSalary,
    Campaign,
    CertificateTemplate,
    CouncilSession,
    Instrument,
    LocalCap,
    Movement,
    Nomination,
    Nominee,
    Posting,
    StaffMember,
    StaffOffice,
    VoteRule,
)
from ..rounds.access import may_see_campaign, may_see_nomination, may_use_campaigns


def _whole(request, **left):
    return None, left


def _title(request, code, **left):
    return get_object_or_404(AwardTitle, code=code), left


def _instrument(request, code, **left):
    return get_object_or_404(Instrument, code=code), left


def _salary(request, pk, **left):
    return get_object_or_404(BaseSalary, pk=pk), left


def _rule(request, pk, **left):
    return get_object_or_404(VoteRule.objects.select_related("title"), pk=pk), left


catalogue_view = guard(_whole, may_read_catalogue, "catalogue")
title_view = guard(_title, may_read_catalogue, "title")
instrument_view = guard(_instrument, may_read_catalogue, "instrument")
salary_view = guard(_salary, may_read_catalogue, "salary")
rule_view = guard(_rule, may_read_catalogue, "rule")


def _cap(request, pk, **left):
    return get_object_or_404(LocalCap.objects.select_related("unit", "title", "of_title"), pk=pk), left


cap_view = guard(_cap, may_see_cap, "cap")


def _nominee(request, pk, **left):
    """One that was merged leads to the record that holds it now."""
    rows = Nominee.objects.select_related("body", "merged_into__body")
    postings = Posting.objects.select_related("unit")
    rows = rows.prefetch_related(*(Prefetch(path, postings) for path in ("postings", "merged_into__postings")))
    found = get_object_or_404(rows, pk=pk)
    return found.merged_into or found, left


def _movement(request, pk, **left):
    return get_object_or_404(Movement.objects.select_related("unit"), pk=pk), left


def _staff(request, part, pk, **left):
    """An organisation or a person."""
    model = next((model for model in (StaffOffice, StaffMember) if model.part == part), None)
    if model is None:
        raise Http404
    return get_object_or_404(model.objects.select_related("unit"), pk=pk), left


movement_view = guard(_movement, may_see_kept, "movement")
staff_view = guard(_staff, may_see_kept, "staff")
nominees_view = guard(_whole, may_use_nominees, "nominees")
nominee_view = guard(_nominee, may_see_nominee, "nominee")


def _campaign(request, pk, **left):
    return get_object_or_404(Campaign.objects.select_related("unit"), pk=pk), left


def _nomination(request, pk, **left):
    rows = Nomination.objects.select_related("campaign__unit", "nominee", "title", "unit", "holder")
    return get_object_or_404(rows, pk=pk), left


campaigns_view = guard(_whole, may_use_campaigns, "campaigns")
campaign_view = guard(_campaign, may_see_campaign, "campaign")
nomination_view = guard(_nomination, may_see_nomination, "nomination")


def _session(request, pk, **left):
    return get_object_or_404(CouncilSession.objects.select_related("unit", "campaign"), pk=pk), left


sessions_view = guard(_whole, may_use_sessions, "sessions")
session_view = guard(_session, may_see_session, "session")


def _template(request, pk, **left):
    return get_object_or_404(CertificateTemplate.objects.select_related("unit"), pk=pk), left


def _decision(request, pk, **left):
    rows = AwardDocument.objects.filter(kind=AwardDocument.Kind.DECISION)
    return get_object_or_404(rows.select_related("plan", "campaign__unit__area"), pk=pk), left


templates_view = guard(_whole, may_keep_templates, "certificate_templates")
template_view = guard(_template, may_keep_template, "certificate_template")
decision_view = guard(_decision, may_see_decision, "decision")
