"""One measured figure against its goal, and percentiles."""

from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """`measured` must not exceed `goal`; without a goal it is for information."""

    name: str
    measured: float
    goal: float | None = None
    unit: str = ""

    @property
    def ok(self):
        return self.goal is None or self.measured <= self.goal

    def __str__(self):
        goal = "" if self.goal is None else f"≤ {self.goal:g} {self.unit}"
        verdict = "" if self.goal is None else ("ok" if self.ok else "MISSED")
        return f"{self.name:<66} {self.measured:>9.3g} {self.unit:<5} {goal:<14} {verdict}".rstrip()


def seconds(call, *arguments, **options):
    """How long one call takes."""
    start = perf_counter()
    call(*arguments, **options)
    return perf_counter() - start


def percentile(values, share):
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
