"""How the reading's wordings of bodies are understood: chosen by a person, chosen at an earlier import, or found.

A choice holds for the same wording everywhere in the document, and for the next document of the same issuer. It is
one of {"unit": id}, {"unit": id, "alias": true} (the wording becomes an alias of the body for everyone), {"group": id},
{"new_unit": name, "kind": …}, {"new_group": name}, or {} for: as printed. What is new is made when the reading is
confirmed, not before.
"""

from collections import Counter
from dataclasses import dataclass, replace
from zlib import crc32

from django.utils import timezone

from thiduakhenthuong.text import search_key
from units.administration import add_alias, create_unit
from units.models import Unit, UnitGroup
from units.naming import Directory

from ..days import day_of
from ..models import WordingChoice


@dataclass(frozen=True)
class Wording:
    """One wording with the number of places it stands in, and what it means."""

    printed: str
    count: int
    unit: Unit | None = None
    group: UnitGroup | None = None
    candidates: tuple[Unit, ...] = ()
    how: str = ""  # "found", "chosen", "remembered"; "" while nobody knows
    line: int = 0  # of the first place
    new: str = ""  # the name of a body or group that will be made

    @property
    def anchor(self):
        """What tells its form apart on the page."""
        return f"{search_key(self.printed).replace(' ', '-')[:60]}-{crc32(self.printed.encode())}"

    @property
    def is_decided(self):
        return bool(self.how)

    @property
    def meaning(self):
        """The body or group, or "" where it stays as printed."""
        return self.unit or self.group or self.new


def reading_day(draft):
    """The day whose bodies the document means; today where it names no year at all."""
    year = draft.year or draft.signed_year
    return day_of(replace(draft, year=year)) if year else timezone.localdate()


def wordings_of(draft, *, issuer, choices):
    """Every wording of the draft, undecided ones first. Without an issuer nothing can be told. Constant queries."""
    if issuer is None:
        return []
    named = [(unit.text, item.lines[0]) for section in draft.sections for item in section.items for unit in item.units]
    counts, first = Counter(text for text, _ in named), dict(reversed(named))
    on = reading_day(draft)
    remembered = _remembered(issuer, counts, on)
    chosen = _chosen(choices)
    directory = Directory(issuer, on)
    found = [_wording(printed, count, chosen, remembered, directory) for printed, count in counts.items()]
    found = [replace(wording, line=first[wording.printed]) for wording in found]
    return sorted(found, key=lambda wording: (wording.is_decided, not wording.candidates))


def _wording(printed, count, chosen, remembered, directory):
    for how, known in (("chosen", chosen.get(printed)), ("remembered", remembered.get(search_key(printed)[:300]))):
        if known is not None:
            return Wording(printed, count, **known, how=how)
    match = directory.find(printed)
    return Wording(printed, count, match.unit, match.group, match.candidates, how="found" if match else "")


def _chosen(choices):
    """For each wording chosen in this reading what it means; what was deleted since must be chosen anew."""
    units = Unit.objects.in_bulk([choice["unit"] for choice in choices.values() if "unit" in choice])
    groups = UnitGroup.objects.in_bulk([choice["group"] for choice in choices.values() if "group" in choice])
    return {
        printed: {
            "unit": units.get(choice.get("unit")),
            "group": groups.get(choice.get("group")),
            "new": choice.get("new_unit") or choice.get("new_group") or "",
        }
        for printed, choice in choices.items()
        if choice.get("unit") in (None, *units) and choice.get("group") in (None, *groups)
    }


def _remembered(issuer, printed, on):
    """What was chosen at earlier imports, except for bodies that do not exist on the day of this document."""
    keys = {search_key(text)[:300] for text in printed}
    rows = WordingChoice.objects.filter(issuer=issuer, key__in=keys).select_related("unit", "group")
    return {row.key: {"unit": row.unit, "group": row.group} for row in rows if _stands(row.unit, on)}


def _stands(unit, on):
    return unit is None or ((unit.valid_from or on) <= on <= (unit.valid_to or on))


def realise(choices, *, issuer):
    """The choices with what they ask for made: new bodies and groups below the issuer, aliases."""
    return {printed: _realised(printed, choice, issuer) for printed, choice in choices.items()}


def _realised(printed, choice, issuer):
    if "new_unit" in choice:
        named = {"name": choice["new_unit"], "kind": choice["kind"]}
        same = Unit.objects.filter(parent=issuer, **named).first()
        unit = same or create_unit(area=issuer.area, parent=issuer, **named)
        return {"unit": unit.pk}
    if "new_group" in choice:
        open_group = {"membering": UnitGroup.Membering.OPEN}
        group, _ = UnitGroup.objects.get_or_create(name=choice["new_group"], issuer=issuer, defaults=open_group)
        return {"group": group.pk}
    if choice.get("alias"):
        add_alias(Unit.objects.get(pk=choice["unit"]), printed[:200], issuer=issuer)
    return choice


def remember(choices, *, issuer, by):
    """Keep realised choices for the next document of the issuer, in one order: who confirms meanwhile waits."""
    for printed, choice in sorted(choices.items(), key=lambda pair: search_key(pair[0])):
        WordingChoice.objects.update_or_create(
            issuer=issuer,
            key=search_key(printed)[:300],
            defaults={"unit_id": choice.get("unit"), "group_id": choice.get("group"), "by": by},
        )
