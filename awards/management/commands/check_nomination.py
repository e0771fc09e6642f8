"""check_nomination ID [--json]: what the rules say of one nomination today, and what they said at its submission."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from awards.eligibility.finding import SEVERITIES
from awards.eligibility.judging import findings_of
from awards.eligibility.registry import RULES_VERSION
from awards.models import Nomination


class Command(BaseCommand):
    help = "Kiểm tra điều kiện của một đề nghị khen thưởng theo quy định hôm nay."

    def add_arguments(self, parser):
        parser.add_argument("id", type=int, help="Số của đề nghị.")
        parser.add_argument("--json", action="store_true", help="In ra JSON.")

    def handle(self, *args, **options):
        nomination = Nomination.objects.select_related("nominee", "title").filter(pk=options["id"]).first()
        if not nomination:
            raise CommandError(f"Không có đề nghị số {options['id']}.")
        on = timezone.localdate()
        found = findings_of([nomination], on=on)[nomination.pk]
        if options["json"]:
            self.stdout.write(json.dumps(self._report(nomination, found, on), ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"Đề nghị số {nomination.pk}: {nomination}, ngày {on:%d/%m/%Y}, quy tắc {RULES_VERSION}")
        for finding in found:
            self.stdout.write(f"- {SEVERITIES[finding['severity']]}: {finding['sentence']} [{finding['citation']}]")

    def _report(self, nomination, found, on):
        return {
            "nomination": nomination.pk,
            "nominee": str(nomination.nominee),
            "title": nomination.title.code,
            "state": nomination.state,
            "on": on.isoformat(),
            "rules_version": RULES_VERSION,
            "findings": found,
            "frozen": {"rules_version": nomination.rules_version, "findings": nomination.findings},
        }
