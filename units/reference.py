"""Reference rows as plain data, and how they come into the database in bulk.

What is missing is created; what differs is changed, unless a person has edited the row since (version above 1);
nothing is deleted. So a second run changes nothing.
"""

from dataclasses import dataclass, field, fields
from datetime import date

from django.db.models import Q

from thiduakhenthuong.text import search_key

from .models import Area, Succession, Unit, UnitAlias, UnitGroup


@dataclass
class AreaRow:
    """A place; `parent` and `successors` are codes."""

    code: str
    type_word: str
    name: str
    level: str
    parent: str | None
    valid_from: date | None = None
    valid_to: date | None = None
    ended_because: str = ""
    successors: list[str] = field(default_factory=list)

    @property
    def full_name(self):
        return f"{self.type_word} {self.name}".strip()


@dataclass
class TakeOver:
    """Which unit (a code) took over, and from which day."""

    unit: str
    on: date
    basis: str = ""


@dataclass
class AliasRow:
    """Another wording; `issuer` is the code of the unit in whose documents it is used, or None for everyone."""

    text: str
    issuer: str | None = None


@dataclass
class UnitRow:
    """A body; `area` and `parent` are codes."""

    code: str
    kind: str
    area: str
    parent: str | None
    name: str
    short_name: str = ""
    symbol: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    ended_because: str = ""
    aliases: list[AliasRow] = field(default_factory=list)
    successors: list[TakeOver] = field(default_factory=list)


@dataclass
class GroupRow:
    """A collective address; `issuer`, `members` and `area` are codes."""

    name: str
    issuer: str | None
    membering: str
    aliases: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    member_kind: str = ""
    member_level: str = ""
    area: str | None = None


_PLAIN = {
    "area": ["type_word", "name", "level", "valid_from", "valid_to", "ended_because"],
    "unit": ["kind", "name", "short_name", "symbol", "valid_from", "valid_to", "ended_because"],
}


def put_areas(rows):
    """Places with their parents and successors. Parents stand among the rows or in the database already."""
    for level in Area.Level.values:
        these = [row for row in rows if row.level == level]
        ids = _ids(Area, [row.parent for row in these])
        _put(Area, [_area(row, ids) for row in these], [*_PLAIN["area"], "parent_id", "search_key", "sort_key"])
    _put_area_successors(rows)


def _area(row, ids):
    area = Area(code=row.code, parent_id=ids.get(row.parent), **_values(row, _PLAIN["area"]))
    area.set_keys()
    return area


def _put_area_successors(rows):
    ids = _ids(Area, [row.code for row in rows] + [code for row in rows for code in row.successors])
    link = Area.successors.through
    wanted = {(ids[row.code], ids[code]) for row in rows for code in row.successors}
    stored = set(link.objects.values_list("from_area_id", "to_area_id"))
    link.objects.bulk_create(link(from_area_id=a, to_area_id=b) for a, b in sorted(wanted - stored))


def put_units(rows):
    """Bodies with their aliases and successors. Parents stand among the rows or in the database already."""
    areas, waiting = _ids(Area, {row.area for row in rows}), {row.code: row for row in rows}
    while waiting:
        ready = [row for row in waiting.values() if row.parent not in waiting]
        parents = _ids(Unit, {row.parent for row in ready})
        units = [_unit(row, areas, parents) for row in ready]
        _put(Unit, units, [*_PLAIN["unit"], "area_id", "parent_id", "search_key", "sort_key"])
        waiting = {code: row for code, row in waiting.items() if row not in ready}
    _settle_paths()
    _put_unit_aliases(rows)
    _put_successions(rows)


def _unit(row, areas, parents):
    parent = parents[row.parent] if row.parent else None
    unit = Unit(code=row.code, area_id=areas[row.area], parent_id=parent, path="", **_values(row, _PLAIN["unit"]))
    unit.set_keys([alias.text for alias in row.aliases])
    return unit


def _settle_paths():
    """Paths of new units from the top down (see Unit._settle_path).

    Worked out here, not by a join of the table with itself: right after a bulk load a database that has not counted
    its rows yet would walk thousands of them for each.
    """
    paths = dict(Unit.objects.exclude(path="").order_by().values_list("pk", "path"))
    waiting = list(Unit.objects.filter(path="").order_by().only("pk", "parent_id"))
    settled = []
    while ready := [unit for unit in waiting if unit.parent_id is None or unit.parent_id in paths]:
        for unit in ready:
            unit.path = paths[unit.pk] = f"{paths.get(unit.parent_id, '')}{unit.pk}."
        settled += ready
        waiting = [unit for unit in waiting if unit.pk not in paths]
    Unit.objects.bulk_update(settled, ["path"], batch_size=500)


