"""A counted piece of a report: its words, and the figures with the tasks behind each."""

from dataclasses import dataclass

from ..kinds import SectionKind

NOTHING = "Không có."
LONGEST = 15  # rows of a table that stands in the text; longer ones go to an annex


@dataclass(frozen=True)
class Counted:
    """A figure in words and the TaskFacts it counts."""

    words: str
    counts: list

    @property
    def value(self):
        return len(self.counts)

    @property
    def tasks(self):
        """[[id of the task, its state]] as a ReportFigure keeps them."""
        return [[task.pk, task.state] for task in self.counts]


@dataclass(frozen=True)
class Slot:
    """One counted piece."""

    name: str
    kind: SectionKind
    text: str
    figures: tuple[Counted, ...] = ()

    @property
    def rows(self):
        return self.text.count("\n") if self.kind == SectionKind.TABLE else 0

    @property
    def is_long(self):
        return self.rows > LONGEST


def counted(words, tasks):
    """The figure of how many these tasks are."""
    return Counted(words[:200], tasks)
