"""Questions to the catalogue: what is in force on a date, and who decides."""

from .models import AwardProvision


def provisions_on(on):
    """All provisions in force on a date, with their titles, in the order of the catalogue."""
    found = AwardProvision.objects.valid(on=on).select_related("title")
    return found.order_by("title__order", "title__sort_key", "title__code", "pk")


def authority(title, *, on):
    """The provisions that say who decides on a title on a date, from the highest level down; mostly one."""
    levels = AwardProvision.Level.values
    found = title.provisions.valid(on=on).prefetch_related("instruments")
    return sorted(found, key=lambda provision: levels.index(provision.level))