def _put_unit_aliases(rows):
    wanted = [(row.code, alias) for row in rows for alias in row.aliases]
    ids = _ids(Unit, {code for code, _ in wanted} | {alias.issuer for _, alias in wanted})
    edited = _edited(Unit, ids)
    stored = set(UnitAlias.objects.filter(unit__in=ids.values()).values_list("unit", "key", "issuer"))
    new = {}
    for code, alias in wanted:
        row = (ids[code], search_key(alias.text), ids.get(alias.issuer))
        if row not in stored and ids[code] not in edited:
            new[row] = UnitAlias(text=alias.text, key=row[1], unit_id=row[0], issuer_id=row[2])
    UnitAlias.objects.bulk_create(new.values(), batch_size=500)


def _put_successions(rows):
    wanted = {(row.code, took.unit): took for row in rows for took in row.successors}
    ids = _ids(Unit, {code for pair in wanted for code in pair})
    stored = set(Succession.objects.values_list("predecessor", "successor"))
    Succession.objects.bulk_create(
        Succession(predecessor_id=ids[old], successor_id=ids[new], took_over_on=took.on, basis=took.basis)
        for (old, new), took in wanted.items()
        if (ids[old], ids[new]) not in stored
    )


def put_groups(rows):
    """Collective addresses with members and aliases. A group has no code: name and issuer tell it."""
    units = _ids(Unit, {row.issuer for row in rows} | {code for row in rows for code in row.members})
    areas = _ids(Area, {row.area for row in rows})
    stored = {(group.name, group.issuer_id): group for group in UnitGroup.objects.all()}
    new = [
        UnitGroup(
            issuer_id=units.get(row.issuer),
            area_id=areas.get(row.area),
            **_values(row, ["name", "membering", "member_kind", "member_level"]),
        )
        for row in rows
        if (row.name, units.get(row.issuer)) not in stored
    ]
    UnitGroup.objects.bulk_create(new)
    stored |= {(group.name, group.issuer_id): group for group in new}
    groups = {id(row): stored[row.name, units.get(row.issuer)] for row in rows}
    _put_group_parts([(groups[id(row)], row) for row in rows if groups[id(row)].version == 1], units)


def _put_group_parts(pairs, units):
    member, pks = UnitGroup.members.through, [group.pk for group, _ in pairs]
    wanted = {(group.pk, units[code]) for group, row in pairs for code in row.members}
    stored = set(member.objects.filter(unitgroup__in=pks).values_list("unitgroup", "unit"))
    member.objects.bulk_create(member(unitgroup_id=g, unit_id=u) for g, u in sorted(wanted - stored))
    known = set(UnitAlias.objects.filter(group__in=pks).values_list("group", "key"))
    aliases = {(group.pk, search_key(text)): text for group, row in pairs for text in row.aliases}
    UnitAlias.objects.bulk_create(
        UnitAlias(text=text, key=key, group_id=group)
        for (group, key), text in aliases.items()
        if (group, key) not in known
    )


def _put(model, objects, names):
    """Create what is missing, change what differs and was never edited by a person."""
    stored = {row.code: row for row in model.objects.filter(code__in=[new.code for new in objects])}
    model.objects.bulk_create([new for new in objects if new.code not in stored], batch_size=500)
    changed = []
    for new in objects:
        old = stored.get(new.code)
        if old and old.version == 1 and any(getattr(old, name) != getattr(new, name) for name in names):
            for name in names:
                setattr(old, name, getattr(new, name))
            changed.append(old)
    model.objects.bulk_update(changed, [name.removesuffix("_id") for name in names], batch_size=200)


def _ids(model, codes):
    return dict(model.objects.filter(code__in={code for code in codes if code}).values_list("code", "pk"))


def _edited(model, ids):
    return set(model.objects.filter(Q(pk__in=ids.values()), version__gt=1).values_list("pk", flat=True))


def _values(row, names):
    known = {f.name for f in fields(row)}
    return {name: getattr(row, name) for name in names if name in known}
