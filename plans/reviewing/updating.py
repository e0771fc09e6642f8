"""A draft plan whose content is replaced by that of a confirmed reading of its changed document."""

import json
from dataclasses import asdict
from hashlib import sha256

from django.db.models import Q

from ..draft_json import to_json
from ..drafting import draft_of
from ..editing.locking import Refused, locked, record, write
from ..importing.heads import plan_fields
from ..importing.saving import create_content
from ..models import Plan


class ChangedSince(Refused):
    """The plan was edited after its differences were shown."""

    def __init__(self):
        super().__init__("Dự thảo đang có vừa được sửa. Hãy xem lại những chỗ khác nhau rồi xác nhận lần nữa.")


def rivals(draft, *, issuer, plans):
    """Of `plans` (a queryset) those the document may be another version of: same issuer and year, number or subject."""
    same = Q(subject__iexact=draft.subject)
    if draft.number:
        same |= Q(number=draft.number.zfill(2), symbol=draft.symbol or "")
    return plans.filter(same, issuer=issuer, year=draft.year).order_by("-changed_at")


def state_of(plan):
    """A hash of all a plan says: whether it was edited since somebody looked at it."""
    return sha256(json.dumps(to_json(draft_of(plan)), sort_keys=True).encode()).hexdigest()[:16]


def update_plan(plan, draft, *, issuer, wordings, by, seen, beginning):
    """Replace head and content of a plan by those of a draft, in the transaction of the caller.

    In order: lock, refuse what is issued or was edited since `seen`, head, content, one event that keeps what stood
    before. Raises NotEditable and ChangedSince.
    """
    held = locked(plan)
    if state_of(held) != seen:
        raise ChangedSince
    before, findings = to_json(draft_of(held)), list(draft.findings)
    write(held, **plan_fields(draft, issuer, findings))
    held.sections.all().delete()
    held = Plan.objects.get(pk=held.pk)
    create_content(held, draft, issuer=issuer, findings=findings, wordings=wordings)
    details = beginning.details | {"before": before, "findings": [asdict(finding) for finding in findings]}
    record(held, beginning.kind, by=by, ref="", note=beginning.note, details=details)
    return held
