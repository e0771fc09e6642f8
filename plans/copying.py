"""Last year's plan as the beginning of the next: years and deadlines moved, what belongs to the old paper cleared.

Works on drafts only, so that it can be read and tested without a database. Whatever it could not decide stands
in the findings of the draft it returns.
"""

import re
from copy import deepcopy
from dataclasses import replace

from .draft import Finding
from .importing.deadlines import read_deadline
from .kinds import SectionKind

# A year is moved only right after the word "năm", and never in the name of a law or the date of a cited document.
_CITED = (
    r"(?:Bộ luật|Luật|Hiến pháp)\b[^,;:.()]{0,80}?\snăm\s+\d{4}"
    r"|số\s+\d\S*\s+ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}"
)
_MOVABLE_YEAR = re.compile(rf"(?P<cited>{_CITED})|(?P<word>\bnăm\s+)(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def shift(draft, *, to_year, move_years):
    """A draft for another year; the one given stays as it is. `move_years` also changes "năm 2024" in the text."""
    moved = deepcopy(draft)
    by = to_year - (draft.year or to_year)
    words = _YearMover(draft.year, by if move_years else 0)
    moved.year = to_year
    moved.subject = words.move(draft.subject)
    moved.findings, moved.unplaced = [], []
    _clear_head(moved, by)
    for section in moved.sections:
        _shift_section(section, words)
        for item in section.items:
            _shift_item(item, words, to_year, moved.findings)
    moved.findings += _to_look_at(moved, to_year, words)
    return moved


class _YearMover:
    """Moves the plan's year and the years beside it: "năm 2023, năm 2024" of a plan for 2024."""

    def __init__(self, year, by):
        self.years = {year - 1, year, year + 1} if year and by else set()
        self.by = by

    def move(self, text):
        return _MOVABLE_YEAR.sub(self._moved, text) if self.years else text

    def _moved(self, found):
        if found["cited"] or int(found["year"]) not in self.years:
            return found[0]
        return f"{found['word']}{int(found['year']) + self.by}"


def _clear_head(draft, by):
    draft.number = draft.day = draft.month = None
    if draft.signed_year:
        draft.signed_year += by


def _shift_section(section, words):
    section.lines, section.label, section.key = (0, 0), None, ""
    if _is_heading(section):
        section.text = words.move(section.text)


def _shift_item(item, words, to_year, findings):
    item.lines, item.key = (0, 0), ""
    item.text = words.move(item.text)
    if item.deadline is None:
        return
    raw = words.move(item.deadline.raw)
    again = read_deadline(raw, year=to_year)
    item.deadline = again or replace(item.deadline, raw=raw, start=None, end=None)
    if item.deadline.end and item.deadline.end.year not in (to_year, to_year + 1):
        findings.append(Finding("warning", f"Thời hạn “{raw}” vẫn thuộc năm cũ. Hãy sửa lại: {_start(item.text)}"))
    elif again is None:
        findings.append(Finding("warning", f"Không đọc lại được thời hạn “{raw}”: {_start(item.text)}"))


def _to_look_at(draft, to_year, words):
    """Notes on years that stayed in the text, and on what every new plan must have checked."""
    notes = [Finding("note", "Số, ngày ký để trống; hãy kiểm tra nơi nhận, người ký và các căn cứ.")]
    for section in draft.sections:
        if section.kind != SectionKind.BASIS:
            texts = [(section.text, _is_heading(section)), *((item.text, True) for item in section.items)]
            notes += [note for text, moved in texts if (note := _note_on(text, to_year, words.years and moved))]
    return notes


def _note_on(text, to_year, moved):
    rest = _MOVABLE_YEAR.sub(lambda found: "" if found["cited"] or moved else found[0], text)
    years = sorted({year for year in _ANY_YEAR.findall(rest) if to_year - 3 <= int(year) < to_year})
    return Finding("note", f"Còn ghi năm {', '.join(years)}: {_start(text)}") if years else None


def _is_heading(section):
    return section.titled or section.kind in (SectionKind.SECTION, SectionKind.ANNEX)


def _start(text):
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:80].rsplit(" ", 1)[0] + "…"
