"""Records that may be of one and the same: equal names, and the same year of birth or founding, or a unit in common."""

from django.db.models import Exists, OuterRef, Q

from thiduakhenthuong.text import search_key

from ..models import Posting

MOST_SHOWN = 10


def like(among, *, kind, name, first_year, units):
    """Of the records `among`, those that may be the one described."""
    same = Q(postings__unit__in=units)
    if first_year:
        same |= Q(first_year=first_year)
    found = among.filter(same, kind=kind, search_key=search_key(name))
    return found.distinct().prefetch_related("postings__unit")[:MOST_SHOWN]


def like_nominee(among, nominee):
    units = [posting.unit_id for posting in nominee.postings.all()]
    others = among.exclude(pk=nominee.pk)
    return like(others, kind=nominee.kind, name=nominee.name, first_year=nominee.first_year, units=units)


def doubtful(nominees, among):
    """Those of the records that may have a double among others."""
    here = Posting.objects.filter(nominee=OuterRef(OuterRef("pk"))).values("unit")
    same = Q(first_year=OuterRef("first_year")) | Q(postings__unit__in=here)
    others = among.filter(same, kind=OuterRef("kind"), search_key=OuterRef("search_key")).exclude(pk=OuterRef("pk"))
    return nominees.filter(Exists(others))
