"""Questions to the catalogue: what is in force on a date, and who decides."""

from units.models import Area, Unit

from .models import AwardProvision

Level = AwardProvision.Level
OF_AREA = {
    Area.Level.CENTRAL: Level.MINISTRY_PROVINCE,
    Area.Level.PROVINCE: Level.MINISTRY_PROVINCE,
    Area.Level.DISTRICT: Level.DISTRICT,
    Area.Level.COMMUNE: Level.COMMUNE,
}
_NATIONAL = (Unit.Kind.FRONT, Unit.Kind.PARTY)  # "bộ, ban, ngành" at the centre: Luật số 06/2022/QH15, Điều 3 khoản 5


def deciding_level(unit):
    """The level at which the head of a body decides: Luật số 06/2022/QH15, Điều 79, 80."""
    if unit.kind == Unit.Kind.PEOPLES_COMMITTEE:
        return OF_AREA[unit.area.level]
    is_national = unit.area.level == Area.Level.CENTRAL and unit.kind in _NATIONAL
    return Level.MINISTRY_PROVINCE if is_national or unit.kind == Unit.Kind.CENTRAL else Level.UNIT


def level_served(unit):
    """The level whose head decides in a round of this body: a council, a board prepares for the committee there."""
    return OF_AREA[unit.area.level] if unit.kind in _SERVING else deciding_level(unit)


_SERVING = (
    Unit.Kind.PEOPLES_COUNCIL,
    Unit.Kind.EMULATION_COUNCIL,
    Unit.Kind.EMULATION_BOARD,
    Unit.Kind.OFFICE_HOLDER,
)


def provisions_on(on):
    """All provisions in force on a date, with their titles, in the order of the catalogue."""
    found = AwardProvision.objects.valid(on=on).select_related("title")
    return found.order_by("title__order", "title__sort_key", "title__code", "pk")


def authority(title, *, on):
    """The provisions that say who decides on a title on a date, from the highest level down; mostly one."""
    levels = AwardProvision.Level.values
    found = title.provisions.valid(on=on).prefetch_related("instruments")
    return sorted(found, key=lambda provision: levels.index(provision.level))
