"""The figures of a report beside those of now, piece by piece."""

from collections import defaultdict
from dataclasses import dataclass

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
    lines: list[FigureLine]
    is_rewritten: bool
    text_now: str

    @property
    def is_table(self):
        return self.section.kind == SectionKind.TABLE

    @property
    def has_changed(self):
        """Counted now it would read otherwise."""
        return self.section.text != self.text_now


def pieces_of(report, *, on):
    """The counted pieces of a report in their order."""
    counted, slots = counted_of(report), slots_now(report, on=on)
    name_of = {piece["key"]: name for name, piece in counted.items()}
    figures = defaultdict(list)
    for figure in report.figures.all():
        figures[str(figure.section_key)].append(figure)
    sections = report.sections.filter(key__in=name_of)
    return [_piece(section, counted, slots, name_of[str(section.key)], figures) for section in sections]


def _piece(section, counted, slots, name, figures):
    now = {figure.words: figure.value for figure in slots[name].figures}
    lines = [FigureLine(figure, now.get(figure.words)) for figure in figures[str(section.key)]]
    was = counted[name]["text"]
    return CountedPiece(section, lines, is_rewritten=section.text != was, text_now=slots[name].text)
