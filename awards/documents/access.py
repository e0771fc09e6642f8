"""Who sees and draws up the papers of a round: those who work at its body, or above it."""

from units.access import has_role

from ..access import KEEPING, SEEING


def may_see_papers(user, campaign):
    return has_role(user, campaign.unit, *SEEING)


def may_see_decision(user, document):
    return may_see_papers(user, document.campaign)


def may_print_certificates(user, document):
    return may_draw_up(user, document.campaign)


def may_draw_up(user, campaign):
    return has_role(user, campaign.unit, *KEEPING)
