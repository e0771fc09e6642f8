"""`send_mail`: sends what waits in the outbox (deploy/systemd/tdkt-mail.timer calls it every minute)."""

from django.core.management.base import BaseCommand

from ...mailing import send_outbox, waiting


class Command(BaseCommand):
    help = "Sends the e-mails that wait in the outbox."

    def handle(self, *args, **options):
        sent, left = send_outbox(), waiting().count()
        if sent or left:
            self.stdout.write(f"Đã gửi {sent} thư, còn {left} thư chờ.")
