"""What of a reading is longer than a plan can hold: a person shortens it, instead of losing its end unseen."""

from ..models import Assignment, Plan, PlanItem
from .fields import FOOT, HEAD

_NAMES = {"superior": "superior_line"} | {n: n for n in ("doc_type", "subject", "symbol", "place", "signer_name")}


def too_long(draft):
    """Each such text in Vietnamese words, with the most characters it may have."""
    labels = HEAD | FOOT
    named = [(labels[name].lower(), getattr(draft, name), Plan, field) for name, field in _NAMES.items()]
    items = [item for section in draft.sections for item in section.items]
    named += [("thời hạn", item.deadline.raw, PlanItem, "deadline_raw") for item in items if item.deadline]
    named += [("tên đơn vị", unit.text, Assignment, "printed") for item in items for unit in item.units]
    return list(dict.fromkeys(filter(None, (_told(*each) for each in named))))


def _told(label, text, model, field):
    most = model._meta.get_field(field).max_length
    return f"{label} “{text[:40]}…” (tối đa {most} ký tự)" if len(text or "") > most else None
