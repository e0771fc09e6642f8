"""A rule: a condition in words, what it rests on, how sure that is, and the pure function that judges a case."""

from collections.abc import Callable
from dataclasses import dataclass

from .law import Basis


@dataclass(frozen=True)
class Rule:
    """`judge(case)` answers, or None where the rule has nothing to say. Without `titles` it is for all."""

    id: str
    words: str
    bases: tuple[Basis, ...]
    certainty: str
    judge: Callable
    titles: frozenset[str] = frozenset()

    def is_for(self, code):
        return not self.titles or code in self.titles
