"""Reads fixtures/units/*.json into rows: former areas and bodies, and what took over.

A file holds `areas`, `units` and `groups`, one object a line, with the fields of units/reference.py. What goes without
saying is left out: each area has its people's committee; a body ends with its area and for the same reason; committees
and councils are followed by those of the areas that followed.
"""

import json
from datetime import date, timedelta

from django.conf import settings

from .country import committee
from .models import Unit
from .reference import AliasRow, AreaRow, GroupRow, TakeOver, UnitRow

_FOLLOWED = {Unit.Kind.PEOPLES_COMMITTEE: "ubnd", Unit.Kind.PEOPLES_COUNCIL: "hdnd"}


def read_fixtures():
    """All files together: (areas, units, groups), each a list of rows."""
    files = [
        json.loads(path.read_text("utf-8")) for path in sorted((settings.BASE_DIR / "fixtures/units").glob("*.json"))
    ]
    areas = [AreaRow(**_dated(row)) for file in files for row in file.get("areas", [])]
    units = [_unit(row) for file in files for row in file.get("units", [])]
    groups = [GroupRow(**row) for file in files for row in file.get("groups", [])]
    return areas, [committee(area) for area in areas] + units, groups


def complete(areas, units, known):
    """Fill in what goes without saying. `known`: the codes of all units there will be."""
    places = {area.code: area for area in areas}
    for unit in units:
        area = places.get(unit.area)
        if not area or not area.valid_to:
            continue
        if not unit.valid_to:
            unit.valid_to = area.valid_to
        unit.ended_because = unit.ended_because or area.ended_because
        if unit.kind in _FOLLOWED and not unit.successors:
            codes = [f"{_FOLLOWED[unit.kind]}-{code}" for code in area.successors]
            unit.successors = [TakeOver(code, _day_after(unit), unit.ended_because) for code in codes if code in known]
        for took in unit.successors:
            took.basis = took.basis or unit.ended_because


def _day_after(unit):
    return unit.valid_to + timedelta(days=1)


def _unit(row):
    aliases = [AliasRow(a) if isinstance(a, str) else AliasRow(**a) for a in row.pop("aliases", [])]
    successors = [TakeOver(**took | {"on": date.fromisoformat(took["on"])}) for took in row.pop("successors", [])]
    return UnitRow(**_dated(row), aliases=aliases, successors=successors)


def _dated(row):
    return {key: date.fromisoformat(value) if key.startswith("valid_") else value for key, value in row.items()}
