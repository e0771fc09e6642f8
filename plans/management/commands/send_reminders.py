"""`send_reminders`: reminds of tasks (deploy/systemd/tdkt-reminders.timer calls it on working mornings)."""

from datetime import date

from django.core.management.base import BaseCommand
from django.utils import timezone

from thiduakhenthuong.working_days import day_off_words

from ...progress.reminding import send_reminders


class Command(BaseCommand):
    help = "Reminds people of tasks that fall due, are due today or late. Quiet on days off; started again, it goes on."

    def add_arguments(self, parser):
        parser.add_argument("--on", type=date.fromisoformat, help="the day to send for, yyyy-mm-dd; left out: today")

    def handle(self, *args, on, **options):
        on = on or timezone.localdate()
        if closed := day_off_words(on):
            self.stdout.write(f"{on:%d/%m/%Y} là ngày nghỉ ({closed}) nên không nhắc.")
        else:
            self.stdout.write(f"Đã nhắc {send_reminders(on=on)} người.")
