"""Finds the body or group a document means by what it writes, relative to who issues the document and on what date.

`Directory` loads an issuer's neighbourhood once and answers for every wording of a plan; `find` asks one question;
`find_issuer` finds the issuer itself. Nothing is guessed: where several bodies fit equally they are `candidates`.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from thiduakhenthuong.text import clean_line

from .models import Area, Unit, UnitAlias, UnitGroup
from .wording import LEVEL_WORDS, body_of_head, canonical, splits, without_gloss

# Bodies that exist at every level: named without a place they are the issuer's own, never the level above.
_AT_EVERY_LEVEL = {
    Unit.Kind.PEOPLES_COMMITTEE,
    Unit.Kind.PEOPLES_COUNCIL,
    Unit.Kind.EMULATION_COUNCIL,
    Unit.Kind.INITIATIVE_COUNCIL,
    Unit.Kind.FRONT,
    Unit.Kind.MASS_ORGANISATION,
    Unit.Kind.OFFICE,
}
_LINK = re.compile(r" (?:cua|thuoc|tren dia ban)$")  # "… của tỉnh", "… trên địa bàn quận"


@dataclass(frozen=True)
class Match:
    """What a wording means: one unit, or one group, or several candidates, or nothing."""

    unit: Unit | None = None
    group: UnitGroup | None = None
    candidates: tuple = ()

    def __bool__(self):
        return bool(self.unit or self.group)


def find(text, *, issuer, on):
    """What `text` means in a document that `issuer` (a Unit) writes on a date."""
    return Directory(issuer, on).find(text)


def find_issuer(text, *, on):
    """The body whose full name is `text`, or which its head leads: "Chủ tịch Ủy ban nhân dân tỉnh Đồng Nai".

    Places after a comma tell namesakes apart: "Ủy ban nhân dân xã Tân Tiến, tỉnh Lạng Sơn".
    """
    name, *places = [canonical(part) for part in without_gloss(clean_line(text)).split(",")]
    for wanted in (name, body_of_head(name)):
        if wanted:
            near = Unit.objects.valid(on=on).named_like(wanted).prefetch_related("aliases")
            near = near.select_related("area__parent__parent__parent")
            found = [unit for unit in near if wanted in map(canonical, _wordings(unit, unit.aliases.all()))]
            if found := [unit for unit in found if _lies_in(unit.area, places)]:
                return _match(found)
    return Match()


def _lies_in(area, places):
    above = {canonical(name) for place in area.ancestors() for name in (place.full_name, place.name)}
    return all(place in above for place in places)


def _wordings(unit, aliases):
    return [text for text in [unit.name, unit.short_name, *(alias.text for alias in aliases)] if text]


def _match(units):
    units = list(dict.fromkeys(units))
    if len(units) == 1:
        return Match(unit=units[0])
    return Match(candidates=tuple(units)) if units else Match()


class Directory:
    """The bodies and groups one issuer may mean on a date. Six queries when made, none afterwards."""

    def __init__(self, issuer, on):
        self.issuer = issuer
        self._found = {}
        self._load_areas(on)
        self._load_units(on)
        self._load_groups()

    def find(self, text):
        """What a wording means."""
        text = clean_line(text)
        if text not in self._found:
            self._found[text] = self._search(text)
        return self._found[text]

    def _search(self, text):
        """The rules in order; the text with its brackets first, because an alias may contain them."""
        keys = list(dict.fromkeys([canonical(text), canonical(without_gloss(text))]))
        candidates = Match()
        for look_up in (self._group, self._named, self._led):
            for key in filter(None, keys):
                match = look_up(key)
                if match:
                    return match
                candidates = candidates if candidates.candidates else match
        return candidates

    # Rules

    def _group(self, key):
        """A collective address: of this issuer, of the bodies above it, or of everyone."""
        found = self._groups.get(key) or self._own_groups.get(self._without_own_place(key))
        return Match(group=found[0]) if found else Match()

    def _named(self, key):
        """A body with its place, else without: then the issuer's own area counts first, then those above it."""
        for body, place in splits(key):
            entries = self._bodies.get(body, ())
            for areas in self._places(place):
                found = [unit for unit in entries if unit.area_id in areas]
                if found:
                    return _match(found)
        return self._nearest(self._bodies.get(key, []))

    def _led(self, key):
        body = body_of_head(key)
        return self._named(body) if body else Match()

    def _nearest(self, units):
        """Below the issuer itself, then in its area, then in the areas above; elsewhere only as candidates.

        "Hội đồng TĐKT" without a place is the issuer's own: such bodies are not looked for above.
        """
        elsewhere = [unit for unit in units if unit.kind not in _AT_EVERY_LEVEL]
        places = [(self._is_in(area), elsewhere if i else units) for i, area in enumerate(self._chain)]
        for belongs, these in [(self._is_below, elsewhere), *places]:
            found = [unit for unit in these if belongs(unit)]
            if found:
                return _match(found)
        return Match(candidates=tuple(dict.fromkeys(units))[:8])

    def _is_below(self, unit):
        return unit.path.startswith(self.issuer.path) and unit.parent_id == self.issuer.pk

    def _is_in(self, area):
        return lambda unit: unit.area_id == area

    def _places(self, place):
        """The areas a place may mean, as sets in order of likelihood: "quận" is the issuer's own or one above it."""
        if place in LEVEL_WORDS:
            return [{pk} for pk in self._chain if canonical(self._areas[pk].type_word) == place][:1]
        near = [{pk} for pk in self._chain if pk in self._area_names.get(place, ())]
        return [*near, self._area_names[place]] if place in self._area_names else []

    # Loading

    def _load_areas(self, on):
        home = Area.objects.select_related("parent__parent__parent").get(pk=self.issuer.area_id)
        line = [home, *home.ancestors()]
        province = next((area for area in line if area.level == Area.Level.PROVINCE), home)
        near = Area.objects.within(province) | Area.objects.filter(level__in=[Area.Level.CENTRAL, Area.Level.PROVINCE])
        self._areas = {area.pk: area for area in [*line, *near.valid(on=on)]}
        central = [area.pk for area in self._areas.values() if area.level == Area.Level.CENTRAL]
        self._chain = list(dict.fromkeys([area.pk for area in line] + central))
        self._area_names = defaultdict(set)
        for area in self._areas.values():
            self._area_names[canonical(area.full_name)].add(area.pk)
            self._area_names[canonical(area.name)].add(area.pk)

    def _load_units(self, on):
        scope = Q(issuer__isnull=True) | Q(issuer__in=self.issuer.ancestor_ids)
        aliases = defaultdict(list)
        for alias in UnitAlias.objects.filter(scope, unit__area__in=self._areas):
            aliases[alias.unit_id].append(alias)
        self._bodies = defaultdict(list)
        units = {unit.pk: unit for unit in Unit.objects.filter(area__in=self._areas).valid(on=on)}
        for unit in units.values():
            for body in self._body_keys(unit, aliases[unit.pk]):
                self._bodies[body].append(unit)
                if parent := units.get(unit.parent_id):
                    self._bodies[f"{body} {self._body(parent.name, parent)}"].append(unit)

    def _body_keys(self, unit, aliases):
        """Its wordings without their place: "uy ban nhan dan" for UBND quận Cái Răng."""
        return dict.fromkeys(self._body(text, unit) for text in _wordings(unit, aliases))

    def _body(self, text, unit):
        key, area = canonical(text), self._areas[unit.area_id]
        for place in (canonical(area.full_name), canonical(area.name)):
            if place and key.endswith(f" {place}"):
                return key.removesuffix(f" {place}")
        return key

    def _load_groups(self):
        """Groups by their wording, the issuer's own first; own and general ones without their place too."""
        line = self.issuer.ancestor_ids
        near = UnitGroup.objects.filter(Q(issuer__isnull=True) | Q(issuer__in=line)).prefetch_related("aliases")
        self._groups, self._own_groups = defaultdict(list), defaultdict(list)
        for group in sorted(near, key=lambda g: line.index(g.issuer_id) if g.issuer_id else -1, reverse=True):
            for text in [group.name, *(alias.text for alias in group.aliases.all())]:
                key = canonical(text)
                self._groups[key].append(group)
                if group.issuer_id in (None, self.issuer.pk):
                    self._own_groups[self._without_own_place(key)].append(group)

    def _without_own_place(self, key):
        area = self._areas[self.issuer.area_id]
        for place in (area.full_name, area.type_word, area.name):
            if place and key.endswith(f" {canonical(place)}"):
                return _LINK.sub("", key.removesuffix(f" {canonical(place)}"))
        return key
