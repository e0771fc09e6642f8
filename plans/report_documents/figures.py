"""The figures of a report beside those of now, piece by piece."""

from collections import defaultdict
from dataclasses import dataclass

from thiduakhenthuong.official.wording import plain

from ..kinds import SectionKind
from ..models import ReportFigure, Section
from .recounting import counted_of, slots_now


@dataclass(frozen=True)
class FigureLine:
    """A figure as told, and what it would be now; None where there is no such figure any more."""

    figure: ReportFigure
    now: int | None

    @property
    def has_changed(self):
        return self.now != self.figure.value


@dataclass(frozen=True)
class CountedPiece:
    """A counted piece with its figures; `is_rewritten`: a person changed its words since."""

    section: Section
    title: str  # of the heading it stands under
    lines: list[FigureLine]
    is_rewritten: bool
    text_now: str

    @property
    def is_table(self):
        return self.section.kind == SectionKind.TABLE

    @property
    def is_told(self):
        """Whether there is anything to look at: a figure, or words that are no longer right."""
        return bool(self.lines) or self.has_changed

    @property
    def has_changed(self):
        """Counted now it would read otherwise."""
        return self.section.text != self.text_now


def pieces_of(report, plan, *, on):
    """The counted pieces of a report in their order; `plan` is the one whose tasks it counts."""
    counted, slots = counted_of(report), slots_now(plan, report.period, on=on)
    name_of = {piece["key"]: name for name, piece in counted.items()}
    figures = defaultdict(list)
    for figure in report.figures.all():
        figures[str(figure.section_key)].append(figure)
    found, title = [], ""
    for section in report.sections.all():
        title = plain(section.text) if section.is_heading else title
        if name := name_of.get(str(section.key)):
            found.append(_piece(section, title, counted[name]["text"], slots[name], figures[str(section.key)]))
    return [piece for piece in found if piece.is_told]


def _piece(section, title, was, slot, figures):
    now = {figure.words: figure.value for figure in slot.figures}
    lines = [FigureLine(figure, now.get(figure.words)) for figure in figures]
    return CountedPiece(section, title, lines, is_rewritten=section.text != was, text_now=slot.text)
