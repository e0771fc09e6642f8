"""Many files at once: every plan of a folder, one after the other; a bad file stops nothing."""

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings

from ..draft import PlanDraft
from ..draft_json import to_json
from ..models import Plan
from ..reading.lines import Unreadable
from .importing import file_bytes, import_file, read_file

SUFFIXES = (".docx", ".pdf", ".txt", ".md")
OLD_SUFFIXES = (".doc", ".rtf")  # where LibreOffice converts them
NEW, KNOWN, READ, REFUSED = "mới", "đã có", "đọc được", "không đọc được"
_TITLES = ("tệp", "kết quả", "cơ quan, năm", "nhiệm vụ", "điều cần xem", "mã kế hoạch")


@dataclass
class Outcome:
    """What became of one file. `result` is one of the four words above; a refusal has its sentence, not a draft."""

    file: str
    result: str
    refusal: str = ""
    draft: PlanDraft | None = None
    plan: Plan | None = None


def plan_files(folder):
    """The files of a folder that can be plans, in order of their names; and how many others there are."""
    suffixes = SUFFIXES + OLD_SUFFIXES if settings.SOFFICE_BIN else SUFFIXES
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~$")))
    chosen = [path for path in files if path.suffix.lower() in suffixes]
    return chosen, len(files) - len(chosen)


def import_files(paths, *, issuer=None, by=None, dry_run=False):
    """Yields the `Outcome` of each file as soon as it is known; with `dry_run` nothing is written."""
    for path in paths:
        try:
            data = file_bytes(path)
            draft = read_file(data, path.name)
            yield _read(path, draft) if dry_run else _saved(path, data, draft, issuer, by)
        except Unreadable as refusal:
            yield Outcome(path.name, REFUSED, str(refusal))


def _read(path, draft):
    return Outcome(path.name, READ, draft=draft)


def _saved(path, data, draft, issuer, by):
    known = Plan.objects.filter(sources__sha256=sha256(data).hexdigest()).exists()
    plan = import_file(data, path.name, issuer=issuer, by=by, draft=draft)
    return Outcome(path.name, KNOWN if known else NEW, draft=draft, plan=plan)


def table_head(width):
    """The titles of the table whose file names take `width` letters, and the rule below."""
    titles = _row(_TITLES, width)
    return f"{titles}\n{'-' * len(titles)}"


def table_row(outcome, width):
    """An outcome as a row of the table."""
    if outcome.draft is None:
        return f"{outcome.file:<{width}} | {outcome.result}: {outcome.refusal}"
    draft, plan = outcome.draft, outcome.plan
    head = f"{plan.issuer if plan else draft.issuer or '?'}, {(plan.year if plan else draft.year) or '?'}"
    code = plan.code if plan else "-"
    return _row((outcome.file, outcome.result, head, len(draft.items), len(draft.findings), code), width)


def _row(cells, width):
    file, result, head, items, findings, code = cells
    return f"{file:<{width}} | {result:<14} | {head:<45} | {items:>8} | {findings:>12} | {code}"


def counts(outcomes, others):
    """The last line: how many files came to what, and how many were passed over."""
    counted = Counter(outcome.result for outcome in outcomes)
    parts = [f"{counted[result]} {result}" for result in (NEW, KNOWN, READ, REFUSED) if counted[result]]
    told = f"{len(outcomes)} tệp: {', '.join(parts)}." if parts else "0 tệp."
    return f"{told} Bỏ qua {others} tệp loại khác." if others else told


def outcome_json(outcome):
    """An outcome as plain values."""
    told = {"file": outcome.file, "result": outcome.result, "refusal": outcome.refusal or None}
    told |= {"plan": outcome.plan and outcome.plan.pk, "code": outcome.plan and outcome.plan.code}
    return told | {"draft": outcome.draft and to_json(outcome.draft)}
