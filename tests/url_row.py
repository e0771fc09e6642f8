"""One row of the tables of URLs: what a URL answers to whom, and the people both tables name."""

from dataclasses import dataclass, field

from tests.scene import EVERYONE, holders
from units.models import Role

ADMINISTRATORS = holders([Role.ADMINISTRATOR], "own", "above")
NOBODY = frozenset()
FORM_AGAIN = {200, 422}  # an empty form comes back with its faults


@dataclass(frozen=True)
class Row:
    """`arguments` names attributes of the scene, dotted."""

    name: str
    arguments: dict = field(default_factory=dict)
    sees: frozenset = EVERYONE
    acts: frozenset | None = None
    get: int | None = 200
    post: int | set | None = None
    query: str = ""

    def __str__(self):
        return f"{self.name} {self.arguments}"

    def answers(self, holder, method):
        """The status expected, as a set: a method refused may be noticed before the right that is missing."""
        status = self.get if method == "get" else self.post
        acts = self.sees if self.acts is None else self.acts
        if holder not in self.sees:
            return {404} if status else {404, 405}
        if holder not in acts:
            return {403} if status else {403, 405}
        return status if isinstance(status, set) else {status or 405}
