"""PlanDraft ⇄ JSON: the fields other programs read (headings, items, legal_bases …), and `blocks` to come back from.

What can be worked out from the draft (items, assignments, signer …) is written for readers and not read back.
"""

from dataclasses import asdict, fields
from datetime import date

from .draft import DeadlineDraft, Finding, ItemDraft, LayoutDraft, PlanDraft, SectionDraft, UnitDraft
from .draft_reports import appendix, assignments, headings, items, legal_bases, signer
from .kinds import AssignmentRole, ItemStyle, SectionKind

_AS_THEY_ARE = (
    "head_lines", "doc_type", "subject", "year", "issuer", "issuer_level", "superior", "issuer_lines", "number",
    "symbol", "place", "recipients", "authority_lines", "signer_name", "closing_mark", "foot_lines", "unplaced",
)  # fmt: skip

_NO_KEY = ("key", "")  # of an item that no row stands for yet


def to_json(draft):
    """The draft as plain values for json.dumps."""
    told = {
        "date": _date_to_json(draft),
        "legal_bases": legal_bases(draft),
        "headings": headings(draft),
        "items": items(draft),
        "assignments": assignments(draft),
        "signer": signer(draft),
        "appendix": appendix(draft),
    }
    blocks = [_plain(section) for section in draft.sections]
    kept = {name: getattr(draft, name) for name in _AS_THEY_ARE}
    if draft.amendment_words:
        kept["amendment_words"] = draft.amendment_words
    return kept | told | {"blocks": blocks, "findings": [_plain(finding) for finding in draft.findings]}


def from_json(data):
    """The draft again. Fields that are missing keep their defaults; those of another version of ours are left out."""
    draft = PlanDraft(**{name: data[name] for name in (*_AS_THEY_ARE, "amendment_words") if name in data})
    draft.day, draft.month, draft.signed_year = _date_from_json(data.get("date"))
    draft.sections = [_section(block) for block in data.get("blocks", [])]
    draft.findings = [_known(Finding, finding) for finding in data.get("findings", [])]
    return draft


def _plain(value):
    """A dataclass as a dict of what differs from its defaults; dates as ISO text, tuples as lists."""
    return {name: _value(part) for name, part in asdict(value).items() if not _is_default(value, name)}


def _is_default(value, name):
    field = next(field for field in fields(value) if field.name == name)
    return getattr(value, name) == field.default or (not field.init or getattr(value, name) in ([], None))


def _value(part):
    if isinstance(part, date):
        return part.isoformat()
    if isinstance(part, dict):
        return {name: _value(inner) for name, inner in part.items() if inner is not None and (name, inner) != _NO_KEY}
    if isinstance(part, list | tuple):
        return [_value(inner) for inner in part]
    return part


def _date_to_json(draft):
    """ISO where the date is whole, its known parts where it is not, null where there is none."""
    try:
        return date(draft.signed_year, draft.month, draft.day).isoformat()
    except (TypeError, ValueError, OverflowError):
        known = {"day": draft.day, "month": draft.month, "year": draft.signed_year}
        return {name: value for name, value in known.items() if value is not None} or None


def _date_from_json(value):
    if isinstance(value, str):
        day = date.fromisoformat(value)
        return day.day, day.month, day.year
    value = value or {}
    return value.get("day"), value.get("month"), value.get("year")


def _known(kind, values):
    names = {field.name for field in fields(kind)}
    return kind(**{name: value for name, value in values.items() if name in names})


def _section(block):
    block = dict(block)
    block["kind"] = SectionKind(block["kind"])
    block["items"] = [_item(item) for item in block.get("items", [])]
    if "layout" in block:
        block["layout"] = _known(LayoutDraft, block["layout"] | {"style": ItemStyle(block["layout"]["style"])})
    block["lines"] = tuple(block.get("lines", (0, 0)))
    return _known(SectionDraft, block)


def _item(item):
    item = dict(item)
    item["units"] = [UnitDraft(unit["text"], AssignmentRole(unit["role"])) for unit in item.get("units", [])]
    if "deadline" in item:
        item["deadline"] = _deadline(item["deadline"])
    item["lines"] = tuple(item.get("lines", (0, 0)))
    return _known(ItemDraft, item)


def _deadline(deadline):
    days = {name: date.fromisoformat(deadline[name]) for name in ("start", "end") if deadline.get(name)}
    return DeadlineDraft(**deadline | days)
