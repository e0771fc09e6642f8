"""Who decides on what: the level a body decides at, and for each title on a day whether here, above or not at all."""

from collections import defaultdict

from units.models import Area, Unit

from ..catalogue import provisions_on
from ..models import AwardProvision

Level = AwardProvision.Level
HIGHEST_FIRST = Level.values
_OF_COMMITTEES = {
    Area.Level.PROVINCE: Level.MINISTRY_PROVINCE,
    Area.Level.DISTRICT: Level.DISTRICT,
    Area.Level.COMMUNE: Level.COMMUNE,
}
_HEADS = {
    Unit.Kind.PEOPLES_COMMITTEE: "Chủ tịch",
    Unit.Kind.DEPARTMENT: "Giám đốc",
    Unit.Kind.DIVISION: "Trưởng phòng",
    Unit.Kind.EMULATION_BOARD: "Trưởng ban",
}


def level_of(unit):
    """The level at which the head of a body decides: Luật số 06/2022/QH15, Điều 79, 80."""
    if unit.kind == Unit.Kind.PEOPLES_COMMITTEE:
        return _OF_COMMITTEES.get(unit.area.level, Level.UNIT)
    return Level.MINISTRY_PROVINCE if unit.kind == Unit.Kind.CENTRAL else Level.UNIT


def head_of(unit):
    """Who decides, as written: "Chủ tịch Ủy ban nhân dân thành phố Cần Thơ"."""
    return f"{_HEADS.get(unit.kind, 'Thủ trưởng')} {unit.name}"


class Deciding:
    """The provisions of a day by title, as a body stands to them. One query."""

    def __init__(self, unit, on):
        self.level = level_of(unit)
        self._by_title = defaultdict(list)
        for provision in provisions_on(on):
            self._by_title[provision.title_id].append(provision)

    def here(self, title_id):
        """The provision by which the body itself decides, or None."""
        return next((p for p in self._by_title[title_id] if p.level == self.level), None)

    def above(self, title_id):
        """The provision of the nearest level above that decides, where the body does not; or None."""
        if self.here(title_id):
            return None
        rank = HIGHEST_FIRST.index
        higher = [p for p in self._by_title[title_id] if rank(p.level) < rank(self.level)]
        return max(higher, key=lambda provision: rank(provision.level), default=None)
