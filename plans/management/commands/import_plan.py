"""import_plan FILE [--issuer CODE] [--dry-run] [--json]: reads a plan and saves it as a draft, or only shows it."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from plans.draft_json import to_json
from plans.importing.importing import file_bytes, import_file, issuer_of_code, read_file, summary
from plans.reading.lines import Unreadable


class Command(BaseCommand):
    help = "Đọc một tệp kế hoạch thành dự thảo. Cùng một tệp đọc lần nữa cho cùng một kế hoạch."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--issuer", metavar="CODE", help="mã cơ quan ban hành, khi văn bản không ghi rõ")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc, không ghi gì")
        parser.add_argument("--json", action="store_true", help="in kết quả đọc dạng JSON")

    def handle(self, *, file, issuer, dry_run, **options):
        try:
            data = file_bytes(file)
            draft = read_file(data, file.name)
            told = summary(draft) if dry_run else import_file(data, file.name, issuer=issuer_of_code(issuer)).pk
        except Unreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from None
        self.stdout.write(json.dumps(to_json(draft), ensure_ascii=False, indent=1) if options["json"] else str(told))
