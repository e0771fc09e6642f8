"""import_plan FILE [--issuer CODE] [--dry-run] [--json]: reads a plan and saves it as a draft, or only shows it."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from plans.draft_json import to_json
from plans.importing.importing import import_file, read_file
from plans.importing.reading import Unreadable
from units.models import Unit


class Command(BaseCommand):
    help = "Đọc một tệp kế hoạch thành dự thảo. Cùng một tệp đọc lần nữa cho cùng một kế hoạch."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--issuer", metavar="CODE", help="mã cơ quan ban hành, khi văn bản không ghi rõ")
        parser.add_argument("--dry-run", action="store_true", help="chỉ đọc, không ghi gì")
        parser.add_argument("--json", action="store_true", help="in kết quả đọc dạng JSON")

    def handle(self, *, file, issuer, dry_run, **options):
        try:
            data = _bytes(file)
            draft = read_file(data, file.name)
            plan = None if dry_run else import_file(data, file.name, issuer=issuer and Unit.objects.get(code=issuer))
        except (Unreadable, Unit.DoesNotExist) as refusal:
            reason = f"Không có đơn vị nào có mã {issuer}." if isinstance(refusal, Unit.DoesNotExist) else str(refusal)
            raise CommandError(reason, returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(to_json(draft), ensure_ascii=False, indent=1))
        else:
            self.stdout.write(str(plan.pk) if plan else _summary(draft))


def _bytes(file):
    """No more of the file than may be read, and one byte to tell that it is longer."""
    try:
        with file.open("rb") as source:
            return source.read(settings.UPLOAD_LIMIT + 1)
    except OSError:
        raise Unreadable(f"Không mở được tệp {file}; hãy kiểm tra tên tệp và quyền đọc.") from None


def _summary(draft):
    lines = [f"{draft.issuer}: {draft.subject}. {len(draft.items)} nhiệm vụ, {len(draft.findings)} điều cần xem:"]
    return "\n".join([*lines, *(f"  dòng {f.line or '-'}: {f.message}" for f in draft.findings)])
