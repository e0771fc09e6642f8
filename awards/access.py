"""Who may change the catalogue: it holds for everybody, so administrators who answer for a whole province."""

from units.access import may_edit_area, units_with
from units.models import Area, Role

_WHOLE = (Area.Level.CENTRAL, Area.Level.PROVINCE)


def may_read_catalogue(user, found):
    """Everybody signed in: it tells what the law says."""
    return user.is_authenticated


def may_edit_catalogue(user, found=None):
    """Administrators at the people's committee of a province, or at the centre."""
    areas = [unit.area for unit in units_with(user, Role.ADMINISTRATOR)]
    return any(area.level in _WHOLE and may_edit_area(user, area) for area in areas)
