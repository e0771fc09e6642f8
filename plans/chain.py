"""Whether the events of all plans still stand as they were written: changed, removed, inserted, reordered or cut off.

What was cut off at the end together with the head in the plan's row is found by heads kept elsewhere, with a backup
(goal R6).
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from . import frozen
from .models import IssuedPaper, Plan, PlanEvent
from .models.event import SEALED, seal
from .versions import digest

BATCH = 2000


@dataclass
class Findings:
    """What was found: sentences on what is wrong, how much was looked at, and one hash over all heads."""

    lines: list[str] = field(default_factory=list)
    plans: int = 0
    events: int = 0
    head: str = ""


def verify(*, heads=None):
    """Follow every chain from its beginning. `heads`: {plan id: (count, hash)} kept elsewhere, or None."""
    found = Findings()
    plans = {plan.pk: plan for plan in Plan.objects.only("code", "event_count", "event_head").order_by("pk")}
    kept = _Kept(heads or {})
    ends = dict.fromkeys(plans, (0, ""))
    values = PlanEvent.objects.order_by("plan", "seq").values("hash", *SEALED).iterator(BATCH)
    for event in values:
        count, head = ends[event["plan_id"]]
        if event["seq"] != count + 1 or event["hash"] != seal(head, event):
            found.lines.append(_fault(plans[event["plan_id"]], event, count))
        ends[event["plan_id"]] = (event["seq"], event["hash"])
        kept.pass_by(event)
        found.events += 1
    found.lines += [
        f"{plan.code}: có {ends[plan.pk][0]} diễn biến, phải có {plan.event_count}; phần cuối đã bị cắt hoặc thêm."
        for plan in plans.values()
        if ends[plan.pk] != (plan.event_count, plan.event_head)
    ]
    found.lines += (
        kept.missing(plans) + _changed_papers() + [f"Cơ sở dữ liệu thiếu chốt {name}." for name in frozen.missing()]
    )
    found.plans = len(plans)
    found.head = sha256("\n".join(f"{pk} {n} {head}" for pk, (n, head) in sorted(ends.items())).encode()).hexdigest()
    return found


def _fault(plan, event, before):
    if event["seq"] != before + 1:
        return (
            f"{plan.code}: sau diễn biến {before} là diễn biến {event['seq']}; có diễn biến bị xóa, chèn hoặc đổi chỗ."
        )
    return f"{plan.code}: diễn biến {event['seq']} không còn như lúc ghi."


def _changed_papers():
    """Issued papers whose bytes or content no longer have the hash that the event of the issue holds."""
    issues = PlanEvent.objects.filter(kind__in=(PlanEvent.Kind.ISSUED, PlanEvent.Kind.RECORDED))
    sealed, lines = dict(issues.values_list("plan_id", "details")), []
    for paper in IssuedPaper.objects.select_related("plan").iterator(50):
        told = sealed.get(paper.plan_id, {})
        same = (sha256(bytes(paper.pdf)).hexdigest(), digest(paper.content))
        if same != (told.get("pdf_sha256"), told.get("content_sha256")):
            lines.append(f"{paper.plan.code}: bản đã ban hành không còn như lúc ban hành.")
    return lines


class _Kept:
    """Heads kept elsewhere: each must be met again on the way."""

    def __init__(self, heads):
        self.heads = dict(heads)

    def pass_by(self, event):
        if self.heads.get(event["plan_id"]) == (event["seq"], event["hash"]):
            del self.heads[event["plan_id"]]

    def missing(self, plans):
        names = {pk: plans[pk].code if pk in plans else f"Kế hoạch có mã số {pk}" for pk in self.heads}
        return [
            f"{names[pk]}: không còn diễn biến {count} như trong tệp đã lưu."
            for pk, (count, _) in sorted(self.heads.items())
        ]


def write_heads(path):
    """Write the head of every chain as JSON, to be kept with a backup."""
    rows = Plan.objects.exclude(event_count=0).order_by("pk").values_list("pk", "event_count", "event_head")
    Path(path).write_text(json.dumps([list(row) for row in rows]) + "\n")


def read_heads(path):
    """What `write_heads` wrote: {plan id: (count, hash)}."""
    return {pk: (count, head) for pk, count, head in json.loads(Path(path).read_text())}
