"""Who is told of what happens to a plan: a notice in the application, and an e-mail into the outbox (mailing.py).

Of what happens to a task: progress/telling.py.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from units.models import Membership, Role, User

from .models import Notice, OutgoingMail, PlanEvent

Kind = PlanEvent.Kind
EVERYONE = (Role.EDITOR, Role.APPROVER, Role.CLERK)

# Whose work goes on after each move; who made it knows already.
TOLD = {
    Kind.SUBMITTED: (Role.APPROVER,),
    Kind.WITHDRAWN: (Role.APPROVER,),
    Kind.RETURNED: (Role.EDITOR,),
    Kind.APPROVED: (Role.EDITOR, Role.CLERK),
    Kind.ISSUED: EVERYONE,
    Kind.FILED: EVERYONE,
    Kind.AMENDED: EVERYONE,
    Kind.REPLACED: EVERYONE,
    Kind.REINSTATED: EVERYONE,
    Kind.CANCELLED: EVERYONE,
    Kind.REVOKED: EVERYONE,
    Kind.COMMENTED: EVERYONE,
    Kind.RESOLVED: (Role.EDITOR,),
}


def tell(event, *, units=()):
    """`tell_all` of one event."""
    tell_all([(event, units)])


def tell_all(told):
    """Notices and e-mails for events, in their transaction: pairs of an event and bodies whose reporters hear it too.

    Called once in a transaction, with all its events: the rows of all people are locked in one order, so that two
    deeds that tell the same people at the same moment wait for each other instead of failing; not their keys, which
    every other deed of theirs holds that writes who did it.
    """
    hearers = [(event, _hearers(event, units)) for event, units in told]
    found = {user.pk: user for user in locked_people(set().union(*(people for _, people in hearers)))}
    for event, people in hearers:
        message = Message(
            text=_words(event),
            subject=f"{event.get_kind_display()}: {event.plan}",
            link=f"Xem {event.plan.noun}: {event.plan.get_absolute_url()}",
        )
        write([found[pk] for pk in sorted(people) if pk in found], message, plan=event.plan, event=event)


def locked_people(ids):
    """The active among these users, their rows locked in the one order in which every deed locks them."""
    return list(User.objects.filter(pk__in=ids, is_active=True).order_by("pk").select_for_update(no_key=True))


def _hearers(event, units):
    """Ids of the people who hear of an event."""
    colleagues = Q(unit=event.plan.issuer, role__in=TOLD.get(event.kind, ()))
    reporters = Q(unit__in=units, role=Role.REPORTER) if units else Q(pk__in=())
    held = Membership.objects.filter(colleagues | reporters).valid(on=timezone.localdate())
    return set(held.values_list("user", flat=True)) - {event.by_id}


@dataclass(frozen=True)
class Message:
    """What is said: `text` in the application and in the e-mail, which ends with `link` ("words: /path/").

    `more` stands only in the e-mail, between the two.
    """

    text: str
    subject: str
    link: str
    more: str = ""


def write(people, message, **about):
    """A notice and an e-mail to each of these people (their rows locked by the caller). Returns the notices.

    `about` is what the notice speaks of: plan and event, plan and task_event, or the address of a page.
    """
    return write_each([(user, message) for user in people], **about)


def write_each(messages, **about):
    """The same where each person has a message of their own: pairs of a person and a message."""
    notices = Notice.objects.bulk_create(Notice(user=user, text=said.text[:600], **about) for user, said in messages)
    people = [user.pk for user, _ in messages]
    User.objects.filter(pk__in=people).update(unread_notices=F("unread_notices") + 1)
    if settings.SEND_MAIL:
        pairs = zip(notices, messages, strict=True)
        OutgoingMail.objects.bulk_create(_mail(notice, said) for notice, (user, said) in pairs if user.email)
    return notices


def _words(event):
    who = f"{event.by}: " if event.by else ""
    return f"{who}{event.words} – {event.plan}"


def _mail(notice, message):
    words, _, path = message.link.rpartition(" ")
    parts = [message.text, message.more, f"{words} {settings.SITE_URL}{path}"]
    return OutgoingMail(
        to=notice.user.email,
        subject=" ".join(message.subject.split())[:200],
        body="\n\n".join(filter(None, parts)) + "\n",
        notice=notice,
        next_try_at=timezone.now(),
    )


@transaction.atomic
def mark_read(user, *, pk=None):
    """One notice of the user is read, or all of them. Read twice is read once."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    unread = Notice.objects.filter(user=user, read_at=None)
    (unread.filter(pk=pk) if pk else unread).update(read_at=timezone.now())
    User.objects.filter(pk=user.pk).update(unread_notices=Notice.objects.filter(user=user, read_at=None).count())
