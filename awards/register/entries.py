"""The lines of the register that a user may see: awards on the records they may see, newest decisions first."""

from django.db.models import Prefetch

from ..access import nominees_visible_to
from ..models import AwardHeld, Posting


def entries_visible_to(user):
    rows = AwardHeld.objects.filter(nominee__in=nominees_visible_to(user).order_by().values("pk"))
    return rows.order_by("-decided_on", "nominee__sort_key", "pk")


def with_what_is_shown(rows):
    """Three queries for a page of any length."""
    postings = Prefetch("nominee__postings", Posting.objects.select_related("unit"))
    return rows.select_related("nominee", "title", "line__document__plan").prefetch_related(postings)


def unit_words(award):
    """Where the nominee is posted, the latest first."""
    return next((posting.unit.name for posting in award.nominee.postings.all()), "")
