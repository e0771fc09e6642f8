"""export_plan PLAN --format pdf|docx|html|json|txt [--output FILE]: a plan as a file, or on standard output."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from plans.models import Plan
from plans.papers import paper_of
from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.html import standalone
from thiduakhenthuong.official.plain_text import to_text
from thiduakhenthuong.official.rendering import NotPrinted, pdf_of


def _json(plan):
    from plans.draft_json import to_json
    from plans.drafting import draft_of

    return json.dumps(to_json(draft_of(plan)), ensure_ascii=False, indent=2).encode()


FORMATS = {
    "pdf": lambda plan: pdf_of(paper_of(plan)),
    "docx": lambda plan: to_docx(paper_of(plan)),
    "html": lambda plan: standalone(paper_of(plan)).encode(),
    "json": _json,
    "txt": lambda plan: to_text(paper_of(plan)).encode(),
}


class Command(BaseCommand):
    help = "Xuất một kế hoạch thành tệp."

    def add_arguments(self, parser):
        parser.add_argument("plan", help="số định danh hoặc mã của kế hoạch (can-tho-2024)")
        parser.add_argument("--format", choices=FORMATS, default="pdf")
        parser.add_argument("--output", type=Path, help="tệp ghi ra; bỏ trống: ra màn hình")

    def handle(self, *, plan, format, output, **options):
        try:
            data = FORMATS[format](_find(plan))
        except NotPrinted as problem:
            raise CommandError(str(problem), returncode=2) from problem
        if output:
            _write(output, data)
        else:
            sys.stdout.buffer.write(data)


def _find(plan):
    named = Q(code=plan) | Q(pk=plan) if plan.isdecimal() else Q(code=plan)
    found = Plan.objects.select_related("issuer").filter(named).first()
    if found is None:
        raise CommandError(f"Không có kế hoạch nào có mã hoặc số định danh “{plan}”.", returncode=2)
    return found


def _write(output, data):
    try:
        output.write_bytes(data)
    except OSError as problem:
        raise CommandError(f"Không ghi được tệp {output}: {problem.strerror}.", returncode=2) from problem
