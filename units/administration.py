"""What administrators do: change bodies and places, end them, give roles and accounts. Each deed is one transaction."""

import secrets
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from thiduakhenthuong.text import search_key

from .access import may_change_account, may_give_roles
from .models import Area, Membership, Succession, Unit, UnitAlias

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are mistaken for another on paper


class Stale(Exception):
    """Somebody else saved the row since it was read."""


def change(row, values, *, version):
    """Set fields of an area, a unit or a group that was read at `version`. Raises Stale, then nothing is written."""
    with transaction.atomic():
        _next_version(row, version)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def _next_version(row, version):
    if not type(row).objects.filter(pk=row.pk, version=version).update(version=F("version") + 1):
        raise Stale
    row.version = version + 1


def free_code(model, text):
    """A code for a new row, from its name; with a number where the plain one is taken."""
    plain = search_key(text).replace(" ", "-")[:60].strip("-")
    taken = set(model.objects.filter(code__startswith=plain).values_list("code", flat=True))
    return next(code for n in range(1, len(taken) + 2) if (code := f"{plain}-{n}" if n > 1 else plain) not in taken)


def create_unit(*, area, parent, **fields):
    """A new body at a place, below another one or alone."""
    name = fields["name"] if area.name in fields["name"] else f"{fields['name']} {area.name}"
    return Unit.objects.create(area=area, parent=parent, code=free_code(Unit, name), **fields)


def create_area(*, parent, level, **fields):
    """A new place inside another one."""
    code = free_code(Area, f"{fields['type_word']} {fields['name']} {parent.name}")
    return Area.objects.create(parent=parent, level=level, code=code, **fields)


@transaction.atomic
def add_alias(unit, text, *, issuer=None):
    """Another wording for a unit, everywhere or in the documents of one issuer. Twice is once."""
    UnitAlias.objects.get_or_create(unit=unit, key=search_key(text), issuer=issuer, defaults={"text": text})
    _wordings_changed(unit)


@transaction.atomic
def remove_alias(alias):
    """Take a wording away from its unit."""
    unit = alias.unit
    alias.delete()
    _wordings_changed(unit)


def _wordings_changed(unit):
    Unit.objects.filter(pk=unit.pk).update(version=F("version") + 1)
    unit = Unit.objects.get(pk=unit.pk)
    unit.refresh_search_key()


@transaction.atomic
def end_unit(unit, *, on, because, successor=None, version):
    """The unit, and whatever still stands below it, ends with the day `on`; the successor takes over the next day.

    Raises Stale if the unit is no longer as it was read at `version`, then nothing is written.
    """
    _next_version(unit, version)
    below = Unit.objects.below(unit).exclude(pk=unit.pk).valid(on=on + timedelta(days=1))
    end = {"valid_to": on, "ended_because": because}
    Unit.objects.filter(pk__in=list(below.values_list("pk", flat=True))).update(**end, version=F("version") + 1)
    Unit.objects.filter(pk=unit.pk).update(**end)
    if successor:
        Succession.objects.get_or_create(
            predecessor=unit,
            successor=successor,
            defaults={"took_over_on": on + timedelta(days=1), "basis": because},
        )


def give_role(user, unit, role, *, by, valid_from, valid_to=None):
    """A role at a unit, from a date. Raises PermissionDenied outside the giver's own units."""
    if not may_give_roles(by, unit):
        raise PermissionDenied
    return Membership.objects.create(user=user, unit=unit, role=role, valid_from=valid_from, valid_to=valid_to)


def end_role(membership, *, by, on):
    """The role ends with the day before `on`, so that it counts no longer at once; one not begun yet disappears."""
    if not may_give_roles(by, membership.unit):
        raise PermissionDenied
    last = on - timedelta(days=1)
    if membership.valid_from and membership.valid_from > last:
        membership.delete()
        return
    membership.valid_to = min(last, membership.valid_to or last)
    membership.save(update_fields=["valid_to"])


@transaction.atomic
def create_account(*, username, full_name, unit, role, by, on, email=""):
    """A new account with its first role. Returns it with its initial password, which is stored nowhere else."""
    password = _new_password()
    user = get_user_model().objects.create_user(username, email, password, full_name=full_name)
    give_role(user, unit, role, by=by, valid_from=on)
    return user, password


def reset_password(user, *, by):
    """A new password for somebody who forgot theirs; returns it. Other sessions of the account end."""
    if not may_change_account(by, user):
        raise PermissionDenied
    password = _new_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    return password


def _new_password():
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
