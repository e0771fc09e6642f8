"""Who is told of what happens to a plan: a notice in the application, and an e-mail into the outbox."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from units.models import Membership, Role, User

from .models import Notice, OutgoingMail, PlanEvent

Kind = PlanEvent.Kind
AUTHORS = (Role.EDITOR,)
EVERYONE = (Role.EDITOR, Role.APPROVER, Role.CLERK)

# Whose work goes on after each move; who made it knows already.
TOLD = {
    Kind.SUBMITTED: (Role.APPROVER,),
    Kind.WITHDRAWN: (Role.APPROVER,),
    Kind.RETURNED: AUTHORS,
    Kind.APPROVED: (Role.EDITOR, Role.CLERK),
    Kind.ISSUED: EVERYONE,
    Kind.FILED: EVERYONE,
    Kind.AMENDED: EVERYONE,
    Kind.REPLACED: EVERYONE,
    Kind.REINSTATED: EVERYONE,
    Kind.CANCELLED: EVERYONE,
    Kind.REVOKED: EVERYONE,
    Kind.COMMENTED: EVERYONE,
    Kind.RESOLVED: EVERYONE,
}


def tell(event, *, units=()):
    """Notices and e-mails for an event, in its transaction; `units` are bodies whose reporters hear too."""
    people = _colleagues(event) | _reporters(units)
    notices = Notice.objects.bulk_create(
        Notice(user=user, plan=event.plan, event=event, text=_words(event)) for user in people if user != event.by
    )
    OutgoingMail.objects.bulk_create(_mail(notice) for notice in notices if notice.user.email)


def _colleagues(event):
    """Those who hold one of the roles at the issuer itself."""
    return _holders(Q(unit=event.plan.issuer, role__in=TOLD.get(event.kind, ())))


def _reporters(units):
    return _holders(Q(unit__in=units, role=Role.REPORTER)) if units else set()


def _holders(condition):
    held = Membership.objects.filter(condition, user__is_active=True).valid(on=timezone.localdate())
    return set(User.objects.filter(pk__in=held.values("user")))


def _words(event):
    who = f"{event.by}: " if event.by else ""
    return f"{who}{event.words} – {event.plan}"[:600]


def _mail(notice):
    address = reverse("plans:plan_detail", args=[notice.plan.code])
    body = f"{notice.text}\n\nXem kế hoạch: {address}\n"
    return OutgoingMail(
        to=notice.user.email, subject=str(notice.plan)[:200], body=body, notice=notice, next_try_at=timezone.now()
    )
