"""Who decides on what: the level a body decides at, and for each title on a day whether here, above or not at all."""

from collections import defaultdict

from ..catalogue import deciding_level, provisions_on
from ..models import AwardProvision

Level = AwardProvision.Level
HIGHEST_FIRST = Level.values


class Deciding:
    """The provisions of a day by title, as a body stands to them. One query."""

    def __init__(self, unit, on):
        self.level = deciding_level(unit)
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
