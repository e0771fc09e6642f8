"""Who hears of nominations: those who keep the dossiers where they came, those who propose where they came back.

One notice a person and deed, however long the list; called once in the transaction of the deed, after its rows.
"""

from collections import defaultdict

from django.urls import reverse
from django.utils import timezone

from plans.notices import Message, locked_people, write_each
from units.models import Membership

from ..access import KEEPING
from ..rounds.access import PROPOSING


def tell_where_they_came(rows, *, by):
    """The people who keep dossiers at the units that hold these nominations now."""
    came = defaultdict(list)
    for row in rows:
        came[row.holder].append(row)
    _tell({holder: _arrival(holder, some, by) for holder, some in came.items()}, KEEPING, by=by)


def tell_back(row, what, note, *, by):
    """The people who propose at its unit: the nomination was returned or refused, and why."""
    said = f"{by}: {what} đề nghị cho {row.nominee} ({row.title.name}): {note}"
    _tell({row.unit: (said, row.get_absolute_url())}, PROPOSING, by=by)


def _arrival(holder, rows, by):
    """(words, address)"""
    campaign = rows[0].campaign
    if len(rows) == 1:
        words, address = f"đề nghị cho {rows[0].nominee} ({rows[0].title.name})", rows[0].get_absolute_url()
    else:
        words, address = f"{len(rows)} đề nghị", reverse("awards:nomination_list", args=[campaign.pk]) + "?cho=on"
    return f"{by}: {words} vừa đến {holder} – {campaign}", address


def _tell(said, roles, *, by):
    """`said`: by unit what its people hear."""
    held = Membership.objects.filter(unit__in=said, role__in=roles).valid(on=timezone.localdate()).exclude(user=by)
    pairs = set(held.values_list("unit", "user"))
    people = locked_people({user for _, user in pairs})
    for unit, (words, address) in said.items():
        message = Message(text=words, subject=words, link=f"Xem đề nghị: {address}")
        write_each([(user, message) for user in people if (unit.pk, user.pk) in pairs], address=address)
