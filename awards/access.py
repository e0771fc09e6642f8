"""Who may do what with awards, built on the roles of units/access.py.

The catalogue holds for everybody, so administrators who answer for a whole province change it. A record of a person is
for those who work with awards at the unit where the person works, or above it; for nobody else it exists.
"""

from django.db.models import Q
from django.utils import timezone

from units.access import acting_unit, has_role, may_edit_area, units_administered, units_of, units_with
from units.models import Area, Role

from .models import LocalCap, Nominee

_WHOLE = (Area.Level.CENTRAL, Area.Level.PROVINCE)
KEEPING = (Role.EDITOR, Role.SECRETARY)  # who keep the records of nominees
SEEING = (*KEEPING, Role.APPROVER)


def may_read_catalogue(user, found):
    """Everybody signed in: it tells what the law says."""
    return user.is_authenticated


def may_edit_catalogue(user, found=None):
    """Administrators at the people's committee of a province, or at the centre."""
    areas = [unit.area for unit in units_administered(user)]
    return any(area.level in _WHOLE and may_edit_area(user, area) for area in areas)


def nominees_visible_to(user):
    """The records of those who are posted today at a unit that the user's roles reach."""
    return Nominee.objects.standing().kept_by(units_of(user, *SEEING), on=timezone.localdate())


def may_use_nominees(user, found=None):
    """Is there a unit whose records the user might see?"""
    return bool(units_with(user, *SEEING))


def may_add_nominee(user, found=None):
    return bool(units_with(user, *KEEPING))


def may_see_nominee(user, nominee):
    """Is the record among `nominees_visible_to`?"""
    return any(has_role(user, unit, *SEEING) for unit in _keepers(nominee))


def may_edit_nominee(user, nominee):
    return any(has_role(user, unit, *KEEPING) for unit in _keepers(nominee))


def keeping_unit(user, nominee):
    """The unit from which the user keeps the record, for its events."""
    units = (acting_unit(user, unit, *KEEPING) for unit in _keepers(nominee))
    return next((unit for unit in units if unit), None)


def _keepers(nominee):
    """Read once and kept on the row: a page asks several times."""
    if not hasattr(nominee, "_keepers"):
        nominee._keepers = nominee.keepers(on=timezone.localdate())
    return nominee._keepers


def caps_visible_to(user):
    """The local shares that hold for the user's units, and those set below them."""
    above = {pk for unit in units_with(user) for pk in unit.ancestor_ids}
    return LocalCap.objects.filter(Q(unit__in=above) | Q(unit__in=units_of(user)))


def may_see_cap(user, cap):
    """Is it among `caps_visible_to`?"""
    below = any(cap.unit_id in unit.ancestor_ids for unit in units_with(user))
    return below or has_role(user, cap.unit)


def may_add_cap(user, found=None):
    return bool(units_with(user, Role.ADMINISTRATOR))


def may_edit_cap(user, cap):
    """Administrators of the unit that sets it, and those above."""
    return has_role(user, cap.unit, Role.ADMINISTRATOR)
