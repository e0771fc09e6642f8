"""Brings places and bodies into the database: today's country, and the former areas and bodies that old plans name.

Both may run again at any time: a second run changes nothing (see reference.py).
"""

from django.db import connection, transaction

from .country import CENTRAL, committee, communes, find_province, province_bodies, province_groups, provinces
from .fixtures import complete, read_fixtures
from .models import Area, Unit, UnitGroup
from .reference import put_areas, put_groups, put_units


def load_units(province=None):
    """All of today's provinces and communes with their committees, or one province by its name.

    Returns how many provinces and communes were looked at. Raises UnknownProvince before anything is written.
    """
    chosen = [find_province(province)] if province else provinces()
    lower = [row for package, area in chosen for row in communes(package, area)]
    _put([area for _, area in chosen], lower)
    _measure_tables()
    return len(chosen), len(lower)


def load_fixtures():
    """Former areas and bodies, with today's provinces and those communes that took over from them."""
    areas, units, groups = read_fixtures()
    today = provinces()
    wanted = {code for area in areas for code in area.successors}
    lower = [row for package, area in today for row in communes(package, area) if row.code in wanted]
    upper = [area for _, area in today]
    complete(areas, units, {unit.code for unit in _bodies(upper, lower) + units})
    with transaction.atomic():
        _put(upper, lower)
        put_areas(areas)
        put_units(units)
        put_groups(groups)
    _measure_tables()


def _measure_tables():
    """Let the database count what came in: until then it plans searches for groups as if all tables were empty."""
    with connection.cursor() as cursor:
        for model in (Area, Unit, UnitGroup, UnitGroup.members.through):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


@transaction.atomic
def _put(upper, lower):
    put_areas([CENTRAL, *upper, *lower])
    put_units(_bodies(upper, lower))
    put_groups([group for area in upper for group in province_groups(area)])


def _bodies(upper, lower):
    return [body for area in upper for body in province_bodies(area)] + [committee(area) for area in lower]
