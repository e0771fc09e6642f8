"""The guards of this app's views. Everybody signed in may look at places and bodies; changing them needs a role."""

from django.shortcuts import get_object_or_404

from thiduakhenthuong.guards import guard

from ..access import may_edit_unit, may_see_members
from ..models import Area, Membership, Unit, UnitAlias, UnitGroup, User


def _everybody(user, found):
    return user.is_authenticated


def _one(queryset):
    def load(request, pk, **left):
        return get_object_or_404(queryset, pk=pk), left

    return load


def _sees_membership(user, membership):
    return may_see_members(user, membership.unit)


def _sees_alias(user, alias):
    return bool(alias.unit)


def _shares_a_unit(user, account):
    held = Membership.objects.filter(user=account).select_related("unit")
    return any(may_see_members(user, membership.unit) for membership in held)


_UNITS = Unit.objects.select_related("area__parent__parent__parent", "parent")
area_view = guard(_one(Area.objects.select_related("parent__parent__parent")), _everybody, "area")
unit_view = guard(_one(_UNITS), _everybody, "unit")
group_view = guard(_one(UnitGroup.objects.select_related("issuer__area__parent__parent")), _everybody, "group")
alias_view = guard(_one(UnitAlias.objects.select_related("unit__area__parent__parent")), _sees_alias, "alias")
membership_view = guard(_one(Membership.objects.select_related("unit", "user")), _sees_membership, "membership")
account_view = guard(_one(User.objects.all()), _shares_a_unit, "account")


def may_edit_unit_of(user, alias):
    return may_edit_unit(user, alias.unit)
