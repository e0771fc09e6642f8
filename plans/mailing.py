"""Sending what waits in the outbox: each message is claimed before it is sent, and tried again when that fails.

A process that dies while it sends leaves the message to the next try; its Message-ID stays the same, so that a mail
server which did get it can tell. Nothing is sent twice knowingly, nothing is lost.
"""

from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPSenderRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

from .models import OutgoingMail

# Minutes from one try to the next; after the last of them the message is given up.
PAUSES = (1, 5, 30, 120, 720, 1440)
ONE_BY_ONE = (SMTPRecipientsRefused, SMTPSenderRefused, ValueError)  # faults of one message, not of the mail server


def send_outbox():
    """Send all that is due, until nothing is left or the mail server fails. Returns how many were sent."""
    sent, connection = 0, get_connection()
    try:
        while mail := _claim():
            fault = _send(mail, connection)
            _note(mail, fault)
            sent += fault is None
            if fault and not isinstance(fault, ONE_BY_ONE):
                break
    finally:
        connection.close()
    return sent


def waiting():
    """Messages still to be sent."""
    return OutgoingMail.objects.filter(sent_at=None, given_up_at=None)


def _claim():
    """The next message due, put off to its next try so that nobody else sends it meanwhile; None if there is none."""
    with transaction.atomic():
        due = waiting().filter(next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")
        mail = due.select_for_update(skip_locked=True).first()
        if mail:
            pause = PAUSES[min(mail.attempts, len(PAUSES) - 1)]
            mail.next_try_at = timezone.now() + timedelta(minutes=pause)
            mail.attempts += 1
            mail.save(update_fields=["next_try_at", "attempts"])
        return mail


def _send(mail, connection):
    """Hands one message to the mail server; the fault, if there was one."""
    message_id = f"<thong-bao-{mail.pk}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"
    message = EmailMessage(mail.subject, mail.body, to=[mail.to], connection=connection)
    message.extra_headers["Message-ID"] = message_id
    try:
        connection.open()  # stays open for the next message
        message.send()
    except (SMTPException, OSError, ValueError) as fault:
        return fault
    return None


def _note(mail, fault):
    if fault is None:
        mail.sent_at, mail.last_error = timezone.now(), ""
    else:
        mail.last_error = f"{type(fault).__name__}: {fault}"[:300]
        mail.given_up_at = timezone.now() if mail.attempts >= len(PAUSES) else None
    mail.save(update_fields=["sent_at", "last_error", "given_up_at"])
