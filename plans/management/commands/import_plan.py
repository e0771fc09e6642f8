"""import_plan FILE|FOLDER [--issuer CODE] [--dry-run] [--json]: reads plans and saves them as drafts, or shows them."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from plans.draft_json import to_json
from plans.importing.folders import (
    REFUSED,
    counts,
    import_files,
    outcome_json,
    plan_files,
    table_head,
    table_row,
)
from plans.importing.importing import file_bytes, import_file, issuer_of_code, read_file, summary
from plans.reading.lines import Unreadable


class Command(BaseCommand):
    help = (
        "Đọc một tệp kế hoạch, hoặc mọi tệp trong một thư mục, thành dự thảo. "
        "Cùng một tệp đọc lần nữa cho cùng một kế hoạch."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="tệp (.docx, .pdf, .txt, .md) hoặc thư mục")
        parser.add_argument("--issuer", metavar="CODE", help="mã cơ quan ban hành, khi văn bản không ghi rõ")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc, không ghi gì")
        parser.add_argument("--json", action="store_true", help="in kết quả đọc dạng JSON")

    def handle(self, *, file, issuer, dry_run, **options):
        read = self._folder if file.is_dir() else self._file
        try:
            read(file, issuer, dry_run, as_json=options["json"])
        except Unreadable as refusal:
            raise CommandError(str(refusal), returncode=2) from None

    def _file(self, file, issuer, dry_run, *, as_json):
        data = file_bytes(file)
        draft = read_file(data, file.name)
        told = (
            summary(draft) if dry_run else import_file(data, file.name, issuer=issuer_of_code(issuer), draft=draft).pk
        )
        self._print_json(to_json(draft)) if as_json else self.stdout.write(str(told))

    def _folder(self, folder, issuer, dry_run, *, as_json):
        files, others = plan_files(folder)
        width = max((len(path.name) for path in files), default=4)
        outcomes = []
        if not as_json:
            self.stdout.write(table_head(width))
        for outcome in import_files(files, issuer=issuer_of_code(issuer), dry_run=dry_run):
            outcomes.append(outcome)
            if not as_json:
                self.stdout.write(table_row(outcome, width))
                self.stdout.flush()  # long folders show how far they are
        self._print_json(list(map(outcome_json, outcomes))) if as_json else self.stdout.write(counts(outcomes, others))
        refused = sum(outcome.result == REFUSED for outcome in outcomes)
        if refused:
            raise CommandError(f"{refused} tệp không đọc được.", returncode=2)

    def _print_json(self, value):
        self.stdout.write(json.dumps(value, ensure_ascii=False, indent=1))
