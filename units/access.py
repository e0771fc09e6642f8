"""What a user may do, from the roles held today. Every other access rule is built on these functions."""

from django.db.models import prefetch_related_objects
from django.utils import timezone

from .models import Area, Membership, Role, Unit

COVERING = (Unit.Kind.PEOPLES_COMMITTEE, Unit.Kind.CENTRAL)  # bodies that answer for the places of their area


def memberships(user):
    """The user's roles in force today, read once a request and kept on the user object."""
    if not hasattr(user, "_memberships"):
        held, today = Membership.objects.filter(user=user).select_related("unit"), timezone.localdate()
        # A person's roles are few: Django takes longer to write their dates as SQL than to read those that ended.
        user._memberships = [membership for membership in held if membership.is_valid(on=today)]
    return user._memberships


def units_with(user, *roles):
    """The units at which the user holds one of the roles (any role if none is named): roles in force today."""
    return [m.unit for m in memberships(user) if not roles or m.role in roles]


def has_role(user, unit, *roles):
    """Does the user hold one of the roles at the unit or above it?"""
    above = set(unit.ancestor_ids)
    return any(held.pk in above for held in units_with(user, *roles))


def acting_unit(user, unit, *roles):
    """The unit from which the user acts on what belongs to `unit`: the nearest above it at which they hold a role.

    One of these roles, or any if none is named.
    """
    above = unit.ancestor_ids
    held = [own for own in units_with(user, *roles) if own.pk in above]
    return max(held, key=lambda own: above.index(own.pk), default=None)


def may_edit_unit(user, unit):
    """Administrators edit their unit, everything below it, and the bodies of their area that stand under nobody."""
    alone = unit.parent_id is None and may_edit_area(user, unit.area)
    return has_role(user, unit, Role.ADMINISTRATOR) or alone


def units_administered(user):
    """The units the user administers, with their places: nobody else is judged by places. Read once a request."""
    if not hasattr(user, "_administered"):
        user._administered = units_with(user, Role.ADMINISTRATOR)
        prefetch_related_objects(user._administered, "area__parent", "parent")
    return user._administered


def may_edit_area(user, area):
    """Administrators at the people's committee of the area or of an area above it."""
    line = {area.pk, *(above.pk for above in area.ancestors())}
    return any(held.area_id in line and _covers_its_area(held) for held in units_administered(user))


def _covers_its_area(unit):
    """A body of a covering kind at the top of its area; one below another body of the area covers nothing."""
    above = unit.parent
    return unit.kind in COVERING and (not above or (above.kind in COVERING and above.area_id != unit.area_id))


def may_word(user, unit, *, issuer):
    """A wording counts in documents of the issuer, then who edits the issuer adds it; or in all, then the province."""
    return may_edit_unit(user, issuer) if issuer else may_edit_area(user, _province(unit.area))


def _province(area):
    """The province an area lies in or is; the country is its own."""
    line = [area, *area.ancestors()]
    return next((above for above in line if above.level == Area.Level.PROVINCE), area)


def may_edit_group(user, group):
    """A collective address belongs to the documents of its issuer; general ones are reference data."""
    return bool(group.issuer) and may_edit_unit(user, group.issuer)


def may_give_roles(user, unit):
    """Administrators give roles at their unit and below it, never beside or above (goal S9)."""
    return has_role(user, unit, Role.ADMINISTRATOR)


def may_end_role(user, membership):
    """Administrators end roles at their units, but not their own right to do so."""
    own_right = membership.user_id == user.pk and membership.role == Role.ADMINISTRATOR
    return may_give_roles(user, membership.unit) and not own_right


def may_change_account(user, account):
    """Only an account that holds all its roles, those to come too, below the administrator.

    Else its password would open other doors, or keep one open until the day the role begins.
    """
    held = Membership.objects.filter(user=account).not_ended(on=timezone.localdate()).select_related("unit")
    units = [membership.unit for membership in held]
    return bool(units) and all(may_give_roles(user, unit) for unit in units)


def may_see_members(user, unit):
    """Names of people are shown to those who work at the unit or above it."""
    return has_role(user, unit)


def units_of(user, *roles):
    """Every unit the user's roles (any role if none is named) reach."""
    return Unit.objects.below(*units_with(user, *roles))
