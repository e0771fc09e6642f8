"""A person's changes to the draft of a reading: fields set, pieces taken out, loose text put into its place. No Django.

Nothing is ever dropped: what is taken out stands among the unplaced text, with its line in front.
"""

import re
from dataclasses import fields, replace

from ..draft import DeadlineDraft, ItemDraft, PlanDraft, SectionDraft, UnitDraft
from ..importing.deadlines import read_deadline
from ..kinds import AssignmentRole, SectionKind

ITEM_TEXTS = tuple(str(role) for role in AssignmentRole)  # lead, coordinating, responsible
DATE_PARTS = ("day", "month", "signed_year")
_NAMED = {field.name for field in fields(PlanDraft)} - {"sections", "findings"}
_NUMBERED = re.compile(r"^(?P<line>\d+): (?P<text>.*)$", re.DOTALL)


class NoSuchField(Exception):
    """A key names nothing in this draft: it changed since the page was opened."""


def section_at(draft, key):
    """The piece a key names, or whose item it names."""
    try:
        return draft.sections[int(key.split(":")[1])]
    except (IndexError, ValueError):
        raise NoSuchField(key) from None


def item_at(draft, key):
    """The item a key names."""
    try:
        return section_at(draft, key).items[int(key.split(":")[2])]
    except (IndexError, ValueError):
        raise NoSuchField(key) from None


def values_of(draft, key):
    """The values of a field, by the names its form has."""
    if key.startswith("item:"):
        return _item_values(item_at(draft, key))
    if key.startswith("section:"):
        section = section_at(draft, key)
        return {"kind": str(section.kind), "titled": section.titled, "text": section.text}
    if key == "date":
        return {name: getattr(draft, name) for name in DATE_PARTS}
    if key not in _NAMED:
        raise NoSuchField(key)
    value = getattr(draft, key)
    return {"value": "\n".join(value) if isinstance(value, list) else value}


def _item_values(item):
    texts = {role: "\n".join(unit.text for unit in item.units if unit.role == role) for role in ITEM_TEXTS}
    raw = item.deadline.raw if item.deadline else ""
    return {"text": item.text, "quarter": item.quarter, "deadline_raw": raw} | texts


def mend(draft, key, values):
    """Set a field to the values of its form."""
    if key.startswith("item:"):
        _mend_item(item_at(draft, key), values, draft.year)
    elif key.startswith("section:"):
        _mend_section(section_at(draft, key), values)
    elif key == "date":
        for name in DATE_PARTS:
            setattr(draft, name, values[name])
    elif isinstance(getattr(draft, key), list):
        setattr(draft, key, [line for line in values["value"].split("\n") if line])
    elif key == "year":
        _mend_year(draft, values["value"])
    else:
        setattr(draft, key, values["value"])


def _mend_year(draft, year):
    """Deadlines whose dates follow from their words alone follow the year planned for."""
    for item in [item for section in draft.sections for item in section.items if item.deadline]:
        if item.deadline == _deadline(item.deadline.raw, draft.year):
            item.deadline = _deadline(item.deadline.raw, year)
    draft.year = year


def _mend_section(section, values):
    section.text, section.titled = values["text"], values["titled"]
    if section.kind not in (SectionKind.ITEMS, SectionKind.ANNEX):
        section.kind = SectionKind(values["kind"])


def _mend_item(item, values, year):
    before = _item_values(item)
    item.text, item.quarter = values["text"], values["quarter"]
    if values["deadline_raw"] != before["deadline_raw"]:
        item.deadline = _deadline(values["deadline_raw"], year)
        item.deadline_in_text = item.deadline_in_text and item.deadline is not None and item.deadline.raw in item.text
    if any(values[role] != before[role] for role in ITEM_TEXTS):
        named = [(role, line) for role in AssignmentRole for line in values[role].split("\n") if line]
        item.units, item.units_wording = [UnitDraft(line, role) for role, line in named], ""


def _deadline(raw, year):
    """As dates where it can be read so, else as its words."""
    if not raw:
        return None
    read = read_deadline(raw, year=year) if year else None
    return replace(read, raw=raw) if read else DeadlineDraft(raw)


def take_out(draft, key):
    """Take a piece or an item out; its words go to the unplaced text. A list of items only when it is empty."""
    if key.startswith("item:"):
        holder, taken = section_at(draft, key).items, item_at(draft, key)
        words = _all_words(taken)
    else:
        holder, taken = draft.sections, section_at(draft, key)
        if taken.items:
            raise NoSuchField(key)
        words = taken.text
    holder[:] = [entry for entry in holder if entry is not taken]
    if words:
        draft.unplaced.append(f"{taken.lines[0]}: {words}")


def _all_words(item):
    words = [item.text, item.deadline.raw if item.deadline and not item.deadline_in_text else ""]
    return "\n".join(part for part in [*words, "; ".join(unit.text for unit in item.units)] if part)


def loose(entry):
    """An entry of `unplaced` as (line, text); line 0 where none is known."""
    found = _NUMBERED.match(entry)
    return (int(found["line"]), found["text"]) if found else (0, entry)


def put(draft, at, place):
    """Put unplaced text number `at` to a place: "after:KEY", "into:KEY", "drop"; KEY may be a field of the foot.

    "after:begin" is before the first piece.
    """
    if not 0 <= at < len(draft.unplaced):
        raise NoSuchField(place)
    line, text = loose(draft.unplaced[at])
    verb, _, key = place.partition(":")
    if verb == "after":
        _put_after(draft, key, text, line)
    elif verb == "into":
        _put_into(draft, key, text)
    elif verb != "drop":
        raise NoSuchField(place)
    del draft.unplaced[at]


def _put_after(draft, key, text, line):
    if key.startswith("item:"):
        above, holder = item_at(draft, key), section_at(draft, key).items
        new = ItemDraft(text, above.quarter, lines=(line, line))
    else:
        above, holder = (None if key == "begin" else section_at(draft, key)), draft.sections
        new = SectionDraft(SectionKind.PARAGRAPH, text.replace("\n", " "), lines=(line, line))
    position = next((n for n, entry in enumerate(holder, 1) if entry is above), 0)
    holder.insert(position, new)


def _put_into(draft, key, text):
    if key.startswith("item:"):
        item = item_at(draft, key)
        item.text = f"{item.text}\n{text}".strip()
    elif key.startswith("section:"):
        section = section_at(draft, key)
        section.text = f"{section.text} {text}".strip()
    elif key in ("recipients", "authority_lines"):
        getattr(draft, key).extend(line.strip(" -;.") for line in text.split("\n") if line.strip(" -;."))
    elif key == "signer_name":
        draft.signer_name = text.replace("\n", " ")
    else:
        raise NoSuchField(key)
